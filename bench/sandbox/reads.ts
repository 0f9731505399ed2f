import { sql } from 'drizzle-orm';
import type { Ctx } from '../../src/db/ctx.ts';
import { openClass } from '../../src/sis/attendance/opened/service.ts';
import { explainGrade, listGradesOfStudent } from '../../src/sis/gradebook/averages/queries.ts';
import { openGradebook } from '../../src/sis/gradebook/book/queries.ts';
import { openPosting } from '../../src/sis/gradebook/posting/queries.ts';
import { listMissing } from '../../src/sis/gradebook/scores/queries.ts';
import { getStudentAttendance, getStudentOverview } from '../../src/sis/people/overview/queries.ts';
import { searchStudents } from '../../src/sis/people/queries.ts';
import { getClassList } from '../../src/sis/scheduling/queries.ts';
import { listTodaysClasses } from '../../src/sis/scheduling/today/queries.ts';
import type { Place } from './place.ts';

type Read = {
  name: string;
  limit: number;
  rounds: number;
  run: (ctx: Ctx, place: Place) => Promise<unknown>;
};

const ofClass = { limit: 1.25, rounds: 60 };
const ofSchool = { limit: 2, rounds: 15 };

/** What is read most in a school's day, by the product's own queries, and how much slower it may be in a sandbox. */
export const reads: Read[] = [
  { ...ofClass, name: "a teacher's day", run: (ctx) => listTodaysClasses(ctx) },
  { ...ofClass, name: 'attendance of a class', run: (ctx, { classDay }) => openClass(ctx, classDay) },
  { ...ofClass, name: 'class list', run: (ctx, { sectionId }) => getClassList(ctx, sectionId, ctx.today) },
  {
    ...ofClass,
    name: 'gradebook of a class',
    run: (ctx, { sectionId }) => openGradebook(ctx, { sectionId }),
  },
  { ...ofClass, name: 'missing work of a teacher', run: (ctx) => listMissing(ctx) },
  {
    ...ofClass,
    name: 'post columns of a class',
    run: (ctx, { sectionId }) => openPosting(ctx, { sectionId }),
  },
  {
    ...ofClass,
    name: 'why this grade',
    run: (ctx, { sectionId, studentId }) => explainGrade(ctx, { sectionId, studentId, reader: 'teacher' }),
  },
  {
    ...ofClass,
    name: 'grades of a student',
    run: (ctx, { studentId }) => listGradesOfStudent(ctx, { studentId, reader: 'teacher' }),
  },
  {
    ...ofClass,
    name: 'overview of a student',
    run: (ctx, { studentId }) => getStudentOverview(ctx, studentId),
  },
  {
    ...ofClass,
    name: 'attendance of a student',
    run: (ctx, { studentId, yearStart }) =>
      getStudentAttendance(ctx, studentId, { from: yearStart, to: ctx.today }),
  },
  {
    ...ofSchool,
    name: 'students of the school by name',
    run: (ctx, { schoolId }) =>
      searchStudents(ctx, { schoolId, text: 'a', gradeLevel: null, page: { limit: 50, after: null } }),
  },
  { ...ofSchool, name: 'attendance of all classes of the school', run: attendanceRates },
  { ...ofSchool, name: 'mean score of all assignments of the school', run: meanScores },
];

async function attendanceRates({ tx }: Ctx): Promise<unknown> {
  return tx.execute(sql`
    select m.section_id, avg(c.weight) as rate
    from attendance_marks m
    join attendance_codes c on c.id = coalesce(m.override_code_id, m.code_id)
    group by m.section_id`);
}

async function meanScores({ tx }: Ctx): Promise<unknown> {
  return tx.execute(sql`
    select a.id, avg(s.points / nullif(a.points, 0)) as mean
    from assignments a
    join scores s on s.assignment_id = a.id
    group by a.id`);
}
