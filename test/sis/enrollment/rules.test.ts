import { expect, test } from 'vitest';
import { coversDay, membershipDays } from '../../../src/sis/enrollment/rules.ts';

const left = { startsOn: '2025-08-25', endsOn: '2025-09-17' };
const back = { startsOn: '2025-09-22', endsOn: null };

test.for([
  { day: '2025-08-24', covered: false },
  { day: '2025-08-25', covered: true },
  { day: '2025-09-17', covered: true },
  { day: '2025-09-18', covered: false },
])('a stay from August 25 to September 17 covers $day: $covered', ({ day, covered }) => {
  expect(coversDay(left, day)).toBe(covered);
});

test('a stay without end covers every later day', () => {
  expect(coversDay(back, '2026-06-12')).toBe(true);
});

test('days between two stays are no days of membership', () => {
  const days = ['2025-09-16', '2025-09-17', '2025-09-18', '2025-09-19', '2025-09-22'];

  expect(membershipDays(days, [left, back])).toBe(3);
});
