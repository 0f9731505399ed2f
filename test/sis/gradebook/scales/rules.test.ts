import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import { capped, letterFor, percentFor, type Scale } from '../../../../src/sis/gradebook/scales/rules.ts';

const scale: Scale = {
  steps: [
    { letter: 'F', minPercent: '0', entryPercent: '50' },
    { letter: 'C', minPercent: '70.00' },
    { letter: 'A', minPercent: '90.00' },
    { letter: 'B', minPercent: '80.00' },
    { letter: 'D', minPercent: '60.00' },
  ],
  maxPercent: '105',
};

const letters: { name: string; percent: string; letter: string | null }[] = [
  { name: '88.89 is a B', percent: '88.89', letter: 'B' },
  { name: 'the least percent of a step earns it', percent: '90', letter: 'A' },
  { name: 'just below it does not', percent: '59.99', letter: 'F' },
  { name: 'above the highest step it is the highest letter', percent: '104.5', letter: 'A' },
  { name: 'below the lowest step there is none', percent: '-1', letter: null },
];

test.for(letters)('$name', ({ percent, letter }) => {
  expect(letterFor(scale, percent)).toBe(letter);
});

const entries: { name: string; typed: string; percent: string | null }[] = [
  { name: 'a typed letter is worth the least percent that earns it', typed: 'B', percent: '80.00' },
  { name: 'unless its step says what it is worth', typed: 'F', percent: '50' },
  { name: 'in either case and with blanks around it', typed: ' b ', percent: '80.00' },
  { name: 'a letter the scale has not is worth nothing', typed: 'E', percent: null },
];

test.for(entries)('$name', ({ typed, percent }) => {
  expect(percentFor(scale, typed)).toBe(percent);
});

test('a minus sign from a word processor is a minus', () => {
  const withMinus = { ...scale, steps: [{ letter: 'A-', minPercent: '90' }] };

  expect(percentFor(withMinus, 'A−')).toBe('90');
});

test('the cap holds what is above it, and a scale without a cap holds nothing', () => {
  const high = new Fraction('120.5');

  expect(capped(scale, high).toFraction()).toBe('105');
  expect(capped(scale, new Fraction('104')).toFraction()).toBe('104');
  expect(capped({ ...scale, maxPercent: null }, high)).toBe(high);
  expect(capped(null, high)).toBe(high);
});
