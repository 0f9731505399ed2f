import { expect, test } from 'vitest';
import { explainAverage, planAverages } from '../../../../src/sis/gradebook/averages/rules.ts';
import type {
  AverageAssignment,
  AverageSettings,
  Score,
  Unscored,
} from '../../../../src/sis/gradebook/averages/types.ts';
import { assignment, category, HW, marked, points, QUIZ, settings } from './cast.ts';

type Case = {
  name: string;
  lowest?: number;
  highest?: number;
  changed?: Partial<AverageSettings>;
  unscored?: Unscored;
  assignments: AverageAssignment[];
  scores: Score[];
  dropped: Record<number, 'dropped-lowest' | 'dropped-highest'>;
};

const tens = (count: number, changed: Partial<AverageAssignment> = {}) =>
  Array.from({ length: count }, (_, index) => assignment(index + 1, HW, '10', changed));
const scored = (...earned: string[]) => earned.map((one, index) => points(index + 1, one));

const cases: Case[] = [
  {
    name: 'the lowest and the highest go',
    lowest: 1,
    highest: 1,
    assignments: tens(4),
    scores: scored('7', '3', '10', '8'),
    dropped: { 2: 'dropped-lowest', 3: 'dropped-highest' },
  },
  {
    name: 'the lowest is by percent, not by points',
    lowest: 1,
    assignments: [assignment(1, HW, '5'), assignment(2, HW, '100')],
    scores: scored('4', '70'),
    dropped: { 2: 'dropped-lowest' },
  },
  {
    name: 'a tie goes to the earliest due',
    lowest: 1,
    assignments: [
      assignment(1, HW, '10', { dueOn: '2026-02-09' }),
      assignment(2, HW, '10', { dueOn: '2026-02-02' }),
      assignment(3, HW, '10', { dueOn: null }),
    ],
    scores: scored('5', '5', '5'),
    dropped: { 2: 'dropped-lowest' },
  },
  {
    name: 'a tie goes to the earliest due under the best for the student too',
    lowest: 1,
    changed: { dropPolicy: 'best-for-student' },
    assignments: [
      assignment(1, HW, '10', { dueOn: '2026-02-09' }),
      assignment(2, HW, '10', { dueOn: '2026-02-02' }),
    ],
    scores: scored('5', '5'),
    dropped: { 2: 'dropped-lowest' },
  },
  {
    name: 'the last counted score stays',
    lowest: 5,
    assignments: tens(3),
    scores: scored('5', '6', '7'),
    dropped: { 1: 'dropped-lowest', 2: 'dropped-lowest' },
  },
  {
    name: 'where there are too few, the lowest go before the highest',
    lowest: 1,
    highest: 2,
    assignments: tens(3),
    scores: scored('5', '6', '7'),
    dropped: { 1: 'dropped-lowest', 3: 'dropped-highest' },
  },
  {
    name: 'an item never dropped stays, and may be the last',
    lowest: 3,
    assignments: [assignment(1, HW, '10', { neverDrop: true }), ...tens(3).slice(1)],
    scores: scored('1', '6', '7'),
    dropped: { 2: 'dropped-lowest', 3: 'dropped-lowest' },
  },
  {
    name: 'blank and exempt cells are no candidates',
    lowest: 1,
    assignments: tens(4),
    scores: [marked(1, 'exempt'), points(3, '6'), points(4, '7')],
    dropped: { 3: 'dropped-lowest' },
  },
  {
    name: 'a mark that counts as zero is the lowest',
    lowest: 1,
    assignments: tens(3),
    scores: [points(1, '6'), marked(2, 'zero'), points(3, '7')],
    dropped: { 2: 'dropped-lowest' },
  },
  {
    name: 'if nothing more comes in, an unscored one is the lowest',
    lowest: 1,
    unscored: 'as-zero',
    assignments: tens(3),
    scores: [points(1, '6'), points(3, '7')],
    dropped: { 2: 'dropped-lowest' },
  },
  {
    name: 'extra credit is no candidate',
    lowest: 1,
    assignments: [...tens(2), assignment(3, HW, '10', { extraCredit: true })],
    scores: scored('6', '7', '1'),
    dropped: { 1: 'dropped-lowest' },
  },
  {
    name: 'in total points, the best for the student keeps good homework that the policy would let go',
    lowest: 1,
    changed: { averageMode: 'total-points', dropPolicy: 'best-for-student' },
    assignments: [...tens(2), assignment(3, QUIZ, '10')],
    scores: scored('10', '9', '5'),
    dropped: {},
  },
  {
    name: 'in total points, the lowest percentage lets good homework go all the same',
    lowest: 1,
    changed: { averageMode: 'total-points' },
    assignments: [...tens(2), assignment(3, QUIZ, '10')],
    scores: scored('10', '9', '5'),
    dropped: { 2: 'dropped-lowest' },
  },
  {
    name: 'by assignment weight, the best for the student drops the heavy one and not the lowest',
    lowest: 1,
    changed: { averageMode: 'categories-and-assignments', dropPolicy: 'best-for-student' },
    assignments: [
      assignment(1, HW, '100', { weight: '5' }),
      assignment(2, HW, '100', { weight: '5' }),
      assignment(3, HW, '100'),
    ],
    scores: scored('80', '20', '5'),
    dropped: { 2: 'dropped-lowest' },
  },
];

test.for(cases)('$name', ({ lowest = 0, highest = 0, changed, unscored, assignments, scores, dropped }) => {
  const plan = planAverages({
    settings: settings(changed),
    categories: [category(HW, '50', { dropLowest: lowest, dropHighest: highest }), category(QUIZ, '50')],
    assignments,
  });
  const { categories } = explainAverage(plan, scores, {
    reader: 'teacher',
    unscored: unscored ?? 'left-out',
  });
  const found = categories
    .flatMap(({ items }) => items)
    .filter(({ standing }) => standing.startsWith('dropped'))
    .map(({ assignmentId, standing }) => [assignmentId, standing]);

  expect(Object.fromEntries(found)).toEqual(dropped);
});

test('an item dropped keeps its score in the explanation, outside the sums', () => {
  const plan = planAverages({
    settings: settings(),
    categories: [category(HW, '100', { dropLowest: 1 })],
    assignments: tens(2),
  });
  const [line] = explainAverage(plan, scored('6', '9'), {
    reader: 'teacher',
    unscored: 'left-out',
  }).categories;

  expect(line).toMatchObject({ earned: '9', possible: '10' });
  expect(line!.items[0]).toMatchObject({ standing: 'dropped-lowest', earned: '6', percent: '60' });
});
