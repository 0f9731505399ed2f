import { msg } from '@lit/localize';
import type { Problem } from '../../components/problem.ts';
import { attendanceProblems } from './attendance-problems.ts';
import { gradebookProblems } from './gradebook-problems.ts';
import { houseProblems } from './house-problems.ts';
import { sandboxProblems } from './sandbox-problems.ts';
import { schoolProblems } from './school-problems.ts';
import type { ProblemTable, ProblemWords } from './table.ts';

const TABLES: ProblemTable[] = [
  houseProblems,
  schoolProblems,
  attendanceProblems,
  gradebookProblems,
  sandboxProblems,
];

/** The words for a problem. A code without words of its own gets general ones that fit its status. */
export function problemWords(problem: Pick<Problem, 'code' | 'status' | 'facts'>): ProblemWords {
  for (const table of TABLES) {
    const words = table[problem.code];
    if (words) return words(problem.facts);
  }
  return generalWords(problem.status);
}

/** Every code that has words of its own. */
export const codesWithWords: string[] = TABLES.flatMap((table) => Object.keys(table));

function generalWords(status: number): ProblemWords {
  if (status === 403) {
    return {
      says: msg('Your role does not allow this.'),
      todo: msg('Ask the office if you think it should.'),
    };
  }
  if (status === 404 || status === 410) {
    return { says: msg('This is no longer there.'), todo: msg('Go back and choose it again.') };
  }
  if (status === 409) {
    return {
      says: msg('This is not possible as things stand.'),
      todo: msg('Load the page again to see what has changed.'),
    };
  }
  if (status >= 400 && status < 500) {
    return {
      says: msg('This was not accepted.'),
      todo: msg('Look at the marked entries, correct them, and send again.'),
    };
  }
  return {
    says: msg('Something went wrong on our side.'),
    todo: msg('Nothing was changed. Try again in a moment.'),
  };
}
