import { describe, expect, test } from 'vitest';
import {
  type DayRules,
  deriveDay,
  namesDays,
  type PeriodOfDay,
  type WeighedCode,
} from '../../../../src/sis/attendance/daily/rules.ts';

const P = code(1, 'P', 'present', false, '1.000');
const A = code(2, 'A', 'absent', false, '0.000');
const AE = code(3, 'AE', 'absent', true, '0.000');
const T = code(4, 'T', 'tardy', false, '1.000');
const D = code(5, 'D', 'early-departure', false, '1.000');
const SF = code(6, 'SF', 'school-function', true, '1.000');
const ISS = code(7, 'ISS', 'in-school-suspension', true, '1.000');
const OSS = code(8, 'OSS', 'out-of-school-suspension', true, '0.000');
/** A district where late is half. */
const H = code(9, 'T', 'tardy', false, '0.500');
const third = code(10, 'X', 'absent', false, '0.333');

const dayCodes = [
  code(11, 'P', 'present', false, '1.000'),
  code(12, 'AUHD', 'absent', false, '0.500'),
  code(13, 'AEHD', 'absent', true, '0.500'),
  code(14, 'AUFD', 'absent', false, '0.000'),
  code(15, 'AEFD', 'absent', true, '0.000'),
  code(16, 'T', 'tardy', false, '1.000'),
  code(17, 'D', 'early-departure', false, '1.000'),
  code(18, 'SF', 'school-function', true, '1.000'),
  code(19, 'ISS', 'in-school-suspension', true, '1.000'),
  code(20, 'OSS', 'out-of-school-suspension', true, '0.000'),
];

const school: DayRules = {
  fullDayMinutes: 300,
  halfDayMinutes: 150,
  longestDayMinutes: 350,
  dailyFrom: 'class',
  mixedAbsence: 'unexcused-wins',
};

describe('a day of seven classes of 50 minutes', () => {
  test.for<{ name: string; marks: (WeighedCode | null)[]; gives: string; attended: number }>([
    { name: 'all present is present', marks: [P, P, P, P, P, P, P], gives: 'P', attended: 350 },
    {
      name: 'one class missed leaves 300 minutes: present',
      marks: [A, P, P, P, P, P, P],
      gives: 'P',
      attended: 300,
    },
    {
      name: 'two classes missed leave 250: a half day',
      marks: [A, A, P, P, P, P, P],
      gives: 'AUHD',
      attended: 250,
    },
    {
      name: 'three classes attended are 150: a half day',
      marks: [A, A, A, A, P, P, P],
      gives: 'AUHD',
      attended: 150,
    },
    {
      name: 'two classes attended are 100: a full day',
      marks: [A, A, A, A, A, P, P],
      gives: 'AUFD',
      attended: 100,
    },
    { name: 'a full day without excuse', marks: [A, A, A, A, A, A, A], gives: 'AUFD', attended: 0 },
    { name: 'a full day with excuse', marks: [AE, AE, AE, AE, AE, AE, AE], gives: 'AEFD', attended: 0 },
    { name: 'a half day with excuse', marks: [AE, AE, AE, P, P, P, P], gives: 'AEHD', attended: 200 },
    { name: 'unexcused wins over excused', marks: [A, AE, AE, AE, AE, AE, AE], gives: 'AUFD', attended: 0 },
    {
      name: 'late for the first class is late for the day',
      marks: [T, P, P, P, P, P, P],
      gives: 'T',
      attended: 350,
    },
    { name: 'late for a later class is not', marks: [P, P, T, P, P, P, P], gives: 'P', attended: 350 },
    {
      name: 'leaving in the last class is leaving early',
      marks: [P, P, P, P, P, P, D],
      gives: 'D',
      attended: 350,
    },
    {
      name: 'a school function counts as attended',
      marks: [SF, SF, SF, SF, SF, SF, SF],
      gives: 'SF',
      attended: 350,
    },
    {
      name: 'half a day of school function names the day',
      marks: [P, P, P, SF, SF, SF, SF],
      gives: 'SF',
      attended: 350,
    },
    { name: 'one class of it does not', marks: [P, P, P, P, P, P, SF], gives: 'P', attended: 350 },
    {
      name: 'suspension in school counts as attended',
      marks: [ISS, ISS, ISS, ISS, ISS, ISS, ISS],
      gives: 'ISS',
      attended: 350,
    },
    {
      name: 'suspension out of school is an absence of its own',
      marks: [OSS, OSS, OSS, OSS, OSS, OSS, OSS],
      gives: 'OSS',
      attended: 0,
    },
    {
      name: 'it names the day when it is half of what was missed',
      marks: [P, P, P, P, P, A, OSS],
      gives: 'OSS',
      attended: 250,
    },
    { name: 'and not when it is less', marks: [P, P, P, P, A, A, OSS], gives: 'AUHD', attended: 200 },
    {
      name: 'where late is half, its minutes are half',
      marks: [H, H, H, P, P, P, P],
      gives: 'AUHD',
      attended: 275,
    },
    { name: 'thirds stay exact', marks: [third, P, P, P, P, P, P], gives: 'P', attended: 316 },
    {
      name: 'no mark in a class that was taken is present',
      marks: [null, P, P, P, P, P, P],
      gives: 'P',
      attended: 350,
    },
  ])('$name', ({ marks, gives, attended }) => {
    const day = deriveDay(
      marks.map((mark) => taken(50, mark)),
      school,
      dayCodes,
    );

    expect(written(day?.codeId)).toBe(gives);
    expect(day).toMatchObject({ minutesAttended: attended, minutesScheduled: 350, incomplete: false });
  });
});

