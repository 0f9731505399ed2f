import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type EntryColumn,
  maximumScore,
  parseEntry,
  refuseMarkCode,
} from '../../../../src/sis/gradebook/scores/rules.ts';

const column: EntryColumn = {
  points: '10.00',
  headroomPercent: '110',
  scale: {
    steps: [
      { letter: 'A', minPercent: '90' },
      { letter: 'B', minPercent: '80.00' },
    ],
    maxPercent: null,
  },
  marks: [
    { id: 7, code: 'EX' },
    { id: 8, code: 'M' },
  ],
};
const extraCredit: EntryColumn = { ...column, points: '0' };

const understood: { name: string; typed: string; points: string; in?: EntryColumn }[] = [
  { name: 'points', typed: '8.5', points: '8.5' },
  { name: 'points out of the column total', typed: '8.5/10', points: '8.5' },
  { name: 'points out of the column total with blanks', typed: ' 8 / 10.0 ', points: '8' },
  { name: 'a percent', typed: '85%', points: '8.5' },
  { name: 'a percent with a blank', typed: '85 %', points: '8.5' },
  { name: 'a percent that comes out uneven is rounded half-up', typed: '33.35%', points: '3.34' },
  { name: 'a letter of the scale, in either case', typed: 'b', points: '8' },
  { name: 'points within the headroom', typed: '11', points: '11' },
  { name: 'needless zeros', typed: '08.500', points: '8.5' },
  { name: 'a number that begins with its point', typed: '.5', points: '0.5' },
  { name: 'a number that ends with its point', typed: '8.', points: '8' },
  { name: 'zero', typed: '0', points: '0' },
  { name: 'minus zero', typed: '-0', points: '0' },
  { name: 'a blank that does not break, as spreadsheets have it', typed: '\u00a08\u00a0', points: '8' },
  { name: 'any points where the column has none', typed: '25', points: '25', in: extraCredit },
];

test.for(understood)('reads $name: $typed', ({ typed, points, in: into = column }) => {
  expect(parseEntry(typed, into)).toEqual({ kind: 'points', points });
});

test.for(['', '   ', '\u00a0'])('reads %j as clearing the cell', (typed) => {
  expect(parseEntry(typed, column)).toEqual({ kind: 'clear' });
});

test.for(['EX', 'ex', ' Ex '])('reads %j as the mark', (typed) => {
  expect(parseEntry(typed, column)).toEqual({ kind: 'mark', markId: 7, code: 'EX' });
});

const refused: { name: string; typed: string; code: string; facts: object; in?: EntryColumn }[] = [
  { name: 'below zero', typed: '-1', code: 'scores/negative', facts: {} },
  { name: 'below zero with a typographic minus', typed: '−1', code: 'scores/negative', facts: {} },
  { name: 'a percent below zero', typed: '-5%', code: 'scores/negative', facts: {} },
  {
    name: 'above the headroom',
    typed: '11.01',
    code: 'scores/above-maximum',
    facts: { max: '11', points: '10' },
  },
  { name: 'a percent above the headroom', typed: '111%', code: 'scores/above-maximum', facts: { max: '11' } },
  {
    name: 'more decimals than are kept',
    typed: '8.125',
    code: 'scores/too-many-decimals',
    facts: { decimals: 2 },
  },
  { name: 'two points', typed: '8.1.2', code: 'scores/not-a-number', facts: {} },
  { name: 'a decimal comma', typed: '8,5', code: 'scores/not-a-number', facts: {} },
  { name: 'an exponent', typed: '1e1', code: 'scores/not-a-number', facts: {} },
  { name: 'a percent sign alone', typed: '%', code: 'scores/not-a-number', facts: {} },
  { name: 'two totals', typed: '8/10/10', code: 'scores/not-a-number', facts: {} },
  { name: 'no points before the total', typed: '/10', code: 'scores/not-a-number', facts: {} },
  {
    name: 'a letter that is no mark',
    typed: 'Q',
    code: 'scores/unknown-mark',
    facts: { known: ['EX', 'M'] },
  },
  { name: 'points out of another total', typed: '8/20', code: 'scores/other-total', facts: { points: '10' } },
  {
    name: 'a percent of no points',
    typed: '50%',
    code: 'scores/percent-of-nothing',
    facts: {},
    in: extraCredit,
  },
  {
    name: 'a letter of no points',
    typed: 'A',
    code: 'scores/percent-of-nothing',
    facts: {},
    in: extraCredit,
  },
  {
    name: 'a letter without a scale',
    typed: 'A',
    code: 'scores/unknown-mark',
    facts: {},
    in: { ...column, scale: null },
  },
  {
    name: 'more than can be kept',
    typed: '1000000',
    code: 'scores/above-maximum',
    facts: { max: '999999.99' },
    in: extraCredit,
  },
];

test.for(refused)('refuses $name: $typed', ({ typed, code, facts, in: into = column }) => {
  expect(parseEntry(typed, into)).toMatchObject({
    kind: 'refused',
    refusal: { code, facts: { typed, ...facts } },
  });
});

test('whatever is typed is read or refused, and what is read as points fits the column', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-0-9./% A]{1,12}$/)), (typed) => {
      const entry = parseEntry(typed, column);

      if (entry.kind !== 'points') return;
      expect(entry.points).toMatch(/^\d+(\.\d{1,2})?$/);
      expect(Number(entry.points)).toBeLessThanOrEqual(11);
    }),
    { numRuns: 1000 },
  );
});

test('what is read as points reads the same again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1100 }), (hundredths) => {
      const entry = parseEntry((hundredths / 100).toFixed(2), column);

      expect(entry.kind === 'points' && parseEntry(entry.points, column)).toEqual(entry);
    }),
  );
});

describe('the greatest score of a column', () => {
  test.for([
    { name: 'without headroom is its points', points: '10', headroomPercent: '100', max: '10' },
    { name: 'with headroom is that much of its points', points: '7.5', headroomPercent: '105', max: '7.87' },
    { name: 'without limit is what can be kept', points: '10', headroomPercent: null, max: '999999.99' },
    { name: 'of no points is what can be kept', points: '0.00', headroomPercent: '100', max: '999999.99' },
  ])('$name', ({ points, headroomPercent, max }) => {
    expect(maximumScore({ points, headroomPercent })).toBe(max);
  });
});

describe('the code of a special mark', () => {
  test.for([
    { name: 'may be any other', typed: 'Inc', code: null },
    { name: 'may not be blank', typed: ' ', code: 'scores/mark-blank' },
    { name: 'is unique in its book, whatever its case', typed: 'ex', code: 'scores/mark-taken' },
    { name: 'is no letter of the scale', typed: 'a', code: 'scores/mark-is-a-letter' },
    { name: 'does not begin like a number', typed: '0M', code: 'scores/mark-reads-as-a-number' },
    { name: 'has no percent sign', typed: 'M%', code: 'scores/mark-reads-as-a-number' },
  ])('$name', ({ typed, code }) => {
    expect(refuseMarkCode(typed, column)?.code ?? null).toBe(code);
  });
});
