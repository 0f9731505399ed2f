import { daysFrom, weekday } from '../../../src/shared/days.ts';
import {
  bellSchedules,
  bellTimes,
  calendarDays,
  periods,
  schoolYears,
  terms,
} from '../../../src/sis/calendar/schema.ts';
import { schools } from '../../../src/sis/schools/schema.ts';
import { cast } from '../cast.ts';
import { rowsOf } from './rows.ts';

const { days, periods: p, bells, terms: t } = cast;

/** Days that are not plain school days. */
const special: Record<string, { kind: 'early-release' | 'holiday' | 'institute'; note: string }> = {
  [days.holiday]: { kind: 'holiday', note: 'Labor Day' },
  [days.earlyRelease]: { kind: 'early-release', note: 'Staff meeting' },
  [days.institute]: { kind: 'institute', note: 'Teacher institute' },
  '2025-10-13': { kind: 'holiday', note: "Indigenous Peoples' Day" },
};

/** Instructional minutes: four times 90 on a regular day, four times 50 on an early-release day. */
export const calendarRows = [
  rowsOf(schools, [
    {
      id: cast.school,
      code: 'HARBOR',
      name: 'Harbor Street High School',
      level: 'high',
      street: '100 Harbor Street',
      city: 'Chicago',
      state: 'IL',
      postal_code: '60600',
      phone: '312-555-0100',
      time_zone: 'America/Chicago',
      full_day_minutes: 300,
      half_day_minutes: 150,
      daily_attendance_from: 'class',
      mixed_absence: 'unexcused-wins',
      post_mode: 'post-once',
      allow_date_change: true,
      attendance_open_days: 5,
    },
  ]),
  rowsOf(schoolYears, [
    {
      id: cast.schoolYear,
      school_id: cast.school,
      name: '2025-26',
      starts_on: days.first,
      ends_on: days.last,
    },
  ]),
  rowsOf(terms, [
    term(t.s1, null, 'semester', 'S1', days.first, '2025-10-03', 1),
    term(t.s2, null, 'semester', 'S2', '2025-10-06', days.last, 2),
    term(t.q1, t.s1, 'quarter', 'Q1', days.first, '2025-09-12', 1),
    term(t.q2, t.s1, 'quarter', 'Q2', '2025-09-15', '2025-10-03', 2),
    term(t.q3, t.s2, 'quarter', 'Q3', '2025-10-06', '2025-10-24', 3),
    term(t.q4, t.s2, 'quarter', 'Q4', '2025-10-27', days.last, 4),
  ]),
  rowsOf(periods, [
    period(p.homeroom, 'HR', 'Homeroom', 1, false, true),
    period(p.p1, '1', 'Period 1', 2, true, false),
    period(p.p2, '2', 'Period 2', 3, true, false),
    period(p.lunch, 'L', 'Lunch', 4, false, false),
    period(p.p3, '3', 'Period 3', 5, true, false),
    period(p.p4, '4', 'Period 4', 6, true, false),
  ]),
  rowsOf(bellSchedules, [
    { id: bells.regular, school_id: cast.school, code: 'REG', name: 'Regular day' },
    { id: bells.earlyRelease, school_id: cast.school, code: 'ER', name: 'Early release' },
  ]),
  rowsOf(bellTimes, [
    bell(401, bells.regular, p.homeroom, '08:00', '08:15', 15),
    bell(402, bells.regular, p.p1, '08:20', '09:50', 90),
    bell(403, bells.regular, p.p2, '09:55', '11:25', 90),
    bell(404, bells.regular, p.lunch, '11:25', '11:55', 30),
    bell(405, bells.regular, p.p3, '12:00', '13:30', 90),
    bell(406, bells.regular, p.p4, '13:35', '15:05', 90),
    bell(411, bells.earlyRelease, p.homeroom, '08:00', '08:10', 10),
    bell(412, bells.earlyRelease, p.p1, '08:15', '09:05', 50),
    bell(413, bells.earlyRelease, p.p2, '09:10', '10:00', 50),
    bell(414, bells.earlyRelease, p.p3, '10:05', '10:55', 50),
    bell(415, bells.earlyRelease, p.p4, '11:00', '11:50', 50),
  ]),
  rowsOf(
    calendarDays,
    daysFrom(days.first, days.last)
      .filter((day) => weekday(day) <= 5)
      .map((day, i) => {
        const kind = special[day]?.kind ?? 'instructional';
        const inSession = kind === 'instructional' || kind === 'early-release';
        return {
          id: 501 + i,
          school_id: cast.school,
          school_year_id: cast.schoolYear,
          day,
          kind,
          bell_schedule_id: !inSession ? null : kind === 'early-release' ? bells.earlyRelease : bells.regular,
          note: special[day]?.note ?? null,
        };
      }),
  ),
];

function term(
  id: number,
  parent: number | null,
  kind: 'semester' | 'quarter',
  code: string,
  starts: string,
  ends: string,
  sequence: number,
) {
  const name = `${kind === 'semester' ? 'Semester' : 'Quarter'} ${sequence}`;
  return {
    id,
    school_year_id: cast.schoolYear,
    parent_id: parent,
    kind,
    code,
    name,
    starts_on: starts,
    ends_on: ends,
    sequence,
  };
}

function period(
  id: number,
  code: string,
  name: string,
  sequence: number,
  instructional: boolean,
  homeroom: boolean,
) {
  return { id, school_id: cast.school, code, name, sequence, instructional, homeroom };
}

function bell(id: number, schedule: number, periodId: number, starts: string, ends: string, minutes: number) {
  return {
    id,
    bell_schedule_id: schedule,
    period_id: periodId,
    starts_at: `${starts}:00`,
    ends_at: `${ends}:00`,
    minutes,
  };
}
