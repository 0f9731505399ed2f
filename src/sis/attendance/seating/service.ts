import { and, eq, inArray } from 'drizzle-orm';
import { record } from '../../../activity/service.ts';
import type { Ctx } from '../../../db/ctx.ts';
import { merge } from '../../../db/merge.ts';
import { allow } from '../../../identity/allow.ts';
import { getSection, rosterOn } from '../../scheduling/queries.ts';
import { notEnrolled, seatTaken, studentTwice } from '../errors.ts';
import { seats as seatsTable } from '../schema.ts';
import { listSeats } from './queries.ts';
import { type Seat, seatRefusal } from './rules.ts';

/** The whole chart of a section; students without a seat are left out. */
export type ArrangeSeats = { sectionId: number; seats: Seat[] };

/**
 * Replaces the seating chart of a section, for the students on its roster today (or nearest to today). Throws
 * `shared/not-found`, `identity/not-allowed`, `attendance/seat-taken`, `attendance/student-twice`,
 * `attendance/not-enrolled`.
 */
export async function arrangeSeats(ctx: Ctx, { sectionId, seats }: ArrangeSeats): Promise<{ seats: Seat[] }> {
  const section = await getSection(ctx, sectionId);
  allow(ctx, 'seats.arrange', { schoolId: section.schoolId, sectionId });
  const day = dayWithin(section, ctx.today);
  const [roster, before] = await Promise.all([rosterOn(ctx, sectionId, day), listSeats(ctx, sectionId)]);
  const refusal = seatRefusal(seats, new Set(roster.map((student) => student.studentId)));
  if (refusal?.why === 'seat-taken') {
    const { row, column, studentIds } = refusal;
    throw seatTaken({ row, column, studentIds });
  }
  if (refusal?.why === 'student-twice') throw studentTwice({ studentId: refusal.studentId });
  if (refusal) throw notEnrolled({ studentId: refusal.studentId, section: section.code, day });

  const kept = new Set(seats.map((seat) => seat.studentId));
  const gone = before.filter((seat) => !kept.has(seat.studentId)).map((seat) => seat.studentId);
  if (gone.length > 0) {
    await ctx.tx
      .delete(seatsTable)
      .where(and(eq(seatsTable.section_id, sectionId), inArray(seatsTable.student_id, gone)));
  }
  const moved = seats.filter((seat) => !before.some((other) => same(seat, other)));
  if (moved.length > 0) {
    await merge(ctx.tx, {
      into: seatsTable,
      on: ['section_id', 'student_id'],
      rows: moved.map((seat) => ({
        section_id: sectionId,
        student_id: seat.studentId,
        row_number: seat.row,
        column_number: seat.column,
      })),
      set: ['row_number', 'column_number'],
    });
  }
  await record(ctx, {
    verb: 'seats.arranged',
    subject: { type: 'section', id: sectionId },
    facts: { seated: seats.length, moved: moved.length },
  });
  return { seats };
}

/** The day itself while the section runs; before, its first day; afterwards, its last. */
function dayWithin({ startsOn, endsOn }: { startsOn: string; endsOn: string }, day: string): string {
  return day < startsOn ? startsOn : day > endsOn ? endsOn : day;
}

function same(a: Seat, b: Seat): boolean {
  return a.studentId === b.studentId && a.row === b.row && a.column === b.column;
}
