import { sql } from 'drizzle-orm';
import type { Ctx } from '../../db/ctx.ts';

/** A stay of a student at a school. Grade level 0 is kindergarten. */
export type Enrollment = {
  id: number;
  schoolId: number;
  schoolName: string;
  gradeLevel: number;
  startsOn: string;
  entryCode: string;
  endsOn: string | null;
  exitCode: string | null;
};

/** Every stay of a student, newest first. */
export async function listEnrollments(ctx: Ctx, studentId: number): Promise<Enrollment[]> {
  return ctx.tx.execute<Enrollment>(sql`
    select
      e.id, e.school_id as "schoolId", s.name as "schoolName", e.grade_level as "gradeLevel",
      e.entry_date::text as "startsOn", e.entry_code as "entryCode",
      e.exit_date::text as "endsOn", e.exit_code as "exitCode"
    from enrollments e
    join schools s on s.id = e.school_id
    where e.student_id = ${studentId}
    order by e.entry_date desc`);
}

/** The stay that covers a day; undefined when the student belongs to no school then. */
export async function findEnrollmentOn(
  ctx: Ctx,
  studentId: number,
  day: string,
): Promise<Enrollment | undefined> {
  const stays = await listEnrollments(ctx, studentId);
  return stays.find((stay) => stay.startsOn <= day && (stay.endsOn === null || day <= stay.endsOn));
}
