import type {
  AverageAssignment,
  AverageCategory,
  AverageSettings,
  AverageSetup,
  Score,
  ScoreMark,
} from '../../../../src/sis/gradebook/averages/types.ts';

/** A class's settings: category total points by ratio, lowest percentage dropped, two decimals, no scale. */
export const settings = (changed: Partial<AverageSettings> = {}): AverageSettings => ({
  averageMode: 'category-total-points',
  weightsAre: 'ratio',
  dropPolicy: 'lowest-percentage',
  decimals: 2,
  scale: null,
  ...changed,
});

export const category = (
  id: number,
  weight: string,
  changed: Partial<AverageCategory> = {},
): AverageCategory => ({
  id,
  weight,
  dropLowest: 0,
  dropHighest: 0,
  ...changed,
});

export const assignment = (
  id: number,
  categoryId: number,
  points: string,
  changed: Partial<AverageAssignment> = {},
): AverageAssignment => ({
  id,
  categoryId,
  points,
  weight: '1',
  extraCredit: false,
  neverDrop: false,
  visibility: 'public',
  dueOn: `2026-01-${String((id % 28) + 1).padStart(2, '0')}`,
  termId: 1,
  ...changed,
});

export const points = (assignmentId: number, scored: string | null): Score => ({
  assignmentId,
  points: scored,
  mark: null,
});

export const marked = (
  assignmentId: number,
  behavior: ScoreMark['behavior'],
  percent: string | null = null,
  scored: string | null = null,
): Score => ({ assignmentId, points: scored, mark: { behavior, percent } });

export const HW = 1;
export const QUIZ = 2;
export const TEST = 3;

/** The class of the vendor's help page: HW 10, 10, 20, 5; Quiz 50, 50, 50; Test 100, 100, 200; weights 25, 25, 50. */
export const helpPageClass = (changed: Partial<AverageSetup> = {}): AverageSetup => ({
  settings: settings(),
  categories: [category(HW, '25'), category(QUIZ, '25'), category(TEST, '50')],
  assignments: [
    assignment(11, HW, '10'),
    assignment(12, HW, '10'),
    assignment(13, HW, '20'),
    assignment(14, HW, '5'),
    assignment(21, QUIZ, '50'),
    assignment(22, QUIZ, '50'),
    assignment(23, QUIZ, '50'),
    assignment(31, TEST, '100'),
    assignment(32, TEST, '100'),
    assignment(33, TEST, '200'),
  ],
  ...changed,
});

/** The help page's student: 10, 9, 15, 4; 50, 42, 48; 80, 94, 180. */
export const helpPageScores: readonly Score[] = [
  points(11, '10'),
  points(12, '9'),
  points(13, '15'),
  points(14, '4'),
  points(21, '50'),
  points(22, '42'),
  points(23, '48'),
  points(31, '80'),
  points(32, '94'),
  points(33, '180'),
];
