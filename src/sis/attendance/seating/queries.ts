import { eq } from 'drizzle-orm';
import type { Ctx } from '../../../db/ctx.ts';
import { seats as seatsTable } from '../schema.ts';
import type { Seat } from './rules.ts';

/** The seating chart of a section as it is kept. */
export async function listSeats(ctx: Ctx, sectionId: number): Promise<Seat[]> {
  return ctx.tx
    .select({
      studentId: seatsTable.student_id,
      row: seatsTable.row_number,
      column: seatsTable.column_number,
    })
    .from(seatsTable)
    .where(eq(seatsTable.section_id, sectionId))
    .orderBy(seatsTable.row_number, seatsTable.column_number);
}
