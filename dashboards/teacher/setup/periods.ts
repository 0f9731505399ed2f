import type { SetupView } from '../../../src/sis/gradebook/types.ts';

type Row = SetupView['assignments'][number];

/** The assignments that count in one marking period, by due date. */
export type PeriodOfAssignments = { term: SetupView['terms'][number]; rows: Row[] };

/**
 * The assignments by marking period, in the order of the year; a period without assignments is listed too, so that one
 * sees there are none. Within a period by due date, then as they were made.
 */
export function byPeriod({
  terms,
  assignments,
}: Pick<SetupView, 'terms' | 'assignments'>): PeriodOfAssignments[] {
  return terms
    .filter(({ id, kind }) => kind === 'quarter' || assignments.some(({ termId }) => termId === id))
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0))
    .map((term) => ({
      term,
      rows: assignments
        .filter(({ termId }) => termId === term.id)
        .sort((a, b) => (a.dueOn === b.dueOn ? a.id - b.id : a.dueOn < b.dueOn ? -1 : 1)),
    }));
}
