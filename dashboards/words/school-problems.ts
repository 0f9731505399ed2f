import { msg, str } from '@lit/localize';
import { formatDay } from '../../components/format.ts';
import { type ProblemTable, text } from './table.ts';

/** Words for refusals of the school's own records: calendar, people, enrollment, scheduling. */
export const schoolProblems: ProblemTable = {
  'calendar/not-in-any-term': (facts) => ({
    says: msg(str`${formatDay(text(facts.day))} is in no marking period.`),
    todo: msg('Choose a day of the school year.'),
  }),
};
