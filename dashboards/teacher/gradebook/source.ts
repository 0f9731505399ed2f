import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { formatDay } from '../../../components/format.ts';
import type { GridSource } from '../../../components/grid/grid.ts';
import type { Cell } from '../../../components/grid/grid-row.ts';
import type { WriteState } from '../../../components/save-queue.ts';
import type { Explanation } from '../../../src/sis/gradebook/averages/types.ts';
import type { BookAssignment, BookStudent } from '../../../src/sis/gradebook/types.ts';
import { problemWords } from '../../words/problems.ts';
import type { OpenBook } from './book.ts';

/** How the saving of a cell stands, and why it was not accepted. */
export type CellSaving = { state: WriteState | undefined; why: string | undefined };

/** The book as a grid shows it. `both` shows the second figure, if nothing more comes in. */
export function gridSource(
  book: OpenBook,
  saving: (assignmentId: number, studentId: number) => CellSaving,
  { both }: { both: boolean },
): GridSource {
  const { students, assignments } = book;
  const student = (row: number) => students[row] as BookStudent;
  const assignment = (column: number) => assignments[column] as BookAssignment;
  return {
    rows: students.length,
    columns: assignments.length,
    summaries: both ? 2 : 1,
    rowKey: (row) => student(row).id,
    rowHead: (row) => nameOf(student(row)),
    rowSummaries: (row) => {
      const { id } = student(row);
      const figures = [figure(book.explain(id))];
      return both ? [...figures, figure(book.explain(id, 'as-zero'))] : figures;
    },
    corner: () => msg('Student'),
    summaryHead: (index) => (index === 0 ? msg('Average, as of now') : msg('If nothing more comes in')),
    columnHead: (column) => columnHead(assignment(column)),
    cell: (row, column) =>
      cellOf(book, assignment(column), student(row), saving(assignment(column).id, student(row).id)),
    label: (row, column) => msg(str`${student(row).name}, ${assignment(column).name}`),
  };
}

function nameOf({ name, familyName, status }: BookStudent): TemplateResult {
  const given = name.endsWith(familyName) ? name.slice(0, -familyName.length).trim() : name;
  const withdrawn =
    status === 'active' ? '' : status === 'withdrawn' ? msg('withdrawn') : msg('not yet here');
  return html`<span class="book-name">${familyName}, ${given}${withdrawn ? html` <span class="r-quiet r-small">${withdrawn}</span>` : ''}</span>`;
}

function figure({ rounded, letter }: Explanation): TemplateResult {
  return rounded === null
    ? html`<span class="r-quiet">–</span>`
    : html`<span>${rounded}</span> <strong>${letter ?? ''}</strong>`;
}

function columnHead({ columnName, name, dueOn, points, visibility }: BookAssignment): TemplateResult {
  const hidden =
    visibility === 'private'
      ? msg('private')
      : visibility === 'public-no-grades'
        ? msg('no grades shown')
        : '';
  return html`<span class="book-column" title=${name}>
    <strong>${columnName}</strong>
    <span class="r-quiet">${formatDay(dueOn, 'short')} · ${Number(points)}</span>
    ${hidden ? html`<span class="r-quiet">${hidden}</span>` : ''}
  </span>`;
}

function cellOf(book: OpenBook, assignment: BookAssignment, student: BookStudent, saving: CellSaving): Cell {
  const cell = book.cell(assignment.id, student.id);
  const entry = book.entry(assignment, student.id);
  const flags = [
    ...(cell.late ? [{ letter: 'L', words: msg('Late') }] : []),
    ...(cell.missing ? [{ letter: 'M', words: msg('Missing') }] : []),
    ...(cell.comment ? [{ letter: '¶', words: msg('Has a comment') }] : []),
  ];
  if (entry.kind === 'refused') {
    return {
      text: cell.entry,
      flags,
      state: 'refused',
      note: problemWords({ ...entry.refusal, status: 422 }).says,
    };
  }
  const standing = standingOf(book, assignment, student);
  return {
    text: cell.entry,
    flags,
    state: saving.state,
    note: saving.why ?? (standing?.startsWith('dropped') ? msg('Dropped') : undefined),
    tone: standing?.startsWith('dropped') ? 'struck' : standing === 'excused' ? 'quiet' : undefined,
    readOnly: !book.data.mayEdit || student.status === 'upcoming',
  };
}

function standingOf(book: OpenBook, assignment: BookAssignment, student: BookStudent): string | undefined {
  const line = book.explain(student.id).categories.find((one) => one.categoryId === assignment.categoryId);
  return line?.items.find((item) => item.assignmentId === assignment.id)?.standing;
}
