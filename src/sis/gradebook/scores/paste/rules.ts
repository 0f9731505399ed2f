/*
 * A pasted block becomes cell by cell what typing it would be: changes and refusals, each in its place, so that the
 * teacher sees both before anything is saved. Nothing is dropped silently: what falls beyond the grid, a line whose
 * student is unknown, and a student named twice are refused too. A block that fits a whole number of times into a
 * larger selection is repeated over it, as spreadsheets do. A line may begin with its student: a student number, or
 * 'Last, First'; then the lines may come in any order.
 * Source: experience notes, keyboard first ("a preview of what will change and what was refused").
 * Example, rows Ada, Ben and columns Quiz (10), Essay (20), pasted at Ada's Quiz: '9⇥18↵11⇥EX' changes Ada's two cells
 * and Ben's Essay (EX), and refuses Ben's Quiz (11, at most 10).
 */
import { type Entry, type EntryColumn, type EntryRefusal, parseEntry, plainText } from '../rules.ts';
import { readClipboard } from './clipboard.ts';

/** A row of the grid as it is sorted and filtered on screen. */
export type PasteStudent = { id: number; studentNumber: string; lastName: string; firstName: string };

/** A column of the grid on screen. */
export type PasteColumn = EntryColumn & { assignmentId: number };

/** Where the block lands: the top left cell, and how much is selected (1 × 1: just that cell). */
export type PasteTarget = { row: number; column: number; rows: number; columns: number };

/** What one cell becomes; a refused entry stays in its cell, marked. */
export type PastedCell = { studentId: number; assignmentId: number; typed: string; entry: Entry };

/**
 * What has no cell to stand in. `line` counts the pasted lines from 1. `outside-grid` counts the pasted cells beyond
 * the last row or column.
 */
export type PasteRefusal =
  | { code: 'scores/outside-grid'; facts: { cells: number } }
  | { code: 'scores/unknown-student'; facts: { line: number; typed: string } }
  | { code: 'scores/ambiguous-student'; facts: { line: number; typed: string; students: number } }
  | { code: 'scores/student-twice'; facts: { line: number; typed: string } };

/** The whole effect of a paste: cells to change, cells refused, and what found no cell. */
export type Paste = {
  changes: PastedCell[];
  refused: (PastedCell & { entry: { kind: 'refused'; refusal: EntryRefusal } })[];
  unplaced: PasteRefusal[];
};

/**
 * Pastes at a place. Blank cells inside the block clear, as they do in a spreadsheet. `students` and `columns`
 * are the grid as shown; `target` counts in them from 0.
 */
export function pasteBlock(
  text: string,
  target: PasteTarget,
  grid: { students: readonly PasteStudent[]; columns: readonly PasteColumn[] },
): Paste {
  const cells: PastedCell[] = [];
  let outside = 0;
  for (const [down, line] of repeated(rectangular(readClipboard(text)), target).entries()) {
    const student = grid.students[target.row + down];
    for (const [across, typed] of line.entries()) {
      const column = grid.columns[target.column + across];
      if (student === undefined || column === undefined) outside += 1;
      else cells.push(pastedCell(student, column, typed));
    }
  }
  return sorted(cells, outside === 0 ? [] : [{ code: 'scores/outside-grid', facts: { cells: outside } }]);
}

/** Whether a block names its students: it has a second column, and most of its first cells name one of them. */
export function namesStudents(text: string, students: readonly PasteStudent[]): boolean {
  const lines = readClipboard(text);
  const named = lines.filter((line) => line.length > 1 && studentsNamed(line[0]!, students).length > 0);
  return named.length * 2 > lines.length;
}

/**
 * Pastes lines that begin with a student number or 'Last, First'; the scores after it go to `columns` from `column`
 * on (from 0). Blank cells leave what is there, since such a list may come from elsewhere. A student named by two
 * lines is refused on both; so is a name that two students have. Blank lines are passed over.
 */
export function pasteByStudent(
  text: string,
  column: number,
  grid: { students: readonly PasteStudent[]; columns: readonly PasteColumn[] },
): Paste {
  const lines = readClipboard(text)
    .map((cells, index) => ({ line: index + 1, typed: cells[0]!, scores: cells.slice(1) }))
    .filter(({ typed, scores }) => plainText(typed) !== '' || scores.some((score) => plainText(score) !== ''))
    .map((line) => ({ ...line, named: studentsNamed(line.typed, grid.students) }));
  const times = new Map<number, number>();
  for (const { named } of lines) {
    if (named.length === 1) times.set(named[0]!.id, (times.get(named[0]!.id) ?? 0) + 1);
  }

  const cells: PastedCell[] = [];
  const unplaced: PasteRefusal[] = [];
  let outside = 0;
  for (const { line, typed, scores, named } of lines) {
    const [student] = named;
    if (student === undefined) unplaced.push({ code: 'scores/unknown-student', facts: { line, typed } });
    else if (named.length > 1) {
      unplaced.push({ code: 'scores/ambiguous-student', facts: { line, typed, students: named.length } });
    } else if (times.get(student.id)! > 1) {
      unplaced.push({ code: 'scores/student-twice', facts: { line, typed } });
    } else {
      for (const [across, score] of scores.entries()) {
        if (plainText(score) === '') continue;
        const into = grid.columns[column + across];
        if (into === undefined) outside += 1;
        else cells.push(pastedCell(student, into, score));
      }
    }
  }
  if (outside > 0) unplaced.push({ code: 'scores/outside-grid', facts: { cells: outside } });
  return sorted(cells, unplaced);
}

/** The students a first cell may mean, by number or by 'Last, First' without regard to case and accents. */
function studentsNamed(typed: string, students: readonly PasteStudent[]): PasteStudent[] {
  const wanted = nameKey(typed);
  const byNumber = students.filter(({ studentNumber }) => nameKey(studentNumber) === wanted);
  if (wanted === '' || byNumber.length > 0) return byNumber;
  return students.filter(({ lastName, firstName }) => nameKey(`${lastName}, ${firstName}`) === wanted);
}

function nameKey(text: string): string {
  return plainText(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\s*,\s*/g, ',')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

function pastedCell(student: PasteStudent, column: PasteColumn, typed: string): PastedCell {
  return {
    studentId: student.id,
    assignmentId: column.assignmentId,
    typed,
    entry: parseEntry(typed, column),
  };
}

function sorted(cells: PastedCell[], unplaced: PasteRefusal[]): Paste {
  const isRefused = (cell: PastedCell): cell is Paste['refused'][number] => cell.entry.kind === 'refused';
  return { changes: cells.filter((cell) => !isRefused(cell)), refused: cells.filter(isRefused), unplaced };
}

/** Rows of one length: a spreadsheet's short rows end in blank cells. */
function rectangular(block: string[][]): string[][] {
  const width = Math.max(0, ...block.map((line) => line.length));
  return block.map((line) => [...line, ...Array<string>(width - line.length).fill('')]);
}

/** The block, repeated over the selection where it fits a whole number of times in both directions. */
function repeated(block: string[][], { rows, columns }: PasteTarget): string[][] {
  const height = block.length;
  const width = block[0]?.length ?? 0;
  if (height === 0 || rows % height !== 0 || columns % width !== 0) return block;
  return Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (_, across) => block[down % height]![across % width]!),
  );
}
