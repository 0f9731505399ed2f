import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  numeric,
  pgTable,
  text,
  time,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';
import { id } from '../../db/ids.ts';
import { periods } from '../calendar/schema.ts';
import { staff, students } from '../people/schema.ts';
import { sections } from '../scheduling/schema.ts';
import { schools } from '../schools/schema.ts';

export const attendanceCategories = [
  'present',
  'absent',
  'tardy',
  'early-departure',
  'school-function',
  'in-school-suspension',
  'out-of-school-suspension',
] as const;

/** A school's own codes. What a code means for the day stands in its row, never in the program. */
export const attendanceCodes = pgTable(
  'attendance_codes',
  {
    id: id(),
    school_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => schools.id),
    /** What is written: `P`, `A`, `AE`, `T`, `AUFD`. */
    code: text().notNull(),
    name: text().notNull(),
    category: text({ enum: attendanceCategories }).notNull(),
    excused: boolean().notNull(),
    /** `class`: marked in a class; `day`: a day's code, derived or set by the office. */
    scope: text({ enum: ['class', 'day'] }).notNull(),
    /** The share of a period's minutes (`class`) or of a day (`day`) that counts as attended. */
    weight: numeric({ precision: 4, scale: 3 }).notNull(),
    /** The key that sets it; null: only by the office. */
    key: text(),
    edfi_category: text().notNull(),
    sequence: integer().notNull(),
  },
  (t) => [
    unique('attendance_codes_one_per_school_scope_and_code').on(t.school_id, t.scope, t.code),
    check(
      'attendance_codes_category_is_known',
      sql`${t.category} in ('present', 'absent', 'tardy', 'early-departure', 'school-function', 'in-school-suspension', 'out-of-school-suspension')`,
    ),
    check('attendance_codes_scope_is_known', sql`${t.scope} in ('class', 'day')`),
    check('attendance_codes_weight_is_a_share', sql`${t.weight} between 0 and 1`),
  ],
);

/**
 * A student in a class on a day. Four facts are kept apart: the teacher's mark (`code_id`), the office's override,
 * when it was taken, and (derived) the effective value: the override where there is one, else the mark.
 */
export const attendanceMarks = pgTable(
  'attendance_marks',
  {
    id: id(),
    section_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => sections.id),
    period_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => periods.id),
    student_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => students.id),
    day: date().notNull(),
    code_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => attendanceCodes.id),
    override_code_id: bigint({ mode: 'number' }).references(() => attendanceCodes.id),
    arrival_time: time(),
    dismissal_time: time(),
    note: text(),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique('attendance_marks_one_per_student_day_and_period').on(t.student_id, t.day, t.period_id),
    index('attendance_marks_section_id_day_idx').on(t.section_id, t.day),
    index('attendance_marks_period_id_idx').on(t.period_id),
    index('attendance_marks_code_id_idx').on(t.code_id),
    index('attendance_marks_override_code_id_idx').on(t.override_code_id),
  ],
);

/** That a class was taken on a day. No row: not taken, which is never the same as absent. */
export const attendanceSubmissions = pgTable(
  'attendance_submissions',
  {
    id: id(),
    section_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => sections.id),
    period_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => periods.id),
    day: date().notNull(),
    taken_at: timestamp({ withTimezone: true }).notNull(),
    taken_by: bigint({ mode: 'number' })
      .notNull()
      .references(() => staff.id),
    posted_at: timestamp({ withTimezone: true }),
    posted_by: bigint({ mode: 'number' }).references(() => staff.id),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique('attendance_submissions_one_per_section_period_and_day').on(t.section_id, t.period_id, t.day),
    index('attendance_submissions_period_id_day_idx').on(t.period_id, t.day),
    index('attendance_submissions_taken_by_idx').on(t.taken_by),
    index('attendance_submissions_posted_by_idx').on(t.posted_by),
    check(
      'attendance_submissions_posted_by_someone',
      sql`(${t.posted_at} is null) = (${t.posted_by} is null)`,
    ),
  ],
);

