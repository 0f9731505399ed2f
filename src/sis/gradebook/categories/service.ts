import { and, count, eq, inArray, max } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../../../activity/service.ts';
import type { Ctx } from '../../../db/ctx.ts';
import { merge } from '../../../db/merge.ts';
import { allow } from '../../../identity/allow.ts';
import { notFound, staleEdit } from '../../../shared/errors.ts';
import { terms } from '../../calendar/schema.ts';
import { holdBook } from '../book/hold.ts';
import { Id, line, Points, Version, Weight } from '../inputs.ts';
import { assignments, categoryTermWeights, gradebookCategories } from '../schema.ts';
import { categoryCodeTaken, categoryInUse } from './errors.ts';

const Drops = z.number().int().min(0).max(99);

/** A kind of work, such as homework: its weight, and how many of its scores are dropped. */
export const CreateCategory = z.object({
  code: line(6),
  name: line(40),
  weight: Weight,
  defaultPoints: Points,
  dropLowest: Drops.default(0),
  dropHighest: Drops.default(0),
});
export type CreateCategory = z.infer<typeof CreateCategory>;

/** What of a category changes; the rest stays. `sequence`: its place among the others, from 1. */
export const UpdateCategory = z.object({
  version: Version,
  code: line(6).optional(),
  name: line(40).optional(),
  weight: Weight.optional(),
  defaultPoints: Points.optional(),
  dropLowest: Drops.optional(),
  dropHighest: Drops.optional(),
  sequence: z.number().int().positive().optional(),
});
export type UpdateCategory = z.infer<typeof UpdateCategory>;

/** Weights of one term; null: the usual weight again. */
export const SetTermWeights = z.object({
  termId: Id,
  weights: z.array(z.object({ categoryId: Id, weight: Weight.nullable() })).min(1),
});
export type SetTermWeights = z.infer<typeof SetTermWeights>;

/** Adds a category to a section's book, as its last. Gives its id. Throws `gradebook/category-code-taken`. */
export async function createCategory(
  ctx: Ctx,
  { sectionId, ...category }: CreateCategory & { sectionId: number },
): Promise<{ categoryId: number }> {
  const { section, settings } = await holdBook(ctx, sectionId);
  allow(ctx, 'gradebook.setup', { schoolId: section.schoolId, sectionId });
  await ensureCodeFree(ctx, settings.id, category.code);

  const [last] = await ctx.tx
    .select({ sequence: max(gradebookCategories.sequence) })
    .from(gradebookCategories)
    .where(eq(gradebookCategories.gradebook_id, settings.id));
  const [created] = await ctx.tx
    .insert(gradebookCategories)
    .values({
      gradebook_id: settings.id,
      code: category.code,
      name: category.name,
      weight: category.weight,
      default_points: category.defaultPoints,
      drop_lowest: category.dropLowest,
      drop_highest: category.dropHighest,
      sequence: (last?.sequence ?? 0) + 1,
    })
    .returning({ id: gradebookCategories.id });
  await record(ctx, {
    verb: 'category.created',
    subject: { type: 'section', id: sectionId },
    facts: { code: category.code, weight: category.weight },
  });
  return { categoryId: created!.id };
}

/** Changes a category. Gives the new version. Throws `shared/not-found`, `shared/stale-edit`, `gradebook/category-code-taken`. */
export async function updateCategory(
  ctx: Ctx,
  { sectionId, categoryId, version, ...changes }: UpdateCategory & { sectionId: number; categoryId: number },
): Promise<{ version: number }> {
  const { section, settings } = await holdBook(ctx, sectionId);
  allow(ctx, 'gradebook.setup', { schoolId: section.schoolId, sectionId });
  const before = await getCategory(ctx, settings.id, categoryId);
  if (before.version !== version) throw staleEdit({ category: before.name, version: before.version });
  if (changes.code !== undefined && changes.code !== before.code) {
    await ensureCodeFree(ctx, settings.id, changes.code);
  }

  await ctx.tx
    .update(gradebookCategories)
    .set({
      code: changes.code,
      name: changes.name,
      weight: changes.weight,
      default_points: changes.defaultPoints,
      drop_lowest: changes.dropLowest,
      drop_highest: changes.dropHighest,
      sequence: changes.sequence,
      version: version + 1,
    })
    .where(eq(gradebookCategories.id, categoryId));
  await record(ctx, {
    verb: 'category.changed',
    subject: { type: 'section', id: sectionId },
    facts: { code: before.code, ...changes },
  });
  return { version: version + 1 };
}

