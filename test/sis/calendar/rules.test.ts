import { describe, expect, test } from 'vitest';
import { minutesBetween, type Term, termsOf } from '../../../src/sis/calendar/rules.ts';

const terms: Term[] = [
  term(11, 'semester', 'S1', '2025-08-25', '2025-10-03'),
  term(21, 'quarter', 'Q1', '2025-08-25', '2025-09-12'),
  term(22, 'quarter', 'Q2', '2025-09-15', '2025-10-03'),
  term(12, 'semester', 'S2', '2025-10-06', '2025-11-14'),
];

describe('the terms of a day', () => {
  test.for([
    { name: 'the middle of a quarter', day: '2025-09-24', semester: 'S1', quarter: 'Q2' },
    { name: 'the first day', day: '2025-08-25', semester: 'S1', quarter: 'Q1' },
    { name: 'the last day', day: '2025-10-03', semester: 'S1', quarter: 'Q2' },
    { name: 'a weekend between quarters', day: '2025-09-13', semester: 'S1', quarter: undefined },
    { name: 'before the year', day: '2025-08-01', semester: undefined, quarter: undefined },
  ])('$name', ({ day, semester, quarter }) => {
    const found = termsOf(terms, day);

    expect([found.semester?.code, found.quarter?.code]).toEqual([semester, quarter]);
  });
});

test('minutes from one bell to another', () => {
  expect(minutesBetween('08:20:00', '09:50:00')).toBe(90);
  expect(minutesBetween('08:20', '08:20')).toBe(0);
});

function term(id: number, kind: Term['kind'], code: string, startsOn: string, endsOn: string): Term {
  return { id, parentId: null, kind, code, name: code, startsOn, endsOn };
}
