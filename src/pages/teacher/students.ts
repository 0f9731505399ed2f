import type { Ctx } from '../../db/ctx.ts';
import type { Page } from '../../shared/paging.ts';
import type { DayOfRecord } from '../../sis/attendance/records/queries.ts';
import { listTerms } from '../../sis/calendar/queries.ts';
import { listGradesOfStudent } from '../../sis/gradebook/averages/queries.ts';
import type { Reader } from '../../sis/gradebook/averages/types.ts';
import type { SectionLabel, StudentGrade } from '../../sis/gradebook/types.ts';
import {
  getStudentAttendance,
  getStudentOverview,
  type StudentOverview,
} from '../../sis/people/overview/queries.ts';
import { type FoundStudent, searchStudents } from '../../sis/people/queries.ts';
import { listOwnSections } from '../../sis/scheduling/queries.ts';

/** Students found by `text`; `schoolId` is null for a person who works at no school. */
export type StudentSearchData = {
  schoolId: number | null;
  text: string;
  found: Page<FoundStudent>;
  /** The reader's own classes. */
  sections: SectionLabel[];
};

/** How many students a search shows at once. */
export const FOUND_AT_ONCE = 50;

/** The students whom the reader may look up, by the first letters of names or number. */
export async function loadStudentSearch(ctx: Ctx, { text }: { text: string }): Promise<StudentSearchData> {
  const { grants } = ctx.actor;
  const schoolId = (grants.find((grant) => grant.role === 'teacher') ?? grants[0])?.schoolId ?? null;
  if (schoolId === null) return { schoolId, text, found: { items: [], next: null }, sections: [] };
  const page = { limit: FOUND_AT_ONCE, after: null };
  const [found, sections] = await Promise.all([
    searchStudents(ctx, { schoolId, text, gradeLevel: null, page }),
    listOwnSections(ctx),
  ]);
  return {
    schoolId,
    text,
    found,
    sections: sections.map(({ id, code, courseTitle }) => ({ id, code, courseTitle })),
  };
}

/** A student's page. Of each day's marks only those that are not plainly present, newest day first. */
export type StudentData = {
  overview: StudentOverview;
  days: DayOfRecord[];
  grades: StudentGrade[];
  /** As whom the reader sees grades: families see what is public. */
  reader: Reader;
};

/** Everything about a student that the reader may see. Throws `shared/not-found`, `identity/not-allowed`. */
export async function loadStudent(ctx: Ctx, { studentId }: { studentId: number }): Promise<StudentData> {
  const overview = await getStudentOverview(ctx, studentId);
  const { schoolId, startsOn } = overview.enrollment;
  const family = ctx.actor.grants.every(({ role }) => role === 'guardian' || role === 'student');
  const reader: Reader = family ? 'family' : 'teacher';
  const [terms, grades] = await Promise.all([
    listTerms(ctx, schoolId, ctx.today),
    listGradesOfStudent(ctx, { studentId, reader }),
  ]);
  const from = terms[0]?.startsOn ?? startsOn;
  const { days } = await getStudentAttendance(ctx, studentId, { from, to: ctx.today });
  return { overview, days: days.map(withoutPresent), grades, reader };
}

function withoutPresent(day: DayOfRecord): DayOfRecord {
  return { ...day, marks: day.marks.filter((mark) => mark.category !== 'present') };
}
