import { z } from 'zod';
import { record } from '../../../activity/service.ts';
import type { Ctx } from '../../../db/ctx.ts';
import { merge } from '../../../db/merge.ts';
import { allow } from '../../../identity/allow.ts';
import { staleEdit } from '../../../shared/errors.ts';
import { studentNotFound } from '../../people/errors.ts';
import { holdBook } from '../book/hold.ts';
import type { SectionBook } from '../book/queries.ts';
import { AVERAGE_DECIMALS } from '../book/rules.ts';
import { Version } from '../inputs.ts';
import { postedGrades, sectionPostings } from '../schema.ts';
import { actingStaff } from '../staff.ts';
import type { PostingRow, PostingView } from '../types.ts';
import { sameGrade } from './comparison/rules.ts';
import {
  nothingChanged,
  nothingToPost,
  notOverridden,
  overrideRefused,
  postingRefused,
  staffOnly,
} from './errors.ts';
import { gradeText, keepGradeChanges } from './history/service.ts';
import { type PostingPlace, readPosting } from './queries.ts';
import { readOverride } from './rules.ts';

/** `version` of the post columns as read. */
export const UpdateColumns = z.object({ version: Version });
export const PostGrades = z.object({ version: Version });

/** A grade put in by hand, as typed; `version` of the student's row. */
export const OverrideGrade = z.object({
  version: Version,
  percent: z.string().max(40).nullable().default(null),
  letter: z.string().max(40).nullable().default(null),
  reason: z.string().max(1000),
});
export type OverrideGrade = z.infer<typeof OverrideGrade>;

/** A comment for the report; blank takes it away. `version` of the student's row. */
export const SetComment = z.object({ version: Version, comment: z.string().trim().max(500) });
export type SetComment = z.infer<typeof SetComment>;

/**
 * Copies the averages of now into the post columns of a section. Gives the columns as they then stand. Throws
 * `shared/stale-edit`, `posting/closed`, `posting/already-posted`.
 */
export async function updatePostColumns(
  ctx: Ctx,
  { version, ...place }: PostingPlace & { version: number },
): Promise<PostingView> {
  const { book, view } = await beginEdit(ctx, place);
  ensureFresh(view, version);
  const moved = view.rows.filter(({ columnBehind }) => columnBehind);

  await storeRows(ctx, place, moved, (row) => ({
    computed_percent: row.now.percent,
    computed_letter: row.now.letter,
  }));
  await raisePosting(ctx, place, { columns_updated_at: ctx.now });
  await keepGradeChanges(
    ctx,
    place,
    moved.map((row) => ({
      studentId: row.student.id,
      event: 'updated',
      from: gradeText(row.column),
      to: gradeText(row.now),
    })),
  );
  await record(ctx, {
    verb: 'post-columns.updated',
    subject: { type: 'section', id: place.sectionId },
    facts: { termId: place.termId, kind: place.kind, students: moved.length },
  });
  return readPosting(ctx, book, place);
}

/**
 * Puts another grade in a student's post column, with the reason; it prevails until it is removed. Throws
 * `shared/stale-edit`, `shared/not-found`, the refusals of `readOverride`, and those of `updatePostColumns`.
 */
export async function overrideGrade(
  ctx: Ctx,
  {
    studentId,
    version,
    percent,
    letter,
    reason,
    ...place
  }: PostingPlace & OverrideGrade & { studentId: number },
): Promise<PostingView> {
  const { book, view } = await beginEdit(ctx, place);
  const row = freshRow(view, studentId, version);
  const read = readOverride({ percent, letter, reason }, view.scale, AVERAGE_DECIMALS);
  if ('refusal' in read) throw overrideRefused(read.refusal);
  const { override } = read;
  if (row.override && sameGrade(row.override, override) && row.override.reason === override.reason)
    return view;

  await storeRows(ctx, place, [row], () => ({
    override_percent: override.percent,
    override_letter: override.letter,
    override_reason: override.reason,
  }));
  await raisePosting(ctx, place, {});
  const from = gradeText(row.override ?? row.column);
  await keepGradeChanges(ctx, place, [
    { studentId, event: 'overridden', from, to: gradeText(override), reason: override.reason },
  ]);
  await record(ctx, {
    verb: 'grade.overridden',
    subject: { type: 'section', id: place.sectionId },
    facts: { termId: place.termId, kind: place.kind, studentId },
  });
  return readPosting(ctx, book, place);
}

/** Takes the grade put in by hand away again. Throws `posting/not-overridden`, and like `overrideGrade`. */
export async function removeOverride(
  ctx: Ctx,
  { studentId, version, ...place }: PostingPlace & { studentId: number; version: number },
): Promise<PostingView> {
  const { book, view } = await beginEdit(ctx, place);
  const row = freshRow(view, studentId, version);
  if (!row.override) throw notOverridden({ studentId });

  await storeRows(ctx, place, [row], () => ({
    override_percent: null,
    override_letter: null,
    override_reason: null,
  }));
  await raisePosting(ctx, place, {});
  await keepGradeChanges(ctx, place, [
    { studentId, event: 'override-removed', from: gradeText(row.override), to: gradeText(row.column) },
  ]);
  await record(ctx, {
    verb: 'grade.override-removed',
    subject: { type: 'section', id: place.sectionId },
    facts: { termId: place.termId, kind: place.kind, studentId },
  });
  return readPosting(ctx, book, place);
}

