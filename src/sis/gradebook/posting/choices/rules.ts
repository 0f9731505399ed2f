/*
 * Which marking period a section's posting opens at: a window that is open, the one that closes first; else the next to
 * open; else the one that closed last. Sections post for the terms they run in: a semester's class for the semester and
 * its marking periods.
 * Source: domain notes 2.2 and 5.6.
 * Example, on September 24: progress of Q2 is open (22nd to 26th), so it is chosen before Q2's term grades (from the 29th).
 */
import type { BookTerm, PostingChoice, WindowState } from '../../types.ts';

/** Where a window stands on a day; both its days are open. */
export function windowState(
  { opensOn, closesOn }: { opensOn: string; closesOn: string },
  day: string,
): WindowState {
  if (day < opensOn) return 'before';
  return day > closesOn ? 'closed' : 'open';
}

/** Whether a section of `sectionTermId` (null: the whole year) runs in a term. */
export function runsInTerm(sectionTermId: number | null, term: Pick<BookTerm, 'id' | 'parentId'>): boolean {
  return sectionTermId === null || term.id === sectionTermId || term.parentId === sectionTermId;
}

/** The window to open at, or undefined when there is none. */
export function chooseWindow(choices: readonly PostingChoice[]): PostingChoice | undefined {
  const by = (state: WindowState, key: 'opensOn' | 'closesOn') =>
    choices.filter((choice) => choice.state === state).sort((a, b) => (a[key] < b[key] ? -1 : 1));
  return by('open', 'closesOn')[0] ?? by('before', 'opensOn')[0] ?? by('closed', 'closesOn').at(-1);
}
