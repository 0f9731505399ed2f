import type { ForeignKey, Index, Table } from './catalogue.ts';
import { literal, name } from './quote.ts';

/** The INSTEAD OF and statement triggers that make a view behave as its live table does. */
export function triggers(table: Table): string {
  return [insertTrigger(table), updateTrigger(table), deleteTrigger(table), statementTrigger(table)].join(
    '\n',
  );
}

const declared = `
declare
  lay constant bigint := app.layer();
  tpl constant bigint := app.template();
  now_writing constant xid8 := pg_current_xact_id();
  broken text;`;

/** The row is written first, so that the twin's own NOT NULL and CHECK refuse it in PostgreSQL's order; then its keys. */
function insertTrigger(table: Table): string {
  return rowTrigger(
    table,
    'insert',
    `${declared}
  fresh boolean;
begin
  insert into practice.${name(table.name)} as s (space, gone, stamp, ${columnList(table)})
  values (lay, false, now_writing, ${columnList(table, 'new.')})
  on conflict (space, id) do update set gone = false, stamp = excluded.stamp, ${assignments(table)} where s.gone
  returning s.xmax = 0 into fresh;
  if fresh is null or fresh and exists (
    select from practice.${name(table.name)} t where t.space = tpl and t.id = new.id
  ) then
    ${duplicate(table, literal(table.primaryKey!.name))}
  end if;
  ${uniqueChecks(table, () => 'true')}
  return new;
end`,
  );
}

function updateTrigger(table: Table): string {
  const pkBroken = duplicate(table, literal(table.primaryKey!.name));
  return rowTrigger(
    table,
    'update',
    `${declared}
begin
  if new.id <> old.id then
    ${writeTombstone(table)};
    if exists (select from practice.${name(table.name)} t where t.id = new.id and ${visible('t', table.name)}) then
      ${pkBroken}
    end if;
  end if;
  insert into practice.${name(table.name)} as s (space, gone, stamp, ${columnList(table)})
  values (lay, false, now_writing, ${columnList(table, 'new.')})
  on conflict (space, id) do update set gone = false, stamp = excluded.stamp, ${assignments(table)};
  ${uniqueChecks(table, (index) => changed(index))}
  return new;
end`,
  );
}

function deleteTrigger(table: Table): string {
  return rowTrigger(
    table,
    'delete',
    `${declared}
begin
  ${writeTombstone(table)};
  if not found then return null; end if;
  return old;
end`,
  );
}

/**
 * Foreign keys are checked when the statement ends, as real ones are, and for all its rows at once. The rows are those
 * that this transaction stamped; the ones of earlier statements among them have been found good already.
 */
function statementTrigger(table: Table): string {
  const asChild = table.foreignKeys.map(
    (key) => `
    if exists (${orphans(key)}) then
      ${foreignKeyBroken(key, `insert or update on table "${key.child}" violates foreign key constraint "${key.name}"`)}
    end if;`,
  );
  const asParent = table.referencedBy.map(parentAction);
  return `
create function app.${name(`${table.name}_checked`)}() returns trigger language plpgsql as $trigger$${declared}
begin
  if tg_op <> 'DELETE' then${asChild.join('')}
    null;
  end if;
  if tg_op <> 'INSERT' and exists (
    select from practice.${name(table.name)} p where p.space = lay and p.stamp = now_writing and p.gone
  ) then${asParent.join('')}
    null;
  end if;
  return null;
end
$trigger$;
create trigger ${name(`${table.name}_checked`)} after insert or update or delete on sandbox.${name(table.name)}
for each statement execute function app.${name(`${table.name}_checked`)}();`;
}

function orphans({ child, columns, parent }: ForeignKey): string {
  const [column] = columns as [string];
  return `
      select from practice.${name(child)} c
      where c.space = lay and c.stamp = now_writing and not c.gone and c.${name(column)} is not null
        and not exists (
          select from practice.${name(parent)} p where p.id = c.${name(column)} and ${visible('p', parent)}
        )`;
}

/**
 * What becomes of the rows that point to one that is gone. Asked first whether there are any: following a key runs
 * statements whose own triggers come here again, and this is where they end.
 */
