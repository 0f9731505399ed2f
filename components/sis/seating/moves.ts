import { LARGEST_ROOM, type Seat } from '../../../src/sis/attendance/seating/rules.ts';

/*
 * Moves on a seating chart. Rows and columns count from 1, the front row first. Whoever sits where another is put
 * changes seats with them, or goes to the tray when the other came from there. Example: Amara in row 1, column 1 put on
 * Ben in row 1, column 2: they change seats; Chloe from the tray put on Ben: Ben is in the tray.
 */

export type Place = { row: number; column: number };
export type Room = { rows: number; columns: number };
export type Seats = readonly Seat[];

const USUAL_COLUMNS = 6;

export function studentAt(seats: Seats, { row, column }: Place): number | undefined {
  return seats.find((seat) => seat.row === row && seat.column === column)?.studentId;
}

export function placeOf(seats: Seats, studentId: number): Place | undefined {
  return seats.find((seat) => seat.studentId === studentId);
}

/** The chart after a student was put on a place. */
export function put(seats: Seats, studentId: number, { row, column }: Place): Seats {
  const from = placeOf(seats, studentId);
  const other = studentAt(seats, { row, column });
  if (other === studentId) return seats;
  const rest = seats.filter((seat) => seat.studentId !== studentId && seat.studentId !== other);
  const moved = [...rest, { studentId, row, column }];
  return other !== undefined && from
    ? [...moved, { studentId: other, row: from.row, column: from.column }]
    : moved;
}

/** The chart after a student was put into the tray. */
export function takeOut(seats: Seats, studentId: number): Seats {
  return seats.some((seat) => seat.studentId === studentId)
    ? seats.filter((seat) => seat.studentId !== studentId)
    : seats;
}

/** The chart with everyone in the tray seated, in the order given, from the front; those who find no seat stay. */
export function fill(seats: Seats, tray: readonly number[], room: Room): Seats {
  const waiting = tray.filter((studentId) => placeOf(seats, studentId) === undefined);
  const free = freePlaces(seats, room);
  const filled = waiting.slice(0, free.length).map((studentId, at) => ({ studentId, ...free[at]! }));
  return [...seats, ...filled];
}

/** Where nobody sits, the front row first. */
export function freePlaces(seats: Seats, room: Room): Place[] {
  return placesOf(room).filter((place) => studentAt(seats, place) === undefined);
}

/** A room that holds the chart and everyone of the class. */
export function roomFor(seats: Seats, students: number): Room {
  const columns = Math.max(USUAL_COLUMNS, ...seats.map((seat) => seat.column));
  const rows = Math.max(Math.ceil(students / columns), 1, ...seats.map((seat) => seat.row));
  return { rows: Math.min(rows, LARGEST_ROOM), columns };
}

/** The room made larger or smaller, never smaller than who sits in it, never larger than a room may be. */
export function resized(seats: Seats, wanted: Room): Room {
  const within = (least: number, size: number) =>
    Math.min(Math.max(least, Math.round(size) || 1), LARGEST_ROOM);
  return {
    rows: within(Math.max(1, ...seats.map((seat) => seat.row)), wanted.rows),
    columns: within(Math.max(1, ...seats.map((seat) => seat.column)), wanted.columns),
  };
}

/** Every place of a room, the front row first. */
export function placesOf({ rows, columns }: Room): Place[] {
  return Array.from({ length: rows * columns }, (_, at) => ({
    row: Math.floor(at / columns) + 1,
    column: (at % columns) + 1,
  }));
}

/** Where a key of a grid leads from a place; undefined when it is none. */
export function stepped({ row, column }: Place, key: string, { rows, columns }: Room): Place | undefined {
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(row - 1, 1), column };
    case 'ArrowDown':
      return { row: Math.min(row + 1, rows), column };
    case 'ArrowLeft':
      return { row, column: Math.max(column - 1, 1) };
    case 'ArrowRight':
      return { row, column: Math.min(column + 1, columns) };
    case 'Home':
      return { row, column: 1 };
    case 'End':
      return { row, column: columns };
    default:
      return undefined;
  }
}
