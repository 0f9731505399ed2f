import { expect, test } from 'vitest';
import { percentile } from '../../bench/clock.ts';
import { row, table } from '../../bench/report.ts';

test('a row compares its value with the other, to four places', () => {
  expect(row('sandbox', 'read a gradebook', 'ms', 8.76543, 4)).toEqual({
    bench: 'sandbox',
    name: 'read a gradebook',
    unit: 'ms',
    value: 8.765,
    against: 4,
    ratio: 2.191,
  });
});

test('a row that has nothing to compare with says so', () => {
  expect(row('seed', 'rows', 'rows', 700_000)).toMatchObject({ value: 700_000, against: null, ratio: null });
});

test('the table puts every row under its heading', () => {
  const lines = table([row('seed', 'rows', 'rows', 700_000), row('seed', 'load', 's', 9.5, 10)]).split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[2]).toMatch(/^rows\s+700,000\s+rows\s*$/);
  expect(lines[3]).toMatch(/^load\s+9\.5\s+s\s+10\s+0\.95$/);
});

test('a percentile is one of the values', () => {
  const values = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect([0.5, 0.99, 1].map((share) => percentile(values, share))).toEqual([50, 99, 100]);
});