function parentAction(key: ForeignKey): string {
  const column = name(key.columns[0]!);
  const gone = `
      select p.id from practice.${name(key.parent)} p
      where p.space = lay and p.stamp = now_writing and p.gone`;
  return `
    if exists (
      select from practice.${name(key.child)} c
      where c.${column} in (${gone}) and ${visible('c', key.child)}
    ) then
      ${followed(key, gone)}
    end if;`;
}

function followed(key: ForeignKey, gone: string): string {
  const column = name(key.columns[0]!);
  if (key.onDelete === 'c') return `delete from sandbox.${name(key.child)} where ${column} in (${gone});`;
  if (key.onDelete === 'n') {
    return `update sandbox.${name(key.child)} set ${column} = null where ${column} in (${gone});`;
  }
  return foreignKeyBroken(
    key,
    `update or delete on table "${key.parent}" violates foreign key constraint "${key.name}" on table "${key.child}"`,
  );
}

/** A row of the store that the sandbox sees: its own unless gone, or its school's unless it has its own. */
function visible(alias: string, table: string): string {
  return `${alias}.space in (lay, tpl) and not ${alias}.gone and (${alias}.space = lay or not exists (
          select from practice.${name(table)} own where own.space = lay and own.id = ${alias}.id))`;
}

function uniqueChecks(table: Table, when: (index: Index) => string): string {
  const unique = table.indexes.filter((index) => index.unique);
  if (unique.length === 0) return '';
  const cases = unique.map(
    (index) => `
    when ${when(index)} ${insideNew(index)} and exists (
      select from practice.${name(table.name)} o
      where ${index.keys.map((key) => sameKey(index, key)).join(' and ')} and o.id <> new.id
        and ${visible('o', table.name)} ${insideOther(index)}
    ) then ${literal(index.name)}`,
  );
  return `broken := case${cases.join('')} end;
  if broken is not null then
    ${duplicate(table, 'broken')}
  end if;`;
}

function sameKey({ nullsNotDistinct }: Index, key: string): string {
  return nullsNotDistinct ? `o.${key} is not distinct from new.${key}` : `o.${key} = new.${key}`;
}

function insideNew({ where }: Index): string {
  return where === null ? '' : `and exists (select from (select new.*) n where ${where})`;
}

function insideOther({ where }: Index): string {
  return where === null ? '' : `and exists (select from (select o.*) n where ${where})`;
}

function changed({ keys, where }: Index): string {
  if (where !== null) return 'true';
  return `(${keys.map((key) => `new.${key}`).join(', ')}) is distinct from (${keys.map((key) => `old.${key}`).join(', ')})`;
}

function writeTombstone(table: Table): string {
  return `insert into practice.${name(table.name)} as s (space, gone, stamp, ${columnList(table)})
  values (lay, true, now_writing, ${columnList(table, 'old.')})
  on conflict (space, id) do update set gone = true, stamp = excluded.stamp where not s.gone`;
}

function duplicate(table: Table, constraint: string): string {
  return `raise unique_violation using
      message = format('duplicate key value violates unique constraint "%s"', ${constraint}),
      constraint = ${constraint}, table = ${literal(table.name)}, schema = 'public';`;
}

function foreignKeyBroken(key: ForeignKey, message: string): string {
  return `raise foreign_key_violation using message = ${literal(message)},
        constraint = ${literal(key.name)}, table = ${literal(key.child)}, schema = 'public';`;
}

function rowTrigger(table: Table, event: 'insert' | 'update' | 'delete', body: string): string {
  const called = name(`${table.name}_${event}`);
  return `
create function app.${called}() returns trigger language plpgsql as $trigger$${body}
$trigger$;
create trigger ${called} instead of ${event} on sandbox.${name(table.name)}
for each row execute function app.${called}();`;
}

function columnList(table: Table, prefix = ''): string {
  return table.columns.map((column) => `${prefix}${name(column.name)}`).join(', ');
}

function assignments(table: Table): string {
  return table.columns.map((column) => `${name(column.name)} = excluded.${name(column.name)}`).join(', ');
}
