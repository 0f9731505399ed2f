import { sql } from 'drizzle-orm';
import type { Ctx } from '../../../db/ctx.ts';

/**
 * A change that was kept: who, when, from, to. Codes as they are written; `changedAt` is an ISO text. `field`
 * 'day' is the office's word on the whole day.
 */
export type KeptChange = {
  id: number;
  studentId: number;
  student: string;
  field: 'code' | 'override' | 'arrival' | 'dismissal' | 'note' | 'day';
  from: string | null;
  to: string | null;
  afterPosting: boolean;
  changedAt: string;
  changedBy: string;
};

/** What was changed of a section's class, and of the whole day of its students, newest first. */
export async function listChangesOfClass(
  ctx: Ctx,
  at: { sectionId: number; periodId: number; day: string },
): Promise<KeptChange[]> {
  return ctx.tx.execute<KeptChange>(sql`
    select
      h.id, h.student_id as "studentId",
      coalesce(st.preferred_name, st.given_name) || ' ' || st.family_name as student,
      h.field, h.from_value as from, h.to_value as to, h.after_posting as "afterPosting",
      to_json(h.changed_at) #>> '{}' as "changedAt", h.changed_by_name as "changedBy"
    from attendance_changes h
    join students st on st.id = h.student_id
    where h.day = ${at.day}
      and (
        (h.section_id = ${at.sectionId} and h.period_id = ${at.periodId})
        or (h.section_id is null and h.student_id in (
          select se.student_id from section_enrollments se
          where se.section_id = ${at.sectionId}
            and se.starts_on <= ${at.day} and (se.ends_on is null or se.ends_on >= ${at.day}))))
    order by h.id desc`);
}
