import { sql } from 'drizzle-orm';
import type { Ctx } from '../../../../db/ctx.ts';
import { sectionNotFound } from '../../../scheduling/errors.ts';
import { noBook } from '../../book/errors.ts';
import type { BookScale, ScoreTuple } from '../../types.ts';

/** What cells are saved against: the section and its book, and of both what the cells name. */
export type SavingFacts = {
  schoolId: number;
  section: string;
  scale: Pick<BookScale, 'steps' | 'maxPercent'>;
  marks: { id: number; code: string }[];
  assignments: { id: number; name: string; points: string; graded: boolean }[];
  /** Those of the students asked for who have or had a place in the section. */
  enrolled: number[];
  standing: ScoreTuple[];
};

type SavingRow = Omit<SavingFacts, 'scale'> & {
  bookId: number | null;
  maxPercent: string | null;
  steps: BookScale['steps'];
};

/** Reads it all in one statement. Throws `shared/not-found`, `gradebook/no-book`. */
export async function getSavingFacts(
  ctx: Ctx,
  asked: { sectionId: number; assignmentIds: number[]; studentIds: number[] },
): Promise<SavingFacts> {
  const assignmentIds = sql`any(${sql.param(asked.assignmentIds)}::bigint[])`;
  const studentIds = sql`any(${sql.param(asked.studentIds)}::bigint[])`;
  const [row] = await ctx.tx.execute<SavingRow>(sql`
    select
      s.school_id as "schoolId", s.code as section, g.id as "bookId",
      trim_scale(gs.max_percent)::text as "maxPercent",
      (select coalesce(json_agg(json_build_object(
          'letter', st.letter, 'minPercent', trim_scale(st.min_percent)::text)), '[]')
        from grade_scale_steps st where st.grade_scale_id = gs.id) as steps,
      (select coalesce(json_agg(json_build_object('id', m.id, 'code', m.code) order by m.code), '[]')
        from special_marks m where m.gradebook_id = g.id) as marks,
      (select coalesce(json_agg(json_build_object(
          'id', a.id, 'name', a.name, 'points', trim_scale(a.points)::text, 'graded', a.graded)), '[]')
        from assignments a where a.id = ${assignmentIds} and a.gradebook_id = g.id) as assignments,
      (select coalesce(json_agg(distinct e.student_id), '[]')
        from section_enrollments e where e.section_id = s.id and e.student_id = ${studentIds}) as enrolled,
      (select coalesce(json_agg(json_build_array(
          sc.assignment_id, sc.student_id, trim_scale(sc.points)::text, sc.special_mark_id,
          sc.late::int + 2 * sc.missing::int, sc.comment, sc.version)), '[]')
        from scores sc where sc.assignment_id = ${assignmentIds} and sc.student_id = ${studentIds}) as standing
    from sections s
    left join gradebook_sections l on l.section_id = s.id
    left join gradebooks g on g.id = l.gradebook_id
    left join grade_scales gs on gs.id = g.grade_scale_id
    where s.id = ${asked.sectionId}`);
  if (!row) throw sectionNotFound(asked.sectionId);
  if (row.bookId === null) throw noBook({ section: row.section, sectionId: asked.sectionId });
  const { steps, maxPercent, bookId: _, ...facts } = row;
  return { ...facts, scale: { steps, maxPercent } };
}
