import type { Table } from './catalogue.ts';
import { literal, name } from './quote.ts';

/** Which school and which layer this transaction reads. Inlined, and known to the planner when it plans. */
export const settings = `
create or replace function app.template() returns bigint language sql stable parallel safe
return nullif(current_setting('app.template', true), '')::bigint;
create or replace function app.layer() returns bigint language sql stable parallel safe
return nullif(current_setting('app.layer', true), '')::bigint;`;

/** The way into a sandbox: waits for other writers, then reads where the sandbox stands, in one round trip. */
export const enter = `
drop function if exists app.enter(bigint, boolean);
create function app.enter(sandbox_id bigint, writing boolean)
returns table (
  account_id bigint, template bigint, layer bigint, today date, persona_kind text, persona_id bigint, generation integer
)
language plpgsql volatile security definer set search_path = pg_catalog
as $enter$
declare
  entered platform.sandboxes;
begin
  if writing then
    perform pg_advisory_xact_lock(hashtextextended('sandbox', sandbox_id));
  end if;
  select * into entered from platform.sandboxes s where s.id = sandbox_id;
  if not found then return; end if;
  perform set_config('app.template', entered.template::text, true);
  perform set_config('app.layer', entered.layer::text, true);
  return query select entered.account_id, entered.template, entered.layer, entered.today, entered.persona_kind,
    entered.persona_id, entered.generation;
end
$enter$;`;

/** Copies one layer's rows to another, empty one. */
export function copyLayer(tables: Table[]): string {
  const copies = tables.map((table) => {
    const columns = columnList(table);
    return `
  insert into practice.${name(table.name)} (space, gone, ${columns})
  select to_layer, gone, ${columns} from practice.${name(table.name)} where space = from_layer;`;
  });
  return owned('app.copy_layer(from_layer bigint, to_layer bigint)', 'void', `begin${copies.join('')}\nend`);
}

/** Deletes up to \`most\` rows of a layer and says how many; 0 when nothing is left. */
export function dropLayer(tables: Table[]): string {
  const deletes = tables.map(
    (table) => `
  if deleted < most then
    delete from practice.${name(table.name)} where ctid = any (array(
      select ctid from practice.${name(table.name)} where space = from_layer limit most - deleted));
    get diagnostics just = row_count;
    deleted := deleted + just;
  end if;`,
  );
  const body = `declare deleted integer := 0; just integer;
begin
  if exists (select from platform.templates t where t.space = from_layer) then
    raise exception 'A published school is never deleted';
  end if;${deletes.join('')}
  return deleted;
end`;
  return owned('app.drop_layer(from_layer bigint, most integer)', 'integer', body);
}

/** A layer beside its school: what was added, changed and removed. Rows that were changed back are no changes. */
export function layerChanges(tables: Table[]): string {
  const selects = tables.map(
    (table) => `
  return query
    select ${literal(table.name)}::text, own.id,
      case when t.id is null then 'added' when own.gone then 'removed' else 'changed' end,
      to_jsonb(t) - 'space' - 'gone' - 'stamp',
      case when not own.gone then to_jsonb(own) - 'space' - 'gone' - 'stamp' end
    from practice.${name(table.name)} own
    left join practice.${name(table.name)} t on t.space = in_template and t.id = own.id
    where own.space = in_layer
      and not (t.id is null and own.gone)
      and (own.gone or t.id is null or (${columnList(table, 'own.')}) is distinct from (${columnList(table, 't.')}));`,
  );
  return owned(
    'app.layer_changes(in_template bigint, in_layer bigint)',
    'table (table_name text, id bigint, kind text, before jsonb, after jsonb)',
    `begin${selects.join('')}\nend`,
  );
}

/** Every unique and foreign key that rows of a space break, with how many do; none when the school is sound. */
export function verifyTemplate(tables: Table[]): string {
  const selects = tables.flatMap((table) => {
    const called = `practice.${name(table.name)}`;
    const uniques = table.indexes
      .filter((index) => index.unique)
      .map(
        (index) => `
  return query select ${literal(index.name)}::text, count(*) from (
    select from ${called} where space = of_space and not gone
      ${index.where === null ? '' : `and (${index.where})`}
      ${index.nullsNotDistinct ? '' : index.keys.map((key) => `and ${key} is not null`).join(' ')}
    group by ${index.keys.join(', ')} having count(*) > 1) broken having count(*) > 0;`,
      );
    const keys = table.foreignKeys.map((key) => {
      const column = name(key.columns[0]!);
      return `
  return query select ${literal(key.name)}::text, count(*) from ${called} c
    where c.space = of_space and not c.gone and c.${column} is not null and not exists (
      select from practice.${name(key.parent)} p where p.space = of_space and not p.gone and p.id = c.${column})
    having count(*) > 0;`;
    });
    return [...uniques, ...keys];
  });
  return owned(
    'app.verify_template(of_space bigint)',
    'table (constraint_name text, violations bigint)',
    `begin${selects.join('')}\nend`,
  );
}

function owned(signature: string, returns: string, body: string): string {
  const types = signature.replace(/(\w+) (bigint|integer)/g, '$2');
  return `
drop function if exists ${types};
create function ${signature} returns ${returns}
language plpgsql volatile security definer set search_path = pg_catalog
as $owned$
#variable_conflict use_column
${body}
$owned$;
revoke all on function ${types} from public;
grant execute on function ${types} to rehearsal_live;`;
}

function columnList(table: Table, prefix = ''): string {
  return table.columns.map((column) => `${prefix}${name(column.name)}`).join(', ');
}
