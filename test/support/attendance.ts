import { and, asc, eq, sql } from 'drizzle-orm';
import type { Ctx } from '../../src/db/ctx.ts';
import {
  attendanceChanges,
  attendanceMarks,
  attendanceSubmissions,
  dailyAttendance,
} from '../../src/sis/attendance/schema.ts';
import { schools } from '../../src/sis/schools/schema.ts';
import { cast } from './cast.ts';
import type { TestSpace } from './spaces.ts';

export type Acting = (who: keyof typeof cast.actors) => Ctx;

type ClassDay = { sectionId: number; periodId: number; day: string };

/** Lets the cast act in one transaction of the space, and takes back what they did. */
export async function acting(space: TestSpace, test: (as: Acting) => Promise<void>): Promise<void> {
  // A sandbox writes to the log without reading it; a test reads what its own transaction wrote.
  await space.db.owner`grant select on platform.activity to rehearsal_sandbox`;
  await space.trying((tx, place) =>
    test((who) => ({ tx, actor: cast.actors[who], space: place, today: cast.today, now: cast.now })),
  );
}

/** What was recorded in this transaction, oldest first. */
export async function eventsOf({ tx }: Ctx): Promise<string[]> {
  const rows = await tx.execute<{ verb: string }>(sql`select verb from platform.activity order by id`);
  return rows.map((row) => row.verb);
}

/** What the teacher marked in a class: code ids by student. */
export async function marksOf({ tx }: Ctx, at: ClassDay): Promise<Record<number, number>> {
  const rows = await tx
    .select()
    .from(attendanceMarks)
    .where(
      and(
        eq(attendanceMarks.section_id, at.sectionId),
        eq(attendanceMarks.period_id, at.periodId),
        eq(attendanceMarks.day, at.day),
      ),
    );
  return Object.fromEntries(rows.map((row) => [row.student_id, row.code_id]));
}

export async function submissionOf({ tx }: Ctx, at: ClassDay) {
  const [row] = await tx
    .select()
    .from(attendanceSubmissions)
    .where(
      and(
        eq(attendanceSubmissions.section_id, at.sectionId),
        eq(attendanceSubmissions.period_id, at.periodId),
        eq(attendanceSubmissions.day, at.day),
      ),
    );
  return row;
}

export async function dayOf({ tx }: Ctx, studentId: number, day: string) {
  const [row] = await tx
    .select()
    .from(dailyAttendance)
    .where(and(eq(dailyAttendance.student_id, studentId), eq(dailyAttendance.day, day)));
  return row;
}

/** The history of a class as `[field, from, to]`, by field and value; `afterPosting` keeps only such changes. */
export async function historyOf(
  { tx }: Ctx,
  at: ClassDay,
  { afterPosting = false } = {},
): Promise<[string, string | null, string | null][]> {
  const rows = await tx
    .select()
    .from(attendanceChanges)
    .where(
      and(
        eq(attendanceChanges.section_id, at.sectionId),
        eq(attendanceChanges.period_id, at.periodId),
        eq(attendanceChanges.day, at.day),
      ),
    )
    .orderBy(asc(attendanceChanges.field), asc(attendanceChanges.id));
  return rows
    .filter((row) => row.after_posting || !afterPosting)
    .map((row) => [row.field, row.from_value, row.to_value]);
}

/** Changes the rules of the cast's school. */
export async function setSchool({ tx }: Ctx, rules: Partial<typeof schools.$inferInsert>): Promise<void> {
  await tx.update(schools).set(rules).where(eq(schools.id, cast.school));
}
