import { sql } from 'drizzle-orm';
import type { Ctx } from '../../../db/ctx.ts';

/**
 * Scores that a section would lose by leaving its book: those of students in the section who are in no other section of
 * the book.
 */
export async function countScoresOfSection(
  ctx: Ctx,
  { sectionId, bookId }: { sectionId: number; bookId: number },
): Promise<number> {
  const [found] = await ctx.tx.execute<{ cells: number }>(sql`
    select count(*)::int as cells
    from assignments a
    join scores sc on sc.assignment_id = a.id
    where a.gradebook_id = ${bookId}
      and (sc.points is not null or sc.special_mark_id is not null or sc.late or sc.missing or sc.comment is not null)
      and exists (
        select from section_enrollments e where e.section_id = ${sectionId} and e.student_id = sc.student_id)
      and not exists (
        select from gradebook_sections l
        join section_enrollments e on e.section_id = l.section_id
        where l.gradebook_id = ${bookId} and l.section_id <> ${sectionId} and e.student_id = sc.student_id
          and (e.ends_on is null or e.ends_on >= ${ctx.today}))`);
  return found!.cells;
}

/** How many sections share a book. */
export async function countSectionsOfBook(ctx: Ctx, bookId: number): Promise<number> {
  const [found] = await ctx.tx.execute<{ sections: number }>(
    sql`select count(*)::int as sections from gradebook_sections where gradebook_id = ${bookId}`,
  );
  return found!.sections;
}
