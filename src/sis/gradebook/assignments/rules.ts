/*
 * An assignment's visibility goes round: public, public without grades, private, and public again. The marking
 * period in which it counts is the one it is due in, unless the teacher says otherwise.
 * Source: domain notes 2.2 (visibility cycles).
 * Example: work due on September 26 counts in Q2 (September 15 to October 3).
 */
import type { Visibility } from '../averages/types.ts';
import type { BookTerm } from '../types.ts';

const CYCLE: readonly Visibility[] = ['public', 'public-no-grades', 'private'];

/** The visibility after this one. */
export function nextVisibility(visibility: Visibility): Visibility {
  return CYCLE[(CYCLE.indexOf(visibility) + 1) % CYCLE.length]!;
}

/** The marking period in which work due on a day counts; undefined when the day is in none. */
export function termOfDue(
  terms: readonly Pick<BookTerm, 'id' | 'kind' | 'startsOn' | 'endsOn'>[],
  dueOn: string,
): number | undefined {
  return terms.find(
    ({ kind, startsOn, endsOn }) => kind === 'quarter' && startsOn <= dueOn && dueOn <= endsOn,
  )?.id;
}
