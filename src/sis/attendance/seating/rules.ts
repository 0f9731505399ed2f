/*
 * A seating chart: rows and columns count from 1, the front row first, at most 12 of each. One student to a
 * seat, one seat to a student. Example: two students at row 1, column 2 is refused, naming both.
 */

export const LARGEST_ROOM = 12;

export type Seat = { studentId: number; row: number; column: number };

export type SeatRefusal =
  | { why: 'seat-taken'; row: number; column: number; studentIds: number[] }
  | { why: 'student-twice'; studentId: number }
  | { why: 'not-enrolled'; studentId: number };

/** The first reason not to seat students so, or null. */
export function seatRefusal(seats: readonly Seat[], enrolled: ReadonlySet<number>): SeatRefusal | null {
  const taken = new Map<string, number>();
  const seated = new Set<number>();
  for (const { studentId, row, column } of seats) {
    if (!enrolled.has(studentId)) return { why: 'not-enrolled', studentId };
    if (seated.has(studentId)) return { why: 'student-twice', studentId };
    seated.add(studentId);
    const other = taken.get(`${row}:${column}`);
    if (other !== undefined) return { why: 'seat-taken', row, column, studentIds: [other, studentId] };
    taken.set(`${row}:${column}`, studentId);
  }
  return null;
}
