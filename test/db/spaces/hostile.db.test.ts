import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import type { Database, Tx } from '../../../src/db/client.ts';
import { testDatabase } from '../../support/database.ts';
import { beginSandbox, fillLive, inSandboxOf, publishCast } from '../../support/spaces.ts';

let db: Database;
let mine: number;

beforeAll(async () => {
  db = await testDatabase();
  await fillLive(db);
  const template = await publishCast(db);
  mine = await beginSandbox(db, template, 1051);
  const theirs = await beginSandbox(db, template, 1052);
  await inSandboxOf(db, theirs, (tx) =>
    tx.execute(sql`update students set given_name = 'Theirs' where id = 101`),
  );
});

/** The SQLSTATE with which a statement in my sandbox is refused, or its rows. */
async function trying(statement: string): Promise<unknown> {
  const run = (tx: Tx) => tx.execute(sql.raw(statement));
  return inSandboxOf(db, mine, run).then(
    (rows) => [...rows],
    (error: { cause?: { code?: string } }) => error.cause?.code,
  );
}

test.for([
  ['reads live rows', 'select * from public.students'],
  ['writes live rows', "update public.students set given_name = 'x'"],
  ['reads accounts', 'select * from platform.accounts'],
  ['reads sandboxes', 'select * from platform.sandboxes'],
  ['reads the log', 'select * from platform.activity'],
  ['changes the log', 'delete from platform.activity'],
  ['reads changes of others', 'select * from app.layer_changes(1, 1000001)'],
  ['deletes a layer', 'select app.drop_layer(1000001, 1000)'],
  ['makes a table', 'create table sandbox.mine (id int)'],
  ['makes a schema', 'create schema mine'],
  ['changes a view', 'drop view students'],
  ['switches the second lock off', 'alter table practice.students disable row level security'],
  ['becomes somebody else', 'set role rehearsal_live'],
])('who %s is refused', async ([, statement]) => {
  expect(await trying(statement as string)).toBe('42501');
});

test('the store itself shows my school and my layer, and nobody else’s', async () => {
  expect(
    await trying("select count(*)::int as n from practice.students where given_name = 'Theirs'"),
  ).toEqual([{ n: 0 }]);
  const spaces = (await trying('select distinct space from practice.students order by 1')) as {
    space: number;
  }[];
  expect(spaces.map((row) => row.space)).toEqual([1]);
});

test('the school in the store can not be written: not by its rows, not by new ones', async () => {
  expect(await trying("update practice.students set given_name = 'x' where space = 1 returning id")).toEqual(
    [],
  );
  expect(await trying('delete from practice.students where space = 1 returning id')).toEqual([]);
  expect(
    await trying(`insert into practice.students (space, id, student_number, given_name, family_name, gender, birth_date)
      values (1, 900, 'x', 'x', 'x', 'female', '2010-01-01')`),
  ).toBe('42501');
});

test('outside of a sandbox the views are empty, and nothing can be written', async () => {
  const rows = await db.sandbox.transaction((tx) => tx.execute(sql`select id from students`));
  expect([...rows]).toEqual([]);
  const write = db.sandbox.transaction((tx) =>
    tx.execute(sql`insert into school_years (school_id, name, starts_on, ends_on)
    values (1, 'x', '2025-01-01', '2025-12-01')`),
  );
  await expect(write).rejects.toMatchObject({ cause: { code: expect.stringMatching(/^(42501|23502)$/) } });
});

test('a transaction whose connection is cut off leaves nothing half written', async () => {
  const cut = inSandboxOf(db, mine, async (tx) => {
    await tx.execute(sql`update students set given_name = 'Half' where id = 102`);
    const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await db.owner`select pg_terminate_backend(${row?.pid ?? 0})`;
    await tx.execute(sql`update students set given_name = 'Half' where id = 103`);
  });
  await expect(cut).rejects.toThrow();
  expect(await trying("select count(*)::int as n from students where given_name = 'Half'")).toEqual([
    { n: 0 },
  ]);
});