/** Removes a category without assignments, and its weights by term. Throws `gradebook/category-in-use`, `shared/not-found`. */
export async function deleteCategory(
  ctx: Ctx,
  { sectionId, categoryId }: { sectionId: number; categoryId: number },
): Promise<void> {
  const { section, settings } = await holdBook(ctx, sectionId);
  allow(ctx, 'gradebook.setup', { schoolId: section.schoolId, sectionId });
  const category = await getCategory(ctx, settings.id, categoryId);
  const [used] = await ctx.tx
    .select({ assignments: count() })
    .from(assignments)
    .where(eq(assignments.category_id, categoryId));
  if (used!.assignments > 0) {
    throw categoryInUse({ category: category.name, assignments: used!.assignments });
  }

  await ctx.tx.delete(gradebookCategories).where(eq(gradebookCategories.id, categoryId));
  await record(ctx, {
    verb: 'category.deleted',
    subject: { type: 'section', id: sectionId },
    facts: { code: category.code },
  });
}

/**
 * Sets what categories weigh in one term, or takes that back. Throws `shared/not-found` for a category of another
 * book or a term of another year.
 */
export async function setTermWeights(
  ctx: Ctx,
  { sectionId, termId, weights }: SetTermWeights & { sectionId: number },
): Promise<void> {
  const { section, settings } = await holdBook(ctx, sectionId);
  allow(ctx, 'gradebook.setup', { schoolId: section.schoolId, sectionId });
  const [term] = await ctx.tx
    .select({ name: terms.name })
    .from(terms)
    .where(and(eq(terms.id, termId), eq(terms.school_year_id, section.schoolYearId)));
  if (!term) throw notFound('term', termId);
  const own = await ctx.tx
    .select({ id: gradebookCategories.id })
    .from(gradebookCategories)
    .where(eq(gradebookCategories.gradebook_id, settings.id));
  const ownIds = new Set(own.map(({ id }) => id));
  const foreign = weights.find(({ categoryId }) => !ownIds.has(categoryId));
  if (foreign) throw notFound('category', foreign.categoryId);

  const byCategory = new Map(weights.map(({ categoryId, weight }) => [categoryId, weight]));
  const set = [...byCategory].flatMap(([category_id, weight]) =>
    weight === null ? [] : [{ category_id, term_id: termId, weight }],
  );
  const usual = [...byCategory].flatMap(([categoryId, weight]) => (weight === null ? [categoryId] : []));
  if (set.length > 0) {
    await merge(ctx.tx, {
      into: categoryTermWeights,
      on: ['category_id', 'term_id'],
      rows: set,
      set: ['weight'],
    });
  }
  if (usual.length > 0) {
    await ctx.tx
      .delete(categoryTermWeights)
      .where(and(eq(categoryTermWeights.term_id, termId), inArray(categoryTermWeights.category_id, usual)));
  }
  await record(ctx, {
    verb: 'category.weights-set',
    subject: { type: 'section', id: sectionId },
    facts: { term: term.name, weights: Object.fromEntries(byCategory) },
  });
}

async function getCategory(ctx: Ctx, bookId: number, categoryId: number) {
  const [category] = await ctx.tx
    .select()
    .from(gradebookCategories)
    .where(and(eq(gradebookCategories.id, categoryId), eq(gradebookCategories.gradebook_id, bookId)));
  if (!category) throw notFound('category', categoryId);
  return category;
}

async function ensureCodeFree(ctx: Ctx, bookId: number, code: string): Promise<void> {
  const [taken] = await ctx.tx
    .select({ id: gradebookCategories.id })
    .from(gradebookCategories)
    .where(and(eq(gradebookCategories.gradebook_id, bookId), eq(gradebookCategories.code, code)));
  if (taken) throw categoryCodeTaken({ code });
}
