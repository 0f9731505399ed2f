import { explainBoth, planAverages, withScores } from '../../../src/sis/gradebook/averages/rules.ts';
import type { Explanation, Score } from '../../../src/sis/gradebook/averages/types.ts';
import { type EntryRefusal, parseEntry } from '../../../src/sis/gradebook/scores/rules.ts';
import type { GradeExplanation } from '../../../src/sis/gradebook/types.ts';

/*
 * What if: scores as they might be, read and averaged by the rules of the gradebook, saved nowhere. What cannot be read
 * leaves the score as it stands and is named. Example: Quiz 3 with 10 possible, typed "9": the averages with 9 of 10.
 */

export type WhatIf = {
  asOfNow: Explanation;
  ifNothingMore: Explanation;
  refused: { assignmentId: number; refusal: EntryRefusal }[];
};

/** Both averages with the typed scores put over the real ones (assignment → as typed). */
export function whatIf(grade: GradeExplanation, tried: ReadonlyMap<number, string>): WhatIf {
  const replaced: Score[] = [];
  const refused: WhatIf['refused'] = [];
  for (const [assignmentId, typed] of tried) {
    const entry = read(grade, assignmentId, typed);
    if (entry === undefined || entry.kind === 'clear') continue;
    if (entry.kind === 'refused') refused.push({ assignmentId, refusal: entry.refusal });
    else if (entry.kind === 'points') replaced.push({ assignmentId, points: entry.points, mark: null });
    else {
      const mark = grade.marks.find(({ id }) => id === entry.markId);
      if (mark) replaced.push({ assignmentId, points: null, mark });
    }
  }
  const scores = withScores(grade.scores, replaced);
  return { ...explainBoth(planAverages(grade.setup), scores, grade.reader), refused };
}

function read({ setup, marks }: GradeExplanation, assignmentId: number, typed: string) {
  const assignment = setup.assignments.find(({ id }) => id === assignmentId);
  if (!assignment) return undefined;
  const { scale } = setup.settings;
  return parseEntry(typed, {
    points: assignment.points,
    headroomPercent: scale?.maxPercent ?? null,
    scale,
    marks,
  });
}
