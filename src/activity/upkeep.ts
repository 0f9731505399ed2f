import { sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';

/** How many months lie ready before the log reaches them. */
const MONTHS_AHEAD = 3;

/** Makes the log's partitions of the coming months; gives how many were missing. Call it at start and daily. */
export async function keepPartitions(live: Db): Promise<number> {
  const [row] = await live.execute<{ made: number }>(
    sql`select app.keep_activity_partitions(${MONTHS_AHEAD}) as made`,
  );
  return row?.made ?? 0;
}
