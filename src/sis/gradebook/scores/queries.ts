import { sql } from 'drizzle-orm';
import type { Ctx } from '../../../db/ctx.ts';
import { allow } from '../../../identity/allow.ts';
import { getSectionBook } from '../book/queries.ts';
import type { MissingWork, ScoreChange } from '../types.ts';

/** The history of one cell, newest first. Throws `shared/not-found`, `gradebook/no-book`, `identity/not-allowed`. */
export async function listScoreChanges(
  ctx: Ctx,
  { sectionId, assignmentId, studentId }: { sectionId: number; assignmentId: number; studentId: number },
): Promise<ScoreChange[]> {
  const { section, settings } = await getSectionBook(ctx, sectionId);
  allow(ctx, 'gradebook.read', { schoolId: section.schoolId, sectionId });
  return ctx.tx.execute<ScoreChange>(sql`
    select
      h.id, h.field, h.from_value as "from", h.to_value as "to",
      to_char(h.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, h.changed_by_name as by
    from score_changes h
    join assignments a on a.id = h.assignment_id
    where h.assignment_id = ${assignmentId} and h.student_id = ${studentId} and a.gradebook_id = ${settings.id}
      and exists (
        select from section_enrollments e where e.section_id = ${sectionId} and e.student_id = ${studentId})
    order by h.changed_at desc, h.id desc`);
}

/** The most assignments that are listed as waiting. */
const MOST_MISSING = 50;

/**
 * What whoever acts has to score: assignments past due, of marking periods that run or can still be posted, with
 * students who had a place in the section when it was due, are still there, and have no score. Extra credit is not waited
 * for. Oldest first.
 */
export async function listMissing(ctx: Ctx): Promise<MissingWork[]> {
  if (ctx.actor.sectionIds.length === 0) return [];
  return ctx.tx.execute<MissingWork>(sql`
    with
    -- Work of my sections that is past due, in terms that are not over and done with.
    due as (
      select s.id as section_id, s.code, a.id, a.name, a.due_on
      from sections s
      join gradebook_sections l on l.section_id = s.id
      join assignments a on a.gradebook_id = l.gradebook_id
      join terms t on t.id = a.term_id
      where s.id = any(${sql.param(ctx.actor.sectionIds)}::bigint[])
        and a.graded and a.points > 0 and not a.extra_credit
        and a.due_on < ${ctx.today}
        and (t.ends_on >= ${ctx.today} or exists (
          select from posting_windows w
          where w.term_id = t.id and w.school_id = s.school_id and w.kind = 'term' and w.closes_on >= ${ctx.today}))
    )
    select
      d.section_id as "sectionId", d.code as "sectionCode", d.id as "assignmentId", d.name as "assignmentName",
      d.due_on::text as "dueOn",
      count(*) filter (where sc.points is null and sc.special_mark_id is null)::int as unscored,
      count(*)::int as students
    from due d
    join section_enrollments e on e.section_id = d.section_id and e.starts_on <= d.due_on
      and (e.ends_on is null or e.ends_on >= ${ctx.today})
    left join scores sc on sc.assignment_id = d.id and sc.student_id = e.student_id
    group by d.section_id, d.code, d.id, d.name, d.due_on
    having count(*) filter (where sc.points is null and sc.special_mark_id is null) > 0
    order by d.due_on, d.code, d.id
    limit ${MOST_MISSING}`);
}
