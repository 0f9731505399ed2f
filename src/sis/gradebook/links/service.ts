import { eq, inArray } from 'drizzle-orm';
import { record } from '../../../activity/service.ts';
import type { Ctx } from '../../../db/ctx.ts';
import { allow } from '../../../identity/allow.ts';
import { holdBook, lockBook } from '../book/hold.ts';
import { findSectionBook } from '../book/queries.ts';
import {
  assignments,
  categoryTermWeights,
  gradebookCategories,
  gradebookSections,
  gradebooks,
  scoreChanges,
  scores,
  specialMarks,
} from '../schema.ts';
import { notLinked, notTheSameCourse, sectionHasScores } from './errors.ts';
import { countScoresOfSection, countSectionsOfBook } from './queries.ts';

/**
 * Makes another section share a section's book, with its categories, marks and assignments. Both must be classes of one
 * course in one year, and the actor must teach both. A section whose students have scores in its own book stays there
 * (`gradebook/section-has-scores`); a book left without sections is removed, with the assignments in it. Linking again
 * changes nothing. Throws also `gradebook/not-the-same-course`.
 */
export async function linkSection(
  ctx: Ctx,
  { sectionId, otherSectionId }: { sectionId: number; otherSectionId: number },
): Promise<void> {
  // In order of their ids, so that two teachers who link crosswise do not wait for each other for ever.
  for (const id of [sectionId, otherSectionId].sort((a, b) => a - b)) await lockBook(ctx, id);
  const { section, settings } = await holdBook(ctx, sectionId);
  const other = await findSectionBook(ctx, otherSectionId);
  allow(ctx, 'gradebook.setup', { schoolId: section.schoolId, sectionId });
  allow(ctx, 'gradebook.setup', { schoolId: other.section.schoolId, sectionId: otherSectionId });
  if (other.section.courseId !== section.courseId || other.section.schoolYearId !== section.schoolYearId) {
    throw notTheSameCourse({ section: section.code, other: other.section.code });
  }
  const left = other.book?.settings.id;
  if (left === settings.id) return;

  if (left === undefined) {
    await ctx.tx.insert(gradebookSections).values({ gradebook_id: settings.id, section_id: otherSectionId });
  } else {
    await leaveBook(ctx, { ...other.section, bookId: left, intoBookId: settings.id });
    if ((await countSectionsOfBook(ctx, left)) === 0) await removeBook(ctx, left);
  }
  await record(ctx, {
    verb: 'section.linked',
    subject: { type: 'section', id: sectionId },
    facts: { otherSectionId, bookId: settings.id },
  });
}

/**
 * Gives a section that shares a book a book of its own again: a copy of the shared one's settings, categories, marks and
 * assignments. Refused with `gradebook/section-has-scores` while its students have scores in the shared book, since those
 * stay there; throws `gradebook/not-linked` when it shares nothing. Gives the new book's id.
 */
export async function unlinkSection(
  ctx: Ctx,
  { sectionId }: { sectionId: number },
): Promise<{ bookId: number }> {
  const { section, settings } = await holdBook(ctx, sectionId);
  allow(ctx, 'gradebook.setup', { schoolId: section.schoolId, sectionId });
  if ((await countSectionsOfBook(ctx, settings.id)) < 2) throw notLinked({ section: section.code });

  const bookId = await copyBook(ctx, settings.id);
  await leaveBook(ctx, { ...section, bookId: settings.id, intoBookId: bookId });
  await record(ctx, {
    verb: 'section.unlinked',
    subject: { type: 'section', id: sectionId },
    facts: { from: settings.id, bookId },
  });
  return { bookId };
}

async function leaveBook(
  ctx: Ctx,
  { id, code, bookId, intoBookId }: { id: number; code: string; bookId: number; intoBookId: number },
): Promise<void> {
  const cells = await countScoresOfSection(ctx, { sectionId: id, bookId });
  if (cells > 0) throw sectionHasScores({ section: code, scores: cells });
  await ctx.tx
    .update(gradebookSections)
    .set({ gradebook_id: intoBookId })
    .where(eq(gradebookSections.section_id, id));
}

/** A book without sections goes with all that is in it; its last section left without losing a score, so its cells are blank. */
async function removeBook(ctx: Ctx, bookId: number): Promise<void> {
  const inBook = ctx.tx
    .select({ id: assignments.id })
    .from(assignments)
    .where(eq(assignments.gradebook_id, bookId));
  await ctx.tx.delete(scores).where(inArray(scores.assignment_id, inBook));
  await ctx.tx.delete(scoreChanges).where(inArray(scoreChanges.assignment_id, inBook));
  await ctx.tx.delete(assignments).where(eq(assignments.gradebook_id, bookId));
  await ctx.tx.delete(gradebookCategories).where(eq(gradebookCategories.gradebook_id, bookId));
  await ctx.tx.delete(specialMarks).where(eq(specialMarks.gradebook_id, bookId));
  await ctx.tx.delete(gradebooks).where(eq(gradebooks.id, bookId));
}

async function copyBook(ctx: Ctx, bookId: number): Promise<number> {
  const [book] = await ctx.tx.select().from(gradebooks).where(eq(gradebooks.id, bookId));
  const { id: _, version: __, ...settings } = book!;
  const [copy] = await ctx.tx.insert(gradebooks).values(settings).returning({ id: gradebooks.id });
  const into = copy!.id;

  const categoryIds = await copyCategories(ctx, bookId, into);
  const marks = await ctx.tx.select().from(specialMarks).where(eq(specialMarks.gradebook_id, bookId));
  if (marks.length > 0) {
    await ctx.tx
      .insert(specialMarks)
      .values(marks.map(({ id: _, ...mark }) => ({ ...mark, gradebook_id: into })));
  }
  const work = await ctx.tx.select().from(assignments).where(eq(assignments.gradebook_id, bookId));
  if (work.length > 0) {
    await ctx.tx.insert(assignments).values(
      work.map(({ id: _, version: __, ...assignment }) => ({
        ...assignment,
        gradebook_id: into,
        category_id: categoryIds.get(assignment.category_id)!,
      })),
    );
  }
  return into;
}

/** Copies categories with their weights by term; gives the copies' ids by the originals'. */
async function copyCategories(ctx: Ctx, bookId: number, into: number): Promise<Map<number, number>> {
  const categories = await ctx.tx
    .select()
    .from(gradebookCategories)
    .where(eq(gradebookCategories.gradebook_id, bookId));
  if (categories.length === 0) return new Map();

  const copies = await ctx.tx
    .insert(gradebookCategories)
    .values(categories.map(({ id: _, version: __, ...category }) => ({ ...category, gradebook_id: into })))
    .returning({ id: gradebookCategories.id, code: gradebookCategories.code });
  const byCode = new Map(copies.map(({ id, code }) => [code, id]));
  const ids = new Map(categories.map(({ id, code }) => [id, byCode.get(code)!]));

  const weights = await ctx.tx
    .select()
    .from(categoryTermWeights)
    .where(inArray(categoryTermWeights.category_id, [...ids.keys()]));
  if (weights.length > 0) {
    await ctx.tx
      .insert(categoryTermWeights)
      .values(
        weights.map(({ id: _, ...weight }) => ({ ...weight, category_id: ids.get(weight.category_id)! })),
      );
  }
  return ids;
}