describe('values', () => {
  test.for([
    { marks: [P, P, P, P, P, P, P], value: '1.000' },
    { marks: [A, A, P, P, P, P, P], value: '0.500' },
    { marks: [A, A, A, A, A, A, A], value: '0.000' },
    { marks: [P, P, P, P, P, A, OSS], value: '0.500' },
  ])('the part of the day attended is $value', ({ marks, value }) => {
    expect(
      deriveDay(
        marks.map((mark) => taken(50, mark)),
        school,
        dayCodes,
      )?.value,
    ).toBe(value);
  });
});

describe('what does not count', () => {
  test('a class not taken is attended, and leaves the day incomplete', () => {
    const day = deriveDay([notTaken(50), ...Array(6).fill(taken(50, P))], school, dayCodes);

    expect(written(day?.codeId)).toBe('P');
    expect(day).toMatchObject({ minutesAttended: 350, incomplete: true });
  });

  test('homeroom and lunch give no minutes and cost none', () => {
    const homeroom = { ...taken(15, A), homeroom: true };
    const lunch = { ...taken(30, A), instructional: false };
    const day = deriveDay([homeroom, lunch, ...Array(7).fill(taken(50, P))], school, dayCodes);

    expect(written(day?.codeId)).toBe('P');
    expect(day).toMatchObject({ minutesAttended: 350, minutesScheduled: 350 });
  });

  test('an untaken homeroom does not make a day incomplete where classes decide', () => {
    const homeroom = { ...notTaken(15), homeroom: true };

    expect(deriveDay([homeroom, taken(50, P)], school, dayCodes)?.incomplete).toBe(false);
  });

  test('a student with nothing scheduled has no day', () => {
    expect(deriveDay([{ ...taken(30, P), instructional: false }], school, dayCodes)).toBeNull();
  });
});

