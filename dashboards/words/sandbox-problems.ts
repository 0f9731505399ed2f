import { msg } from '@lit/localize';
import type { ProblemTable } from './table.ts';

/** Words for refusals of the sandbox controls. */
export const sandboxProblems: ProblemTable = {
  'sandbox/nothing-to-undo': () => ({
    says: msg('There is no reset to undo.'),
    todo: msg('A reset can be undone until it is too old or another one follows.'),
  }),
};
