import { describe, expect, test } from 'vitest';
import {
  addTotals,
  attendanceRate,
  isChronicallyAbsent,
  isChronicallyTruant,
  noDays,
  totalsOf,
} from '../../../../src/sis/attendance/rates/rules.ts';

const absent = (days: number, excused = false) =>
  Array.from({ length: Math.ceil(days) }, (_, i) => ({ value: days - i < 1 ? '0.500' : '0.000', excused }));

describe('attendance rate', () => {
  test.for([
    { membership: 180, missed: 0, rate: '100.0' },
    { membership: 180, missed: 10, rate: '94.4' },
    { membership: 40, missed: 0.5, rate: '98.8' },
    { membership: 3, missed: 1, rate: '66.7' },
    { membership: 1, missed: 1, rate: '0.0' },
  ])('$missed of $membership days missed: $rate %', ({ membership, missed, rate }) => {
    expect(attendanceRate(totalsOf(membership, absent(missed)))).toBe(rate);
  });

  test('nobody has a rate before the first day', () => {
    expect(attendanceRate(noDays)).toBeNull();
  });

  test('a group divides sums and does not average rates', () => {
    const group = addTotals(totalsOf(1, absent(1)), totalsOf(99, []));

    expect(attendanceRate(group)).toBe('99.0');
  });
});

describe('chronic absence', () => {
  test.for([
    { membership: 180, missed: 18, chronic: true },
    { membership: 180, missed: 17.5, chronic: false },
    { membership: 10, missed: 1, chronic: true },
    { membership: 0, missed: 0, chronic: false },
  ])('$missed of $membership days: $chronic', ({ membership, missed, chronic }) => {
    expect(isChronicallyAbsent(totalsOf(membership, absent(missed, true)))).toBe(chronic);
  });
});

describe('chronic truancy', () => {
  test.for([
    { excused: false, missed: 9, truant: true },
    { excused: false, missed: 8.5, truant: false },
    { excused: true, missed: 18, truant: false },
  ])('$missed of 180 days, excused $excused: $truant', ({ excused, missed, truant }) => {
    expect(isChronicallyTruant(totalsOf(180, absent(missed, excused)))).toBe(truant);
  });
});
