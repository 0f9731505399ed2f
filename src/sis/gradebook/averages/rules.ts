/*
 * Averages, in exact fractions, rounded half-up once. An item counts when it is scored (a special mark may score
 * it), is not exempt and not dropped; a blank is not a zero. Four modes: total points = earned ÷ possible over
 * everything; category total points = the same within each category; categories only = plain mean of percents
 * within each category; categories and assignments = that mean by assignment weight. The last three weigh the
 * categories; one with nothing counted is left out and the other weights renormalized. Extra credit (flagged, or
 * of 0 points) adds to what is earned only. Drops: see drops.ts. Weights kept as percent: see combine.ts.
 * Source: Aspen help, "Calculate averages"; domain notes 5.3.
 * Example: HW 10/10, 9/10, 15/20, 4/5 (25); Quiz 50/50, 42/50, 48/50 (25); Test 80/100, 94/100, 180/200 (50).
 * Categories only: 0.25 × 86.25 + 0.25 × 93.3333 + 0.5 × 88 = 88.8958; category total points 88.6944; total points
 * 532/595 = 89.4118.
 */
import type Fraction from 'fraction.js';
import { capped, letterFor } from '../scales/rules.ts';
import { combine } from './combine.ts';
import { type CategoryItems, dropItems } from './drops.ts';
import { roundHalfUp } from './exact.ts';
import { type Item, type PlannedAssignment, planItems, standItem } from './items.ts';
import type {
  AverageCategory,
  AverageSettings,
  AverageSetup,
  Explanation,
  ItemLine,
  Reader,
  Score,
  Unscored,
} from './types.ts';

/** A class's categories and assignments with their numbers read, ready for any student. */
export type AveragePlan = {
  settings: AverageSettings;
  categories: { category: AverageCategory; assignments: PlannedAssignment[] }[];
};

/** Whose figure: what families may see or all, and unscored left out or as zero. */
export type View = { reader: Reader; unscored: Unscored };

/**
 * Reads a class once, so that a student's average costs little (well under a millisecond for 120 items).
 * Every assignment's category must be given (throws Error otherwise), also when a screen filters by category.
 */
export function planAverages(setup: AverageSetup): AveragePlan {
  const byCategory = planItems(setup);
  return {
    settings: setup.settings,
    categories: setup.categories.map((category) => ({
      category,
      assignments: byCategory.get(category.id) ?? [],
    })),
  };
}

/**
 * One student's average with everything that made it. Scores of assignments outside the plan are ignored. For a
 * family, private assignments are not even listed, and those public without grades are listed without a score.
 */
export function explainAverage(plan: AveragePlan, scores: readonly Score[], view: View): Explanation {
  const { settings } = plan;
  const stand = { averageMode: settings.averageMode, ...view };
  const byAssignment = new Map(scores.map((score) => [score.assignmentId, score]));
  const categories: CategoryItems[] = plan.categories.map(({ category, assignments }) => ({
    category,
    items: assignments.map((planned) => standItem(planned, byAssignment.get(planned.assignment.id), stand)),
  }));
  dropItems(settings, categories);

  const { lines, formula, average } = combine(settings, categories);
  const listed = view.reader === 'family' ? notPrivate : () => true;
  return {
    averageMode: settings.averageMode,
    weightsAre: settings.weightsAre,
    dropPolicy: settings.dropPolicy,
    ...view,
    categories: lines.map((line, index) => ({
      ...line,
      items: categories[index]!.items.filter(listed).map(itemLine),
    })),
    formula,
    ...finalFigure(settings, average),
  };
}

/** Both figures for one reader: as of now, and if nothing more comes in. */
export function explainBoth(
  plan: AveragePlan,
  scores: readonly Score[],
  reader: Reader,
): { asOfNow: Explanation; ifNothingMore: Explanation } {
  return {
    asOfNow: explainAverage(plan, scores, { reader, unscored: 'left-out' }),
    ifNothingMore: explainAverage(plan, scores, { reader, unscored: 'as-zero' }),
  };
}

/** What if: the scores with some replaced or added, to be explained like any others. Saves nothing. */
export function withScores(scores: readonly Score[], replaced: readonly Score[]): Score[] {
  const byAssignment = new Map(scores.map((score) => [score.assignmentId, score]));
  for (const score of replaced) byAssignment.set(score.assignmentId, score);
  return [...byAssignment.values()];
}

function notPrivate({ planned }: Item): boolean {
  return planned.assignment.visibility !== 'private';
}

function itemLine({ planned, standing, assumedZero, mark, earned }: Item): ItemLine {
  return {
    assignmentId: planned.assignment.id,
    standing,
    assumedZero,
    mark,
    earned: earned === null ? null : earned.shownPoints,
    possible: planned.shownPoints,
    percent: earned === null ? null : earned.shownPercent,
    weight: planned.shownWeight,
  };
}

function finalFigure(
  settings: AverageSettings,
  average: Fraction | null,
): Pick<Explanation, 'exact' | 'rounded' | 'capped' | 'letter'> {
  if (average === null) return { exact: null, rounded: null, capped: false, letter: null };
  const final = capped(settings.scale, average);
  const rounded = roundHalfUp(final, settings.decimals);
  return {
    exact: final.toFraction(),
    rounded,
    capped: !final.equals(average),
    letter: settings.scale === null ? null : letterFor(settings.scale, rounded),
  };
}
