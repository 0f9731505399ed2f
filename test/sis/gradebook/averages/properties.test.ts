import fc from 'fast-check';
import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import { explainAverage, planAverages } from '../../../../src/sis/gradebook/averages/rules.ts';
import type {
  AverageCategory,
  AverageMode,
  AverageSetup,
  DropPolicy,
  Explanation,
  Score,
} from '../../../../src/sis/gradebook/averages/types.ts';
import { marked } from './cast.ts';

const modes: AverageMode[] = [
  'total-points',
  'category-total-points',
  'categories-only',
  'categories-and-assignments',
];

const categoryIds = [1, 2, 3];

const decimal = (max: number) =>
  fc.integer({ min: 0, max: max * 4 }).map((quarters) => (quarters / 4).toFixed(2));

const categories = fc.tuple(
  ...categoryIds.map((id) =>
    fc.record<AverageCategory>({
      id: fc.constant(id),
      weight: fc.integer({ min: 0, max: 60 }).map(String),
      dropLowest: fc.integer({ min: 0, max: 3 }),
      dropHighest: fc.integer({ min: 0, max: 1 }),
    }),
  ),
);

const cell = (id: number) =>
  fc.record({
    assignment: fc.record({
      id: fc.constant(id),
      categoryId: fc.constantFrom(...categoryIds),
      points: fc.oneof({ weight: 8, arbitrary: decimal(100) }, { weight: 1, arbitrary: fc.constant('0') }),
      weight: fc.constantFrom('0', '1', '1', '2.5'),
      extraCredit: fc.boolean().map((yes) => yes && id % 4 === 0),
      neverDrop: fc.boolean().map((yes) => yes && id % 3 === 0),
      visibility: fc.constantFrom('public', 'public-no-grades', 'private'),
      dueOn: fc.constantFrom('2026-01-12', '2026-01-19', null),
      termId: fc.constantFrom(1, 2),
    }),
    score: fc.record<Score>({
      assignmentId: fc.constant(id),
      points: fc.option(decimal(110)),
      mark: fc.option(
        fc.record({
          behavior: fc.constantFrom('exempt', 'zero', 'full-points', 'fixed-percent', 'no-effect'),
          percent: fc.constant('55'),
        }),
        { freq: 5 },
      ),
    }),
  });

const classAndScores = fc
  .record({
    averageMode: fc.constantFrom(...modes),
    weightsAre: fc.constantFrom('ratio' as const, 'percent' as const),
    dropPolicy: fc.constantFrom<DropPolicy>('lowest-percentage', 'best-for-student'),
    categories,
    cells: fc
      .integer({ min: 0, max: 9 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => cell(i + 1)))),
  })
  .map(({ categories, cells, ...settings }) => ({
    setup: {
      settings: { ...settings, decimals: 2, scale: null },
      categories,
      assignments: cells.map(({ assignment }) => assignment),
    } satisfies AverageSetup,
    scores: cells.map(({ score }) => score),
  }));

const views = fc.record({
  reader: fc.constantFrom('teacher' as const, 'family' as const),
  unscored: fc.constantFrom('left-out' as const, 'as-zero' as const),
});

const NOW = { reader: 'teacher', unscored: 'left-out' } as const;
const explain = (
  setup: AverageSetup,
  scores: readonly Score[],
  view: Parameters<typeof explainAverage>[2] = NOW,
) => explainAverage(planAverages(setup), scores, view);

/** The exact average, with nothing counted below every average. */
const averageIn = ({ exact }: Explanation) => new Fraction(exact ?? '-1');

test('every class and every score gives a number or none: nothing is divided by zero', () => {
  fc.assert(
    fc.property(classAndScores, views, ({ setup, scores }, view) => {
      const explained = explain(setup, scores, view);

      expect(JSON.stringify(explained)).not.toMatch(/NaN|Infinity|undefined/);
      if (explained.exact !== null) expect(explained.rounded).toMatch(/^\d+\.\d\d$/);
      expect(explained.formula === null).toBe(explained.exact === null);
    }),
    { numRuns: 500 },
  );
});

