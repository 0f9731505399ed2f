import { expect, test } from 'vitest';
import { roundHalfUp } from '../../../../src/sis/gradebook/averages/exact.ts';

const cases: { name: string; value: string; places: number; rounded: string }[] = [
  { name: 'a half goes up', value: '87.445', places: 2, rounded: '87.45' },
  { name: 'a float would have lost this half', value: '1.005', places: 2, rounded: '1.01' },
  { name: 'just below a half goes down', value: '87.4449999999999999999999', places: 2, rounded: '87.44' },
  { name: 'once, not by way of 89.45 and 89.5', value: '89.446', places: 0, rounded: '89' },
  { name: 'a fraction', value: '8001/90', places: 4, rounded: '88.9000' },
  { name: 'a repeating fraction', value: '280/3', places: 2, rounded: '93.33' },
  { name: 'small numbers keep their zeros', value: '0.004', places: 2, rounded: '0.00' },
  { name: 'a half below zero goes up', value: '-1.5', places: 0, rounded: '-1' },
  { name: 'below zero keeps its sign', value: '-0.26', places: 1, rounded: '-0.3' },
  { name: 'a whole number', value: '100', places: 2, rounded: '100.00' },
];

test.for(cases)('$name', ({ value, places, rounded }) => {
  expect(roundHalfUp(value, places)).toBe(rounded);
});