/** Sets or takes away a student's comment. Throws like `overrideGrade`. */
export async function setComment(
  ctx: Ctx,
  { studentId, version, comment, ...place }: PostingPlace & SetComment & { studentId: number },
): Promise<PostingView> {
  const { book, view } = await beginEdit(ctx, place);
  const wanted = comment.trim() || null;
  const row = rowOf(view, studentId);
  if (row.comment === wanted) return view;
  ensureFresh(row, version);

  await storeRows(ctx, place, [row], () => ({ comment: wanted }));
  await raisePosting(ctx, place, {});
  await keepGradeChanges(ctx, place, [{ studentId, event: 'commented', from: row.comment, to: wanted }]);
  await record(ctx, {
    verb: 'grade.commented',
    subject: { type: 'section', id: place.sectionId },
    facts: { termId: place.termId, kind: place.kind, studentId },
  });
  return readPosting(ctx, book, place);
}

/**
 * Posts the columns of a section to the office, each student's override before the column; students without a grade are
 * left as the office has them. Gives the columns as they then stand. Throws `posting/no-window`, `posting/not-open-yet`,
 * `posting/closed`, `posting/already-posted`, `posting/nothing-to-post`, `posting/nothing-changed`, `shared/stale-edit`.
 */
export async function postGrades(
  ctx: Ctx,
  { version, ...place }: PostingPlace & { version: number },
): Promise<PostingView> {
  const { book, view } = await begin(ctx, 'posting.post', place);
  const by = actingStaff(ctx);
  if (by === null) throw staffOnly({ person: ctx.actor.personName });
  if (view.refusal) throw postingRefused(view.refusal);
  ensureFresh(view, version);
  const graded = view.rows.filter(({ willPost }) => willPost !== null);
  const names = { section: view.section.code, term: view.term.name };
  if (graded.length === 0) throw nothingToPost(names);
  const posting = graded.filter(({ changes }) => changes);
  if (posting.length === 0) throw nothingChanged({ ...names, postedOn: view.postedAt!.slice(0, 10) });

  await storeRows(ctx, place, posting, ({ willPost, comment }) => ({
    posted_percent: willPost!.percent,
    posted_letter: willPost!.letter,
    posted_comment: comment,
    posted_at: ctx.now,
  }));
  await raisePosting(ctx, place, { posted_at: ctx.now, posted_by: by, times_posted: view.timesPosted + 1 });
  await keepGradeChanges(
    ctx,
    place,
    posting.map(({ student, posted, willPost, override }) => ({
      studentId: student.id,
      event: posted ? 'reposted' : 'posted',
      from: gradeText(posted),
      to: gradeText(willPost),
      reason: override?.reason,
    })),
  );
  await record(ctx, {
    verb: 'grades.posted',
    subject: { type: 'section', id: place.sectionId },
    facts: {
      termId: place.termId,
      kind: place.kind,
      students: posting.length,
      ungraded: view.rows.length - graded.length,
      time: view.timesPosted + 1,
    },
  });
  return readPosting(ctx, book, place);
}

/** The post columns, held until the transaction ends. */
async function begin(
  ctx: Ctx,
  verb: 'posting.edit' | 'posting.post',
  place: PostingPlace,
): Promise<{ book: SectionBook; view: PostingView }> {
  const book = await holdBook(ctx, place.sectionId);
  allow(ctx, verb, { schoolId: book.section.schoolId, sectionId: place.sectionId });
  return { book, view: await readPosting(ctx, book, place) };
}

async function beginEdit(ctx: Ctx, place: PostingPlace): Promise<{ book: SectionBook; view: PostingView }> {
  const held = await begin(ctx, 'posting.edit', place);
  const { mayEdit, refusal } = held.view;
  if (!mayEdit && refusal) throw postingRefused(refusal);
  return held;
}

function rowOf(view: PostingView, studentId: number): PostingRow {
  const row = view.rows.find(({ student }) => student.id === studentId);
  if (!row) throw studentNotFound(studentId);
  return row;
}

function freshRow(view: PostingView, studentId: number, version: number): PostingRow {
  const row = rowOf(view, studentId);
  ensureFresh(row, version);
  return row;
}

function ensureFresh(standing: { version: number }, version: number): void {
  if (standing.version !== version) throw staleEdit({ version: standing.version });
}

type GradeValues = Partial<
  Omit<typeof postedGrades.$inferInsert, 'id' | 'section_id' | 'student_id' | 'term_id' | 'kind' | 'version'>
>;

async function storeRows(
  ctx: Ctx,
  { sectionId, termId, kind }: PostingPlace,
  rows: readonly PostingRow[],
  values: (row: PostingRow) => GradeValues,
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  await merge(ctx.tx, {
    into: postedGrades,
    on: ['section_id', 'student_id', 'term_id', 'kind'],
    rows: rows.map((row) => ({
      section_id: sectionId,
      student_id: row.student.id,
      term_id: termId,
      kind,
      ...values(row),
      version: row.version + 1,
    })),
    set: [...Object.keys(values(first)), 'version'],
  });
}

/** Raises the version of the columns as a whole, with what else changes of them. */
async function raisePosting(
  ctx: Ctx,
  { sectionId, termId, kind }: PostingPlace,
  values: Pick<
    typeof sectionPostings.$inferInsert,
    'columns_updated_at' | 'posted_at' | 'posted_by' | 'times_posted'
  >,
): Promise<void> {
  await merge(ctx.tx, {
    into: sectionPostings,
    on: ['section_id', 'term_id', 'kind'],
    rows: [{ section_id: sectionId, term_id: termId, kind, ...values, version: 1 }],
    set: Object.keys(values),
    raise: ['version'],
  });
}
