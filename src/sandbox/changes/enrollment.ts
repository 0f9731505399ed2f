import { sql } from 'drizzle-orm';
import { type Description, day, describe, named, number, text } from './describe.ts';

export const enrollmentChanges: Description[] = [
  describe({
    area: 'enrollment',
    table: 'enrollments',
    what: 'enrollment',
    student: sql`r.student_id`,
    told: ['student_id'],
    about: { school_id: named('school', 'schools'), school_year_id: named('schoolYear', 'school_years') },
    fields: {
      grade_level: number('gradeLevel'),
      entry_date: day('entryDate'),
      entry_code: text('entryCode'),
      exit_date: day('exitDate'),
      exit_code: text('exitCode'),
    },
  }),
];
