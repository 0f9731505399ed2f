import { getTableColumns, getTableName, type InferSelectModel } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

export type Cell = string | number | boolean | null;

/** The rows of one table, ready to be copied: `rows` may be read more than once, and is made while it is read. */
export type SeedTable = {
  table: string;
  columns: string[];
  count: number;
  rows: Iterable<Cell[]>;
};

type AsCell<V> = V extends Date ? string : V;

/** A row whose cells follow the columns named. Instants are texts ('2026-12-01T15:04:00Z'). */
export type RowOf<T extends PgTable, C extends readonly (keyof InferSelectModel<T>)[]> = {
  [I in keyof C]: AsCell<InferSelectModel<T>[C[I]]>;
};

/** A table of few rows, written as objects with every column given. */
export function tableOf<T extends PgTable>(table: T, rows: readonly InferSelectModel<T>[]): SeedTable {
  const columns = Object.keys(getTableColumns(table));
  return {
    table: getTableName(table),
    columns,
    count: rows.length,
    rows: rows.map((row) => columns.map((column) => cellOf((row as Record<string, unknown>)[column]))),
  };
}

/** A table of many rows, made one by one as they are read. */
export function streamOf<T extends PgTable, const C extends readonly (keyof InferSelectModel<T> & string)[]>(
  table: T,
  columns: C,
  count: number,
  rows: () => Iterable<RowOf<T, C>>,
): SeedTable {
  return {
    table: getTableName(table),
    columns: [...columns],
    count,
    rows: { [Symbol.iterator]: () => rows()[Symbol.iterator]() as Iterator<Cell[]> },
  };
}

/** Tables that are made together when the first of them is asked for its rows or their count. */
export function madeLater(tables: readonly PgTable[], make: () => SeedTable[]): SeedTable[] {
  let made: SeedTable[] | undefined;
  const the = (i: number) => {
    made ??= make();
    return made[i]!;
  };
  return tables.map((table, i) => ({
    table: getTableName(table),
    columns: Object.keys(getTableColumns(table)),
    get count() {
      return the(i).count;
    },
    get rows() {
      return the(i).rows;
    },
  }));
}

function cellOf(value: unknown): Cell {
  if (value instanceof Date) return value.toISOString();
  return value as Cell;
}
