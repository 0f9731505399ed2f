import Fraction from 'fraction.js';
import { HUNDRED, shown } from './exact.ts';
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

/** What an item earns: in points, in percent of its points (null where it has none), and both as shown. */
export type Earned = {
  points: Fraction;
  percent: Fraction | null;
  shownPoints: string;
  shownPercent: string | null;
};

/**
 * An assignment with its numbers read once for the whole class. `extra`: adds to what is earned, not to what is
 * possible. `earnings` keeps what each text earns here once it was read, because most cells of a class repeat
 * another, and all but one of a row stay as they were when a key is typed.
 */
export type PlannedAssignment = {
  assignment: AverageAssignment;
  points: Fraction;
  weight: Fraction;
  extra: boolean;
  shownPoints: string;
  shownWeight: string;
  earnings: Map<string, Earned>;
};

/** A student's item: `earned` is null exactly where nothing is earned or assumed. */
export type Item = {
  planned: PlannedAssignment;
  standing: Standing;
  assumedZero: boolean;
  mark: MarkBehavior | null;
  earned: Earned | null;
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
    category.push(planItem(assignment));
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
  const item: Item = { planned, standing: 'blank', assumedZero: false, mark, earned: null };

  if (view.reader === 'family' && assignment.visibility !== 'public') {
    return { ...item, standing: 'not-public', mark: null };
  }
  if (mark === 'exempt') return { ...item, standing: 'excused' };
  const written = earnedText(assignment, score);
  if (written === null && (view.unscored === 'left-out' || extra)) {
    return mark === 'no-effect' ? { ...item, standing: 'no-effect' } : item;
  }
  item.earned = earnedBy(planned, written ?? '0');
  item.assumedZero = written === null;
  const weightless = view.averageMode === 'categories-and-assignments' && weight.n === 0n;
  item.standing = extra ? 'extra-credit' : weightless ? 'no-weight' : 'counted';
  return item;
}

function planItem(assignment: AverageAssignment): PlannedAssignment {
  const points = new Fraction(assignment.points);
  const weight = new Fraction(assignment.weight);
  return {
    assignment,
    points,
    weight,
    extra: assignment.extraCredit || points.n === 0n,
    shownPoints: shown(points),
    shownWeight: shown(weight),
    earnings: new Map(),
  };
}

/** What is earned by mark or by score, as points ('8.50') or percent ('55%'); null when there is neither. */
function earnedText({ points }: AverageAssignment, score: Score | undefined): string | null {
  switch (score?.mark?.behavior) {
    case 'zero':
      return '0';
    case 'full-points':
      return points;
    case 'fixed-percent':
      return `${score.mark.percent ?? '0'}%`;
    default:
      return score?.points ?? null;
  }
}

function earnedBy({ points: possible, earnings }: PlannedAssignment, text: string): Earned {
  const known = earnings.get(text);
  if (known !== undefined) return known;
  const points = text.endsWith('%') ? possible.mul(text.slice(0, -1)).div(HUNDRED) : new Fraction(text);
  const percent = possible.n === 0n ? null : points.mul(HUNDRED).div(possible);
  const shownPercent = percent === null ? null : shown(percent);
  const earned = { points, percent, shownPoints: shown(points), shownPercent };
  earnings.set(text, earned);
  return earned;
}

function byDueDate(a: PlannedAssignment, b: PlannedAssignment): number {
  const [left, right] = [a.assignment.dueOn ?? '9999', b.assignment.dueOn ?? '9999'];
  return left < right ? -1 : left > right ? 1 : a.assignment.id - b.assignment.id;
}
