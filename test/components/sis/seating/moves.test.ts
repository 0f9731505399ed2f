import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fill,
  freePlaces,
  put,
  resized,
  roomFor,
  type Seats,
  stepped,
  studentAt,
  takeOut,
} from '../../../../components/sis/seating/moves.ts';
import { seatRefusal } from '../../../../src/sis/attendance/seating/rules.ts';

const [amara, ben, chloe] = [101, 102, 103];
const seats: Seats = [
  { studentId: amara, row: 1, column: 1 },
  { studentId: ben, row: 1, column: 2 },
];
const room = { rows: 2, columns: 2 };

describe('putting a student', () => {
  test('on a free seat leaves the old one free', () => {
    const moved = put(seats, amara, { row: 2, column: 2 });

    expect(studentAt(moved, { row: 2, column: 2 })).toBe(amara);
    expect(studentAt(moved, { row: 1, column: 1 })).toBeUndefined();
  });

  test('on another changes seats with them', () => {
    const moved = put(seats, amara, { row: 1, column: 2 });

    expect(studentAt(moved, { row: 1, column: 2 })).toBe(amara);
    expect(studentAt(moved, { row: 1, column: 1 })).toBe(ben);
  });

  test('from the tray on another sends that one to the tray', () => {
    const moved = put(seats, chloe, { row: 1, column: 2 });

    expect(studentAt(moved, { row: 1, column: 2 })).toBe(chloe);
    expect(moved.some((seat) => seat.studentId === ben)).toBe(false);
  });

  test('where they sit changes nothing', () => {
    expect(put(seats, amara, { row: 1, column: 1 })).toBe(seats);
  });
});

test('taking out one who has no seat changes nothing', () => {
  expect(takeOut(seats, chloe)).toBe(seats);
  expect(takeOut(seats, ben)).toEqual([seats[0]]);
});

test('filling seats those without a seat from the front, and leaves who finds none', () => {
  const filled = fill(seats, [amara, chloe, 104, 105], room);

  expect(studentAt(filled, { row: 2, column: 1 })).toBe(chloe);
  expect(studentAt(filled, { row: 2, column: 2 })).toBe(104);
  expect(filled).toHaveLength(4);
  expect(freePlaces(filled, room)).toEqual([]);
});

test('no moves ever break the rules of a chart', () => {
  const student = fc.integer({ min: 1, max: 8 });
  const place = fc.record({ row: fc.integer({ min: 1, max: 3 }), column: fc.integer({ min: 1, max: 3 }) });
  const everyone = [1, 2, 3, 4, 5, 6, 7, 8];
  const move = fc.oneof(
    fc.tuple(student, place).map(
      ([who, to]) =>
        (chart: Seats) =>
          put(chart, who, to),
    ),
    student.map((who) => (chart: Seats) => takeOut(chart, who)),
    fc.constant((chart: Seats) => fill(chart, everyone, { rows: 3, columns: 3 })),
  );

  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
      const chart = moves.reduce((now, next) => next(now), [] as Seats);
      expect(seatRefusal(chart, new Set(everyone))).toBeNull();
    }),
  );
});

describe('a room', () => {
  test('holds everyone of the class and the chart', () => {
    expect(roomFor([], 29)).toEqual({ rows: 5, columns: 6 });
    expect(roomFor([{ studentId: amara, row: 7, column: 8 }], 29)).toEqual({ rows: 7, columns: 8 });
  });

  test('is never smaller than who sits in it, nor larger than a room may be', () => {
    expect(resized(seats, { rows: 0, columns: 1 })).toEqual({ rows: 1, columns: 2 });
    expect(resized(seats, { rows: 40, columns: Number.NaN })).toEqual({ rows: 12, columns: 2 });
  });
});

test('arrows stay in the room', () => {
  expect(stepped({ row: 1, column: 1 }, 'ArrowUp', room)).toEqual({ row: 1, column: 1 });
  expect(stepped({ row: 1, column: 1 }, 'ArrowRight', room)).toEqual({ row: 1, column: 2 });
  expect(stepped({ row: 2, column: 2 }, 'ArrowDown', room)).toEqual({ row: 2, column: 2 });
  expect(stepped({ row: 2, column: 2 }, 'Home', room)).toEqual({ row: 2, column: 1 });
  expect(stepped({ row: 2, column: 2 }, 'a', room)).toBeUndefined();
});
