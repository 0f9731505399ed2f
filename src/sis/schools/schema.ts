import { sql } from 'drizzle-orm';
import { boolean, check, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { id } from '../../db/ids.ts';

/** A school and the rules that it has set for its own day. */
export const schools = pgTable(
  'schools',
  {
    id: id(),
    code: text().notNull(),
    name: text().notNull(),
    level: text({ enum: ['elementary', 'middle', 'high'] }).notNull(),
    street: text().notNull(),
    city: text().notNull(),
    state: text().notNull(),
    postal_code: text().notNull(),
    phone: text().notNull(),
    time_zone: text().notNull().default('America/Chicago'),
    /** Minutes of instruction attended from which a day counts whole, and half. */
    full_day_minutes: integer().notNull().default(300),
    half_day_minutes: integer().notNull().default(150),
    /** `class`: the daily code is derived from periods; `daily`: it is the homeroom's mark. */
    daily_attendance_from: text({ enum: ['class', 'daily'] })
      .notNull()
      .default('class'),
    /** What a day with excused and unexcused time missed is called. */
    mixed_absence: text({ enum: ['unexcused-wins', 'excused-wins'] })
      .notNull()
      .default('unexcused-wins'),
    post_mode: text({ enum: ['no-post', 'post', 'post-once'] })
      .notNull()
      .default('post'),
    /** Whether teachers may take attendance for a day other than today. */
    allow_date_change: boolean().notNull().default(true),
    /** School days back for which a teacher may still enter attendance. */
    attendance_open_days: integer().notNull().default(10),
  },
  (t) => [
    unique('schools_one_per_code').on(t.code),
    check('schools_level_is_known', sql`${t.level} in ('elementary', 'middle', 'high')`),
    check(
      'schools_half_day_is_shorter_than_full',
      sql`0 < ${t.half_day_minutes} and ${t.half_day_minutes} < ${t.full_day_minutes}`,
    ),
    check('schools_daily_attendance_source_is_known', sql`${t.daily_attendance_from} in ('class', 'daily')`),
    check(
      'schools_mixed_absence_rule_is_known',
      sql`${t.mixed_absence} in ('unexcused-wins', 'excused-wins')`,
    ),
    check('schools_post_mode_is_known', sql`${t.post_mode} in ('no-post', 'post', 'post-once')`),
    check('schools_attendance_open_days_not_negative', sql`${t.attendance_open_days} >= 0`),
  ],
);
