import { sql } from 'drizzle-orm';
import { type Description, day, describe, named, number, text, word } from './describe.ts';

export const schedulingChanges: Description[] = [
  describe({
    area: 'scheduling',
    table: 'courses',
    what: 'course',
    about: { school_id: named('school', 'schools') },
    fields: {
      code: text('code'),
      title: text('title'),
      subject: text('subject'),
      level: word('level'),
      credits: number('credits'),
    },
  }),
  describe({
    area: 'scheduling',
    table: 'sections',
    what: 'section',
    section: sql`r.id`,
    about: {
      school_id: named('school', 'schools'),
      course_id: named('course', 'courses'),
      school_year_id: named('schoolYear', 'school_years'),
    },
    fields: {
      term_id: named('term', 'terms'),
      code: text('code'),
      kind: word('kind'),
      room: text('room'),
      seats: number('seats'),
    },
  }),
  describe({
    area: 'scheduling',
    table: 'section_periods',
    what: 'meeting',
    section: sql`r.section_id`,
    told: ['section_id'],
    fields: { period_id: named('period', 'periods') },
  }),
  describe({
    area: 'scheduling',
    table: 'section_staff',
    what: 'sectionStaff',
    section: sql`r.section_id`,
    told: ['section_id'],
    about: { staff_id: named('staff', 'staff') },
    fields: { role: word('role'), starts_on: day('startsOn'), ends_on: day('endsOn') },
  }),
  describe({
    area: 'scheduling',
    table: 'section_enrollments',
    what: 'placement',
    student: sql`r.student_id`,
    section: sql`r.section_id`,
    told: ['student_id', 'section_id'],
    fields: { starts_on: day('startsOn'), ends_on: day('endsOn') },
  }),
];
