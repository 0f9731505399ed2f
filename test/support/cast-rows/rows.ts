import type { InferSelectModel } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

/** Rows of one table, every column given, so that they can be written to a table or to a template alike. */
export type CastTable = { table: PgTable; rows: Record<string, unknown>[] };

export function rowsOf<T extends PgTable>(table: T, rows: InferSelectModel<T>[]): CastTable {
  return { table, rows };
}
