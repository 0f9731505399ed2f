import type { Ctx } from '../../db/ctx.ts';
import { listPostingWork } from '../../sis/gradebook/posting/queries.ts';
import { listMissing } from '../../sis/gradebook/scores/queries.ts';
import type { MissingWork, PostingWork } from '../../sis/gradebook/types.ts';
import { listTodaysClasses, type TodaysClasses } from '../../sis/scheduling/today/queries.ts';

/** What waits for a teacher today. */
export type TodayData = TodaysClasses & { missing: MissingWork[]; posting: PostingWork[] };

/** Classes, scores and postings that wait for whoever acts. */
export async function loadToday(ctx: Ctx): Promise<TodayData> {
  const [classes, missing, posting] = await Promise.all([
    listTodaysClasses(ctx),
    listMissing(ctx),
    listPostingWork(ctx),
  ]);
  return { ...classes, missing, posting };
}