test('an exempt score changes nothing but its own line', () => {
  fc.assert(
    fc.property(classAndScores, views, fc.nat(), ({ setup, scores }, view, pick) => {
      fc.pre(scores.length > 0);
      const { assignmentId } = scores[pick % scores.length]!;
      const exempted = scores.map((score) =>
        score.assignmentId === assignmentId ? marked(assignmentId, 'exempt') : score,
      );
      const without = setup.assignments.filter(({ id }) => id !== assignmentId);

      expect(explain(setup, exempted, view).exact).toEqual(
        explain({ ...setup, assignments: without }, scores, view).exact,
      );
    }),
  );
});

test('the order of scores, assignments and categories changes nothing', () => {
  const reversed = <T>(list: readonly T[]) => [...list].reverse();
  const linesById = ({ categories: lines }: Explanation) =>
    [...lines].sort((a, b) => a.categoryId - b.categoryId);

  fc.assert(
    fc.property(classAndScores, views, ({ setup, scores }, view) => {
      const turned = {
        ...setup,
        categories: reversed(setup.categories),
        assignments: reversed(setup.assignments),
      };
      const [one, other] = [explain(setup, scores, view), explain(turned, reversed(scores), view)];

      expect(other.exact).toBe(one.exact);
      expect(linesById(other)).toEqual(linesById(one));
    }),
  );
});

test('a category with nothing counted is as good as not there, and the ratios of the others make up the whole', () => {
  fc.assert(
    fc.property(classAndScores, fc.constantFrom(...categoryIds), ({ setup, scores }, emptied) => {
      const ratio = { ...setup, settings: { ...setup.settings, weightsAre: 'ratio' as const } };
      const inIt = new Set(setup.assignments.filter((a) => a.categoryId === emptied).map(({ id }) => id));
      const blanked = scores.filter(({ assignmentId }) => !inIt.has(assignmentId));
      const gone = {
        ...ratio,
        categories: ratio.categories.filter(({ id }) => id !== emptied),
        assignments: ratio.assignments.filter(({ id }) => !inIt.has(id)),
      };

      expect(explain(ratio, blanked).exact).toBe(explain(gone, scores).exact);
    }),
  );
});

test('weights by ratio matter only in proportion', () => {
  fc.assert(
    fc.property(classAndScores, fc.integer({ min: 2, max: 9 }), ({ setup, scores }, factor) => {
      const ratio = { ...setup, settings: { ...setup.settings, weightsAre: 'ratio' as const } };
      const heavier = ratio.categories.map((one) => ({
        ...one,
        weight: String(Number(one.weight) * factor),
      }));

      expect(explain({ ...ratio, categories: heavier }, scores).exact).toBe(explain(ratio, scores).exact);
    }),
  );
});

test('as percents that add up to 100, weights mean the same as by ratio', () => {
  fc.assert(
    fc.property(classAndScores, ({ setup, scores }) => {
      const weighing = ['20', '30', '50'].map((weight, index) => ({ ...setup.categories[index]!, weight }));
      const by = (weightsAre: 'ratio' | 'percent') =>
        explain({ ...setup, settings: { ...setup.settings, weightsAre }, categories: weighing }, scores)
          .exact;

      expect(by('percent')).toBe(by('ratio'));
    }),
  );
});

test('what counts if nothing more comes in is never more than as of now, when nothing is dropped', () => {
  fc.assert(
    fc.property(classAndScores, ({ setup, scores }) => {
      const kept = setup.categories.map((one) => ({ ...one, weight: '1', dropLowest: 0, dropHighest: 0 }));
      const one = {
        ...setup,
        categories: kept.slice(0, 1),
        assignments: setup.assignments.filter((a) => a.categoryId === 1),
      };
      const asOfNow = explain(one, scores);
      fc.pre(asOfNow.exact !== null);

      expect(averageIn(explain(one, scores, { ...NOW, unscored: 'as-zero' })).lte(averageIn(asOfNow))).toBe(
        true,
      );
    }),
  );
});
