import { sql } from 'drizzle-orm';
import { bigint, check, date, index, integer, numeric, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { id } from '../../db/ids.ts';
import { periods, schoolYears, terms } from '../calendar/schema.ts';
import { staff, students } from '../people/schema.ts';
import { schools } from '../schools/schema.ts';

export const courses = pgTable(
  'courses',
  {
    id: id(),
    school_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => schools.id),
    code: text().notNull(),
    title: text().notNull(),
    subject: text().notNull(),
    level: text({ enum: ['regular', 'honors', 'advanced-placement', 'non-credit'] }).notNull(),
    credits: numeric({ precision: 4, scale: 2 }).notNull(),
  },
  (t) => [
    unique('courses_one_per_school_and_code').on(t.school_id, t.code),
    check(
      'courses_level_is_known',
      sql`${t.level} in ('regular', 'honors', 'advanced-placement', 'non-credit')`,
    ),
    check('courses_credits_not_negative', sql`${t.credits} >= 0`),
  ],
);

export const sections = pgTable(
  'sections',
  {
    id: id(),
    school_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => schools.id),
    course_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => courses.id),
    school_year_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => schoolYears.id),
    /** Null: the whole year. */
    term_id: bigint({ mode: 'number' }).references(() => terms.id),
    /** As people write it: `ENG9-02`. */
    code: text().notNull(),
    kind: text({ enum: ['class', 'homeroom'] }).notNull(),
    room: text().notNull(),
    seats: integer().notNull(),
  },
  (t) => [
    unique('sections_one_per_year_and_code').on(t.school_year_id, t.code),
    index('sections_school_id_idx').on(t.school_id),
    index('sections_course_id_idx').on(t.course_id),
    index('sections_term_id_idx').on(t.term_id),
    check('sections_kind_is_known', sql`${t.kind} in ('class', 'homeroom')`),
    check('sections_seats_are_positive', sql`${t.seats} > 0`),
  ],
);

/** The periods in which a section meets; a double class has two. */
export const sectionPeriods = pgTable(
  'section_periods',
  {
    id: id(),
    section_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => sections.id),
    period_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => periods.id),
  },
  (t) => [
    unique('section_periods_one_per_section_and_period').on(t.section_id, t.period_id),
    index('section_periods_period_id_idx').on(t.period_id),
  ],
);

export const sectionStaff = pgTable(
  'section_staff',
  {
    id: id(),
    section_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => sections.id),
    staff_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => staff.id),
    role: text({ enum: ['teacher-of-record', 'co-teacher', 'substitute'] }).notNull(),
    starts_on: date().notNull(),
    ends_on: date(),
  },
  (t) => [
    unique('section_staff_one_per_section_and_staff').on(t.section_id, t.staff_id),
    index('section_staff_staff_id_idx').on(t.staff_id),
    check('section_staff_role_is_known', sql`${t.role} in ('teacher-of-record', 'co-teacher', 'substitute')`),
  ],
);

/** A student's place in a section, from the first day to the last (both included). */
export const sectionEnrollments = pgTable(
  'section_enrollments',
  {
    id: id(),
    section_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => sections.id),
    student_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => students.id),
    starts_on: date().notNull(),
    ends_on: date(),
  },
  (t) => [
    unique('section_enrollments_one_per_section_student_and_start').on(
      t.section_id,
      t.student_id,
      t.starts_on,
    ),
    index('section_enrollments_student_id_idx').on(t.student_id),
    check('section_enrollments_end_after_start', sql`${t.ends_on} is null or ${t.starts_on} <= ${t.ends_on}`),
  ],
);
