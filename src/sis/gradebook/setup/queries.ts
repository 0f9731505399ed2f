import { sql } from 'drizzle-orm';
import type { Ctx } from '../../../db/ctx.ts';
import { allow, allows } from '../../../identity/allow.ts';
import { getSectionBook, readBook, type SectionBook } from '../book/queries.ts';
import { currentTerm } from '../book/rules.ts';
import type { SectionLabel, SetupView } from '../types.ts';

/**
 * A section's book with what its setup page offers: the school's scales, sections that may share it, and how much hangs
 * on each category, mark and assignment. Throws `shared/not-found`, `gradebook/no-book`, `identity/not-allowed`.
 */
export async function openSetup(ctx: Ctx, { sectionId }: { sectionId: number }): Promise<SetupView> {
  const found = await getSectionBook(ctx, sectionId);
  const subject = { schoolId: found.section.schoolId, sectionId };
  allow(ctx, 'gradebook.read', subject);

  const [{ students: _, ...book }, counts] = await Promise.all([
    readBook(ctx, found),
    readCounts(ctx, found),
  ]);
  const inCategory = new Map<number, number>();
  for (const { categoryId } of book.assignments) {
    inCategory.set(categoryId, (inCategory.get(categoryId) ?? 0) + 1);
  }
  const ofMark = new Map(counts.marks);
  const ofAssignment = new Map(counts.assignments);
  return {
    ...book,
    categories: book.categories.map((one) => ({ ...one, assignmentCount: inCategory.get(one.id) ?? 0 })),
    marks: book.marks.map((one) => ({ ...one, scoreCount: ofMark.get(one.id) ?? 0 })),
    assignments: book.assignments.map((one) => ({ ...one, scoreCount: ofAssignment.get(one.id) ?? 0 })),
    scales: counts.scales,
    linkable: counts.linkable,
    today: ctx.today,
    currentTermId: currentTerm(book.terms, ctx.today)?.id ?? null,
    mayEdit: allows(ctx, 'gradebook.setup', subject),
  };
}

type Counts = {
  scales: SetupView['scales'];
  linkable: SectionLabel[];
  marks: [id: number, scores: number][];
  assignments: [id: number, scores: number][];
};

async function readCounts(ctx: Ctx, { section, settings }: SectionBook): Promise<Counts> {
  const [counts] = await ctx.tx.execute<Counts>(sql`
    select
      (select coalesce(json_agg(json_build_object(
          'id', gs.id, 'name', gs.name, 'maxPercent', trim_scale(gs.max_percent)::text,
          'steps', (
            select coalesce(json_agg(json_build_object(
              'letter', st.letter, 'minPercent', trim_scale(st.min_percent)::text)
              order by st.min_percent desc), '[]')
            from grade_scale_steps st where st.grade_scale_id = gs.id)) order by gs.name), '[]')
        from grade_scales gs where gs.school_id = ${section.schoolId}) as scales,
      -- My other sections of the course and year that are not in this book.
      (select coalesce(json_agg(json_build_object(
          'id', s.id, 'code', s.code, 'courseTitle', ${section.courseTitle}::text) order by s.code), '[]')
        from sections s
        where s.course_id = ${section.courseId} and s.school_year_id = ${section.schoolYearId}
          and s.id = any(${sql.param(ctx.actor.sectionIds)}::bigint[])
          and not exists (
            select from gradebook_sections l where l.section_id = s.id and l.gradebook_id = ${settings.id})) as linkable,
      (select coalesce(json_agg(json_build_array(m.id, m.cells)), '[]')
        from (
          select sm.id, count(*) as cells
          from special_marks sm join scores sc on sc.special_mark_id = sm.id
          where sm.gradebook_id = ${settings.id}
          group by sm.id) as m) as marks,
      (select coalesce(json_agg(json_build_array(w.id, w.cells)), '[]')
        from (
          select a.id, count(*) as cells
          from assignments a join scores sc on sc.assignment_id = a.id
          where a.gradebook_id = ${settings.id}
            and (sc.points is not null or sc.special_mark_id is not null or sc.comment is not null)
          group by a.id) as w) as assignments`);
  return counts!;
}
