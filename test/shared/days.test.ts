import { expect, test } from 'vitest';
import {
  addDays,
  dayIn,
  daysBetween,
  daysFrom,
  isDay,
  mondayOf,
  weekday,
  yearsBetween,
} from '../../src/shared/days.ts';

test.for([
  ['2026-02-28', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-1-01', false],
  ['2026-01-01T00:00:00Z', false],
  ['', false],
] as const)('%s is a day: %s', ([text, expected]) => {
  expect(isDay(text)).toBe(expected);
});

test('adding days crosses months, leap days and years in both directions', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
});

test('the change to summer time neither adds nor loses a day', () => {
  expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2);
  expect(daysFrom('2026-03-07', '2026-03-09')).toEqual(['2026-03-07', '2026-03-08', '2026-03-09']);
  expect(daysFrom('2026-03-09', '2026-03-07')).toEqual([]);
});

test('weeks begin on Monday, before 1970 too', () => {
  expect(weekday('2026-01-05')).toBe(1);
  expect(weekday('2026-01-04')).toBe(7);
  expect(weekday('1969-12-31')).toBe(3);
  expect(mondayOf('2026-01-04')).toBe('2025-12-29');
  expect(mondayOf('2026-01-05')).toBe('2026-01-05');
});

test('an instant is a different day in Chicago and in London', () => {
  const instant = new Date('2026-01-05T03:00:00Z');
  expect(dayIn('America/Chicago', instant)).toBe('2026-01-04');
  expect(dayIn('Europe/London', instant)).toBe('2026-01-05');
});

test('age counts full years', () => {
  expect(yearsBetween('2010-06-15', '2026-06-14')).toBe(15);
  expect(yearsBetween('2010-06-15', '2026-06-15')).toBe(16);
  expect(yearsBetween('2008-02-29', '2026-02-28')).toBe(17);
  expect(yearsBetween('2008-02-29', '2026-03-01')).toBe(18);
});
