import { and, count, eq, isNotNull, ne, or } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../../../activity/service.ts';
import type { Ctx } from '../../../db/ctx.ts';
import { allow } from '../../../identity/allow.ts';
import { notFound, staleEdit } from '../../../shared/errors.ts';
import { terms } from '../../calendar/schema.ts';
import { holdBook } from '../book/hold.ts';
import { Day, Id, line, Points, Version, Weight } from '../inputs.ts';
import { assignments, gradebookCategories, scoreChanges, scores } from '../schema.ts';
import { assignmentHasScores, columnNameTaken, dueBeforeAssigned, dueOutsideTerms } from './errors.ts';
import { termOfDue } from './rules.ts';

/**
 * A piece of work. Without `termId` it counts in the marking period it is due in; without `points` it has its
 * category's usual ones. Of 0 points: extra credit. Not `graded`: shown to families, without a column.
 */
export const CreateAssignment = z.object({
  categoryId: Id,
  termId: Id.optional(),
  name: line(120),
  columnName: line(12),
  description: z.string().trim().max(4000).nullable().default(null),
  assignedOn: Day,
  dueOn: Day,
  points: Points.optional(),
  weight: Weight.default('1'),
  extraCredit: z.boolean().default(false),
  neverDrop: z.boolean().default(false),
  graded: z.boolean().default(true),
  visibility: z.enum(['public', 'public-no-grades', 'private']).default('public'),
});
export type CreateAssignment = z.infer<typeof CreateAssignment>;

/** What of an assignment changes; the rest stays. */
export const UpdateAssignment = z.object({
  version: Version,
  categoryId: Id.optional(),
  termId: Id.optional(),
  name: line(120).optional(),
  columnName: line(12).optional(),
  description: z.string().trim().max(4000).nullable().optional(),
  assignedOn: Day.optional(),
  dueOn: Day.optional(),
  points: Points.optional(),
  weight: Weight.optional(),
  extraCredit: z.boolean().optional(),
  neverDrop: z.boolean().optional(),
  graded: z.boolean().optional(),
  visibility: z.enum(['public', 'public-no-grades', 'private']).optional(),
});
export type UpdateAssignment = z.infer<typeof UpdateAssignment>;

/**
 * Adds an assignment to a section's book, for all its linked sections. Gives its id and the term it counts in. Throws
 * `shared/not-found` for a category or term of elsewhere, `gradebook/column-name-taken`,
 * `gradebook/due-outside-terms`, `gradebook/due-before-assigned`.
 */
export async function createAssignment(
  ctx: Ctx,
  { sectionId, ...input }: CreateAssignment & { sectionId: number },
): Promise<{ assignmentId: number; termId: number }> {
  const { section, settings } = await holdBook(ctx, sectionId);
  allow(ctx, 'assignments.edit', { schoolId: section.schoolId, sectionId });
  ensureDatesInOrder(input);
  const category = await getCategory(ctx, settings.id, input.categoryId);
  const term = await termFor(ctx, section.schoolYearId, input);
  await ensureColumnFree(ctx, { bookId: settings.id, term, columnName: input.columnName });

  const [created] = await ctx.tx
    .insert(assignments)
    .values({
      gradebook_id: settings.id,
      category_id: category.id,
      term_id: term.id,
      name: input.name,
      column_name: input.columnName,
      description: input.description,
      assigned_on: input.assignedOn,
      due_on: input.dueOn,
      points: input.points ?? category.default_points,
      weight: input.weight,
      extra_credit: input.extraCredit,
      never_drop: input.neverDrop,
      graded: input.graded,
      visibility: input.visibility,
    })
    .returning({ id: assignments.id });
  await record(ctx, {
    verb: 'assignment.created',
    subject: { type: 'section', id: sectionId },
    facts: {
      assignmentId: created!.id,
      columnName: input.columnName,
      dueOn: input.dueOn,
      category: category.code,
    },
  });
  return { assignmentId: created!.id, termId: term.id };
}

/**
 * Changes an assignment. A new due date alone does not move it to another marking period. Gives the new version.
 * Throws like `createAssignment`, `shared/stale-edit`, and `gradebook/assignment-has-scores` when a scored assignment
 * is to be no longer graded.
 */
