import type { Ctx } from '../../../../db/ctx.ts';
import { postedGradeChanges } from '../../schema.ts';
import { actingStaff } from '../../staff.ts';
import type { PostedGradeChange } from '../../types.ts';
import type { PostingPlace } from '../queries.ts';
import type { Grade } from '../rules.ts';

/** What was done to one student's post column. */
export type GradeChange = {
  studentId: number;
  event: PostedGradeChange['event'];
  from: string | null;
  to: string | null;
  reason?: string;
};

/** Keeps changes of post columns, with who made them and when. */
export async function keepGradeChanges(
  ctx: Ctx,
  { sectionId, termId, kind }: PostingPlace,
  changes: readonly GradeChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await ctx.tx.insert(postedGradeChanges).values(
    changes.map(({ studentId, event, from, to, reason }) => ({
      section_id: sectionId,
      student_id: studentId,
      term_id: termId,
      kind,
      event,
      from_value: from,
      to_value: to,
      reason: reason ?? null,
      changed_at: ctx.now,
      changed_by: actingStaff(ctx),
      changed_by_name: ctx.actor.personName,
    })),
  );
}

/** A grade as the history writes it: '88.90 B'; null when there is none. */
export function gradeText(grade: Grade | null): string | null {
  if (grade === null) return null;
  return [grade.percent, grade.letter].filter((part) => part !== null).join(' ') || null;
}
