import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Database } from '../../src/db/client.ts';
import { makeCheckpoint, restoreCheckpoint } from '../../src/sandbox/checkpoints/service.ts';
import { beginningFor, reset, undoReset } from '../../src/sandbox/service.ts';
import { cast } from '../support/cast.ts';
import { testDatabase } from '../support/database.ts';
import { Owner } from '../support/sandboxes.ts';
import { publishCast } from '../support/spaces.ts';

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

const call = (name: string) =>
  sql`update students set preferred_name = ${name} where id = ${cast.students.ben}`;

/** A write that has begun and goes on until it is told to end. */
async function openWrite(who: Owner) {
  let end = () => {};
  const told = new Promise<void>((resolve) => {
    end = resolve;
  });
  let begun = () => {};
  const running = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const done = who.within(true, async ({ tx }) => {
    await tx.execute(call('Written'));
    begun();
    await told;
    await tx.execute(sql`update students set middle_name = 'Too' where id = ${cast.students.ben}`);
  });
  await running;
  return { done, end };
}

/** Waits until somebody waits for a sandbox. */
async function waiting(): Promise<void> {
  await vi.waitUntil(
    async () => {
      const [found] = await db.owner`
        select count(*) as count from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`;
      return found!.count > 0;
    },
    { timeout: 60_000 },
  );
}

async function ben(who: Owner) {
  const { students } = await who.rows();
  return students!.find((row) => (row as { id: number }).id === cast.students.ben);
}

async function resetOf(who: Owner) {
  const beginning = await beginningFor(db, who.player);
  return who.control((ctx) => reset(ctx, { generation: ctx.standing.generation, beginning }));
}

test('a reset waits for a write that is under way; the whole write is undone, and comes back with the undo', async () => {
  const write = await openWrite(owner);
  const resetting = resetOf(owner);
  await waiting();

  write.end();
  await Promise.all([write.done, resetting]);
  expect(await ben(owner)).toMatchObject({ preferred_name: 'Ben', middle_name: null });

  await owner.control((ctx) => undoReset(ctx, { generation: ctx.standing.generation }));
  expect(await ben(owner)).toMatchObject({ preferred_name: 'Written', middle_name: 'Too' });
});

test('a checkpoint has all of a write that is under way, or nothing', async () => {
  const write = await openWrite(owner);
  const making = owner.control((ctx) => makeCheckpoint(ctx, { name: 'During' }));
  await waiting();
  write.end();
  const [, { id }] = await Promise.all([write.done, making]);
  await owner.within(true, ({ tx }) => tx.execute(call('Later')));

  await owner.control((ctx) => restoreCheckpoint(ctx, { id, generation: ctx.standing.generation }));

  expect(await ben(owner)).toMatchObject({ preferred_name: 'Written', middle_name: 'Too' });
});

test('a save that began while another tab restores goes to what was restored', async () => {
  const { id } = await owner.control((ctx) => makeCheckpoint(ctx, { name: 'Given' }));
  await owner.within(true, ({ tx }) => tx.execute(call('Left behind')));
  const write = await openWrite(owner);
  const restoring = owner.control((ctx) =>
    restoreCheckpoint(ctx, { id, generation: ctx.standing.generation }),
  );
  await waiting();
  const saving = owner.within(true, ({ tx }) =>
    tx.execute(sql`update students set middle_name = 'Saved' where id = ${cast.students.ben}`),
  );

  write.end();
  await Promise.all([write.done, restoring, saving]);

  expect(await ben(owner)).toMatchObject({ preferred_name: 'Ben', middle_name: 'Saved' });
});

test("a colleague's long write keeps nobody waiting", async () => {
  const colleague = new Owner(db, ++accounts);
  const write = await openWrite(colleague);

  await resetOf(owner);
  expect(await ben(owner)).toMatchObject({ preferred_name: 'Ben' });

  write.end();
  await write.done;
  expect(await ben(colleague)).toMatchObject({ preferred_name: 'Written' });
});

test('clicks from many tabs at once leave one reset and one undo', async () => {
  const beginning = await beginningFor(db, owner.player);
  const clicks = (verb: 'reset' | 'undo', generation: number) =>
    Promise.allSettled(
      Array.from({ length: 4 }, () =>
        owner.control((ctx) =>
          verb === 'reset' ? reset(ctx, { generation, beginning }) : undoReset(ctx, { generation }),
        ),
      ),
    );
  const done = (results: PromiseSettledResult<unknown>[]) =>
    results.filter(({ status }) => status === 'fulfilled').length;

  expect(done(await clicks('reset', 1))).toBe(1);
  expect(done(await clicks('undo', 2))).toBe(1);
  expect(await owner.standing()).toMatchObject({ generation: 3, previous: null });
});
