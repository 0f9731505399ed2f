import type { Sql } from 'postgres';

/** A column of a live table. `type` and `default` are as PostgreSQL writes them. */
export type Column = {
  name: string;
  type: string;
  notNull: boolean;
  default: string | null;
  computed: boolean;
};

/** An index other than the primary key's. `keys` are column names or expressions, `where` the predicate. */
export type Index = {
  name: string;
  unique: boolean;
  nullsNotDistinct: boolean;
  keys: string[];
  plain: boolean;
  where: string | null;
};

/** A foreign key, as its child has it. Actions are PostgreSQL's letters: a no action, c cascade, n set null. */
export type ForeignKey = {
  name: string;
  child: string;
  columns: string[];
  parent: string;
  parentColumns: string[];
  onDelete: string;
  onUpdate: string;
};

/** A live table as the catalogue describes it. Foreign keys and indexes stand in the order in which PostgreSQL checks them. */
export type Table = {
  name: string;
  columns: Column[];
  primaryKey: { name: string; columns: string[] } | null;
  indexes: Index[];
  checks: { name: string; definition: string }[];
  foreignKeys: ForeignKey[];
  /** Keys of other tables (or this one) that point here, in the order in which their delete checks run. */
  referencedBy: ForeignKey[];
};

/** Every ordinary table of the schema `public`, by name. */
export async function readCatalogue(sql: Sql): Promise<Table[]> {
  const rows = await sql<{ tables: Table[] | null }[]>`
    with tables as (
      select c.oid, c.relname as name
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    ),
    foreign_keys as (
      select
        k.oid, k.conrelid, k.confrelid,
        json_build_object(
          'name', k.conname,
          'child', (select relname from pg_class where oid = k.conrelid),
          'columns', (
            select json_agg(a.attname order by n.place)
            from unnest(k.conkey) with ordinality n (attnum, place) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n.attnum
          ),
          'parent', (select relname from pg_class where oid = k.confrelid),
          'parentColumns', (
            select json_agg(a.attname order by n.place)
            from unnest(k.confkey) with ordinality n (attnum, place) join pg_attribute a on a.attrelid = k.confrelid and a.attnum = n.attnum
          ),
          'onDelete', k.confdeltype,
          'onUpdate', k.confupdtype
        ) as described
      from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace
    )
    select json_agg(
      json_build_object(
        'name', t.name,
        'columns', (
          select json_agg(
            json_build_object(
              'name', a.attname,
              'type', format_type(a.atttypid, a.atttypmod),
              'notNull', a.attnotnull,
              'default', case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end,
              'computed', a.attgenerated <> '' or a.attidentity <> ''
            )
            order by a.attnum
          )
          from pg_attribute a
          left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
          where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
        ),
        'primaryKey', (
          select json_build_object(
            'name', k.conname,
            'columns', (
              select json_agg(a.attname order by n.place)
              from unnest(k.conkey) with ordinality n (attnum, place) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n.attnum
            )
          )
          from pg_constraint k where k.conrelid = t.oid and k.contype = 'p'
        ),
        'indexes', coalesce((
          select json_agg(
            json_build_object(
              'name', i.indexrelid::regclass::text,
              'unique', i.indisunique,
              'nullsNotDistinct', i.indnullsnotdistinct,
              'keys', (select json_agg(pg_get_indexdef(i.indexrelid, n, true) order by n) from generate_series(1, i.indnkeyatts) n),
              'plain', i.indexprs is null,
              'where', pg_get_expr(i.indpred, i.indrelid, true)
            )
            order by i.indexrelid
          )
          from pg_index i where i.indrelid = t.oid and not i.indisprimary
        ), '[]'),
        'checks', coalesce((
          select json_agg(json_build_object('name', k.conname, 'definition', pg_get_constraintdef(k.oid)) order by k.conname)
          from pg_constraint k where k.conrelid = t.oid and k.contype = 'c'
        ), '[]'),
        'foreignKeys', coalesce((
          select json_agg(k.described order by (
            select min(g.tgname collate "C") from pg_trigger g where g.tgconstraint = k.oid and g.tgrelid = t.oid
          ))
          from foreign_keys k where k.conrelid = t.oid
        ), '[]'),
        'referencedBy', coalesce((
          select json_agg(k.described order by (
            select min(g.tgname collate "C")
            from pg_trigger g
            where g.tgconstraint = k.oid and g.tgrelid = t.oid and g.tgtype & 8 = 8
          ))
          from foreign_keys k where k.confrelid = t.oid
        ), '[]')
      )
      order by t.name
    ) as tables
    from tables t
  `;
  return rows[0]?.tables ?? [];
}

/** Why a table can not be practised on; empty when it can. The generator refuses these loudly instead of guessing. */
export function obstacles(table: Table): string[] {
  const reserved = ['space', 'gone', 'stamp'];
  const found: string[] = [];
  if (table.primaryKey?.columns.join() !== 'id') found.push('its primary key is not the column "id"');
  for (const column of table.columns) {
    if (reserved.includes(column.name))
      found.push(`the column "${column.name}" has a name that the engine needs`);
    if (column.computed) found.push(`the column "${column.name}" is computed by the database`);
  }
  for (const index of table.indexes) {
    if (index.unique && !index.plain) found.push(`the unique index "${index.name}" is on an expression`);
  }
  for (const key of table.foreignKeys) {
    if (key.parentColumns.join() !== 'id')
      found.push(`the foreign key "${key.name}" does not point to an id`);
    if (!['a', 'c', 'n'].includes(key.onDelete))
      found.push(`the foreign key "${key.name}" is not no action, cascade or set null`);
    if (key.onUpdate !== 'a') found.push(`the foreign key "${key.name}" has an action on update`);
  }
  return found;
}
