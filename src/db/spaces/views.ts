import type { Table } from './catalogue.ts';
import { literal, name } from './quote.ts';

/**
 * The view of a table: the rows of the sandbox's school, except those that the sandbox has changed, plus its own. One
 * table and no UNION ALL, so the planner flattens it and reaches the store's indexes. Which two spaces those are is the
 * policy's word (see `policies`), and only there: said twice, the planner would take the two conditions for independent
 * and expect a hundred rows where there are a hundred thousand. The ids of the layer's own rows are fetched once per query,
 * as a multirange: a row is found in it by halving, whether the layer has ten rows or ten thousand.
 */
export function view(table: Table): string {
  const columns = table.columns.map((column) => `s.${name(column.name)}`).join(', ');
  const defaults = table.columns
    .filter((column) => column.default !== null)
    .map(
      (column) =>
        `alter view sandbox.${name(table.name)} alter column ${name(column.name)} set default ${column.default};`,
    );
  return `
create view sandbox.${name(table.name)} with (security_invoker = true) as
select ${columns}
from practice.${name(table.name)} s
where not s.gone
  and (
    s.space = (select app.layer())
    or (s.id <@ (select range_agg(int8range(own.id, own.id, '[]')) from practice.${name(table.name)} own where own.space = app.layer())) is not true
  );
${defaults.join('\n')}`;
}

/** The twin of a live table in the store, where it is missing: the same columns and checks, no foreign keys. */
export function twin(table: Table): string {
  const called = name(table.name);
  return `
create table practice.${called} (
  like public.${called} including constraints including storage,
  space bigint not null,
  gone boolean not null default false,
  stamp xid8,
  primary key (space, id)
);`;
}

/** The twin's secondary indexes, named after its table's, led by the space; and the one that finds a transaction's rows. */
export function twinIndexes(table: Table): string {
  const statements = table.indexes.map(
    (index) =>
      `create index ${name(index.name)} on practice.${name(table.name)} (space, ${index.keys.join(', ')})${index.where === null ? '' : ` where ${index.where}`};`,
  );
  statements.push(
    `create index ${name(`${table.name}_stamp_idx`)} on practice.${name(table.name)} (space, stamp) where stamp is not null;`,
  );
  return statements.join('\n');
}

/**
 * Row-level security: a sandbox reads its school and its layer, and writes its layer. The settings stand openly, so that
 * they select an index and the planner sees how large the school is.
 */
export function policies(table: Table): string {
  const called = `practice.${name(table.name)}`;
  const readable = 'space in (app.template(), app.layer())';
  const own = 'space = app.layer()';
  return `
alter table ${called} enable row level security;
drop policy if exists sandbox_reads on ${called};
drop policy if exists sandbox_adds on ${called};
drop policy if exists sandbox_changes on ${called};
drop policy if exists sandbox_removes on ${called};
create policy sandbox_reads on ${called} for select to rehearsal_sandbox using (${readable});
create policy sandbox_adds on ${called} for insert to rehearsal_sandbox with check (${own});
create policy sandbox_changes on ${called} for update to rehearsal_sandbox using (${own}) with check (${own});
create policy sandbox_removes on ${called} for delete to rehearsal_sandbox using (${own});`;
}

/** A comment that lets the next migration see for which table the twin was made. */
export function remember(what: string, hash: string): string {
  return `comment on schema ${name(what)} is ${literal(hash)};`;
}
