import { expect, test } from 'vitest';
import { whatIf } from '../../../../dashboards/teacher/student/what-if.ts';
import { explainBoth, planAverages } from '../../../../src/sis/gradebook/averages/rules.ts';
import type { AverageSetup, Score } from '../../../../src/sis/gradebook/averages/types.ts';
import type { GradeExplanation } from '../../../../src/sis/gradebook/types.ts';

const assignment = (id: number) => ({
  id,
  categoryId: 1,
  points: '10',
  weight: '1',
  extraCredit: false,
  neverDrop: false,
  visibility: 'public' as const,
  dueOn: '2025-09-10',
  termId: 21,
});
const setup: AverageSetup = {
  settings: {
    averageMode: 'total-points',
    weightsAre: 'ratio',
    dropPolicy: 'lowest-percentage',
    decimals: 2,
    scale: {
      steps: [
        { letter: 'A', minPercent: '90' },
        { letter: 'F', minPercent: '0' },
      ],
      maxPercent: '100',
    },
  },
  categories: [{ id: 1, weight: '100', dropLowest: 0, dropHighest: 0 }],
  assignments: [assignment(1), assignment(2)],
};
const scores: Score[] = [{ assignmentId: 1, points: '8', mark: null }];
const grade = {
  reader: 'teacher',
  setup,
  scores,
  marks: [{ id: 9, code: 'EX', name: 'Excused', behavior: 'exempt', percent: null }],
  ...explainBoth(planAverages(setup), scores, 'teacher'),
} as unknown as GradeExplanation;

test('nothing tried gives the averages as they are', () => {
  const { asOfNow, ifNothingMore } = whatIf(grade, new Map());

  expect([asOfNow, ifNothingMore]).toEqual([grade.asOfNow, grade.ifNothingMore]);
  expect([asOfNow.rounded, ifNothingMore.rounded]).toEqual(['80.00', '40.00']);
});

test.for([
  { typed: '10', now: '90.00', later: '90.00' },
  { typed: 'a', now: '85.00', later: '85.00' },
  { typed: 'ex', now: '80.00', later: '80.00' },
  { typed: '50%', now: '65.00', later: '65.00' },
])('"$typed" for what is not scored yet', ({ typed, now, later }) => {
  const { asOfNow, ifNothingMore, refused } = whatIf(grade, new Map([[2, typed]]));

  expect([asOfNow.rounded, ifNothingMore.rounded]).toEqual([now, later]);
  expect(refused).toEqual([]);
});

test('what cannot be a score leaves the average and says why', () => {
  const { asOfNow, refused } = whatIf(grade, new Map([[1, '12']]));

  expect(asOfNow.rounded).toBe('80.00');
  expect(refused).toMatchObject([{ assignmentId: 1, refusal: { code: 'scores/above-maximum' } }]);
});
