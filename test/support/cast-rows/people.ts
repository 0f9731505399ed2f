import { enrollments } from '../../../src/sis/enrollment/schema.ts';
import {
  guardians,
  households,
  staff,
  staffRoles,
  studentContacts,
  studentHouseholds,
  students,
} from '../../../src/sis/people/schema.ts';
import { cast } from '../cast.ts';
import { rowsOf } from './rows.ts';

const { staff: s, students: st, guardians: g, days } = cast;
const homes = { harbor: 61, lake: 62, hill: 63 };

export const peopleRows = [
  rowsOf(staff, [
    employee(s.okafor, 'Ngozi', 'Okafor', 'Teacher, science'),
    employee(s.lindqvist, 'Erik', 'Lindqvist', 'Teacher, English'),
    employee(s.ruiz, 'Marisol', 'Ruiz', 'School clerk'),
    employee(s.whitfield, 'Denise', 'Whitfield', 'Principal'),
  ]),
  rowsOf(staffRoles, [
    role(55, s.okafor, 'teacher'),
    role(56, s.lindqvist, 'teacher'),
    role(57, s.ruiz, 'clerk'),
    role(58, s.whitfield, 'principal'),
  ]),
  rowsOf(households, [
    home(homes.harbor, '12 Harbor Street', '312-555-0112', 'en'),
    home(homes.lake, '34 Lake Street', '312-555-0134', 'ar'),
    home(homes.hill, '56 Hill Street', '312-555-0156', 'en'),
  ]),
  rowsOf(students, [
    student(st.amara, 'Amara', 'Nwosu', 'female', '2011-03-14'),
    student(st.ben, 'Benjamin', 'Nwosu', 'male', '2011-03-14', 'Ben'),
    student(st.chloe, 'Chloe', 'Haddad', 'female', '2010-11-02'),
    student(st.diego, 'Diego', 'Morales', 'male', '2011-06-30'),
    student(st.elif, 'Elif', 'Aydin', 'female', '2011-01-20'),
    student(st.farid, 'Farid', 'Karimi', 'male', '2010-12-09'),
  ]),
  rowsOf(studentHouseholds, [
    { id: 111, student_id: st.amara, household_id: homes.harbor, is_primary: true },
    { id: 112, student_id: st.ben, household_id: homes.harbor, is_primary: true },
    { id: 113, student_id: st.chloe, household_id: homes.lake, is_primary: true },
    { id: 114, student_id: st.chloe, household_id: homes.hill, is_primary: false },
  ]),
  rowsOf(guardians, [
    guardian(g.adaeze, homes.harbor, 'Adaeze', 'Nwosu', 'en'),
    guardian(g.thomas, homes.harbor, 'Thomas', 'Nwosu', 'en'),
    guardian(g.nadia, homes.lake, 'Nadia', 'Haddad', 'ar'),
    guardian(g.paul, homes.hill, 'Paul', 'Reyes', 'en'),
  ]),
  rowsOf(studentContacts, [
    contact(121, st.amara, g.adaeze, 'mother', 1, true),
    contact(122, st.amara, g.thomas, 'uncle', 2, false),
    contact(123, st.ben, g.adaeze, 'mother', 1, true),
    contact(124, st.chloe, g.nadia, 'mother', 1, true),
    contact(125, st.chloe, g.paul, 'father', 2, false),
  ]),
  rowsOf(enrollments, [
    membership(131, st.amara, days.first),
    membership(132, st.ben, days.first),
    membership(133, st.chloe, days.first),
    membership(134, st.diego, days.first),
    membership(135, st.elif, days.yesterday),
    membership(136, st.farid, days.first, '2025-09-17'),
  ]),
];

function employee(id: number, given: string, family: string, title: string) {
  return {
    id,
    staff_number: `E${id}`,
    given_name: given,
    family_name: family,
    email: `${given}.${family}@example.org`.toLowerCase(),
    phone: null,
    title,
  };
}

function role(id: number, staffId: number, name: 'teacher' | 'clerk' | 'principal') {
  return {
    id,
    staff_id: staffId,
    school_id: cast.school,
    role: name,
    starts_on: '2020-08-01',
    ends_on: null,
  };
}

function home(id: number, street: string, phone: string, language: string) {
  return { id, street, city: 'Chicago', state: 'IL', postal_code: '60600', phone, home_language: language };
}

function student(
  id: number,
  given: string,
  family: string,
  gender: 'female' | 'male',
  born: string,
  preferred: string | null = null,
) {
  return {
    id,
    student_number: `S${id}`,
    given_name: given,
    middle_name: null,
    family_name: family,
    preferred_name: preferred,
    gender,
    birth_date: born,
    email: `${given}.${family}@student.example.org`.toLowerCase(),
  };
}

function guardian(id: number, household: number, given: string, family: string, language: string) {
  return {
    id,
    household_id: household,
    given_name: given,
    family_name: family,
    email: `${given}.${family}@example.org`.toLowerCase(),
    phone: `312-555-01${id}`,
    home_language: language,
  };
}

/** A parent has custody; the one named second, or an uncle, has none. */
function contact(
  id: number,
  studentId: number,
  guardianId: number,
  relationship: string,
  sequence: number,
  custody: boolean,
) {
  return {
    id,
    student_id: studentId,
    guardian_id: guardianId,
    relationship,
    sequence,
    lives_with: custody,
    has_custody: custody,
    may_pick_up: true,
    receives_mail: custody,
    emergency: true,
  };
}

function membership(id: number, studentId: number, entry: string, exit: string | null = null) {
  return {
    id,
    student_id: studentId,
    school_id: cast.school,
    school_year_id: cast.schoolYear,
    grade_level: 9,
    entry_date: entry,
    entry_code: 'E1',
    exit_date: exit,
    exit_code: exit && 'W1',
  };
}
