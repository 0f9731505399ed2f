import { postingProblems } from './posting-problems.ts';
import { scoreProblems } from './score-problems.ts';
import { setupProblems } from './setup-problems.ts';
import type { ProblemTable } from './table.ts';

/** Words for refusals of the gradebook: its setup, single scores, and posting grades. */
export const gradebookProblems: ProblemTable = { ...setupProblems, ...scoreProblems, ...postingProblems };
