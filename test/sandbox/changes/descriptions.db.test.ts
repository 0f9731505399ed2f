import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/client.ts';
import { descriptions } from '../../../src/sandbox/changes/all.ts';
import { testDatabase } from '../../support/database.ts';

let db: Database;
let tables: { name: string; columns: string[] }[];

beforeAll(async () => {
  db = await testDatabase();
  tables = await db.live.execute<{ name: string; columns: string[] }>(sql`
    select table_name as name, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns where table_schema = 'public' group by table_name order by table_name`);
});

test('the changes of every table are told, each once', () => {
  expect(tables.length).toBeGreaterThan(30);
  expect(descriptions.map(({ table }) => table).toSorted()).toEqual(tables.map(({ name }) => name));
});

test('every column is told, shown or left out on purpose, and no other', () => {
  const spoken = descriptions
    .filter(({ silent }) => silent === undefined)
    .map(({ table, told, about, fields, untold }) => ({
      table,
      columns: [...told, ...Object.keys(about), ...Object.keys(fields), ...untold].toSorted(),
    }));
  for (const { table, columns } of spoken) {
    const all = tables.find(({ name }) => name === table)!.columns;
    const expected = all.filter((column) => column !== 'id' && column !== 'version').toSorted();
    expect({ table, columns }).toEqual({ table, columns: expected });
  }
});

describe('no word of a table or a column is shown:', () => {
  test.for(descriptions)('$table', ({ what, about, fields }) => {
    const words = [what, ...Object.values({ ...about, ...fields }).map(({ field }) => field)];
    expect(words.filter((word) => word.includes('_'))).toEqual([]);
  });
});
