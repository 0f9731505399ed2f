import { sql } from 'drizzle-orm';
import type { Database, Db, Tx } from '../db/client.ts';
import { layers } from '../db/spaces/schema.ts';
import { UNDO_DAYS } from './rules.ts';

/** A state that can be undone no more is kept this much longer, for an undo that is under way. */
const GRACE_DAYS = 1;

/** Rows of a layer that was left this long ago are read by nobody: no request lasts as long. */
const QUIET_MINUTES = 30;

/** What waits to be cleaned away: how many abandoned layers, and since when the oldest. */
export type Backlog = { layers: number; oldest: Date | null };

export async function cleanUpBacklog(db: Db | Tx): Promise<Backlog> {
  const [backlog] = await db.execute<Backlog>(sql`
    select count(*) as layers, min(abandoned_at) as oldest from ${layers} where abandoned_at is not null`);
  return backlog!;
}

/** `rows` and `layers` deleted, and whether the batch ended before everything was done. */
export type CleanUp = { rows: number; layers: number; more: boolean };

export type CleanUpOptions = { now: Date; batch: number };

/**
 * Deletes at most `batch` rows of layers that nobody can reach any more: abandoned, and pointed to by no sandbox, no
 * undo that is still possible, no checkpoint and no scenario. One process at a time; another one does nothing.
 */
export async function cleanUp(db: Database, { now, batch }: CleanUpOptions): Promise<CleanUp> {
  return db.live.transaction(async (tx) => {
    const done: CleanUp = { rows: 0, layers: 0, more: false };
    const [lock] = await tx.execute<{ taken: boolean }>(sql`
      select pg_try_advisory_xact_lock(hashtextextended('sandbox cleaner', 0)) as taken`);
    if (!lock?.taken) return done;
    await giveUpOldUndos(tx, now, batch);
    for (const { id } of await unreachable(tx, now, batch)) {
      const [dropped] = await tx.execute<{ rows: number }>(sql`
        select app.drop_layer(${id}, ${batch - done.rows}) as rows`);
      done.rows += dropped!.rows;
      done.more = done.rows >= batch;
      if (done.more) break;
      await tx.execute(sql`delete from ${layers} where id = ${id}`);
      done.layers++;
    }
    return done;
  });
}

/** Sandboxes that are being written to are left for the next time. */
async function giveUpOldUndos(tx: Tx, now: Date, most: number): Promise<void> {
  await tx.execute(sql`
    with old as (
      select s.id, (s.previous ->> 'layer')::bigint as layer
      from platform.sandboxes s
      where s.previous is not null
        and s.reset_at < ${now}::timestamptz - make_interval(days => ${UNDO_DAYS + GRACE_DAYS})
        and pg_try_advisory_xact_lock(hashtextextended('sandbox', s.id))
      limit ${most}
      for update skip locked
    ),
    given_up as (
      update platform.sandboxes s set previous = null, reset_at = null from old where s.id = old.id
    )
    update ${layers} l set abandoned_at = ${now}::timestamptz from old where l.id = old.layer`);
}

/** Abandoned layers to which indeed nothing points, the oldest first. */
async function unreachable(tx: Tx, now: Date, most: number): Promise<{ id: number }[]> {
  return tx.execute<{ id: number }>(sql`
    select l.id
    from ${layers} l
    where l.abandoned_at < ${now}::timestamptz - make_interval(mins => ${QUIET_MINUTES})
      and not exists (select from platform.sandboxes s where s.layer = l.id)
      and not exists (select from platform.sandboxes s where (s.previous ->> 'layer')::bigint = l.id)
      and not exists (select from platform.checkpoints c where c.layer = l.id)
      and not exists (select from platform.scenarios c where c.layer = l.id)
    order by l.abandoned_at
    limit ${most}`);
}

export type CleanerOptions = {
  /** Milliseconds from the end of one run to the next. */
  every: number;
  /** Rows deleted in one transaction. */
  batch: number;
  clock: () => Date;
  onError: (error: unknown) => void;
};

/** Cleans up again and again in the background, beginning after the first interval. `stop` waits for a run under way. */
export function startCleaner(
  db: Database,
  { every, batch, clock, onError }: CleanerOptions,
): { stop(): Promise<void> } {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  const run = async () => {
    try {
      let more = true;
      while (more && !stopped) more = (await cleanUp(db, { now: clock(), batch })).more;
    } catch (error) {
      onError(error);
    }
    if (!stopped) schedule();
  };
  let timer: NodeJS.Timeout;
  const schedule = () => {
    timer = setTimeout(() => {
      running = run();
    }, every);
    timer.unref();
  };
  schedule();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
