import { sql } from 'drizzle-orm';
import type { Ctx } from '../../../db/ctx.ts';
import { getSectionBook, type SectionBook } from './queries.ts';

/**
 * A section's book, which nobody else changes until the transaction ends: what its holder checks stays true.
 * Throws `shared/not-found`, `gradebook/no-book`.
 */
export async function holdBook(ctx: Ctx, sectionId: number): Promise<SectionBook> {
  const [, book] = await Promise.all([lockBook(ctx, sectionId), getSectionBook(ctx, sectionId)]);
  return book;
}

/**
 * Waits until nobody else holds a section's book, linked sections' included; a sandbox has one writer anyway. A
 * statement of its own, so that what is read after it, even when sent together with it, is what stands after the wait.
 */
export async function lockBook(ctx: Ctx, sectionId: number): Promise<void> {
  if (ctx.space.kind === 'sandbox') return;
  await ctx.tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended('gradebook ' || l.gradebook_id, 0))
    from gradebook_sections l
    where l.section_id = ${sectionId}`);
}
