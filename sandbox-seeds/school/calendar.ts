import { addDays, type Day, daysFrom, weekday } from '../../src/shared/days.ts';
import {
  bellSchedules,
  bellTimes,
  calendarDays,
  periods,
  schoolYears,
  terms,
} from '../../src/sis/calendar/schema.ts';
import { idOf } from './ids.ts';
import { type SeedTable, tableOf } from './tables.ts';

/** Wednesday of the sixth week of the second quarter; sixty school days lie behind it. */
export const TODAY: Day = '2026-12-02';
export const YEAR = { id: idOf('schoolYear', 0), name: '2026-27', starts: '2026-08-24', ends: '2027-06-11' };

export type Term = { id: number; code: string; name: string; parent: number | null; starts: Day; ends: Day };

const semester = (n: number, starts: Day, ends: Day): Term => ({
  id: idOf('term', n - 1),
  code: `S${n}`,
  name: `Semester ${n}`,
  parent: null,
  starts,
  ends,
});
const quarter = (n: number, parent: Term, starts: Day, ends: Day): Term => ({
  id: idOf('term', n + 1),
  code: `Q${n}`,
  name: `Quarter ${n}`,
  parent: parent.id,
  starts,
  ends,
});
const s1 = semester(1, '2026-08-24', '2026-12-22');
const s2 = semester(2, '2027-01-04', '2027-06-11');

export const TERMS = {
  s1,
  s2,
  q1: quarter(1, s1, '2026-08-24', '2026-10-23'),
  q2: quarter(2, s1, '2026-10-26', '2026-12-22'),
  q3: quarter(3, s2, '2027-01-04', '2027-03-12'),
  q4: quarter(4, s2, '2027-03-15', '2027-06-11'),
};

/** Place in every list of a day's periods: 0 is homeroom, 1 to 7 are the classes. Lunch comes after the fourth. */
export const HOMEROOM = 0;
export const CLASS_PERIODS = [1, 2, 3, 4, 5, 6, 7] as const;
export const periodId = (place: number) => idOf('period', place);
const LUNCH = idOf('period', 8);

const REGULAR = idOf('bellSchedule', 0);
const EARLY = idOf('bellSchedule', 1);

/** [starts, minutes] by place. */
const bells = {
  [REGULAR]: [
    ['08:00', 10],
    ['08:15', 50],
    ['09:10', 50],
    ['10:05', 50],
    ['11:00', 50],
    ['12:30', 50],
    ['13:25', 50],
    ['14:20', 50],
  ],
  [EARLY]: [
    ['08:00', 10],
    ['08:15', 35],
    ['08:55', 35],
    ['09:35', 35],
    ['10:15', 35],
    ['10:55', 35],
    ['11:35', 35],
    ['12:15', 35],
  ],
} as const satisfies Record<number, readonly (readonly [string, number])[]>;

type Kind = 'instructional' | 'early-release' | 'holiday' | 'break' | 'institute';

const special: [from: Day, to: Day, kind: Kind, note: string][] = [
  ['2026-09-07', '2026-09-07', 'holiday', 'Labor Day'],
  ['2026-09-18', '2026-09-18', 'early-release', 'Staff meetings'],
  ['2026-09-25', '2026-09-25', 'institute', 'Teacher institute day'],
  ['2026-10-12', '2026-10-12', 'holiday', "Indigenous Peoples' Day"],
  ['2026-10-16', '2026-10-16', 'early-release', 'Staff meetings'],
  ['2026-10-23', '2026-10-23', 'institute', 'Report card pick-up'],
  ['2026-11-02', '2026-11-02', 'institute', 'Teacher institute day'],
  ['2026-11-03', '2026-11-03', 'holiday', 'Election Day'],
  ['2026-11-11', '2026-11-11', 'holiday', 'Veterans Day'],
  ['2026-11-13', '2026-11-13', 'early-release', 'Staff meetings'],
  ['2026-11-23', '2026-11-25', 'break', 'Thanksgiving break'],
  ['2026-11-26', '2026-11-27', 'holiday', 'Thanksgiving'],
  ['2026-12-18', '2026-12-18', 'early-release', 'Staff meetings'],
  ['2026-12-23', '2027-01-01', 'break', 'Winter break'],
  ['2027-01-04', '2027-01-04', 'institute', 'Teacher institute day'],
  ['2027-01-18', '2027-01-18', 'holiday', 'Martin Luther King Jr. Day'],
  ['2027-01-22', '2027-01-22', 'early-release', 'Staff meetings'],
  ['2027-02-05', '2027-02-05', 'institute', 'Teacher institute day'],
  ['2027-02-12', '2027-02-12', 'holiday', "Lincoln's Birthday"],
  ['2027-02-15', '2027-02-15', 'holiday', "Presidents' Day"],
  ['2027-02-19', '2027-02-19', 'early-release', 'Staff meetings'],
  ['2027-03-01', '2027-03-01', 'holiday', 'Pulaski Day'],
  ['2027-03-12', '2027-03-12', 'institute', 'Report card pick-up'],
  ['2027-03-19', '2027-03-19', 'early-release', 'Staff meetings'],
  ['2027-03-29', '2027-04-02', 'break', 'Spring break'],
  ['2027-04-23', '2027-04-23', 'institute', 'Teacher institute day'],
  ['2027-05-21', '2027-05-21', 'early-release', 'Staff meetings'],
  ['2027-05-31', '2027-05-31', 'holiday', 'Memorial Day'],
];

