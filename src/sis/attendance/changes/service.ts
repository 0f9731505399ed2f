import type { Ctx } from '../../../db/ctx.ts';
import { attendanceChanges } from '../schema.ts';

type Field = (typeof attendanceChanges)['$inferSelect']['field'];

/** What changed about a student: codes as they are written, times as 'HH:MM:SS'. */
export type StudentChange = { studentId: number; field: Field; from: string | null; to: string | null };

/** The class it happened in; without section and period, the whole day. */
export type ChangedClass = { day: string; afterPosting: boolean; sectionId?: number; periodId?: number };

/** Adds to the history who changed what, when, from what, to what. Nothing is written when nothing changed. */
export async function keepChanges(
  ctx: Ctx,
  at: ChangedClass,
  changes: readonly StudentChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const { actor, now } = ctx;
  const isStaff = !actor.grants.every((grant) => grant.role === 'guardian' || grant.role === 'student');
  await ctx.tx.insert(attendanceChanges).values(
    changes.map((change) => ({
      section_id: at.sectionId ?? null,
      period_id: at.periodId ?? null,
      student_id: change.studentId,
      day: at.day,
      field: change.field,
      from_value: change.from,
      to_value: change.to,
      after_posting: at.afterPosting,
      changed_at: now,
      changed_by: isStaff ? actor.personId : null,
      changed_by_name: actor.personName,
    })),
  );
}