/** A student's day: derived from the marks, unless the office overrides it. */
export const dailyAttendance = pgTable(
  'daily_attendance',
  {
    id: id(),
    student_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => students.id),
    school_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => schools.id),
    day: date().notNull(),
    code_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => attendanceCodes.id),
    override_code_id: bigint({ mode: 'number' }).references(() => attendanceCodes.id),
    minutes_attended: integer().notNull(),
    minutes_scheduled: integer().notNull(),
    /** The part of the day that counts as attended: 1, 0.5 or 0. */
    value: numeric({ precision: 4, scale: 3 }).notNull(),
    /** A class of the day has not been taken yet. */
    incomplete: boolean().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique('daily_attendance_one_per_student_and_day').on(t.student_id, t.day),
    index('daily_attendance_school_id_day_idx').on(t.school_id, t.day),
    index('daily_attendance_code_id_idx').on(t.code_id),
    index('daily_attendance_override_code_id_idx').on(t.override_code_id),
    check('daily_attendance_value_is_a_share', sql`${t.value} between 0 and 1`),
  ],
);

/**
 * The history of a mark, and of the office's say about a whole day (without section and period): who, when,
 * from, to, as codes are written. Append-only.
 */
export const attendanceChanges = pgTable(
  'attendance_changes',
  {
    id: id(),
    section_id: bigint({ mode: 'number' }).references(() => sections.id),
    period_id: bigint({ mode: 'number' }).references(() => periods.id),
    student_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => students.id),
    day: date().notNull(),
    field: text({ enum: ['code', 'override', 'arrival', 'dismissal', 'note', 'day'] }).notNull(),
    from_value: text(),
    to_value: text(),
    /** Changed after the class was posted. */
    after_posting: boolean().notNull(),
    changed_at: timestamp({ withTimezone: true }).notNull(),
    changed_by: bigint({ mode: 'number' }).references(() => staff.id),
    changed_by_name: text().notNull(),
  },
  (t) => [
    index('attendance_changes_section_id_day_idx').on(t.section_id, t.day),
    index('attendance_changes_student_id_day_idx').on(t.student_id, t.day),
    index('attendance_changes_period_id_idx').on(t.period_id),
    index('attendance_changes_changed_by_idx').on(t.changed_by),
    check(
      'attendance_changes_field_is_known',
      sql`${t.field} in ('code', 'override', 'arrival', 'dismissal', 'note', 'day')`,
    ),
    check(
      'attendance_changes_of_a_class_or_a_day',
      sql`(${t.field} = 'day') = (${t.section_id} is null) and (${t.section_id} is null) = (${t.period_id} is null)`,
    ),
  ],
);

/** After posting, a teacher asks and the office decides. */
export const attendanceChangeRequests = pgTable(
  'attendance_change_requests',
  {
    id: id(),
    section_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => sections.id),
    period_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => periods.id),
    student_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => students.id),
    day: date().notNull(),
    code_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => attendanceCodes.id),
    reason: text().notNull(),
    state: text({ enum: ['open', 'accepted', 'refused'] })
      .notNull()
      .default('open'),
    requested_at: timestamp({ withTimezone: true }).notNull(),
    requested_by: bigint({ mode: 'number' })
      .notNull()
      .references(() => staff.id),
    decided_at: timestamp({ withTimezone: true }),
    decided_by: bigint({ mode: 'number' }).references(() => staff.id),
  },
  (t) => [
    index('attendance_change_requests_section_id_day_idx').on(t.section_id, t.day),
    index('attendance_change_requests_period_id_idx').on(t.period_id),
    index('attendance_change_requests_student_id_idx').on(t.student_id),
    index('attendance_change_requests_code_id_idx').on(t.code_id),
    index('attendance_change_requests_requested_by_idx').on(t.requested_by),
    index('attendance_change_requests_decided_by_idx').on(t.decided_by),
    check('attendance_change_requests_state_is_known', sql`${t.state} in ('open', 'accepted', 'refused')`),
    check(
      'attendance_change_requests_decided_by_someone',
      sql`(${t.state} = 'open') = (${t.decided_at} is null) and (${t.decided_at} is null) = (${t.decided_by} is null)`,
    ),
  ],
);

/** Where a student sits. Rows and columns count from 1, the front row first. */
export const seats = pgTable(
  'seats',
  {
    id: id(),
    section_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => sections.id),
    student_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => students.id),
    row_number: integer().notNull(),
    column_number: integer().notNull(),
  },
  (t) => [
    unique('seats_one_per_section_and_student').on(t.section_id, t.student_id),
    index('seats_student_id_idx').on(t.student_id),
    check('seats_row_is_in_the_room', sql`${t.row_number} between 1 and 12`),
    check('seats_column_is_in_the_room', sql`${t.column_number} between 1 and 12`),
  ],
);
