import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../../../activity/service.ts';
import type { Ctx } from '../../../db/ctx.ts';
import { allow } from '../../../identity/allow.ts';
import { notFound, staleEdit } from '../../../shared/errors.ts';
import { Id, line, Version } from '../inputs.ts';
import { markCodeRefused } from '../marks/errors.ts';
import { gradebookSections, gradebooks, gradeScaleSteps, gradeScales, specialMarks } from '../schema.ts';
import { refuseMarkCode } from '../scores/rules.ts';
import { hasBook, noBookForHomerooms, noScale } from './errors.ts';
import { holdBook } from './hold.ts';
import { findSectionBook } from './queries.ts';

/**
 * Gives a section a book of its own, empty, on the school's first grade scale. Gives the book's id. Throws
 * `gradebook/has-book`, `gradebook/no-book-for-homerooms`, `gradebook/no-scale`.
 */
export async function createGradebook(
  ctx: Ctx,
  { sectionId }: { sectionId: number },
): Promise<{ bookId: number }> {
  const { section, book } = await findSectionBook(ctx, sectionId);
  allow(ctx, 'gradebook.setup', { schoolId: section.schoolId, sectionId });
  if (section.kind === 'homeroom') throw noBookForHomerooms({ section: section.code });
  if (book) throw hasBook({ section: section.code });

  const [scale] = await ctx.tx
    .select({ id: gradeScales.id })
    .from(gradeScales)
    .where(eq(gradeScales.school_id, section.schoolId))
    .orderBy(gradeScales.id)
    .limit(1);
  if (!scale) throw noScale({ section: section.code });

  const [created] = await ctx.tx
    .insert(gradebooks)
    .values({
      school_id: section.schoolId,
      grade_scale_id: scale.id,
      nickname: section.courseTitle,
      average_mode: 'total-points',
    })
    .returning({ id: gradebooks.id });
  await ctx.tx.insert(gradebookSections).values({ gradebook_id: created!.id, section_id: sectionId });
  await record(ctx, { verb: 'gradebook.created', subject: { type: 'section', id: sectionId } });
  return { bookId: created!.id };
}

/** How a book averages, on which scale, and what it is called. */
export const UpdateSettings = z.object({
  version: Version,
  nickname: line(60).optional(),
  averageMode: z
    .enum(['total-points', 'category-total-points', 'categories-only', 'categories-and-assignments'])
    .optional(),
  weightsAre: z.enum(['ratio', 'percent']).optional(),
  dropPolicy: z.enum(['lowest-percentage', 'best-for-student']).optional(),
  scaleId: Id.optional(),
});
export type UpdateSettings = z.infer<typeof UpdateSettings>;

/**
 * Changes a book's settings, for all its sections; what is not given stays. Gives the new version. Throws
 * `shared/stale-edit`, `shared/not-found` for a scale of another school, `scores/mark-is-a-letter` when the new scale
 * has a letter that is a special mark of the book.
 */
export async function updateSettings(
  ctx: Ctx,
  { sectionId, version, ...changes }: UpdateSettings & { sectionId: number },
): Promise<{ version: number }> {
  const { section, settings, scale } = await holdBook(ctx, sectionId);
  allow(ctx, 'gradebook.setup', { schoolId: section.schoolId, sectionId });
  if (version !== settings.version) throw staleEdit({ ...settings });
  if (changes.scaleId !== undefined && changes.scaleId !== scale.id) {
    await ensureScaleFits(ctx, { ...section, bookId: settings.id, scaleId: changes.scaleId });
  }

  await ctx.tx
    .update(gradebooks)
    .set({
      nickname: changes.nickname,
      average_mode: changes.averageMode,
      weights_are: changes.weightsAre,
      drop_policy: changes.dropPolicy,
      grade_scale_id: changes.scaleId,
      version: version + 1,
    })
    .where(eq(gradebooks.id, settings.id));
  await record(ctx, {
    verb: 'gradebook.settings-changed',
    subject: { type: 'section', id: sectionId },
    facts: changes,
  });
  return { version: version + 1 };
}

/** A scale of the school, none of whose letters is a special mark of the book. */
async function ensureScaleFits(
  ctx: Ctx,
  { schoolId, bookId, scaleId }: { schoolId: number; bookId: number; scaleId: number },
): Promise<void> {
  const steps = await ctx.tx
    .select({ letter: gradeScaleSteps.letter, minPercent: gradeScaleSteps.min_percent })
    .from(gradeScales)
    .innerJoin(gradeScaleSteps, eq(gradeScaleSteps.grade_scale_id, gradeScales.id))
    .where(and(eq(gradeScales.id, scaleId), eq(gradeScales.school_id, schoolId)));
  if (steps.length === 0) throw notFound('grade scale', scaleId);

  const marks = await ctx.tx
    .select({ code: specialMarks.code })
    .from(specialMarks)
    .where(eq(specialMarks.gradebook_id, bookId))
    .orderBy(sql`${specialMarks.code}`);
  for (const { code } of marks) {
    const refusal = refuseMarkCode(code, { scale: { steps, maxPercent: null }, marks: [] });
    if (refusal) throw markCodeRefused(refusal);
  }
}
