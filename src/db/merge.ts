import { type SQL, sql } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from './client.ts';

/** A value as a row of `merge` gives it. */
export type Value = string | number | boolean | Date | null;

/** What became of a row: the whole row as it now stands, and whether it was there before. */
export type Merged<Row> = Row & { merge_action: 'INSERT' | 'UPDATE' };

/**
 * Inserts rows, or updates those that are there, in one statement: the one way to do it that works on live tables and on
 * a sandbox's views (`ON CONFLICT` is silently wrong there). `on` are the columns that tell a row apart, `set` those that
 * an update changes (the rest are for an insert), `raise` those that an update adds 1 to. All rows have the same columns;
 * two rows with the same key throw an Error, since a view would take both. Gives the rows as they now stand, in no particular order.
 */
export async function merge<Row extends Record<string, unknown>>(
  tx: Tx,
  {
    into,
    on,
    set,
    raise = [],
    rows,
  }: { into: PgTable; on: string[]; set: string[]; raise?: string[]; rows: Record<string, Value>[] },
): Promise<Merged<Row>[]> {
  const first = rows[0];
  if (!first) return [];
  const keys = new Set(rows.map((row) => JSON.stringify(on.map((column) => row[column]))));
  const { name, columns } = getTableConfig(into);
  if (keys.size < rows.length) throw new Error(`Two rows for ${name} have the same ${on.join(', ')}`);
  const given = Object.keys(first);
  const typed = given.map((column) => {
    const type = columns.find((one) => one.name === column)?.getSQLType();
    if (!type) throw new Error(`${name} has no column ${column}`);
    return sql`${sql.identifier(column)} ${sql.raw(type)}`;
  });
  const list = (names: string[], one: (column: SQL) => SQL) =>
    sql.join(
      names.map((column) => one(sql`${sql.identifier(column)}`)),
      sql`, `,
    );
  const matches = on.map((column) => sql`t.${sql.identifier(column)} = s.${sql.identifier(column)}`);
  const updates = [
    ...set.map((column) => sql`${sql.identifier(column)} = s.${sql.identifier(column)}`),
    ...raise.map((column) => sql`${sql.identifier(column)} = t.${sql.identifier(column)} + 1`),
  ];
  const merged = await tx.execute(sql`
    merge into ${sql.identifier(name)} t
    using json_to_recordset(${JSON.stringify(rows)}::json) as s (${sql.join(typed, sql`, `)})
    on ${sql.join(matches, sql` and `)}
    when matched then update set ${sql.join(updates, sql`, `)}
    when not matched then insert (${list(given, (column) => column)}) values (${list(given, (column) => sql`s.${column}`)})
    returning merge_action(), t.*`);
  return [...merged] as Merged<Row>[];
}