type CalendarDay = { day: Day; kind: Kind; note: string | null; bells: number | null };

const weekdays: CalendarDay[] = daysFrom(YEAR.starts, YEAR.ends)
  .filter((day) => weekday(day) <= 5)
  .map((day) => {
    const [, , kind, note] = special.find(([from, to]) => from <= day && day <= to) ?? [
      '',
      '',
      'instructional' as Kind,
      null,
    ];
    return {
      day,
      kind,
      note,
      bells: kind === 'instructional' ? REGULAR : kind === 'early-release' ? EARLY : null,
    };
  });

/** Every day on which school is in session, in order. */
export const SESSION_DAYS: Day[] = weekdays.filter((day) => day.bells !== null).map(({ day }) => day);
/** Those before today, and the last of them. */
export const PAST_DAYS: Day[] = SESSION_DAYS.filter((day) => day < TODAY);
export const YESTERDAY: Day = PAST_DAYS.at(-1)!;

const early = new Set(weekdays.filter((day) => day.kind === 'early-release').map(({ day }) => day));

export function isEarlyRelease(day: Day): boolean {
  return early.has(day);
}

/** Instructional minutes of the longest day's bells. */
export const LONGEST_DAY_MINUTES = CLASS_PERIODS.reduce(
  (total, place) => total + bells[REGULAR]![place]![1],
  0,
);

export function minutesOf(day: Day, place: number): number {
  return bells[early.has(day) ? EARLY : REGULAR]![place]![1];
}

/** Minutes after midnight at which the period begins on that day. */
export function startOf(day: Day, place: number): number {
  return minutesAt(bells[early.has(day) ? EARLY : REGULAR]![place]![0]);
}

/** 'HH:MM:00' of minutes after midnight. */
export function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`;
}

/** The instant of a time of day in Chicago, where daylight saving ended on November 1, 2026. */
export function instant(day: Day, minutes: number): string {
  const utc = minutes + 60 * (day < '2026-11-01' ? 5 : 6);
  return utc < 24 * 60 ? `${day}T${clock(utc)}Z` : `${addDays(day, 1)}T${clock(utc - 24 * 60)}Z`;
}

export function calendarTables(schoolId: number): SeedTable[] {
  return [
    tableOf(schoolYears, [
      { id: YEAR.id, school_id: schoolId, name: YEAR.name, starts_on: YEAR.starts, ends_on: YEAR.ends },
    ]),
    tableOf(
      terms,
      Object.values(TERMS).map((term, i) => ({
        id: term.id,
        school_year_id: YEAR.id,
        parent_id: term.parent,
        kind: term.parent === null ? ('semester' as const) : ('quarter' as const),
        code: term.code,
        name: term.name,
        starts_on: term.starts,
        ends_on: term.ends,
        sequence: i + 1,
      })),
    ),
    tableOf(periods, periodRows(schoolId)),
    tableOf(bellSchedules, [
      { id: REGULAR, school_id: schoolId, code: 'REG', name: 'Regular day' },
      { id: EARLY, school_id: schoolId, code: 'ER', name: 'Early release' },
    ]),
    tableOf(bellTimes, bellRows()),
    tableOf(
      calendarDays,
      weekdays.map(({ day, kind, note, bells: schedule }, i) => ({
        id: i + 1,
        school_id: schoolId,
        school_year_id: YEAR.id,
        day,
        kind,
        bell_schedule_id: schedule,
        note,
      })),
    ),
  ];
}

function periodRows(schoolId: number) {
  const row = (
    id: number,
    code: string,
    name: string,
    sequence: number,
    kind: 'class' | 'homeroom' | 'lunch',
  ) => ({
    id,
    school_id: schoolId,
    code,
    name,
    sequence,
    instructional: kind === 'class',
    homeroom: kind === 'homeroom',
  });
  return [
    row(periodId(HOMEROOM), 'HR', 'Homeroom', 1, 'homeroom'),
    ...CLASS_PERIODS.map((n) => row(periodId(n), `${n}`, `Period ${n}`, n <= 4 ? n + 1 : n + 2, 'class')),
    row(LUNCH, 'L', 'Lunch', 6, 'lunch'),
  ];
}

function bellRows() {
  const row = (schedule: number, period: number, starts: string, minutes: number) => ({
    bell_schedule_id: schedule,
    period_id: period,
    starts_at: `${starts}:00`,
    ends_at: clock(minutesAt(starts) + minutes),
    minutes,
  });
  return [
    ...bells[REGULAR]!.map(([starts, minutes], place) => row(REGULAR, periodId(place), starts, minutes)),
    row(REGULAR, LUNCH, '11:50', 35),
    ...bells[EARLY]!.map(([starts, minutes], place) => row(EARLY, periodId(place), starts, minutes)),
  ].map((bell, i) => ({ id: i + 1, ...bell }));
}

function minutesAt(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
