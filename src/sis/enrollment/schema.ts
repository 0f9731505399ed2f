import { sql } from 'drizzle-orm';
import { bigint, check, date, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { id } from '../../db/ids.ts';
import { schoolYears } from '../calendar/schema.ts';
import { students } from '../people/schema.ts';
import { schools } from '../schools/schema.ts';

/** A student's membership of a school, from the first day to the last (both included). */
export const enrollments = pgTable(
  'enrollments',
  {
    id: id(),
    student_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => students.id),
    school_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => schools.id),
    school_year_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => schoolYears.id),
    grade_level: integer().notNull(),
    entry_date: date().notNull(),
    entry_code: text().notNull(),
    exit_date: date(),
    exit_code: text(),
  },
  (t) => [
    unique('enrollments_one_per_student_school_and_entry').on(t.student_id, t.school_id, t.entry_date),
    index('enrollments_school_id_idx').on(t.school_id),
    index('enrollments_school_year_id_idx').on(t.school_year_id),
    check('enrollments_grade_level_is_k_to_12', sql`${t.grade_level} between 0 and 12`),
    check('enrollments_exit_after_entry', sql`${t.exit_date} is null or ${t.entry_date} <= ${t.exit_date}`),
    check('enrollments_exit_has_a_code', sql`(${t.exit_date} is null) = (${t.exit_code} is null)`),
  ],
);
