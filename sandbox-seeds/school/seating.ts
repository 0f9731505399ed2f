import { seats } from '../../src/sis/attendance/schema.ts';
import { YESTERDAY } from './calendar.ts';
import { Dice } from './dice.ts';
import type { Placement } from './schedule.ts';
import type { Section } from './sections.ts';
import { type SeedTable, tableOf } from './tables.ts';

const COLUMNS = 6;

/** A seating chart for every second class, in no order anyone would guess; who came yesterday has no seat yet. */
export function seatTable(
  seed: string,
  sections: readonly Section[],
  rosters: ReadonlyMap<Section, readonly Placement[]>,
): SeedTable {
  const charted = sections.filter((section) => section.now && section.course !== null && section.n % 2 === 0);
  const rows = charted.flatMap((section) => {
    const present = (rosters.get(section) ?? []).filter(
      ({ from, to }) => from < YESTERDAY && (to === null || to > YESTERDAY),
    );
    return new Dice(seed, 'seats', section.n).shuffled(present).map(({ student }, seat) => ({
      section_id: section.id,
      student_id: student.id,
      row_number: 1 + Math.floor(seat / COLUMNS),
      column_number: 1 + (seat % COLUMNS),
    }));
  });
  return tableOf(
    seats,
    rows.map((row, i) => ({ id: i + 1, ...row })),
  );
}
