import Fraction from 'fraction.js';
import type { CategoryItems } from './drops.ts';
import { HUNDRED, shown, sum, ZERO } from './exact.ts';
import type { Item } from './items.ts';
import type { AverageSettings, CategoryLine, Formula } from './types.ts';

/** Categories without their items, the last step, and the average in percent before the scale's cap. */
export type Combined = {
  lines: Omit<CategoryLine, 'items'>[];
  formula: Formula | null;
  average: Fraction | null;
};

/**
 * From items as they stand, drops done, to the average. Null when nothing counts: there is nothing to divide by.
 *
 * Weights by ratio: each category's share is its weight ÷ the weights of the categories with something counted.
 * Weights kept as percent: a category's percent is of 100. A category with nothing counted takes its percent out
 * of the 100. What the percents set lack of 100 is never earned (60 + 30, all at 100 %, is 90); what they have
 * beyond 100 is bonus, which first stands in for empty categories. In figures the divisor is
 * min(100, counted + max(0, 100 - all)); with percents that add up to 100 both readings are the same.
 */
export function combine(settings: AverageSettings, categories: readonly CategoryItems[]): Combined {
  const subtotals = categories.map((one) => subtotal(settings, one));
  return settings.averageMode === 'total-points'
    ? byTotalPoints(subtotals)
    : byCategories(settings, subtotals);
}

type Subtotal = {
  categoryId: number;
  weight: Fraction;
  earned: Fraction;
  possible: Fraction;
  extra: Fraction;
  bonus: Fraction | null;
  percent: Fraction | null;
};

function subtotal({ averageMode }: AverageSettings, { category, items }: CategoryItems): Subtotal {
  const counted = items.filter(({ standing }) => standing === 'counted');
  const extra = sum(
    items.filter(({ standing }) => standing === 'extra-credit').map((item) => item.earned!.points),
  );
  const earned = sum(counted.map((item) => item.earned!.points));
  const possible = sum(counted.map(({ planned }) => planned.points));
  const base = { categoryId: category.id, weight: new Fraction(category.weight), earned, possible, extra };

  if (counted.length === 0) return { ...base, bonus: null, percent: null };
  if (averageMode === 'total-points' || averageMode === 'category-total-points') {
    return { ...base, bonus: null, percent: earned.add(extra).mul(HUNDRED).div(possible) };
  }
  const bonus = extraCreditBonus(items, extra);
  const mean = averageMode === 'categories-only' ? plainMean(counted) : weightedMean(counted);
  return { ...base, bonus, percent: mean.add(bonus) };
}

/**
 * Where percents are averaged, extra credit adds its points out of all points possible in the category, dropped
 * ones included: 5 points in a category of 100 add 5 percentage points, and a drop does not change their worth.
 */
function extraCreditBonus(items: readonly Item[], extra: Fraction): Fraction {
  if (extra.n === 0n) return ZERO;
  const possible = items.filter(
    ({ standing }) =>
      standing === 'counted' || standing === 'dropped-lowest' || standing === 'dropped-highest',
  );
  return extra.mul(HUNDRED).div(sum(possible.map(({ planned }) => planned.points)));
}

function plainMean(counted: readonly Item[]): Fraction {
  return sum(counted.map((item) => item.earned!.percent!)).div(counted.length);
}

function weightedMean(counted: readonly Item[]): Fraction {
  const products = counted.map((item) => item.earned!.percent!.mul(item.planned.weight));
  return sum(products).div(sum(counted.map(({ planned }) => planned.weight)));
}

function byTotalPoints(subtotals: readonly Subtotal[]): Combined {
  const earned = sum(subtotals.map((one) => one.earned.add(one.extra)));
  const possible = sum(subtotals.map((one) => one.possible));
  const lines = subtotals.map((one) =>
    line(one, null, null, one.percent === null ? 'nothing-counted' : null),
  );
  if (possible.n === 0n) return { lines, formula: null, average: null };
  return {
    lines,
    formula: { kind: 'points', earned: shown(earned), possible: shown(possible) },
    average: earned.mul(HUNDRED).div(possible),
  };
}

function byCategories(settings: AverageSettings, subtotals: readonly Subtotal[]): Combined {
  const terms = subtotals.filter(({ percent, weight }) => percent !== null && weight.compare(ZERO) > 0);
  const divisor = divisorOf(settings, subtotals, sum(terms.map(({ weight }) => weight)));
  const lines = subtotals.map((one) => {
    if (one.percent === null) return line(one, null, null, 'nothing-counted');
    if (!terms.includes(one)) return line(one, null, null, 'no-weight');
    const share = one.weight.div(divisor);
    return line(one, share.mul(HUNDRED), share.mul(one.percent), null);
  });
  if (terms.length === 0) return { lines, formula: null, average: null };

  const products = terms.map(({ weight, percent }) => weight.mul(percent!));
  const total = sum(products);
  const formula: Formula = {
    kind: 'weighted',
    terms: terms.map((one, index) => ({
      categoryId: one.categoryId,
      weight: shown(one.weight),
      percent: shown(one.percent!),
      product: shown(products[index]!),
    })),
    sum: shown(total),
    divisor: shown(divisor),
  };
  return { lines, formula, average: total.div(divisor) };
}

/** What the weighted sum is divided by: above zero whenever a term counts. */
function divisorOf(settings: AverageSettings, subtotals: readonly Subtotal[], counted: Fraction): Fraction {
  if (settings.weightsAre === 'ratio') return counted;
  const all = sum(subtotals.map(({ weight }) => weight));
  const missing = HUNDRED.sub(all);
  const whole = missing.compare(ZERO) > 0 ? counted.add(missing) : counted;
  return whole.gt(HUNDRED) ? HUNDRED : whole;
}

function line(
  one: Subtotal,
  used: Fraction | null,
  contribution: Fraction | null,
  leftOut: CategoryLine['leftOut'],
): Omit<CategoryLine, 'items'> {
  const optional = (value: Fraction | null) => (value === null ? null : shown(value));
  return {
    categoryId: one.categoryId,
    earned: shown(one.earned),
    possible: shown(one.possible),
    extra: shown(one.extra),
    bonus: optional(one.bonus),
    percent: optional(one.percent),
    weightSet: shown(one.weight),
    weightUsed: optional(used),
    contribution: optional(contribution),
    leftOut,
  };
}
