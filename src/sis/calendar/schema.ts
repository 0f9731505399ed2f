import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  text,
  time,
  unique,
} from 'drizzle-orm/pg-core';
import { id } from '../../db/ids.ts';
import { schools } from '../schools/schema.ts';

export const schoolYears = pgTable(
  'school_years',
  {
    id: id(),
    school_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => schools.id),
    name: text().notNull(),
    starts_on: date().notNull(),
    ends_on: date().notNull(),
  },
  (t) => [
    unique('school_years_one_per_school_and_name').on(t.school_id, t.name),
    check('school_years_end_after_start', sql`${t.starts_on} < ${t.ends_on}`),
  ],
);

/** Semesters, and the marking periods (quarters) inside them. */
export const terms = pgTable(
  'terms',
  {
    id: id(),
    school_year_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => schoolYears.id),
    /** The semester of a quarter. */
    parent_id: bigint({ mode: 'number' }).references((): AnyPgColumn => terms.id),
    kind: text({ enum: ['semester', 'quarter'] }).notNull(),
    code: text().notNull(),
    name: text().notNull(),
    starts_on: date().notNull(),
    ends_on: date().notNull(),
    sequence: integer().notNull(),
  },
  (t) => [
    unique('terms_one_per_year_and_code').on(t.school_year_id, t.code),
    index('terms_parent_id_idx').on(t.parent_id),
    check('terms_kind_is_known', sql`${t.kind} in ('semester', 'quarter')`),
    check('terms_end_after_start', sql`${t.starts_on} < ${t.ends_on}`),
  ],
);

export const periods = pgTable(
  'periods',
  {
    id: id(),
    school_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => schools.id),
    code: text().notNull(),
    name: text().notNull(),
    sequence: integer().notNull(),
    /** Whether its minutes count toward the day. */
    instructional: boolean().notNull().default(true),
    homeroom: boolean().notNull().default(false),
  },
  (t) => [unique('periods_one_per_school_and_code').on(t.school_id, t.code)],
);

export const bellSchedules = pgTable(
  'bell_schedules',
  {
    id: id(),
    school_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => schools.id),
    code: text().notNull(),
    name: text().notNull(),
  },
  (t) => [unique('bell_schedules_one_per_school_and_code').on(t.school_id, t.code)],
);

/** When a period rings on the days of one bell schedule. */
export const bellTimes = pgTable(
  'bell_times',
  {
    id: id(),
    bell_schedule_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => bellSchedules.id),
    period_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => periods.id),
    starts_at: time().notNull(),
    ends_at: time().notNull(),
    minutes: integer().notNull(),
  },
  (t) => [
    unique('bell_times_one_per_schedule_and_period').on(t.bell_schedule_id, t.period_id),
    index('bell_times_period_id_idx').on(t.period_id),
    check('bell_times_end_after_start', sql`${t.starts_at} < ${t.ends_at}`),
    check('bell_times_minutes_are_positive', sql`${t.minutes} > 0`),
  ],
);

/** One row per weekday of the school year; weekends have none. */
export const calendarDays = pgTable(
  'calendar_days',
  {
    id: id(),
    school_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => schools.id),
    school_year_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => schoolYears.id),
    day: date().notNull(),
    kind: text({ enum: ['instructional', 'early-release', 'holiday', 'break', 'institute'] }).notNull(),
    /** Set on the days on which school is in session, and only then. */
    bell_schedule_id: bigint({ mode: 'number' }).references(() => bellSchedules.id),
    note: text(),
  },
  (t) => [
    unique('calendar_days_one_per_school_and_day').on(t.school_id, t.day),
    index('calendar_days_school_year_id_idx').on(t.school_year_id),
    index('calendar_days_bell_schedule_id_idx').on(t.bell_schedule_id),
    check(
      'calendar_days_kind_is_known',
      sql`${t.kind} in ('instructional', 'early-release', 'holiday', 'break', 'institute')`,
    ),
    check(
      'calendar_days_bells_ring_when_in_session',
      sql`(${t.kind} in ('instructional', 'early-release')) = (${t.bell_schedule_id} is not null)`,
    ),
  ],
);
