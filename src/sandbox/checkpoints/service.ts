import { and, asc, count, eq } from 'drizzle-orm';
import { record } from '../../activity/service.ts';
import { checkpoints } from '../../db/spaces/schema.ts';
import type { Day } from '../../shared/days.ts';
import { notFound } from '../../shared/errors.ts';
import { checkpointNameTaken, tooManyCheckpoints } from '../errors.ts';
import { abandon, copyOfLayer } from '../layers.ts';
import { MOST_CHECKPOINTS } from '../rules.ts';
import { moveTo } from '../service.ts';
import { type ControlCtx, ensureCurrent, type Standing, stateOf } from '../standing.ts';

/** A kept state, as its owner sees it: its name, the sandbox's date in it, and when it was made. */
export type Checkpoint = { id: number; name: string; date: Day; madeAt: Date };

type CheckpointRow = typeof checkpoints.$inferSelect;

/** The sandbox's checkpoints, oldest first. */
export async function listCheckpoints({ tx, standing }: ControlCtx): Promise<Checkpoint[]> {
  const rows = await tx
    .select()
    .from(checkpoints)
    .where(eq(checkpoints.sandbox_id, standing.id))
    .orderBy(asc(checkpoints.created_at), asc(checkpoints.id));
  return rows.map(told);
}

/**
 * Keeps the present state under a name of 1 to 80 characters. Throws sandbox/checkpoint-name-taken and, at
 * `MOST_CHECKPOINTS`, sandbox/too-many-checkpoints.
 */
export async function makeCheckpoint(ctx: ControlCtx, { name }: { name: string }): Promise<Checkpoint> {
  const { tx, standing, now } = ctx;
  const ofSandbox = eq(checkpoints.sandbox_id, standing.id);
  const [kept] = await tx.select({ count: count() }).from(checkpoints).where(ofSandbox);
  if (kept!.count >= MOST_CHECKPOINTS) throw tooManyCheckpoints({ most: MOST_CHECKPOINTS });
  const [same] = await tx
    .select()
    .from(checkpoints)
    .where(and(ofSandbox, eq(checkpoints.name, name)));
  if (same) throw checkpointNameTaken({ name });

  const layer = await copyOfLayer(tx, standing.layer);
  const state = { ...stateOf(standing), layer };
  const [made] = await tx
    .insert(checkpoints)
    .values({ sandbox_id: standing.id, name, state, layer, created_at: now })
    .returning();
  await record(ctx, { verb: 'sandbox.checkpoint-made', subject: { type: 'checkpoint', id: made!.id } });
  return told(made!);
}

/**
 * Brings a checkpoint's rows, date, persona and school back. The checkpoint stays as it was made, and the state
 * before can be got back by `undoReset`. Throws shared/not-found and sandbox/moved-on.
 */
export async function restoreCheckpoint(
  ctx: ControlCtx,
  { id, generation }: { id: number; generation: number },
): Promise<Standing> {
  ensureCurrent(ctx, generation);
  const checkpoint = await getCheckpoint(ctx, id);
  const layer = await copyOfLayer(ctx.tx, checkpoint.layer);
  const standing = await moveTo(ctx, { ...checkpoint.state, layer });
  await record(ctx, { verb: 'sandbox.checkpoint-restored', subject: { type: 'checkpoint', id } });
  return standing;
}

/** Gives a checkpoint up. Throws shared/not-found. */
export async function deleteCheckpoint(ctx: ControlCtx, { id }: { id: number }): Promise<void> {
  const checkpoint = await getCheckpoint(ctx, id);
  await ctx.tx.delete(checkpoints).where(eq(checkpoints.id, id));
  await abandon(ctx.tx, ctx.now, checkpoint.layer);
  await record(ctx, { verb: 'sandbox.checkpoint-deleted', subject: { type: 'checkpoint', id } });
}

async function getCheckpoint({ tx, standing }: ControlCtx, id: number): Promise<CheckpointRow> {
  const [found] = await tx
    .select()
    .from(checkpoints)
    .where(and(eq(checkpoints.id, id), eq(checkpoints.sandbox_id, standing.id)));
  if (!found) throw notFound('checkpoint', id);
  return found;
}

function told({ id, name, state, created_at }: CheckpointRow): Checkpoint {
  return { id, name, date: state.today, madeAt: created_at };
}
