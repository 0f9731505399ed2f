import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { bestDrops, type DropGroup } from '../../../../src/sis/gradebook/averages/best.ts';
import { explainAverage, planAverages } from '../../../../src/sis/gradebook/averages/rules.ts';
import type { AverageMode, DropPolicy, Score } from '../../../../src/sis/gradebook/averages/types.ts';
import { assignment, category, points, settings } from './cast.ts';

/** Every way to drop at most `most` of `count`, as lists of places. */
function waysToDrop(count: number, most: number): number[][] {
  return Array.from({ length: 2 ** count }, (_, bits) =>
    Array.from({ length: count }, (_, place) => place).filter((place) => (bits >> place) & 1),
  ).filter((places) => places.length <= most);
}

/** One choice of each list, in every combination. */
function everyCombination<T>(lists: T[][]): T[][] {
  return lists.reduce<T[][]>(
    (made, list) => made.flatMap((head) => list.map((next) => [...head, next])),
    [[]],
  );
}

function ratioKept(groups: readonly DropGroup[], drops: number[][]): Fraction {
  const kept = groups.flatMap(({ candidates }, group) =>
    candidates.filter((_, place) => !drops[group]!.includes(place)),
  );
  const total = (read: (one: (typeof kept)[number]) => Fraction) =>
    kept.reduce((sum, one) => sum.add(read(one)), new Fraction(0));
  return total(({ value }) => value).div(total(({ size }) => size));
}

const candidate = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 40 }))
  .map(([value, size]) => ({ value: new Fraction(value, 4), size: new Fraction(size, 2) }));

const group = fc.array(candidate, { minLength: 1, maxLength: 5 }).chain((candidates) =>
  fc.record({
    candidates: fc.constant(candidates),
    most: fc.integer({ min: 0, max: candidates.length - 1 }),
  }),
);

describe('the best drops', () => {
  test('are as good as the best of all that are possible, over one category and over several', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 3 }), (groups) => {
        const all = everyCombination(
          groups.map(({ candidates, most }) => waysToDrop(candidates.length, most)),
        );
        const best = all.map((drops) => ratioKept(groups, drops)).reduce((a, b) => (a.gt(b) ? a : b));
        const found = bestDrops(groups, { value: new Fraction(0), size: new Fraction(0) });

        expect(found.every((places, index) => places.length <= groups[index]!.most)).toBe(true);
        expect(ratioKept(groups, found).toFraction()).toBe(best.toFraction());
      }),
      { numRuns: 300 },
    );
  });

  test('of one category are as many as may go', () => {
    fc.assert(
      fc.property(group, (one) => {
        const [found] = bestDrops([one], { value: new Fraction(0), size: new Fraction(0) });

        expect(found).toHaveLength(one.most);
      }),
    );
  });
});

const item = fc.record({
  categoryId: fc.constantFrom(1, 2),
  points: fc.integer({ min: 1, max: 50 }),
  earned: fc.integer({ min: 0, max: 55 }),
  weight: fc.integer({ min: 1, max: 4 }),
  neverDrop: fc.boolean(),
  extraCredit: fc.constantFrom(false, false, false, true),
});

const book = fc.record({
  averageMode: fc.constantFrom<AverageMode>(
    'total-points',
    'category-total-points',
    'categories-only',
    'categories-and-assignments',
  ),
  lowest: fc.integer({ min: 0, max: 3 }),
  items: fc.array(item, { minLength: 1, maxLength: 10 }),
});

type Book = typeof book extends fc.Arbitrary<infer T> ? T : never;

function averageOf({ averageMode, items }: Book, dropPolicy: DropPolicy, lowest: number): Fraction | null {
  const plan = planAverages({
    settings: settings({ averageMode, dropPolicy }),
    categories: [category(1, '40', { dropLowest: lowest }), category(2, '60', { dropLowest: lowest })],
    assignments: items.map((one, id) =>
      assignment(id, one.categoryId, String(one.points), {
        weight: String(one.weight),
        neverDrop: one.neverDrop,
        extraCredit: one.extraCredit,
      }),
    ),
  });
  const scores: Score[] = items.map(({ earned }, id) => points(id, String(earned)));
  const { exact } = explainAverage(plan, scores, { reader: 'teacher', unscored: 'left-out' });
  return exact === null ? null : new Fraction(exact);
}

describe('for the student', () => {
  test('the best policy is never below the lowest percentage, nor below dropping nothing', () => {
    fc.assert(
      fc.property(book, (one) => {
        const best = averageOf(one, 'best-for-student', one.lowest);
        fc.pre(best !== null);

        expect(best!.gte(averageOf(one, 'lowest-percentage', one.lowest)!)).toBe(true);
        expect(best!.gte(averageOf(one, 'lowest-percentage', 0)!)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('dropping the lowest percentage never hurts where each category is averaged and all may be dropped', () => {
    fc.assert(
      fc.property(book, (made) => {
        const items = made.items.map((one) => ({ ...one, neverDrop: false }));
        const averageMode = made.averageMode === 'total-points' ? 'category-total-points' : made.averageMode;
        const one = { ...made, items, averageMode };
        const dropped = averageOf(one, 'lowest-percentage', one.lowest);
        fc.pre(dropped !== null);

        expect(dropped!.gte(averageOf(one, 'lowest-percentage', 0)!)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('in total points, dropping the lowest percentage of each category can hurt', () => {
    const one: Book = {
      averageMode: 'total-points',
      lowest: 1,
      items: [
        { categoryId: 1, points: 10, earned: 10, weight: 1, neverDrop: false, extraCredit: false },
        { categoryId: 1, points: 10, earned: 9, weight: 1, neverDrop: false, extraCredit: false },
        { categoryId: 2, points: 10, earned: 5, weight: 1, neverDrop: false, extraCredit: false },
      ],
    };

    expect(averageOf(one, 'lowest-percentage', 0)!.toFraction()).toBe('80');
    expect(averageOf(one, 'lowest-percentage', 1)!.toFraction()).toBe('75');
  });
});
