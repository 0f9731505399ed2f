import Fraction from 'fraction.js';
import { bestDrops, type DropGroup, type Fixed } from './best.ts';
import { compare, sum } from './exact.ts';
import type { Item } from './items.ts';
import type { AverageCategory, AverageSettings } from './types.ts';

/** A category with its items as they stand before anything is dropped, in due order. */
export type CategoryItems = { category: AverageCategory; items: Item[] };

const ONE = new Fraction(1);

/**
 * Drops items: each dropped one changes its standing.
 *
 * A category may drop counted items that are not marked never to be dropped, and keeps at least one counted item;
 * where there are too few, the lowest go before the highest. The highest are always those of the highest
 * percent. The lowest are, by policy, those of the lowest percent (exactly as many as set), or those without which
 * the average is greatest (at most as many as set: where total points are averaged, losing a good homework score
 * can cost more than it brings). Total points are one sum, so there the best is sought over all categories at
 * once; elsewhere each category is best on its own. A tie goes to the earliest due.
 */
export function dropItems(settings: AverageSettings, categories: readonly CategoryItems[]): void {
  const groups = categories.map(dropHighest);
  if (settings.dropPolicy === 'lowest-percentage') {
    for (const group of groups) dropLowestPercent(group);
  } else if (settings.averageMode === 'total-points') {
    dropBest(settings, groups);
  } else {
    for (const group of groups) dropBest(settings, [group]);
  }
}

type Group = { items: Item[]; candidates: Item[]; most: number };

/** Drops the highest of one category, and says what may still go as lowest, and how many. */
function dropHighest({ category, items }: CategoryItems): Group {
  const counted = items.filter(({ standing }) => standing === 'counted');
  const candidates = counted.filter(({ planned }) => !planned.assignment.neverDrop);
  const spare = Math.max(0, Math.min(candidates.length, counted.length - 1));
  const lowest = Math.min(category.dropLowest, spare);
  const highest = Math.min(category.dropHighest, spare - lowest);
  if (highest > 0) {
    for (const item of byPercent(candidates, -1).slice(0, highest)) item.standing = 'dropped-highest';
  }
  return { items, candidates: candidates.filter(({ standing }) => standing === 'counted'), most: lowest };
}

function dropLowestPercent({ candidates, most }: Group): void {
  if (most === 0) return;
  for (const item of byPercent(candidates, 1).slice(0, most)) item.standing = 'dropped-lowest';
}

function dropBest(settings: AverageSettings, groups: readonly Group[]): void {
  if (groups.every(({ most }) => most === 0)) return;
  const dropGroups: DropGroup[] = groups.map(({ candidates, most }) => ({
    candidates: candidates.map((item) => inAverage(settings, item)),
    most,
  }));
  const drops = bestDrops(dropGroups, fixedPart(settings, groups));
  for (const [index, { candidates }] of groups.entries()) {
    for (const place of drops[index]!) candidates[place]!.standing = 'dropped-lowest';
  }
}

/** What an item adds above and below the line of the ratio that its average is. */
function inAverage({ averageMode }: AverageSettings, item: Item): { value: Fraction; size: Fraction } {
  if (averageMode === 'total-points' || averageMode === 'category-total-points') {
    return { value: item.earned!.points, size: item.planned.points };
  }
  const percent = item.earned!.percent!;
  if (averageMode === 'categories-only') return { value: percent, size: ONE };
  return { value: percent.mul(item.planned.weight), size: item.planned.weight };
}

/**
 * The part of the ratio that no drop changes. In the modes that average percents the extra credit is a bonus
 * beside the ratio, so it stays out here.
 */
function fixedPart(settings: AverageSettings, groups: readonly Group[]): Fixed {
  const inPoints = settings.averageMode.endsWith('total-points');
  const kept = groups
    .flatMap(({ items }) => items)
    .filter(({ standing, planned }) => standing === 'counted' && planned.assignment.neverDrop)
    .map((item) => inAverage(settings, item));
  const extra = groups
    .flatMap(({ items }) => items)
    .filter(({ standing }) => inPoints && standing === 'extra-credit')
    .map((item) => item.earned!.points);
  return {
    value: sum(kept.map(({ value }) => value)).add(sum(extra)),
    size: sum(kept.map(({ size }) => size)),
  };
}

/** By percent, rising (1) or falling (-1); equals stay in due order. */
function byPercent(candidates: readonly Item[], direction: 1 | -1): Item[] {
  return [...candidates].sort((a, b) => direction * compare(a.earned!.percent!, b.earned!.percent!));
}
