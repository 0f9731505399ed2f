import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../src/db/client.ts';
import {
  deleteCheckpoint,
  listCheckpoints,
  makeCheckpoint,
  restoreCheckpoint,
} from '../../../src/sandbox/checkpoints/service.ts';
import { MOST_CHECKPOINTS } from '../../../src/sandbox/rules.ts';
import { setDate, undoReset } from '../../../src/sandbox/service.ts';
import { cast } from '../../support/cast.ts';
import { testDatabase } from '../../support/database.ts';
import { Owner } from '../../support/sandboxes.ts';
import { publishCast } from '../../support/spaces.ts';

let db: Database;
let accounts = 2000;
let owner: Owner;

beforeAll(async () => {
  db = await testDatabase();
  await publishCast(db);
});

beforeEach(async () => {
  owner = new Owner(db, ++accounts);
  await owner.start();
});

const make = (name: string) => owner.control((ctx) => makeCheckpoint(ctx, { name }));
const restore = (id: number) =>
  owner.control((ctx) => restoreCheckpoint(ctx, { id, generation: ctx.standing.generation }));
const call = (name: string) =>
  owner.within(true, ({ tx }) => tx.execute(sql`update students set preferred_name = ${name}`));

test('a checkpoint brings back exactly the rows and the date that it was made with, again and again', async () => {
  await call('Kept');
  await owner.within(true, ({ tx }) => tx.execute(sql`delete from scores`));
  const kept = await owner.rows();
  const { id } = await make('Before the lesson');
  await call('Changed');
  const year = { startsOn: '2025-08-25', endsOn: '2026-06-12' };
  await owner.control((ctx) => setDate(ctx, { to: '2025-10-01', year }));

  for (const generation of [2, 3]) {
    expect(await restore(id)).toMatchObject({ today: cast.today, generation });
    expect(await owner.rows()).toEqual(kept);
    await call('Changed again');
  }
});

test('what stood before a restore can be got back', async () => {
  const { id } = await make('Empty');
  await call('Later');
  const later = await owner.rows();

  await restore(id);
  expect(await owner.rows()).not.toEqual(later);
  await owner.control((ctx) => undoReset(ctx, { generation: ctx.standing.generation }));

  expect(await owner.rows()).toEqual(later);
});

test('checkpoints are listed as they were made, and one given up is gone', async () => {
  const first = await make('First');
  await make('Second');

  expect(await owner.control(listCheckpoints)).toMatchObject([
    { name: 'First', date: cast.today, madeAt: cast.now },
    { name: 'Second' },
  ]);

  await owner.control((ctx) => deleteCheckpoint(ctx, { id: first.id }));
  expect(await owner.control(listCheckpoints)).toMatchObject([{ name: 'Second' }]);
  await expect(restore(first.id)).rejects.toMatchObject({ code: 'shared/not-found' });
});

test('a name is given once in a sandbox, and in another one again', async () => {
  await make('Mine');

  await expect(make('Mine')).rejects.toMatchObject({
    code: 'sandbox/checkpoint-name-taken',
    facts: { name: 'Mine' },
  });

  owner = new Owner(db, ++accounts);
  await owner.start();
  await expect(make('Mine')).resolves.toMatchObject({ name: 'Mine' });
});

test('one more than a person keeps is refused', async () => {
  for (let n = 1; n <= MOST_CHECKPOINTS; n++) await make(`Number ${n}`);

  await expect(make('Too many')).rejects.toMatchObject({
    code: 'sandbox/too-many-checkpoints',
    facts: { most: MOST_CHECKPOINTS },
  });
});

test("a colleague's checkpoint is not there", async () => {
  const { id } = await make('Private');
  owner = new Owner(db, ++accounts);
  await owner.start();

  expect(await owner.control(listCheckpoints)).toEqual([]);
  await expect(restore(id)).rejects.toMatchObject({ code: 'shared/not-found' });
  const gone = owner.control((ctx) => deleteCheckpoint(ctx, { id }));
  await expect(gone).rejects.toMatchObject({ code: 'shared/not-found' });
});

test('a page that was left behind restores nothing', async () => {
  const { id } = await make('Before');
  await restore(id);

  const stale = owner.control((ctx) => restoreCheckpoint(ctx, { id, generation: 1 }));

  await expect(stale).rejects.toMatchObject({ code: 'sandbox/moved-on', facts: { generation: 2 } });
});

test('each verb leaves its event', async () => {
  const { id } = await make('Logged');
  await restore(id);
  await owner.control((ctx) => deleteCheckpoint(ctx, { id }));

  const events = await db.live.execute(sql`
    select verb, subject_type, subject_id from platform.activity
    where account_id = ${owner.account.id} and subject_type = 'checkpoint' order by id`);
  expect([...events]).toEqual(
    ['made', 'restored', 'deleted'].map((what) => ({
      verb: `sandbox.checkpoint-${what}`,
      subject_type: 'checkpoint',
      subject_id: id,
    })),
  );
});
