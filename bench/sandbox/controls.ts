import { sql } from 'drizzle-orm';
import type { Database } from '../../src/db/client.ts';
import { sandboxes } from '../../src/db/spaces/schema.ts';
import { inSandbox } from '../../src/db/spaces/spaces.ts';
import { listChangedRows, tellChanges } from '../../src/sandbox/changes/queries.ts';
import { makeCheckpoint, restoreCheckpoint } from '../../src/sandbox/checkpoints/service.ts';
import { beginningFor, ensureSandbox, reset, undoReset } from '../../src/sandbox/service.ts';
import { atControls, type ControlCtx, type Standing } from '../../src/sandbox/standing.ts';
import { median, timed } from '../clock.ts';

const ROUNDS = 60;
const WARMUPS = 5;

/** Median milliseconds of each control, whole transactions; `rowsOfStart`: rows of the school that a start wrote. */
export type Controls = {
  start: number;
  rowsOfStart: number;
  reset: number;
  undo: number;
  checkpoint: number;
  restore: number;
  changes: number;
};

/** Measures the controls on sandboxes that each have changed rows, a different one every round. */
export async function measureControls(db: Database): Promise<Controls> {
  const accounts = await db.live
    .select({ accountId: sandboxes.account_id })
    .from(sandboxes)
    .orderBy(sql`hashtext(${sandboxes.account_id}::text)`)
    .limit(ROUNDS + WARMUPS);
  const over = (work: (accountId: number) => Promise<unknown>) =>
    medianOver(
      accounts.map((a) => a.accountId),
      work,
    );

  const changes = await over((accountId) => readChanges(db, accountId));
  const checkpoint = await over((accountId) =>
    controls(db, accountId, (ctx) => makeCheckpoint(ctx, { name: 'Before the lesson' })),
  );
  const kept = new Map(
    (
      await db.live.execute<{ accountId: number; id: number }>(sql`
      select s.account_id as "accountId", c.id from platform.checkpoints c join platform.sandboxes s on s.id = c.sandbox_id`)
    ).map(({ accountId, id }) => [accountId, id]),
  );
  const restore = await over((accountId) =>
    controls(db, accountId, (ctx) =>
      restoreCheckpoint(ctx, { id: kept.get(accountId)!, generation: ctx.standing.generation }),
    ),
  );
  const beginning = await beginningFor(db, player(accounts[0]!.accountId));
  const resets = await over((accountId) =>
    controls(db, accountId, (ctx) => reset(ctx, { beginning, generation: ctx.standing.generation })),
  );
  const undo = await over((accountId) =>
    controls(db, accountId, (ctx) => undoReset(ctx, { generation: ctx.standing.generation })),
  );
  return { ...(await measureStarts(db)), reset: resets, undo, checkpoint, restore, changes };
}

async function measureStarts(db: Database): Promise<Pick<Controls, 'start' | 'rowsOfStart'>> {
  const fresh = Array.from({ length: ROUNDS + WARMUPS }, (_, n) => 900_000_000 + n);
  const started: Standing[] = [];
  const start = await medianOver(fresh, async (accountId) => {
    started.push(await ensureSandbox(db, player(accountId), asker(accountId)));
  });
  let rowsOfStart = 0;
  for (const { template, layer } of started) {
    const [found] = await db.live.execute<{ count: number }>(sql`
      select count(*) from app.layer_changes(${template}, ${layer})`);
    rowsOfStart += found!.count;
  }
  return { start, rowsOfStart };
}

/** The first page of "what did I change", as its route reads it. */
async function readChanges(db: Database, accountId: number): Promise<void> {
  const { actor, now } = asker(accountId);
  const { rows, sandboxId } = await atControls(db, { actor, now }, { write: false }, async (ctx) => ({
    rows: await listChangedRows(ctx),
    sandboxId: ctx.space.sandboxId,
  }));
  await inSandbox(db, { sandboxId, write: false }, (tx, { today, template, layer }) =>
    tellChanges({ tx, actor, now, today, space: { kind: 'sandbox', sandboxId, template, layer } }, rows, {
      by: 'area',
      limit: 50,
      after: null,
    }),
  );
}

function controls<T>(db: Database, accountId: number, work: (ctx: ControlCtx) => Promise<T>): Promise<T> {
  return atControls(db, asker(accountId), { write: true }, work);
}

function player(accountId: number) {
  return { accountId, staffNumber: null, role: 'teacher' as const };
}

function asker(accountId: number) {
  const actor = { accountId, personId: null, personName: '', grants: [], sectionIds: [], studentIds: [] };
  return { actor, now: new Date() };
}

async function medianOver(
  accounts: number[],
  work: (accountId: number) => Promise<unknown>,
): Promise<number> {
  const times: number[] = [];
  for (const accountId of accounts) times.push(await timed(() => work(accountId)));
  return median(times.slice(WARMUPS));
}
