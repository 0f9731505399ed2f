import Fraction from 'fraction.js';
import { HUNDRED, ZERO } from './exact.ts';
import type {
  AverageAssignment,
  AverageMode,
  AverageSetup,
  MarkBehavior,
  Reader,
  Score,
  Standing,
  Unscored,
} from './types.ts';

/** An assignment with its numbers read once for the whole class. `extra`: adds to what is earned, not to what is possible. */
export type PlannedAssignment = {
  assignment: AverageAssignment;
  points: Fraction;
  weight: Fraction;
  extra: boolean;
};

/** A student's item: `earned` is null exactly where nothing is earned or assumed. */
export type Item = {
  planned: PlannedAssignment;
  standing: Standing;
  assumedZero: boolean;
  mark: MarkBehavior | null;
  earned: Fraction | null;
};

/**
 * The class's assignments by category, those of other terms left out, each list in due order (undated last),
 * then by id: the order in which ties are dropped.
 */
export function planItems(setup: AverageSetup): Map<number, PlannedAssignment[]> {
  const byCategory = new Map<number, PlannedAssignment[]>(setup.categories.map(({ id }) => [id, []]));
  const terms = setup.termIds ?? null;
  for (const assignment of setup.assignments) {
    if (terms !== null && !terms.includes(assignment.termId)) continue;
    const category = byCategory.get(assignment.categoryId);
    if (category === undefined) {
      throw new Error(
        `Assignment ${assignment.id} is of category ${assignment.categoryId}, which was not given`,
      );
    }
    const points = new Fraction(assignment.points);
    const extra = assignment.extraCredit || points.n === 0n;
    category.push({ assignment, points, weight: new Fraction(assignment.weight), extra });
  }
  for (const category of byCategory.values()) category.sort(byDueDate);
  return byCategory;
}

/** What an item is to the average before anything is dropped. */
export function standItem(
  planned: PlannedAssignment,
  score: Score | undefined,
  view: { averageMode: AverageMode; reader: Reader; unscored: Unscored },
): Item {
  const { assignment, weight, extra } = planned;
  const mark = score?.mark?.behavior ?? null;
  const item = { planned, mark, assumedZero: false, earned: null };

  if (view.reader === 'family' && assignment.visibility !== 'public') {
    return { ...item, mark: null, standing: 'not-public' };
  }
  if (mark === 'exempt') return { ...item, standing: 'excused' };
  const earned = earnedBy(planned, score);
  if (earned === null && (view.unscored === 'left-out' || extra)) {
    return { ...item, standing: mark === 'no-effect' ? 'no-effect' : 'blank' };
  }
  const taken = { ...item, earned: earned ?? ZERO, assumedZero: earned === null };
  if (extra) return { ...taken, standing: 'extra-credit' };
  if (view.averageMode === 'categories-and-assignments' && weight.compare(ZERO) <= 0) {
    return { ...taken, standing: 'no-weight' };
  }
  return { ...taken, standing: 'counted' };
}

/** Earned ÷ possible of an item that has both, in percent. */
export function percentOf(item: Item): Fraction | null {
  if (item.earned === null || item.planned.points.n === 0n) return null;
  return item.earned.mul(HUNDRED).div(item.planned.points);
}

/** Points earned by mark or by score, or null when there is neither. */
function earnedBy({ points }: PlannedAssignment, score: Score | undefined): Fraction | null {
  switch (score?.mark?.behavior) {
    case 'zero':
      return ZERO;
    case 'full-points':
      return points;
    case 'fixed-percent':
      return points.mul(new Fraction(score.mark.percent ?? 0)).div(HUNDRED);
    default:
      return score?.points == null ? null : new Fraction(score.points);
  }
}

function byDueDate(a: PlannedAssignment, b: PlannedAssignment): number {
  const [left, right] = [a.assignment.dueOn ?? '9999', b.assignment.dueOn ?? '9999'];
  return left < right ? -1 : left > right ? 1 : a.assignment.id - b.assignment.id;
}
