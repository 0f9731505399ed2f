import { and, count, eq } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../../../activity/service.ts';
import type { Ctx } from '../../../db/ctx.ts';
import { allow } from '../../../identity/allow.ts';
import { notFound } from '../../../shared/errors.ts';
import { holdBook } from '../book/hold.ts';
import { line, Percent } from '../inputs.ts';
import { gradeScaleSteps, scores, specialMarks } from '../schema.ts';
import { plainText, refuseMarkCode } from '../scores/rules.ts';
import { markCodeRefused, markInUse, percentNotFitting } from './errors.ts';

/** A mark that a teacher writes beside points; `percent` with behavior 'fixed-percent', and only then. */
export const CreateMark = z.object({
  code: line(4),
  name: line(40),
  behavior: z.enum(['exempt', 'zero', 'full-points', 'fixed-percent', 'no-effect']),
  percent: Percent.nullable().default(null),
});
export type CreateMark = z.infer<typeof CreateMark>;

/** What of a mark changes; the rest stays. */
export const UpdateMark = CreateMark.extend({ percent: Percent.nullable() }).partial();
export type UpdateMark = z.infer<typeof UpdateMark>;

/**
 * Adds a special mark to a section's book. Gives its id. Throws `scores/mark-taken`, `scores/mark-is-a-letter`,
 * `scores/mark-reads-as-a-number`, `gradebook/percent-not-fitting`.
 */
export async function createMark(
  ctx: Ctx,
  { sectionId, ...mark }: CreateMark & { sectionId: number },
): Promise<{ markId: number }> {
  const book = await holdMarks(ctx, sectionId);
  allow(ctx, 'gradebook.setup', { schoolId: book.schoolId, sectionId });
  ensureFits(book, mark);

  const [created] = await ctx.tx
    .insert(specialMarks)
    .values({ ...mark, code: plainText(mark.code), gradebook_id: book.id })
    .returning({ id: specialMarks.id });
  await record(ctx, {
    verb: 'special-mark.created',
    subject: { type: 'section', id: sectionId },
    facts: { code: mark.code, behavior: mark.behavior },
  });
  return { markId: created!.id };
}

/** Changes a mark, and with it every average it stands in. Throws like `createMark`, and `shared/not-found`. */
export async function updateMark(
  ctx: Ctx,
  { sectionId, markId, ...changes }: UpdateMark & { sectionId: number; markId: number },
): Promise<void> {
  const book = await holdMarks(ctx, sectionId);
  allow(ctx, 'gradebook.setup', { schoolId: book.schoolId, sectionId });
  const before = book.marks.find(({ id }) => id === markId);
  if (!before) throw notFound('special mark', markId);
  const after = { ...before, ...changes };
  if (changes.behavior !== undefined && changes.behavior !== 'fixed-percent') after.percent = null;
  ensureFits({ ...book, marks: book.marks.filter(({ id }) => id !== markId) }, after);

  const { code, name, behavior, percent } = after;
  await ctx.tx
    .update(specialMarks)
    .set({ code: plainText(code), name, behavior, percent })
    .where(eq(specialMarks.id, markId));
  await record(ctx, {
    verb: 'special-mark.changed',
    subject: { type: 'section', id: sectionId },
    facts: { code, behavior, before: before.code },
  });
}

/** Removes a mark that stands in no cell. Throws `gradebook/mark-in-use`, `shared/not-found`. */
export async function deleteMark(
  ctx: Ctx,
  { sectionId, markId }: { sectionId: number; markId: number },
): Promise<void> {
  const book = await holdMarks(ctx, sectionId);
  allow(ctx, 'gradebook.setup', { schoolId: book.schoolId, sectionId });
  const mark = book.marks.find(({ id }) => id === markId);
  if (!mark) throw notFound('special mark', markId);

  const [used] = await ctx.tx
    .select({ cells: count() })
    .from(scores)
    .where(eq(scores.special_mark_id, markId));
  if (used!.cells > 0) throw markInUse({ mark: mark.code, scores: used!.cells });
  await ctx.tx
    .delete(specialMarks)
    .where(and(eq(specialMarks.id, markId), eq(specialMarks.gradebook_id, book.id)));
  await record(ctx, {
    verb: 'special-mark.deleted',
    subject: { type: 'section', id: sectionId },
    facts: { code: mark.code },
  });
}

type MarkedBook = {
  id: number;
  schoolId: number;
  steps: { letter: string; minPercent: string }[];
  marks: (typeof specialMarks.$inferSelect)[];
};

async function holdMarks(ctx: Ctx, sectionId: number): Promise<MarkedBook> {
  const { section, settings, scale } = await holdBook(ctx, sectionId);
  const [steps, marks] = await Promise.all([
    ctx.tx
      .select({ letter: gradeScaleSteps.letter, minPercent: gradeScaleSteps.min_percent })
      .from(gradeScaleSteps)
      .where(eq(gradeScaleSteps.grade_scale_id, scale.id)),
    ctx.tx.select().from(specialMarks).where(eq(specialMarks.gradebook_id, settings.id)),
  ]);
  return { id: settings.id, schoolId: section.schoolId, steps, marks };
}

function ensureFits(
  { steps, marks }: MarkedBook,
  mark: { code: string; behavior: string; percent: string | null },
): void {
  const refusal = refuseMarkCode(mark.code, { scale: { steps, maxPercent: null }, marks });
  if (refusal) throw markCodeRefused(refusal);
  if ((mark.behavior === 'fixed-percent') !== (mark.percent !== null)) {
    throw percentNotFitting({ behavior: mark.behavior });
  }
}
