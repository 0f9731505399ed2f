import { afterEach, expect, test } from 'vitest';
import { formatDay, formatNumber, formatTime, plural } from '../../components/format.ts';

afterEach(() => {
  document.documentElement.lang = 'en';
});

test.for([
  ['en', 'long', 'Tuesday, October 14, 2025'],
  ['en', 'medium', 'Tue, Oct 14'],
  ['en', 'short', '10/14'],
  ['es', 'long', 'martes, 14 de octubre de 2025'],
] as const)('a day in %s, %s', ([lang, style, words]) => {
  document.documentElement.lang = lang;
  expect(formatDay('2025-10-14', style)).toBe(words);
});

test('what is no day is shown as it came', () => {
  expect(formatDay('soon')).toBe('soon');
});

test('a time of day', () => {
  expect(formatTime('13:05:00').replace(/\s/g, ' ')).toBe('1:05 PM');
});

test('a number has the digits asked for', () => {
  expect(formatNumber(1234.5, 2)).toBe('1,234.50');
});

test.for([
  [0, 'classes'],
  [1, 'class'],
  [2, 'classes'],
] as const)('%d %s', ([count, words]) => {
  expect(plural(count, { one: 'class', other: 'classes' })).toBe(words);
});
