import type { Placement } from './schedule.ts';
import type { Section } from './sections.ts';

/** From an honors class to the regular one of the same subject and grade. */
const easier: Record<string, string> = {
  ENG9H: 'ENG9',
  ENG10H: 'ENG10',
  GEOH: 'ALG1',
  ALG2H: 'GEO',
  PCALH: 'ALG2',
  WSTH: 'WST',
  APWH: 'MWH',
  APUSH: 'USH',
  APLANG: 'ENG11',
  APLIT: 'ENG12',
};
const MOVES = 14;
const LAST_DAY = '2026-10-02';
const FIRST_DAY = '2026-10-05';

/**
 * After six weeks some students change to an easier class that meets in the same period, where a seat is free: the
 * least able first. Gives all placements, with two for each who moved.
 */
export function moveSome(placements: readonly Placement[], sections: readonly Section[]): Placement[] {
  const taken = new Map<Section, number>();
  for (const { section } of placements) taken.set(section, (taken.get(section) ?? 0) + 1);
  const struggling = placements
    .filter(({ section, student, from, to }) => {
      return easier[section.course?.code ?? ''] && from < LAST_DAY && to === null && student.exit === null;
    })
    .sort((a, b) => a.student.ability - b.student.ability || a.student.n - b.student.n);

  const moved = new Map<Placement, Placement[]>();
  const movers = new Set<number>();
  for (const placement of struggling) {
    if (moved.size === MOVES) break;
    const { student, section } = placement;
    const target = sections.find(
      (other) =>
        other.course?.code === easier[section.course!.code] &&
        other.periods[0] === section.periods[0] &&
        taken.get(other)! < other.seats,
    );
    if (!target || movers.has(student.n)) continue;
    movers.add(student.n);
    taken.set(target, taken.get(target)! + 1);
    moved.set(placement, [
      { ...placement, to: LAST_DAY },
      { ...placement, section: target, from: FIRST_DAY },
    ]);
  }
  return placements.flatMap((placement) => moved.get(placement) ?? [placement]);
}
