import { describe, expect, test } from 'vitest';
import { roundHalfUp } from '../../../../src/sis/gradebook/averages/exact.ts';
import { explainAverage, planAverages, withScores } from '../../../../src/sis/gradebook/averages/rules.ts';
import type { AverageMode, AverageSetup, Score } from '../../../../src/sis/gradebook/averages/types.ts';
import {
  assignment,
  category,
  HW,
  helpPageClass,
  helpPageScores,
  marked,
  points,
  QUIZ,
  settings,
  TEST,
} from './cast.ts';

const NOW = { reader: 'teacher', unscored: 'left-out' } as const;

/** The average to four places, rounded once from the exact one. */
function averageIn(averageMode: AverageMode, setup: AverageSetup, scores: readonly Score[]): string | null {
  const plan = planAverages({ ...setup, settings: { ...setup.settings, averageMode } });
  const { exact } = explainAverage(plan, scores, NOW);
  return exact === null ? null : roundHalfUp(exact, 4);
}

const droppingOneHomework = helpPageClass({
  categories: [category(HW, '25', { dropLowest: 1 }), category(QUIZ, '25'), category(TEST, '50')],
});
const withoutTests = helpPageScores.filter(({ assignmentId }) => assignmentId < 30);

const cases = [
  {
    name: 'the help page as it stands',
    setup: helpPageClass(),
    scores: helpPageScores,
    expected: { 'categories-only': '88.8958', 'category-total-points': '88.6944', 'total-points': '89.4118' },
  },
  {
    name: 'the fourth homework is marked missing, calculated as zero',
    setup: helpPageClass(),
    scores: withScores(helpPageScores, [marked(14, 'zero')]),
    expected: { 'categories-only': '83.8958', 'category-total-points': '86.4722', 'total-points': '88.7395' },
  },
  {
    name: 'the fourth homework is exempt',
    setup: helpPageClass(),
    scores: withScores(helpPageScores, [marked(14, 'exempt')]),
    expected: { 'categories-only': '89.4167', 'category-total-points': '88.8333', 'total-points': '89.4915' },
  },
  {
    name: 'the lowest homework, 15 of 20, is dropped',
    setup: droppingOneHomework,
    scores: helpPageScores,
    expected: { 'categories-only': '89.8333', 'category-total-points': '90.5833', 'total-points': '89.9130' },
  },
  {
    name: 'no test is scored, so homework and quizzes share the whole',
    setup: helpPageClass(),
    scores: withoutTests,
    expected: { 'categories-only': '89.7917', 'category-total-points': '88.8889', 'total-points': '91.2821' },
  },
] satisfies {
  name: string;
  setup: AverageSetup;
  scores: readonly Score[];
  expected: Partial<Record<AverageMode, string>>;
}[];

describe('the worked example of the design comment', () => {
  test.for(cases)('$name', ({ setup, scores, expected }) => {
    const computed = Object.fromEntries(
      (Object.keys(expected) as AverageMode[]).map((mode) => [mode, averageIn(mode, setup, scores)]),
    );

    expect(computed).toEqual(expected);
  });

  test('total points are exactly 532 of 595', () => {
    const plan = planAverages(helpPageClass({ settings: settings({ averageMode: 'total-points' }) }));
    const { formula, exact, rounded } = explainAverage(plan, helpPageScores, NOW);

    expect(formula).toEqual({ kind: 'points', earned: '532', possible: '595' });
    expect([exact, rounded]).toEqual(['1520/17', '89.41']);
  });

  test('the category average is not rounded before it is weighed', () => {
    const plan = planAverages(helpPageClass({ settings: settings({ averageMode: 'categories-only' }) }));

    expect(explainAverage(plan, helpPageScores, NOW).rounded).toBe('88.90');
  });
});

describe('categories and assignments', () => {
  const setup = helpPageClass({
    assignments: [
      assignment(11, HW, '100', { weight: '1' }),
      assignment(12, HW, '100', { weight: '3' }),
      assignment(13, HW, '100', { weight: '1' }),
      assignment(21, QUIZ, '100'),
      assignment(22, QUIZ, '100'),
      assignment(23, QUIZ, '100'),
      assignment(31, TEST, '100', { weight: '1' }),
      assignment(32, TEST, '100', { weight: '2' }),
    ],
  });
  const scores = [
    points(11, '70'),
    points(12, '90'),
    points(13, '80'),
    points(21, '90'),
    points(22, '60'),
    points(23, '90'),
    points(31, '90'),
    points(32, '90'),
  ];

  test('homework 70, 90, 80 weighing 1, 3, 1 is 84, and the whole 86', () => {
    const plan = planAverages({
      ...setup,
      settings: settings({ averageMode: 'categories-and-assignments' }),
    });
    const { categories, rounded } = explainAverage(plan, scores, NOW);

    expect(categories.map(({ percent }) => percent)).toEqual(['84', '80', '90']);
    expect(rounded).toBe('86.00');
  });

  test('without the weights of the assignments the whole is 85', () => {
    expect(averageIn('categories-only', setup, scores)).toBe('85.0000');
  });
});

describe('which score is best to drop: of 80/100, 20/100 and 1/20', () => {
  const setup = {
    settings: settings(),
    categories: [category(HW, '100', { dropLowest: 1 })],
    assignments: [assignment(1, HW, '100'), assignment(2, HW, '100'), assignment(3, HW, '20')],
  };
  const scores = [points(1, '80'), points(2, '20'), points(3, '1')];
  const policies = [
    {
      name: 'the lowest percentage leaves 50',
      dropPolicy: 'lowest-percentage',
      rounded: '50.00',
      dropped: 3,
    },
    {
      name: 'the best for the student leaves 67.5',
      dropPolicy: 'best-for-student',
      rounded: '67.50',
      dropped: 2,
    },
  ] as const;

  test.for(policies)('$name', ({ dropPolicy, rounded, dropped }) => {
    for (const averageMode of ['category-total-points', 'total-points'] as const) {
      const plan = planAverages({ ...setup, settings: settings({ averageMode, dropPolicy }) });
      const explained = explainAverage(plan, scores, NOW);
      const items = explained.categories[0]!.items;

      expect(explained.rounded).toBe(rounded);
      expect(
        items.filter(({ standing }) => standing === 'dropped-lowest').map((i) => i.assignmentId),
      ).toEqual([dropped]);
    }
  });
});
