import { sql } from 'drizzle-orm';
import type { Ctx } from '../../../db/ctx.ts';
import { allow } from '../../../identity/allow.ts';
import { type Page, type PageRequest, pageOf } from '../../../shared/paging.ts';

/** A change that a teacher has asked of the office. Codes as they are written; instants ISO texts. */
export type ChangeRequest = {
  id: number;
  sectionId: number;
  section: string;
  periodId: number;
  periodCode: string;
  day: string;
  studentId: number;
  student: string;
  /** What stands: the effective code of the mark. */
  from: string | null;
  codeId: number;
  to: string;
  reason: string;
  state: 'open' | 'accepted' | 'refused';
  requestedAt: string;
  requestedBy: string;
  decidedAt: string | null;
  decidedBy: string | null;
};

const columns = sql`
  r.id, r.section_id as "sectionId", s.code as section, r.period_id as "periodId", p.code as "periodCode",
  r.day::text, r.student_id as "studentId",
  coalesce(st.preferred_name, st.given_name) || ' ' || st.family_name as student,
  (select mc.code
    from attendance_marks m join attendance_codes mc on mc.id = coalesce(m.override_code_id, m.code_id)
    where m.student_id = r.student_id and m.day = r.day and m.period_id = r.period_id) as from,
  r.code_id as "codeId", c.code as to, r.reason, r.state,
  to_json(r.requested_at) #>> '{}' as "requestedAt", f.given_name || ' ' || f.family_name as "requestedBy",
  to_json(r.decided_at) #>> '{}' as "decidedAt", g.given_name || ' ' || g.family_name as "decidedBy"`;

const tables = sql`
  attendance_change_requests r
  join sections s on s.id = r.section_id
  join periods p on p.id = r.period_id
  join students st on st.id = r.student_id
  join attendance_codes c on c.id = r.code_id
  join staff f on f.id = r.requested_by
  left join staff g on g.id = r.decided_by`;

/** What was asked about a section's class on a day, oldest first. Whoever may read the class may read this. */
export async function listRequestsOfClass(
  ctx: Ctx,
  at: { sectionId: number; periodId: number; day: string },
): Promise<ChangeRequest[]> {
  return ctx.tx.execute<ChangeRequest>(sql`
    select ${columns}
    from ${tables}
    where r.section_id = ${at.sectionId} and r.period_id = ${at.periodId} and r.day = ${at.day}
    order by r.id`);
}

/** The changes that wait for the office of a school, oldest first. Throws `identity/not-allowed`. */
export async function listOpenRequests(
  ctx: Ctx,
  schoolId: number,
  page: PageRequest,
): Promise<Page<ChangeRequest>> {
  allow(ctx, 'attendance.decide', { schoolId });
  const rows = await ctx.tx.execute<ChangeRequest>(sql`
    select ${columns}
    from ${tables}
    where s.school_id = ${schoolId} and r.state = 'open'
      ${page.after ? sql`and r.id > ${page.after[0]}::bigint` : sql``}
    order by r.id
    limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row) => [row.id]);
}
