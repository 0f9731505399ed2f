import { addDays, type Day } from '../shared/days.ts';

/**
 * The rules of a person's own practice school, beside the engine that keeps it.
 *
 * Its date only goes forward, and only within its school year: work of a later day would otherwise stand in a
 * future that has not come. Going back is what a reset and a checkpoint are for, which take the work along.
 * A reset (or a restored checkpoint) can be undone for `UNDO_DAYS` days, until the next one.
 *
 * Example: a sandbox reset at noon on March 1 can be undone until noon on March 15.
 */
export const UNDO_DAYS = 14;

/** How many checkpoints one person keeps. */
export const MOST_CHECKPOINTS = 20;

/** The last instant at which a reset made at `at` can be undone. */
export function undoUntil(at: Date): Date {
  return new Date(`${addDays(at.toISOString().slice(0, 10), UNDO_DAYS)}${at.toISOString().slice(10)}`);
}

export type DateMove = 'fine' | 'same' | 'backwards' | 'outside-year';

/** Whether a sandbox's date may move from `today` to `to`, in a school year with both days included. */
export function dateMove(today: Day, to: Day, year: { startsOn: Day; endsOn: Day }): DateMove {
  if (to < year.startsOn || to > year.endsOn) return 'outside-year';
  if (to < today) return 'backwards';
  return to === today ? 'same' : 'fine';
}

/**
 * Which of `count` people (at least 1) an account plays when none of them is itself: always the same one, spread
 * evenly over accounts (multiplicative hashing, Knuth, The Art of Computer Programming, volume 3, 6.4).
 */
export function stableChoice(accountId: number, count: number): number {
  const spread = (BigInt(accountId) * 2_654_435_761n) % 4_294_967_296n;
  return Number((spread * BigInt(count)) / 4_294_967_296n);
}
