import { expect, test } from 'vitest';
import { seatRefusal } from '../../../../src/sis/attendance/seating/rules.ts';

const enrolled = new Set([101, 102, 103]);

test.for([
  {
    name: 'each student in a seat of their own',
    seats: [seat(101, 1, 1), seat(102, 1, 2), seat(103, 2, 1)],
    refusal: null,
  },
  {
    name: 'two students in one seat',
    seats: [seat(101, 1, 2), seat(102, 1, 2)],
    refusal: { why: 'seat-taken', row: 1, column: 2, studentIds: [101, 102] },
  },
  {
    name: 'one student in two seats',
    seats: [seat(101, 1, 1), seat(101, 1, 2)],
    refusal: { why: 'student-twice', studentId: 101 },
  },
  {
    name: 'someone who is not in the class',
    seats: [seat(106, 1, 1)],
    refusal: { why: 'not-enrolled', studentId: 106 },
  },
])('$name', ({ seats, refusal }) => {
  expect(seatRefusal(seats, enrolled)).toEqual(refusal);
});

function seat(studentId: number, row: number, column: number) {
  return { studentId, row, column };
}
