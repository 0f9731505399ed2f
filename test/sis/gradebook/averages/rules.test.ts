import { describe, expect, test } from 'vitest';
import {
  explainAverage,
  explainBoth,
  planAverages,
  withScores,
} from '../../../../src/sis/gradebook/averages/rules.ts';
import type {
  AverageAssignment,
  AverageSetup,
  Explanation,
  Score,
} from '../../../../src/sis/gradebook/averages/types.ts';
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

const explain = (setup: AverageSetup, scores: readonly Score[]) =>
  explainAverage(planAverages(setup), scores, NOW);

const standings = (explained: Explanation) =>
  explained.categories
    .flatMap(({ items }) => items)
    .map(({ assignmentId, standing }) => [assignmentId, standing]);

const oneCategory = (assignments: AverageAssignment[], dropLowest = 0, dropHighest = 0): AverageSetup => ({
  settings: settings(),
  categories: [category(HW, '100', { dropLowest, dropHighest })],
  assignments,
});

describe('what counts', () => {
  const twoTens = oneCategory([assignment(1, HW, '10'), assignment(2, HW, '10')]);
  const marks = [
    { name: 'exempt vanishes', score: marked(2, 'exempt'), rounded: '80.00', standing: 'excused' },
    {
      name: 'zero counts as none of the points',
      score: marked(2, 'zero'),
      rounded: '40.00',
      standing: 'counted',
    },
    {
      name: 'full points count as all',
      score: marked(2, 'full-points'),
      rounded: '90.00',
      standing: 'counted',
    },
    {
      name: 'a fixed percent counts as that percent of the points',
      score: marked(2, 'fixed-percent', '55'),
      rounded: '67.50',
      standing: 'counted',
    },
    {
      name: 'a mark without effect leaves the points beside it',
      score: marked(2, 'no-effect', null, '6'),
      rounded: '70.00',
      standing: 'counted',
    },
    {
      name: 'a mark without effect and without points is like a blank',
      score: marked(2, 'no-effect'),
      rounded: '80.00',
      standing: 'no-effect',
    },
    { name: 'a blank is not a zero', score: points(2, null), rounded: '80.00', standing: 'blank' },
    {
      name: 'a mark prevails over points left beside it',
      score: marked(2, 'zero', null, '10'),
      rounded: '40.00',
      standing: 'counted',
    },
  ] as const;

  test.for(marks)('$name', ({ score, rounded, standing }) => {
    const explained = explain(twoTens, [points(1, '8'), score]);

    expect(explained.rounded).toBe(rounded);
    expect(standings(explained)[1]).toEqual([2, standing]);
  });

  test('nothing scored is no average, not a zero', () => {
    const explained = explain(helpPageClass(), []);

    expect(explained).toMatchObject({ exact: null, rounded: null, letter: null, formula: null });
    expect(explained.categories.map(({ leftOut }) => leftOut)).toEqual(Array(3).fill('nothing-counted'));
  });

  test('if nothing more comes in, what is unscored is a zero, but what is exempt is not', () => {
    const plan = planAverages(oneCategory([1, 2, 3, 4].map((id) => assignment(id, HW, '10'))));
    const scores = [points(1, '9'), marked(2, 'exempt'), marked(3, 'no-effect')];
    const { asOfNow, ifNothingMore } = explainBoth(plan, scores, 'teacher');

    expect([asOfNow.rounded, ifNothingMore.rounded]).toEqual(['90.00', '30.00']);
    expect(ifNothingMore.categories[0]!.items.map(({ assumedZero }) => assumedZero)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  test('of a term, only its assignments count', () => {
    const setup = oneCategory([
      assignment(1, HW, '10', { termId: 1 }),
      assignment(2, HW, '10', { termId: 2 }),
    ]);
    const scores = [points(1, '6'), points(2, '10')];

    expect(explain({ ...setup, termIds: [1] }, scores).rounded).toBe('60.00');
    expect(explain({ ...setup, termIds: null }, scores).rounded).toBe('80.00');
  });

  test('an assignment of a category that was not given is a defect', () => {
    expect(() => planAverages(oneCategory([assignment(1, QUIZ, '10')]))).toThrow(/category 2/);
  });
});

describe('what a family sees', () => {
  const plan = planAverages(
    oneCategory([
      assignment(1, HW, '10'),
      assignment(2, HW, '10', { visibility: 'public-no-grades' }),
      assignment(3, HW, '10', { visibility: 'private' }),
    ]),
  );
  const scores = [points(1, '9'), marked(2, 'zero'), points(3, '3')];

  test('counts public scores alone', () => {
    expect(explainAverage(plan, scores, { ...NOW, reader: 'family' }).rounded).toBe('90.00');
    expect(explainAverage(plan, scores, NOW).rounded).toBe('40.00');
  });

  test('lists no private assignment, and no score of one without public grades', () => {
    const [line] = explainAverage(plan, scores, { ...NOW, reader: 'family' }).categories;

    expect(line!.items.map(({ assignmentId }) => assignmentId)).toEqual([1, 2]);
    expect(line!.items[1]).toMatchObject({ standing: 'not-public', earned: null, percent: null, mark: null });
  });

  test('does not take private work for a zero', () => {
    const view = { reader: 'family', unscored: 'as-zero' } as const;

    expect(explainAverage(plan, [points(1, '9')], view).rounded).toBe('90.00');
  });
});

describe('extra credit', () => {
  const bonus = [
    { name: 'an assignment of no points', extra: assignment(3, HW, '0') },
    { name: 'an assignment flagged as extra credit', extra: assignment(3, HW, '5', { extraCredit: true }) },
  ];

  test.for(bonus)('$name adds to what is earned, not to what is possible', ({ extra }) => {
    const setup = oneCategory([assignment(1, HW, '50'), assignment(2, HW, '50'), extra]);
    const explained = explain(setup, [points(1, '40'), points(2, '45'), points(3, '5')]);

    expect(explained.rounded).toBe('90.00');
    expect(explained.categories[0]).toMatchObject({ earned: '85', possible: '100', extra: '5' });
  });

  test('where percents are averaged, 5 points in a category of 100 add 5 percentage points', () => {
    const setup = oneCategory([assignment(1, HW, '20'), assignment(2, HW, '80'), assignment(3, HW, '0')]);
    const scores = [points(1, '10'), points(2, '80'), points(3, '5')];
    const explained = explain({ ...setup, settings: settings({ averageMode: 'categories-only' }) }, scores);

    expect(explained.categories[0]).toMatchObject({ percent: '80', bonus: '5' });
  });

  test('not handed in, it costs nothing even if nothing more comes in', () => {
    const plan = planAverages(oneCategory([assignment(1, HW, '10'), assignment(2, HW, '0')]));

    const { ifNothingMore } = explainBoth(plan, [points(1, '9')], 'teacher');

    expect(ifNothingMore.rounded).toBe('90.00');
    expect(ifNothingMore.categories[0]!.items[1]).toMatchObject({ standing: 'blank', assumedZero: false });
  });

  test('alone, it makes no average', () => {
    for (const averageMode of ['total-points', 'categories-only'] as const) {
      const setup = { ...oneCategory([assignment(1, HW, '0')]), settings: settings({ averageMode }) };

      expect(explain(setup, [points(1, '5')]).exact).toBeNull();
    }
  });

  test('goes as far as the scale lets it', () => {
    const scale = { steps: [{ letter: 'A', minPercent: '90' }], maxPercent: '105' };
    const setup = {
      ...oneCategory([assignment(1, HW, '10'), assignment(2, HW, '0')]),
      settings: settings({ scale }),
    };

    expect(explain(setup, [points(1, '10'), points(2, '1')])).toMatchObject({
      rounded: '105.00',
      capped: true,
    });
    expect(explain(setup, [points(1, '10')])).toMatchObject({
      rounded: '100.00',
      capped: false,
      letter: 'A',
    });
  });
});

describe('weights', () => {
  const perfect = withScores(
    [],
    helpPageClass().assignments.map(({ id, points: full }) => points(id, full)),
  );
  const weighted = (weightsAre: 'ratio' | 'percent', weights: [string, string, string]) =>
    helpPageClass({
      settings: settings({ weightsAre }),
      categories: [category(HW, weights[0]), category(QUIZ, weights[1]), category(TEST, weights[2])],
    });
  const noTests = perfect.filter(({ assignmentId }) => assignmentId < 30);
  const cases = [
    {
      name: 'as a ratio, 1 : 1 : 2 is 25, 25, 50',
      setup: weighted('ratio', ['1', '1', '2']),
      scores: perfect,
      used: ['25', '25', '50'],
      rounded: '100.00',
    },
    {
      name: 'as a ratio, an empty category leaves its weight to the others',
      setup: weighted('ratio', ['10', '30', '60']),
      scores: noTests,
      used: ['25', '75', null],
      rounded: '100.00',
    },
    {
      name: 'as percents of less than 100, what is missing is never earned',
      setup: weighted('percent', ['20', '20', '50']),
      scores: perfect,
      used: ['20', '20', '50'],
      rounded: '90.00',
    },
    {
      name: 'as percents, an empty category takes its percent out of the 100',
      setup: weighted('percent', ['20', '20', '50']),
      scores: noTests,
      used: ['40', '40', null],
      rounded: '80.00',
    },
    {
      name: 'as percents of 100, an empty category leaves its weight to the others',
      setup: weighted('percent', ['25', '25', '50']),
      scores: noTests,
      used: ['50', '50', null],
      rounded: '100.00',
    },
    {
      name: 'as percents of more than 100, what is beyond is bonus',
      setup: weighted('percent', ['50', '50', '10']),
      scores: perfect,
      used: ['50', '50', '10'],
      rounded: '110.00',
    },
    {
      name: 'as percents of more than 100, an empty bonus category takes nothing from the others',
      setup: weighted('percent', ['50', '50', '10']),
      scores: noTests,
      used: ['50', '50', null],
      rounded: '100.00',
    },
  ];

  test.for(cases)('$name', ({ setup, scores, used, rounded }) => {
    const explained = explain(setup, scores);

    expect(explained.categories.map(({ weightUsed }) => weightUsed)).toEqual(used);
    expect(explained.rounded).toBe(rounded);
  });

  test('a category without weight counts for nothing, and all of them for no average', () => {
    expect(explain(weighted('ratio', ['0', '1', '0']), helpPageScores).rounded).toBe('93.33');
    expect(explain(weighted('ratio', ['0', '0', '0']), helpPageScores).exact).toBeNull();
    expect(explain(weighted('percent', ['0', '0', '0']), helpPageScores).exact).toBeNull();
  });

  test('in a category, assignments without weight count for nothing', () => {
    const setup = oneCategory([assignment(1, HW, '10', { weight: '0' }), assignment(2, HW, '10')], 1);
    const mode = { ...setup, settings: settings({ averageMode: 'categories-and-assignments' }) };

    expect(standings(explain(mode, [points(1, '1'), points(2, '7')]))).toEqual([
      [1, 'no-weight'],
      [2, 'counted'],
    ]);
    expect(explain(mode, [points(1, '1')]).exact).toBeNull();
  });
});

test('the formula and the contributions account for the whole average', () => {
  const { formula, categories, letter } = explain(
    helpPageClass({
      settings: settings({
        scale: {
          steps: [
            { letter: 'A', minPercent: '90' },
            { letter: 'B', minPercent: '80' },
          ],
          maxPercent: null,
        },
      }),
    }),
    helpPageScores,
  );

  expect(formula).toEqual({
    kind: 'weighted',
    terms: [
      { categoryId: HW, weight: '25', percent: '84.4444', product: '2111.1111' },
      { categoryId: QUIZ, weight: '25', percent: '93.3333', product: '2333.3333' },
      { categoryId: TEST, weight: '50', percent: '88.5', product: '4425' },
    ],
    sum: '8869.4444',
    divisor: '100',
  });
  expect(categories.map(({ contribution }) => contribution)).toEqual(['21.1111', '23.3333', '44.25']);
  expect(letter).toBe('B');
});

test('what if replaces scores and leaves the real ones as they were', () => {
  const real = [points(1, '5')];
  const imagined = withScores(real, [points(1, '9'), points(2, '10')]);

  expect(imagined).toEqual([points(1, '9'), points(2, '10')]);
  expect(real).toEqual([points(1, '5')]);
});