export async function updateAssignment(
  ctx: Ctx,
  {
    sectionId,
    assignmentId,
    version,
    ...changes
  }: UpdateAssignment & { sectionId: number; assignmentId: number },
): Promise<{ version: number }> {
  const { section, settings } = await holdBook(ctx, sectionId);
  allow(ctx, 'assignments.edit', { schoolId: section.schoolId, sectionId });
  const before = await getAssignment(ctx, settings.id, assignmentId);
  if (before.version !== version) throw staleEdit({ assignment: before.name, version: before.version });

  ensureDatesInOrder({
    assignedOn: changes.assignedOn ?? before.assigned_on,
    dueOn: changes.dueOn ?? before.due_on,
  });
  if (changes.categoryId !== undefined) await getCategory(ctx, settings.id, changes.categoryId);
  if (changes.termId !== undefined || changes.columnName !== undefined) {
    const term = await termFor(ctx, section.schoolYearId, {
      termId: changes.termId ?? before.term_id,
      dueOn: before.due_on,
    });
    const columnName = changes.columnName ?? before.column_name;
    await ensureColumnFree(ctx, { bookId: settings.id, term, columnName, except: assignmentId });
  }
  if (changes.graded === false && before.graded) {
    const written = await countScores(ctx, assignmentId);
    if (written > 0) throw assignmentHasScores({ assignment: before.name, scores: written });
  }

  await ctx.tx
    .update(assignments)
    .set({
      category_id: changes.categoryId,
      term_id: changes.termId,
      name: changes.name,
      column_name: changes.columnName,
      description: changes.description,
      assigned_on: changes.assignedOn,
      due_on: changes.dueOn,
      points: changes.points,
      weight: changes.weight,
      extra_credit: changes.extraCredit,
      never_drop: changes.neverDrop,
      graded: changes.graded,
      visibility: changes.visibility,
      version: version + 1,
    })
    .where(eq(assignments.id, assignmentId));
  await record(ctx, {
    verb: 'assignment.changed',
    subject: { type: 'section', id: sectionId },
    facts: { assignmentId, ...changes },
  });
  return { version: version + 1 };
}

/**
 * Removes an assignment; with `andScores` also its scores and their history. Gives how
 * many scores went with it. Throws `gradebook/assignment-has-scores` without it, `shared/not-found`.
 */
export async function deleteAssignment(
  ctx: Ctx,
  { sectionId, assignmentId, andScores }: { sectionId: number; assignmentId: number; andScores: boolean },
): Promise<{ scores: number }> {
  const { section, settings } = await holdBook(ctx, sectionId);
  allow(ctx, 'assignments.edit', { schoolId: section.schoolId, sectionId });
  const assignment = await getAssignment(ctx, settings.id, assignmentId);
  const written = await countScores(ctx, assignmentId);
  if (written > 0 && !andScores) throw assignmentHasScores({ assignment: assignment.name, scores: written });

  await ctx.tx.delete(scores).where(eq(scores.assignment_id, assignmentId));
  await ctx.tx.delete(scoreChanges).where(eq(scoreChanges.assignment_id, assignmentId));
  await ctx.tx.delete(assignments).where(eq(assignments.id, assignmentId));
  await record(ctx, {
    verb: 'assignment.deleted',
    subject: { type: 'section', id: sectionId },
    facts: { assignmentId, columnName: assignment.column_name, scores: written },
  });
  return { scores: written };
}

async function getAssignment(ctx: Ctx, bookId: number, assignmentId: number) {
  const [assignment] = await ctx.tx
    .select()
    .from(assignments)
    .where(and(eq(assignments.id, assignmentId), eq(assignments.gradebook_id, bookId)));
  if (!assignment) throw notFound('assignment', assignmentId);
  return assignment;
}

async function getCategory(ctx: Ctx, bookId: number, categoryId: number) {
  const [category] = await ctx.tx
    .select()
    .from(gradebookCategories)
    .where(and(eq(gradebookCategories.id, categoryId), eq(gradebookCategories.gradebook_id, bookId)));
  if (!category) throw notFound('category', categoryId);
  return category;
}

/** The marking period asked for, or the one of the due date. */
async function termFor(
  ctx: Ctx,
  schoolYearId: number,
  { termId, dueOn }: { termId?: number; dueOn: string },
): Promise<{ id: number; name: string }> {
  const quarters = await ctx.tx
    .select({
      id: terms.id,
      name: terms.name,
      kind: terms.kind,
      startsOn: terms.starts_on,
      endsOn: terms.ends_on,
    })
    .from(terms)
    .where(and(eq(terms.school_year_id, schoolYearId), eq(terms.kind, 'quarter')));
  const wanted = termId ?? termOfDue(quarters, dueOn);
  const term = quarters.find(({ id }) => id === wanted);
  if (term) return term;
  throw termId === undefined ? dueOutsideTerms({ dueOn }) : notFound('term', termId);
}

async function ensureColumnFree(
  ctx: Ctx,
  column: { bookId: number; term: { id: number; name: string }; columnName: string; except?: number },
): Promise<void> {
  const [taken] = await ctx.tx
    .select({ id: assignments.id })
    .from(assignments)
    .where(
      and(
        eq(assignments.gradebook_id, column.bookId),
        eq(assignments.term_id, column.term.id),
        eq(assignments.column_name, column.columnName),
        column.except === undefined ? undefined : ne(assignments.id, column.except),
      ),
    );
  if (taken) throw columnNameTaken({ columnName: column.columnName, term: column.term.name });
}

/** Cells with something in them: a score, a mark or a comment. */
async function countScores(ctx: Ctx, assignmentId: number): Promise<number> {
  const [found] = await ctx.tx
    .select({ cells: count() })
    .from(scores)
    .where(
      and(
        eq(scores.assignment_id, assignmentId),
        or(isNotNull(scores.points), isNotNull(scores.special_mark_id), isNotNull(scores.comment)),
      ),
    );
  return found!.cells;
}

function ensureDatesInOrder({ assignedOn, dueOn }: { assignedOn: string; dueOn: string }): void {
  if (dueOn < assignedOn) throw dueBeforeAssigned({ assignedOn, dueOn });
}
