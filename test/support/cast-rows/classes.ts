import {
  courses,
  sectionEnrollments,
  sectionPeriods,
  sectionStaff,
  sections,
} from '../../../src/sis/scheduling/schema.ts';
import { cast } from '../cast.ts';
import { rowsOf } from './rows.ts';

const { courses: c, sections: se, students: st, staff, periods: p, days } = cast;

/** Who is in which class, from the day given to the day given. */
export const placements: { section: number; student: number; starts: string; ends: string | null }[] = [
  ...Object.values(se).flatMap((section) => [
    { section, student: st.amara, starts: days.first, ends: null },
    { section, student: st.ben, starts: days.first, ends: null },
    { section, student: st.chloe, starts: days.first, ends: null },
    ...(section === se.english ? [] : [{ section, student: st.diego, starts: days.first, ends: null }]),
    { section, student: st.elif, starts: days.yesterday, ends: null },
    { section, student: st.farid, starts: days.first, ends: '2025-09-17' },
  ]),
];

/** When each class meets. */
export const meetings: { section: number; period: number }[] = [
  { section: se.homeroom, period: p.homeroom },
  { section: se.biology, period: p.p1 },
  { section: se.biology, period: p.p2 },
  { section: se.english, period: p.p3 },
  { section: se.algebra, period: p.p4 },
];

export const classRows = [
  rowsOf(courses, [
    course(c.homeroom, 'HR9', 'Homeroom', 'Homeroom', 'non-credit', '0.00'),
    course(c.biology, 'BIO1', 'Biology', 'Science', 'regular', '2.00'),
    course(c.english, 'ENG9', 'English 9', 'English', 'honors', '1.00'),
    course(c.algebra, 'ALG1', 'Algebra 1', 'Mathematics', 'regular', '0.50'),
  ]),
  rowsOf(sections, [
    section(se.homeroom, c.homeroom, null, 'HR9-01', 'homeroom', '210'),
    section(se.biology, c.biology, null, 'BIO1-01', 'class', '210'),
    section(se.english, c.english, null, 'ENG9-01', 'class', '115'),
    section(se.algebra, c.algebra, cast.terms.s1, 'ALG1-01', 'class', '117'),
  ]),
  rowsOf(
    sectionPeriods,
    meetings.map((meeting, i) => ({ id: 141 + i, section_id: meeting.section, period_id: meeting.period })),
  ),
  rowsOf(sectionStaff, [
    teaches(151, se.homeroom, staff.okafor),
    teaches(152, se.biology, staff.okafor),
    teaches(153, se.english, staff.lindqvist),
    teaches(154, se.algebra, staff.lindqvist),
  ]),
  rowsOf(
    sectionEnrollments,
    placements.map((place, i) => ({
      id: 161 + i,
      section_id: place.section,
      student_id: place.student,
      starts_on: place.starts,
      ends_on: place.ends,
    })),
  ),
];

function course(
  id: number,
  code: string,
  title: string,
  subject: string,
  level: 'regular' | 'honors' | 'non-credit',
  credits: string,
) {
  return { id, school_id: cast.school, code, title, subject, level, credits };
}

function section(
  id: number,
  courseId: number,
  termId: number | null,
  code: string,
  kind: 'class' | 'homeroom',
  room: string,
) {
  return {
    id,
    school_id: cast.school,
    course_id: courseId,
    school_year_id: cast.schoolYear,
    term_id: termId,
    code,
    kind,
    room,
    seats: 28,
  };
}

function teaches(id: number, sectionId: number, staffId: number) {
  return {
    id,
    section_id: sectionId,
    staff_id: staffId,
    role: 'teacher-of-record' as const,
    starts_on: days.first,
    ends_on: null,
  };
}
