import { type AveragePlan, explainAverage, planAverages } from '../../../src/sis/gradebook/averages/rules.ts';
import type { Explanation, Reader, Score, Unscored } from '../../../src/sis/gradebook/averages/types.ts';
import { averageSetup, entryColumn, termIdsWithin } from '../../../src/sis/gradebook/book/rules.ts';
import { type Entry, type EntryColumn, parseEntry } from '../../../src/sis/gradebook/scores/rules.ts';
import type {
  BookAssignment,
  BookMark,
  BookStudent,
  GradebookView,
  ScoreCell,
} from '../../../src/sis/gradebook/types.ts';

/** What is asked of a cell; what is left out stays. `entry` is as typed. */
export type CellEdit = { entry?: string; late?: boolean; missing?: boolean; comment?: string | null };

/** Which students and assignments are shown, and in which order. */
export type BookView = {
  termId: number | null;
  categoryId: number | null;
  sort: 'name' | 'average';
};

const blank: ScoreCell = {
  entry: '',
  points: null,
  markId: null,
  late: false,
  missing: false,
  comment: null,
  version: 0,
};

/** The key of a cell in maps and in the queue of unsaved work. */
export function cellKey(assignmentId: number, studentId: number): string {
  return `${assignmentId}:${studentId}`;
}

/**
 * A section's book as the page works on it: what the server said, with unsaved edits and the text being typed on top, and
 * averages computed from all of it by the same rules as the server's. Averages are kept per student until one of the
 * student's cells changes.
 */
export class OpenBook {
  readonly data: GradebookView;
  readonly students: BookStudent[];
  readonly assignments: BookAssignment[];
  readonly view: BookView;

  private readonly cells = new Map<string, ScoreCell>();
  private readonly edits = new Map<string, CellEdit>();
  private readonly marks: Map<number, BookMark>;
  private readonly columns = new Map<number, EntryColumn>();
  private readonly averages = new Map<string, Explanation>();
  private readonly plan: AveragePlan;
  private readonly counted: ReadonlySet<number>;
  private draft: { key: string; entry: string } | null = null;

  constructor(data: GradebookView, view: BookView, unsaved: Iterable<[string, CellEdit]> = []) {
    this.data = data;
    this.view = view;
    this.marks = new Map(data.marks.map((mark) => [mark.id, mark]));
    for (const [assignmentId, studentId, points, markId, flags, comment, version] of data.scores) {
      const entry = markId === null ? plain(points) : (this.marks.get(markId)?.code ?? '');
      const cell = {
        entry,
        points,
        markId,
        late: (flags & 1) > 0,
        missing: (flags & 2) > 0,
        comment,
        version,
      };
      this.cells.set(cellKey(assignmentId, studentId), cell);
    }
    for (const [key, edit] of unsaved) this.edits.set(key, edit);
    this.plan = planAverages(averageSetup(data, view.termId));
    const terms = new Set(
      view.termId === null ? data.terms.map((term) => term.id) : termIdsWithin(data.terms, view.termId),
    );
    const graded = data.assignments.filter((one) => one.graded && terms.has(one.termId));
    this.counted = new Set(graded.map((one) => one.id));
    this.assignments = graded.filter((one) => view.categoryId === null || one.categoryId === view.categoryId);
    this.students = this.sorted(data.students);
  }

  /** The same book, shown otherwise. */
  shown(view: Partial<BookView>): OpenBook {
    return this.renewed(this.data, { ...this.view, ...view });
  }

  /** The same view of newly loaded data; unsaved edits stay on top. */
  reloaded(data: GradebookView): OpenBook {
    return this.renewed(data, this.view);
  }

  private renewed(data: GradebookView, view: BookView): OpenBook {
    const book = new OpenBook(data, view, this.edits);
    if (data === this.data) for (const [key, cell] of this.cells) book.cells.set(key, cell);
    return book;
  }

  private sorted(students: BookStudent[]): BookStudent[] {
    if (this.view.sort === 'name') return students;
    const figure = (student: BookStudent) =>
      Number(this.explain(student.id).rounded ?? Number.NEGATIVE_INFINITY);
    return [...students].sort((a, b) => figure(a) - figure(b));
  }

