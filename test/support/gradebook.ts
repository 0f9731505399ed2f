import { asc, eq } from 'drizzle-orm';
import type { Ctx } from '../../src/db/ctx.ts';
import { postedGradeChanges, postedGrades, scoreChanges, scores } from '../../src/sis/gradebook/schema.ts';
import { sectionEnrollments, sectionStaff, sections } from '../../src/sis/scheduling/schema.ts';
import { cast } from './cast.ts';

/** The cells of an assignment as `[points, mark]` by student. */
export async function cellsOf(
  { tx }: Ctx,
  assignmentId: number,
): Promise<Record<number, [string | null, number | null]>> {
  const rows = await tx.select().from(scores).where(eq(scores.assignment_id, assignmentId));
  return Object.fromEntries(rows.map((row) => [row.student_id, [row.points, row.special_mark_id]]));
}

/** The history of an assignment's cells as `[student, field, from, to]`, oldest first. */
export async function scoreHistoryOf({ tx }: Ctx, assignmentId: number) {
  const rows = await tx
    .select()
    .from(scoreChanges)
    .where(eq(scoreChanges.assignment_id, assignmentId))
    .orderBy(asc(scoreChanges.id));
  return rows.map((row) => [row.student_id, row.field, row.from_value, row.to_value]);
}

/** The history of the post columns as `[student, event, from, to]`, by student. */
export async function gradeHistoryOf({ tx }: Ctx) {
  const rows = await tx
    .select()
    .from(postedGradeChanges)
    .orderBy(asc(postedGradeChanges.student_id), asc(postedGradeChanges.id));
  return rows.map((row) => [row.student_id, row.event, row.from_value, row.to_value]);
}

/** What the office has, as `[percent, letter]` by student. */
export async function postedOf({ tx }: Ctx): Promise<Record<number, [string | null, string | null]>> {
  const rows = await tx.select().from(postedGrades);
  return Object.fromEntries(
    rows
      .filter((row) => row.posted_at !== null)
      .map((row) => [row.student_id, [row.posted_percent, row.posted_letter]]),
  );
}

/** Another section of Biology, Ms. Okafor's too, with Diego alone in it; gives Ms. Okafor teaching both. */
export async function withSecondBiology(ctx: Ctx): Promise<{ ctx: Ctx; sectionId: number }> {
  const [section] = await ctx.tx
    .insert(sections)
    .values({
      school_id: cast.school,
      course_id: cast.courses.biology,
      school_year_id: cast.schoolYear,
      term_id: null,
      code: 'BIO1-02',
      kind: 'class',
      room: '210',
      seats: 28,
    })
    .returning({ id: sections.id });
  const sectionId = section!.id;
  await ctx.tx.insert(sectionStaff).values({
    section_id: sectionId,
    staff_id: cast.staff.okafor,
    role: 'teacher-of-record',
    starts_on: cast.days.first,
  });
  await ctx.tx
    .insert(sectionEnrollments)
    .values({ section_id: sectionId, student_id: cast.students.diego, starts_on: cast.days.first });
  const actor = { ...ctx.actor, sectionIds: [...ctx.actor.sectionIds, sectionId] };
  return { ctx: { ...ctx, actor }, sectionId };
}
