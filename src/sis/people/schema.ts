import { sql } from 'drizzle-orm';
import { bigint, boolean, check, date, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { id } from '../../db/ids.ts';
import { schools } from '../schools/schema.ts';

export const staff = pgTable(
  'staff',
  {
    id: id(),
    staff_number: text().notNull(),
    given_name: text().notNull(),
    family_name: text().notNull(),
    email: text().notNull(),
    phone: text(),
    title: text().notNull(),
  },
  (t) => [unique('staff_one_per_staff_number').on(t.staff_number)],
);

/** What a staff member does at a school; this is what lets a person do things there. */
export const staffRoles = pgTable(
  'staff_roles',
  {
    id: id(),
    staff_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => staff.id),
    school_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => schools.id),
    role: text({
      enum: ['administrator', 'principal', 'clerk', 'scheduler', 'counselor', 'dean', 'teacher', 'champion'],
    }).notNull(),
    starts_on: date().notNull(),
    ends_on: date(),
  },
  (t) => [
    unique('staff_roles_one_per_staff_school_and_role').on(t.staff_id, t.school_id, t.role),
    index('staff_roles_school_id_idx').on(t.school_id),
    check(
      'staff_roles_role_is_known',
      sql`${t.role} in ('administrator', 'principal', 'clerk', 'scheduler', 'counselor', 'dean', 'teacher', 'champion')`,
    ),
    check('staff_roles_end_after_start', sql`${t.ends_on} is null or ${t.starts_on} <= ${t.ends_on}`),
  ],
);

export const households = pgTable('households', {
  id: id(),
  street: text().notNull(),
  city: text().notNull(),
  state: text().notNull(),
  postal_code: text().notNull(),
  phone: text(),
  /** ISO 639 code of the language spoken at home. */
  home_language: text().notNull(),
});

export const students = pgTable(
  'students',
  {
    id: id(),
    student_number: text().notNull(),
    given_name: text().notNull(),
    middle_name: text(),
    family_name: text().notNull(),
    preferred_name: text(),
    gender: text({ enum: ['female', 'male', 'nonbinary'] }).notNull(),
    birth_date: date().notNull(),
    email: text(),
  },
  (t) => [
    unique('students_one_per_student_number').on(t.student_number),
    check('students_gender_is_known', sql`${t.gender} in ('female', 'male', 'nonbinary')`),
  ],
);

/** A student with two homes has two rows, one of them primary. */
export const studentHouseholds = pgTable(
  'student_households',
  {
    id: id(),
    student_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => students.id),
    household_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => households.id),
    is_primary: boolean().notNull(),
  },
  (t) => [
    unique('student_households_one_per_student_and_household').on(t.student_id, t.household_id),
    index('student_households_household_id_idx').on(t.household_id),
  ],
);

export const guardians = pgTable(
  'guardians',
  {
    id: id(),
    household_id: bigint({ mode: 'number' }).references(() => households.id),
    given_name: text().notNull(),
    family_name: text().notNull(),
    email: text(),
    phone: text(),
    home_language: text().notNull(),
  },
  (t) => [index('guardians_household_id_idx').on(t.household_id)],
);

/** Who may be called, told and trusted for a student. */
export const studentContacts = pgTable(
  'student_contacts',
  {
    id: id(),
    student_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => students.id),
    guardian_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => guardians.id),
    relationship: text().notNull(),
    /** The order in which contacts are called. */
    sequence: integer().notNull(),
    lives_with: boolean().notNull(),
    has_custody: boolean().notNull(),
    may_pick_up: boolean().notNull(),
    receives_mail: boolean().notNull(),
    emergency: boolean().notNull(),
  },
  (t) => [
    unique('student_contacts_one_per_student_and_guardian').on(t.student_id, t.guardian_id),
    index('student_contacts_guardian_id_idx').on(t.guardian_id),
    check('student_contacts_sequence_is_positive', sql`${t.sequence} > 0`),
  ],
);
