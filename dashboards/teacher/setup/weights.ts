import Fraction from 'fraction.js';
import { explainAverage, planAverages } from '../../../src/sis/gradebook/averages/rules.ts';
import type { AverageMode, WeightsAre } from '../../../src/sis/gradebook/averages/types.ts';

/** A weight as the gradebook takes it: up to 9999.999. */
export const WEIGHT = /^\d{1,4}(\.\d{1,3})?$/;

/** What a category weighs, as it is typed. */
export type TypedWeight = { categoryId: number; weight: string };

/**
 * What typed weights come to. `unused`: total points ignore them. `unreadable`: one is no weight. `none`: all are
 * zero. Otherwise `sum` of the weights and each category's share of the average in percent, when every category has
 * scores; null for a category that does not count. `ratio`: shares of the sum. Of percents, `whole` add up to 100,
 * `short` and `over` are `apart` from it.
 */
export type WeightsPreview =
  | { kind: 'unused' | 'unreadable' | 'none' }
  | { kind: 'ratio' | 'whole'; sum: string; shares: Map<number, string | null> }
  | { kind: 'short' | 'over'; sum: string; apart: string; shares: Map<number, string | null> };

/**
 * Weighs the categories with the gradebook's own rules, on a student who has all points in each.
 * Example: weights 1, 1, 2 by ratio are shares of 25, 25 and 50; percents 60 and 30 are short by 10.
 */
export function previewWeights(
  { averageMode, weightsAre }: { averageMode: AverageMode; weightsAre: WeightsAre },
  typed: readonly TypedWeight[],
): WeightsPreview {
  if (averageMode === 'total-points') return { kind: 'unused' };
  const weights = typed.map((one) => ({ ...one, weight: one.weight.trim() }));
  if (!weights.every(({ weight }) => WEIGHT.test(weight))) return { kind: 'unreadable' };
  const sum = weights.reduce((total, { weight }) => total.add(weight), new Fraction(0));
  if (sum.equals(0)) return { kind: 'none' };

  const shares = new Map(
    allPoints(averageMode, weightsAre, weights).categories.map((line) => [line.categoryId, line.weightUsed]),
  );
  const apart = sum.sub(100);
  if (weightsAre === 'ratio') return { kind: 'ratio', sum: sum.toString(), shares };
  if (apart.equals(0)) return { kind: 'whole', sum: '100', shares };
  const kind = apart.compare(0) < 0 ? 'short' : 'over';
  return { kind, sum: sum.toString(), apart: apart.abs().toString(), shares };
}

function allPoints(averageMode: AverageMode, weightsAre: WeightsAre, weights: readonly TypedWeight[]) {
  const plan = planAverages({
    settings: { averageMode, weightsAre, dropPolicy: 'lowest-percentage', decimals: 2, scale: null },
    categories: weights.map(({ categoryId, weight }) => ({
      id: categoryId,
      weight,
      dropLowest: 0,
      dropHighest: 0,
    })),
    assignments: weights.map(({ categoryId }) => ({
      id: categoryId,
      categoryId,
      points: '1',
      weight: '1',
      extraCredit: false,
      neverDrop: false,
      visibility: 'public',
      dueOn: null,
      termId: 0,
    })),
    termIds: null,
  });
  const scores = weights.map(({ categoryId }) => ({ assignmentId: categoryId, points: '1', mark: null }));
  return explainAverage(plan, scores, { reader: 'teacher', unscored: 'left-out' });
}
