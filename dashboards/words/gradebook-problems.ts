import { msg } from '@lit/localize';
import type { ProblemTable } from './table.ts';

/** Words for refusals of the gradebook and of posting grades. */
export const gradebookProblems: ProblemTable = {
  'gradebook/unknown-entry': () => ({
    says: msg('This is neither a score nor a special mark.'),
    todo: msg('Enter points, a percent, a letter grade, or one of your special marks.'),
  }),
};
