import type { Scale } from '../scales/rules.ts';

/*
 * What the averages take and give. Every number is a decimal string ('87.50') as the database sends it, so
 * that both sides can be sent as JSON and nothing passes through a float.
 */

export type AverageMode =
  | 'total-points'
  | 'category-total-points'
  | 'categories-only'
  | 'categories-and-assignments';

/** 'ratio': weights are shares of their sum. 'percent': weights are percents of the whole and stay so. */
export type WeightsAre = 'ratio' | 'percent';

export type DropPolicy = 'lowest-percentage' | 'best-for-student';

/** `decimals`: places of the rounded average. */
export type AverageSettings = {
  averageMode: AverageMode;
  weightsAre: WeightsAre;
  dropPolicy: DropPolicy;
  decimals: number;
  scale: Scale | null;
};

/** `weight` is the one in force for the term asked for. */
export type AverageCategory = { id: number; weight: string; dropLowest: number; dropHighest: number };

export type Visibility = 'public' | 'public-no-grades' | 'private';

/** A graded assignment. With 0 points it is extra credit, whatever its flag says. */
export type AverageAssignment = {
  id: number;
  categoryId: number;
  points: string;
  weight: string;
  extraCredit: boolean;
  neverDrop: boolean;
  visibility: Visibility;
  dueOn: string | null;
  termId: number;
};

export type MarkBehavior = 'exempt' | 'zero' | 'full-points' | 'fixed-percent' | 'no-effect';

/** `percent` is read for 'fixed-percent' only. */
export type ScoreMark = { behavior: MarkBehavior; percent: string | null };

/** What stands in a cell. A mark other than 'no-effect' prevails over points. */
export type Score = { assignmentId: number; points: string | null; mark: ScoreMark | null };

/** The class, before any student: `termIds` null takes all terms. */
export type AverageSetup = {
  settings: AverageSettings;
  categories: readonly AverageCategory[];
  assignments: readonly AverageAssignment[];
  termIds?: readonly number[] | null;
};

/** Whose average: a teacher's counts all; a family's leaves out what is not public. */
export type Reader = 'teacher' | 'family';

/** As of now ('left-out'), or if nothing more comes in ('as-zero'). */
export type Unscored = 'left-out' | 'as-zero';

export type Standing =
  | 'counted'
  | 'extra-credit'
  | 'dropped-lowest'
  | 'dropped-highest'
  | 'excused'
  | 'no-effect'
  | 'blank'
  | 'not-public'
  | 'no-weight';

/**
 * One assignment in the explanation. `earned`, `possible`, `percent` are null where the reader may not see
 * the score or there is none; `percent` also where there are no points. `assumedZero`: unscored, taken as 0.
 */
export type ItemLine = {
  assignmentId: number;
  standing: Standing;
  assumedZero: boolean;
  mark: MarkBehavior | null;
  earned: string | null;
  possible: string;
  percent: string | null;
  weight: string;
};

/**
 * One category. `earned` and `possible` sum the counted items, `extra` the extra credit in points. `bonus`:
 * percentage points the extra credit adds, in the two modes that average percents. `percent`: the subtotal, null
 * when nothing counts. `weightSet` as the teacher set it, `weightUsed` the percent it has after renormalizing,
 * `contribution` their product: the percentage points of the average that come from here (null: left out).
 */
export type CategoryLine = {
  categoryId: number;
  items: ItemLine[];
  earned: string;
  possible: string;
  extra: string;
  bonus: string | null;
  percent: string | null;
  weightSet: string;
  weightUsed: string | null;
  contribution: string | null;
  leftOut: 'nothing-counted' | 'no-weight' | null;
};

/** The last step with its values: one division, or the weighted sum over what the weights add up to. */
export type Formula =
  | { kind: 'points'; earned: string; possible: string }
  | {
      kind: 'weighted';
      terms: { categoryId: number; weight: string; percent: string; product: string }[];
      sum: string;
      divisor: string;
    };

/**
 * Why this grade. `exact` is the percent as a fraction ('8001/90'), before rounding and after the scale's cap;
 * `rounded` has the settings' decimals. Both are null when nothing counts. Other numbers are shown to four
 * places.
 */
export type Explanation = {
  averageMode: AverageMode;
  weightsAre: WeightsAre;
  dropPolicy: DropPolicy;
  reader: Reader;
  unscored: Unscored;
  categories: CategoryLine[];
  formula: Formula | null;
  exact: string | null;
  rounded: string | null;
  capped: boolean;
  letter: string | null;
};
