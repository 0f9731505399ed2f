/*
 * What becomes of a cell that is sent to be saved. What was not sent stays. A cell that already stands as sent is
 * saved, whatever version it was typed over: a double click, or the resend of a lost answer, is no conflict. Otherwise
 * the version read must be the version that stands. A cell that cannot be saved is refused alone.
 * Source: experience notes, nothing is lost; refused input is kept and marked where it stands.
 * Example: '9' over version 3, sent twice: first written as version 4, then found as sent. '8' over version 3 from
 * another tab: in conflict with version 4.
 */
import { entryText } from '../../book/rules.ts';
import type { ScoreCell } from '../../types.ts';
import { type EntryColumn, type EntryRefusal, parseEntry } from '../rules.ts';

/** A cell as it is sent: `entry` as typed, `version` the one that was read (0: never written). */
export type SentCell = {
  assignmentId: number;
  studentId: number;
  entry?: string;
  late?: boolean;
  missing?: boolean;
  comment?: string | null;
  version: number;
};

/** What a cell stands in: its column (undefined: not in this book), and whether its student is of the section. */
export type CellPlace = {
  section: string;
  assignment: { name: string; graded: boolean } | undefined;
  column: EntryColumn;
  enrolled: boolean;
};

export type CellRefusal =
  | EntryRefusal
  | { code: 'scores/no-assignment'; facts: { assignmentId: number } }
  | { code: 'scores/not-graded'; facts: { assignment: string } }
  | { code: 'scores/not-enrolled'; facts: { studentId: number; section: string } };

/** One thing about a cell that changes, as the history keeps it; null: blank. */
export type CellChange = {
  field: 'score' | 'late' | 'missing' | 'comment';
  from: string | null;
  to: string | null;
};

export type CellDecision =
  | { kind: 'stands' }
  | { kind: 'written'; cell: ScoreCell; changes: CellChange[] }
  | { kind: 'conflict' }
  | { kind: 'refused'; refusal: CellRefusal };

/** A cell that was never written. */
export const BLANK_CELL: ScoreCell = {
  entry: '',
  points: null,
  markId: null,
  late: false,
  missing: false,
  comment: null,
  version: 0,
};

/** Decides over one cell; `current` is what stands there. */
export function decideCell(sent: SentCell, current: ScoreCell, place: CellPlace): CellDecision {
  const { assignment, enrolled, section, column } = place;
  const { assignmentId, studentId } = sent;
  if (!assignment) return refused({ code: 'scores/no-assignment', facts: { assignmentId } });
  if (!assignment.graded)
    return refused({ code: 'scores/not-graded', facts: { assignment: assignment.name } });
  if (!enrolled) return refused({ code: 'scores/not-enrolled', facts: { studentId, section } });

  const read = sent.entry === undefined ? scoreOf(current) : readEntry(sent.entry, column);
  if ('refusal' in read) return refused(read.refusal);
  const wanted: ScoreCell = {
    ...read,
    entry: entryText(read, column.marks),
    late: sent.late ?? current.late,
    missing: sent.missing ?? current.missing,
    comment: sent.comment === undefined ? current.comment : sent.comment?.trim() || null,
    version: current.version + 1,
  };
  const changes = changesBetween(current, wanted);
  if (changes.length === 0) return { kind: 'stands' };
  if (sent.version !== current.version) return { kind: 'conflict' };
  return { kind: 'written', cell: wanted, changes };
}

function changesBetween(before: ScoreCell, after: ScoreCell): CellChange[] {
  const sameScore = before.points === after.points && before.markId === after.markId;
  const changes: CellChange[] = [
    ...(sameScore ? [] : [{ field: 'score' as const, from: before.entry || null, to: after.entry || null }]),
    ...(['late', 'missing'] as const).map((field) => ({
      field,
      from: String(before[field]),
      to: String(after[field]),
    })),
    { field: 'comment', from: before.comment, to: after.comment },
  ];
  return changes.filter(({ from, to, field }) => field === 'score' || from !== to);
}

type StoredScore = { points: string | null; markId: number | null };

function scoreOf({ points, markId }: ScoreCell): StoredScore {
  return { points, markId };
}

function readEntry(typed: string, column: EntryColumn): StoredScore | { refusal: EntryRefusal } {
  const entry = parseEntry(typed, column);
  switch (entry.kind) {
    case 'clear':
      return { points: null, markId: null };
    case 'points':
      return { points: entry.points, markId: null };
    case 'mark':
      return { points: null, markId: entry.markId };
    case 'refused':
      return { refusal: entry.refusal };
  }
}

function refused(refusal: CellRefusal): CellDecision {
  return { kind: 'refused', refusal };
}
