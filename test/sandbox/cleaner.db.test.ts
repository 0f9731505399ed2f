import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Database } from '../../src/db/client.ts';
import {
  deleteCheckpoint,
  makeCheckpoint,
  restoreCheckpoint,
} from '../../src/sandbox/checkpoints/service.ts';
import { cleanUp, cleanUpBacklog, startCleaner } from '../../src/sandbox/cleaner.ts';
import { UNDO_DAYS } from '../../src/sandbox/rules.ts';
import { freezeScenario } from '../../src/sandbox/scenarios/service.ts';
import { beginningFor, reset, undoReset } from '../../src/sandbox/service.ts';
import { cast } from '../support/cast.ts';
import { testDatabase } from '../support/database.ts';
import { Owner } from '../support/sandboxes.ts';
import { publishCast } from '../support/spaces.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

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
  // What earlier tests left: first their undos are given up, then all of it is deleted.
  for (const days of [900, 901]) await clean(after(days * DAY));
});

const after = (ms: number) => new Date(cast.now.getTime() + ms);
const clean = (now: Date, batch = 100_000) => cleanUp(db, { now, batch });
const scribble = () =>
  owner.within(true, ({ tx }) => tx.execute(sql`update scores set points = 1 where points is not null`));

async function resetOwner() {
  const beginning = await beginningFor(db, owner.player);
  return owner.control((ctx) => reset(ctx, { generation: ctx.standing.generation, beginning }));
}

async function rowsIn(layer: number): Promise<number> {
  const [found] = await db.owner<{ count: number }[]>`
    select count(*) as count from practice.scores where space = ${layer}`;
  return found!.count;
}

test('what an undo, a checkpoint, a scenario and the sandbox itself show is never deleted', async () => {
  await scribble();
  const { id } = await owner.control((ctx) => makeCheckpoint(ctx, { name: 'Kept' }));
  await owner.control((ctx) => freezeScenario(ctx, { key: `kept-${accounts}`, name: 'Kept' }));
  await resetOwner();
  await scribble();
  const shown = await owner.rows();

  expect(await clean(after(UNDO_DAYS * DAY))).toEqual({ rows: 0, layers: 0, more: false });

  expect(await owner.rows()).toEqual(shown);
  await owner.control((ctx) => restoreCheckpoint(ctx, { id, generation: ctx.standing.generation }));
  await owner.control((ctx) => undoReset(ctx, { generation: ctx.standing.generation }));
  expect(await owner.rows()).toEqual(shown);
});

test('what an undo has left behind is deleted, but not before every reader is done', async () => {
  await resetOwner();
  await scribble();
  const { layer } = await owner.standing();
  const changed = await rowsIn(layer);
  await owner.control((ctx) => undoReset(ctx, { generation: ctx.standing.generation }));

  expect(await clean(after(60_000))).toMatchObject({ layers: 0 });
  expect(await clean(after(HOUR))).toEqual({ rows: changed, layers: 1, more: false });
  expect(changed).toBeGreaterThan(0);
  expect(await rowsIn(layer)).toBe(0);
});

test('the state before the last reset goes when another reset follows', async () => {
  await scribble();
  const { layer } = await owner.standing();
  await resetOwner();
  await resetOwner();

  expect(await clean(after(HOUR))).toMatchObject({ layers: 1 });
  expect(await rowsIn(layer)).toBe(0);
});

test('an undo that has become too old is given up, and not while it is possible', async () => {
  await scribble();
  const { layer } = await owner.standing();
  await resetOwner();

  await clean(after(UNDO_DAYS * DAY));
  expect((await owner.standing()).previous).not.toBeNull();

  await clean(after((UNDO_DAYS + 2) * DAY));
  expect(await owner.standing()).toMatchObject({ previous: null, reset_at: null });
  await clean(after((UNDO_DAYS + 3) * DAY));
  expect(await rowsIn(layer)).toBe(0);
});

test('a checkpoint that was given up goes', async () => {
  await scribble();
  const { id } = await owner.control((ctx) => makeCheckpoint(ctx, { name: 'Gone' }));
  await owner.control((ctx) => deleteCheckpoint(ctx, { id }));

  expect((await clean(after(HOUR))).rows).toBeGreaterThan(0);
});

test('a batch deletes no more than it may, and the rest follows', async () => {
  await scribble();
  await resetOwner();
  await resetOwner();

  expect(await clean(after(HOUR), 10)).toEqual({ rows: 10, layers: 0, more: true });
  expect(await clean(after(HOUR), 100_000)).toMatchObject({ layers: 1, more: false });
});

test('what waits is told', async () => {
  expect(await cleanUpBacklog(db.live)).toEqual({ layers: 0, oldest: null });

  await resetOwner();
  await resetOwner();
  expect(await cleanUpBacklog(db.live)).toEqual({ layers: 1, oldest: cast.now });
});

test('of two processes one cleans and the other lets it', async () => {
  await resetOwner();
  await resetOwner();

  const held = await db.live.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('sandbox cleaner', 0))`);
    return clean(after(HOUR));
  });

  expect(held).toEqual({ rows: 0, layers: 0, more: false });
  expect(await clean(after(HOUR))).toMatchObject({ layers: 1 });
});

test('it runs on its own, through batches, until it is stopped', async () => {
  await scribble();
  await resetOwner();
  await resetOwner();
  const errors: unknown[] = [];

  const cleaner = startCleaner(db, {
    every: 5,
    batch: 10,
    clock: () => after(HOUR),
    onError: (error) => errors.push(error),
  });
  await vi.waitUntil(async () => (await cleanUpBacklog(db.live)).layers === 0, { timeout: 60_000 });
  await cleaner.stop();

  expect(errors).toEqual([]);
});
