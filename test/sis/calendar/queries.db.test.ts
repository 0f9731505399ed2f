import { expect, test } from 'vitest';
import {
  bellTimesOn,
  findCalendarDay,
  listCalendarDays,
  schoolDays,
  sessionDay,
  termOn,
  termsOn,
} from '../../../src/sis/calendar/queries.ts';
import { acting } from '../../support/attendance.ts';
import { cast } from '../../support/cast.ts';
import { inBothSpaces } from '../../support/spaces.ts';

const { school, days } = cast;

inBothSpaces('the calendar', (space) => {
  test.for([
    {
      day: cast.today,
      inSession: true,
      kind: 'instructional',
      previous: days.yesterday,
      next: days.tomorrow,
    },
    { day: days.holiday, inSession: false, kind: 'holiday', previous: '2025-08-29', next: '2025-09-02' },
    { day: days.saturday, inSession: false, kind: null, previous: days.earlyRelease, next: days.monday },
    { day: days.first, inSession: true, kind: 'instructional', previous: null, next: '2025-08-26' },
    { day: '2025-07-04', inSession: false, kind: null, previous: null, next: days.first },
  ])('$day', ({ day, ...expected }) =>
    acting(space, async (as) => {
      expect(await sessionDay(as('ruiz'), school, day)).toMatchObject({ day, ...expected });
    }),
  );

  test('school days leave out weekends and days off', () =>
    acting(space, async (as) => {
      expect(await schoolDays(as('ruiz'), school, '2025-08-28', '2025-09-03')).toEqual([
        '2025-08-28',
        '2025-08-29',
        '2025-09-02',
        '2025-09-03',
      ]);
    }));

  test('the calendar itself names the days off', () =>
    acting(space, async (as) => {
      const listed = await listCalendarDays(as('ruiz'), school, '2025-08-29', '2025-09-02');

      expect(listed.map((day) => [day.day, day.kind, day.note])).toEqual([
        ['2025-08-29', 'instructional', null],
        [days.holiday, 'holiday', 'Labor Day'],
        ['2025-09-02', 'instructional', null],
      ]);
      expect(await findCalendarDay(as('ruiz'), school, days.saturday)).toBeUndefined();
    }));

  test('bells of an early release are shorter, and leave lunch out', () =>
    acting(space, async (as) => {
      const minutesOn = async (day: string) =>
        (await bellTimesOn(as('ruiz'), school, day)).map((period) => `${period.code} ${period.minutes}`);

      expect(await minutesOn(cast.today)).toEqual(['HR 15', '1 90', '2 90', 'L 30', '3 90', '4 90']);
      expect(await minutesOn(days.earlyRelease)).toEqual(['HR 10', '1 50', '2 50', '3 50', '4 50']);
      expect(await minutesOn(days.holiday)).toEqual([]);
    }));

  test('a day is in a semester and a quarter', () =>
    acting(space, async (as) => {
      const { semester, quarter } = await termsOn(as('ruiz'), school, cast.today);

      expect([semester?.code, quarter?.code]).toEqual(['S1', 'Q2']);
      expect((await termOn(as('ruiz'), school, '2025-10-06')).code).toBe('Q3');
    }));

  test('a day between quarters is in none', () =>
    acting(space, async (as) => {
      await expect(termOn(as('ruiz'), school, '2025-09-13')).rejects.toMatchObject({
        code: 'calendar/not-in-any-term',
        facts: { day: '2025-09-13' },
      });
    }));
});