  /** The column that a score is typed in, as the rules for entry want it. */
  column(assignment: BookAssignment): EntryColumn {
    const known = this.columns.get(assignment.id);
    if (known) return known;
    const column = entryColumn(this.data, assignment);
    this.columns.set(assignment.id, column);
    return column;
  }

  /** A cell as the server has it. */
  saved(assignmentId: number, studentId: number): ScoreCell {
    return this.cells.get(cellKey(assignmentId, studentId)) ?? blank;
  }

  /** A cell as the teacher sees it: unsaved edits on top. */
  cell(assignmentId: number, studentId: number): ScoreCell {
    const key = cellKey(assignmentId, studentId);
    const saved = this.cells.get(key) ?? blank;
    const edit = this.edits.get(key);
    return edit
      ? {
          ...saved,
          ...edit,
          entry: edit.entry ?? saved.entry,
          comment: edit.comment === undefined ? saved.comment : edit.comment,
        }
      : saved;
  }

  /** What the text in a cell means. */
  entry(assignment: BookAssignment, studentId: number): Entry {
    const key = cellKey(assignment.id, studentId);
    const text = this.draft?.key === key ? this.draft.entry : this.cell(assignment.id, studentId).entry;
    return parseEntry(text, this.column(assignment));
  }

  /** The text being typed in a cell, or null when typing ended. */
  type(assignmentId: number, studentId: number, entry: string | null): void {
    this.draft = entry === null ? null : { key: cellKey(assignmentId, studentId), entry };
    this.forget(studentId);
  }

  /** Puts an unsaved edit on top of a cell. */
  edit(assignmentId: number, studentId: number, edit: CellEdit): void {
    const key = cellKey(assignmentId, studentId);
    this.edits.set(key, { ...this.edits.get(key), ...edit });
    this.forget(studentId);
  }

  /** Takes what the server has; `settled` when no newer edit waits for this cell. */
  settle(assignmentId: number, studentId: number, cell: ScoreCell, settled: boolean): void {
    const key = cellKey(assignmentId, studentId);
    this.cells.set(key, cell);
    if (settled) this.edits.delete(key);
    this.forget(studentId);
  }

  /** A student's average with everything that made it. */
  explain(studentId: number, unscored: Unscored = 'left-out', reader: Reader = 'teacher'): Explanation {
    const key = `${studentId}:${unscored}:${reader}`;
    const known = this.averages.get(key);
    if (known) return known;
    const explanation = explainAverage(this.plan, this.scoresOf(studentId), { unscored, reader });
    this.averages.set(key, explanation);
    return explanation;
  }

  private scoresOf(studentId: number): Score[] {
    const scores: Score[] = [];
    for (const assignment of this.data.assignments) {
      if (!this.counted.has(assignment.id)) continue;
      const entry = this.entry(assignment, studentId);
      const known =
        entry.kind === 'refused'
          ? parseEntry(this.saved(assignment.id, studentId).entry, this.column(assignment))
          : entry;
      if (known.kind === 'points')
        scores.push({ assignmentId: assignment.id, points: known.points, mark: null });
      if (known.kind === 'mark') {
        const mark = this.marks.get(known.markId);
        if (mark)
          scores.push({
            assignmentId: assignment.id,
            points: null,
            mark: { behavior: mark.behavior, percent: mark.percent },
          });
      }
    }
    return scores;
  }

  private forget(studentId: number): void {
    for (const unscored of ['left-out', 'as-zero']) {
      for (const reader of ['teacher', 'family']) this.averages.delete(`${studentId}:${unscored}:${reader}`);
    }
  }

  /** The special mark that excuses, if the teacher has one. */
  get exemptMark(): BookMark | undefined {
    return this.data.marks.find((mark) => mark.behavior === 'exempt');
  }
}

function plain(points: string | null): string {
  if (points === null) return '';
  return points.includes('.') ? points.replace(/\.?0+$/, '') : points;
}
