import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../../../activity/service.ts';
import type { Ctx } from '../../../db/ctx.ts';
import { merge } from '../../../db/merge.ts';
import { allow } from '../../../identity/allow.ts';
import { lockBook } from '../book/hold.ts';
import { entryColumn, entryText } from '../book/rules.ts';
import { Id, Version } from '../inputs.ts';
import { scores } from '../schema.ts';
import { actingStaff } from '../staff.ts';
import type { CellOutcome, CellResult, ScoreCell, ScoreTuple } from '../types.ts';
import { getSavingFacts, type SavingFacts } from './saving/queries.ts';
import { BLANK_CELL, type CellChange, type CellDecision, decideCell, type SentCell } from './saving/rules.ts';

const Cell = z.object({
  assignmentId: Id,
  studentId: Id,
  entry: z.string().max(1000).optional(),
  late: z.boolean().optional(),
  missing: z.boolean().optional(),
  comment: z.string().trim().max(500).nullable().optional(),
  version: Version,
});

/** Cells as typed, each at most once; what a cell leaves out stays as it is. */
export const SaveScores = z.object({
  cells: z
    .array(Cell)
    .min(1)
    .max(5000)
    .refine((cells) => new Set(cells.map(keyOf)).size === cells.length, 'The same cell twice'),
});
export type SaveScores = z.infer<typeof SaveScores>;

type Written = SentCell & { cell: ScoreCell; changes: CellChange[] };

/**
 * Saves cells of a section's book: each good one, while each bad one comes back in its place, with the reason and with
 * what stands there (see saving/rules.ts). Gives a result per cell in the order sent. Throws `shared/not-found`,
 * `gradebook/no-book`, `identity/not-allowed`.
 */
export async function saveScores(
  ctx: Ctx,
  { sectionId, cells }: SaveScores & { sectionId: number },
): Promise<{ cells: CellResult[] }> {
  const asked = {
    sectionId,
    assignmentIds: [...new Set(cells.map(({ assignmentId }) => assignmentId))],
    studentIds: [...new Set(cells.map(({ studentId }) => studentId))],
  };
  const [, facts] = await Promise.all([lockBook(ctx, sectionId), getSavingFacts(ctx, asked)]);
  allow(ctx, 'scores.save', { schoolId: facts.schoolId, sectionId });

  const written: Written[] = [];
  const results = decideAll(cells, facts, written);
  if (written.length > 0) await write(ctx, sectionId, written);
  return { cells: results };
}

/** The result of each cell; those to be written are also put into `written`. */
function decideAll(cells: readonly SentCell[], facts: SavingFacts, written: Written[]): CellResult[] {
  const { section, scale, marks } = facts;
  const assignments = new Map(facts.assignments.map((assignment) => [assignment.id, assignment]));
  const enrolled = new Set(facts.enrolled);
  const standing = new Map(
    facts.standing.map((tuple) => [`${tuple[0]} ${tuple[1]}`, cellOf(tuple, facts.marks)]),
  );
  return cells.map((sent): CellResult => {
    const { assignmentId, studentId } = sent;
    const assignment = assignments.get(assignmentId);
    const current = standing.get(keyOf(sent)) ?? BLANK_CELL;
    const column = entryColumn({ scale, marks }, assignment ?? { points: '0' });
    const place = { section, assignment, column, enrolled: enrolled.has(studentId) };
    const decision = decideCell(sent, current, place);
    if (decision.kind === 'written') written.push({ ...sent, ...decision });
    return { assignmentId, studentId, ...resultOf(decision, current) };
  });
}

function resultOf(decision: CellDecision, current: ScoreCell): CellOutcome {
  switch (decision.kind) {
    case 'stands':
      return { outcome: 'saved', changed: false, cell: current };
    case 'written':
      return { outcome: 'saved', changed: true, cell: decision.cell };
    case 'conflict':
      return { outcome: 'conflict', code: 'shared/stale-edit', facts: { ...current }, cell: current };
    case 'refused':
      return { outcome: 'refused', ...decision.refusal, cell: current };
  }
}

async function write(ctx: Ctx, sectionId: number, written: readonly Written[]): Promise<void> {
  await merge(ctx.tx, {
    into: scores,
    on: ['assignment_id', 'student_id'],
    rows: written.map(({ assignmentId, studentId, cell }) => ({
      assignment_id: assignmentId,
      student_id: studentId,
      points: cell.points,
      special_mark_id: cell.markId,
      late: cell.late,
      missing: cell.missing,
      comment: cell.comment,
      version: cell.version,
    })),
    set: ['points', 'special_mark_id', 'late', 'missing', 'comment', 'version'],
  });
  const count = (ids: number[]) => new Set(ids).size;
  await Promise.all([
    keepChanges(ctx, written),
    record(ctx, {
      verb: 'scores.saved',
      subject: { type: 'section', id: sectionId },
      facts: {
        cells: written.length,
        students: count(written.map(({ studentId }) => studentId)),
        assignments: count(written.map(({ assignmentId }) => assignmentId)),
      },
    }),
  ]);
}

async function keepChanges(ctx: Ctx, written: readonly Written[]): Promise<void> {
  const rows = written.flatMap(({ assignmentId, studentId, changes }) =>
    changes.map((change) => ({ ...change, assignment_id: assignmentId, student_id: studentId })),
  );
  await ctx.tx.execute(sql`
    insert into score_changes
      (assignment_id, student_id, field, from_value, to_value, changed_at, changed_by, changed_by_name)
    select
      r.assignment_id, r.student_id, r.field, r."from", r."to",
      ${ctx.now.toISOString()}::timestamptz, ${actingStaff(ctx)}::bigint, ${ctx.actor.personName}
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r (assignment_id bigint, student_id bigint, field text, "from" text, "to" text)`);
}

function keyOf({ assignmentId, studentId }: { assignmentId: number; studentId: number }): string {
  return `${assignmentId} ${studentId}`;
}

function cellOf(
  [, , points, markId, flags, comment, version]: ScoreTuple,
  marks: SavingFacts['marks'],
): ScoreCell {
  return {
    entry: entryText({ points, markId }, marks),
    points,
    markId,
    late: (flags & 1) > 0,
    missing: (flags & 2) > 0,
    comment,
    version,
  };
}