describe('shorter days', () => {
  test.for([
    { name: 'early release, all attended', minutes: 30, marks: [P, P, P, P, P, P, P], gives: 'P' },
    { name: 'early release, one of seven missed', minutes: 30, marks: [A, P, P, P, P, P, P], gives: 'P' },
    { name: 'early release, two of seven missed', minutes: 30, marks: [A, A, P, P, P, P, P], gives: 'AUHD' },
    { name: 'early release, five of seven missed', minutes: 30, marks: [A, A, A, A, A, P, P], gives: 'AUFD' },
    { name: 'a short schedule, all attended', minutes: 50, marks: [P, P, P, P], gives: 'P' },
    { name: 'a short schedule, one of four missed', minutes: 50, marks: [A, P, P, P], gives: 'AUHD' },
  ])('$name: $gives', ({ minutes, marks, gives }) => {
    const day = deriveDay(
      marks.map((mark) => taken(minutes, mark)),
      school,
      dayCodes,
    );

    expect(written(day?.codeId)).toBe(gives);
  });

  test('a schedule longer than the longest day needs no more than the school asks', () => {
    const day = deriveDay([taken(50, A), taken(50, A), ...Array(6).fill(taken(50, P))], school, dayCodes);

    expect(written(day?.codeId)).toBe('P');
  });

  test('a school whose longest day is shorter than its full day asks for all of it', () => {
    const short = { ...school, longestDayMinutes: 100 };

    expect(written(deriveDay([taken(50, P), taken(50, P)], short, dayCodes)?.codeId)).toBe('P');
    expect(written(deriveDay([taken(50, P), taken(50, H)], short, dayCodes)?.codeId)).toBe('AUHD');
  });
});

describe('rules of the school', () => {
  test('excused wins where the school says so', () => {
    const rules = { ...school, mixedAbsence: 'excused-wins' as const };
    const day = deriveDay(
      [A, AE, AE, AE, AE, AE, AE].map((mark) => taken(50, mark)),
      rules,
      dayCodes,
    );

    expect(written(day?.codeId)).toBe('AEFD');
  });

  test('without a code for tardy days, a late start is present', () => {
    const few = dayCodes.filter((code) => code.code !== 'T');

    expect(written(deriveDay([taken(350, T)], school, few)?.codeId)).toBe('P');
  });

  test('without a code for half days, the nearest stands and the value stays a half', () => {
    const few = dayCodes.filter((code) => !code.code.endsWith('HD'));
    const day = deriveDay(
      [A, A, P, P, P, P, P].map((mark) => taken(50, mark)),
      school,
      few,
    );

    expect(day).toMatchObject({ codeId: 14, value: '0.500' });
  });

  test('codes suffice when they name a present and an absent day', () => {
    expect(namesDays(dayCodes)).toBe(true);
    expect(namesDays([dayCodes[0]!])).toBe(false);
  });
});

describe('a school that takes attendance once a day', () => {
  const once = { ...school, dailyFrom: 'daily' as const };
  const day = (homeroom: PeriodOfDay) =>
    deriveDay([homeroom, ...Array(7).fill(taken(50, A))], once, dayCodes);

  test('takes the mark of the homeroom, whatever the classes say', () => {
    expect(written(day({ ...taken(15, P), homeroom: true })?.codeId)).toBe('P');
  });

  test('finds the day code of the same letters first', () => {
    expect(written(day({ ...taken(15, T), homeroom: true })?.codeId)).toBe('T');
  });

  test('else the one of the same kind and weight', () => {
    expect(day({ ...taken(15, AE), homeroom: true })).toMatchObject({
      codeId: 15,
      value: '0.000',
      minutesAttended: 0,
    });
  });

  test('is present and incomplete until the homeroom is taken', () => {
    expect(day({ ...notTaken(15), homeroom: true })).toMatchObject({ codeId: 11, incomplete: true });
  });

  test('has no day without a homeroom', () => {
    expect(deriveDay([taken(50, P)], once, dayCodes)).toBeNull();
  });
});

function code(
  id: number,
  written: string,
  category: WeighedCode['category'],
  excused: boolean,
  weight: string,
): WeighedCode {
  return { id, code: written, category, excused, weight };
}

function taken(minutes: number, mark: WeighedCode | null): PeriodOfDay {
  return { minutes, instructional: true, homeroom: false, taken: true, code: mark };
}

function notTaken(minutes: number): PeriodOfDay {
  return { minutes, instructional: true, homeroom: false, taken: false, code: null };
}

function written(codeId: number | undefined): string | undefined {
  return dayCodes.find((day) => day.id === codeId)?.code;
}
