import { describe, expect, test } from 'vitest';
import {
  namesStudents,
  type Paste,
  type PasteTarget,
  pasteBlock,
  pasteByStudent,
} from '../../../../../src/sis/gradebook/scores/paste/rules.ts';

const ADA = 101;
const BEN = 102;
const ZOE = 103;
const QUIZ = 1;
const ESSAY = 2;

const column = { headroomPercent: '100', scale: null, marks: [{ id: 7, code: 'EX' }] };
const grid = {
  students: [
    { id: ADA, studentNumber: '50123', lastName: 'Lovelace', firstName: 'Ada' },
    { id: BEN, studentNumber: '50124', lastName: 'Okri', firstName: 'Ben' },
    { id: ZOE, studentNumber: '50125', lastName: 'Núñez', firstName: 'Zoë' },
  ],
  columns: [
    { ...column, assignmentId: QUIZ, points: '10' },
    { ...column, assignmentId: ESSAY, points: '20' },
  ],
};

const at = (row: number, across: number, rows = 1, columns = 1): PasteTarget => ({
  row,
  column: across,
  rows,
  columns,
});

/** What a paste does, in short: [student, assignment, points, mark or null for clear]. */
const effect = ({ changes }: Paste) =>
  changes.map(({ studentId, assignmentId, entry }) => [
    studentId,
    assignmentId,
    entry.kind === 'points' ? entry.points : entry.kind === 'mark' ? entry.code : null,
  ]);

const refusals = ({ refused }: Paste) =>
  refused.map(({ studentId, assignmentId, typed, entry }) => [
    studentId,
    assignmentId,
    typed,
    entry.refusal.code,
  ]);

describe('a block at a place', () => {
  test('changes cell by cell, and refuses in place', () => {
    const paste = pasteBlock('9\t18\n11\tEX', at(0, 0), grid);

    expect(effect(paste)).toEqual([
      [ADA, QUIZ, '9'],
      [ADA, ESSAY, '18'],
      [BEN, ESSAY, 'EX'],
    ]);
    expect(refusals(paste)).toEqual([[BEN, QUIZ, '11', 'scores/above-maximum']]);
    expect(paste.unplaced).toEqual([]);
  });

  test('is refused beyond the last row and column, and counted', () => {
    const paste = pasteBlock('1\t2\n3\t4', at(2, 1), grid);

    expect(effect(paste)).toEqual([[ZOE, ESSAY, '1']]);
    expect(paste.unplaced).toEqual([{ code: 'scores/outside-grid', facts: { cells: 3 } }]);
  });

  test('clears where it is blank, also in the short rows of a spreadsheet', () => {
    expect(effect(pasteBlock('1\t2\n3', at(0, 0), grid))).toEqual([
      [ADA, QUIZ, '1'],
      [ADA, ESSAY, '2'],
      [BEN, QUIZ, '3'],
      [BEN, ESSAY, null],
    ]);
  });

  test('of one cell fills a selection', () => {
    expect(effect(pasteBlock('EX', at(0, 0, 3, 1), grid))).toEqual([
      [ADA, QUIZ, 'EX'],
      [BEN, QUIZ, 'EX'],
      [ZOE, QUIZ, 'EX'],
    ]);
  });

  test('that does not fit a selection evenly is pasted once', () => {
    expect(effect(pasteBlock('1\n2', at(0, 0, 3, 1), grid))).toEqual([
      [ADA, QUIZ, '1'],
      [BEN, QUIZ, '2'],
    ]);
  });

  test('of nothing does nothing', () => {
    expect(pasteBlock('\n', at(0, 0, 3, 2), grid)).toEqual({ changes: [], refused: [], unplaced: [] });
  });
});

describe('lines that name their student', () => {
  test('go to that student, by number or by name without regard to case and accents', () => {
    const paste = pasteByStudent('"nunez,  zoe"\t7\n50123\t9\t19', 0, grid);

    expect(effect(paste)).toEqual([
      [ZOE, QUIZ, '7'],
      [ADA, QUIZ, '9'],
      [ADA, ESSAY, '19'],
    ]);
    expect(paste.unplaced).toEqual([]);
  });

  test('leave what is there where they are blank, and are passed over when they are all blank', () => {
    const paste = pasteByStudent('50123\t\t19\n\t\n50124\t8', 0, grid);

    expect(effect(paste)).toEqual([
      [ADA, ESSAY, '19'],
      [BEN, QUIZ, '8'],
    ]);
    expect(paste.unplaced).toEqual([]);
  });

  test('are refused when nobody has that name', () => {
    expect(pasteByStudent('Student\tQuiz\n50124\t8', 0, grid)).toMatchObject({
      changes: [{ studentId: BEN }],
      unplaced: [{ code: 'scores/unknown-student', facts: { line: 1, typed: 'Student' } }],
    });
  });

  test('are refused without a student', () => {
    expect(pasteByStudent('\t8', 0, grid).unplaced).toEqual([
      { code: 'scores/unknown-student', facts: { line: 1, typed: '' } },
    ]);
  });

  test('are both refused when they name the same student', () => {
    const paste = pasteByStudent('50124\t8\nOkri, Ben\t9', 0, grid);

    expect(paste.changes).toEqual([]);
    expect(paste.unplaced).toEqual([
      { code: 'scores/student-twice', facts: { line: 1, typed: '50124' } },
      { code: 'scores/student-twice', facts: { line: 2, typed: 'Okri, Ben' } },
    ]);
  });

  test('are refused when two students have that name', () => {
    const twins = [...grid.students, { ...grid.students[1]!, id: 104, studentNumber: '50126' }];

    expect(pasteByStudent('Okri, Ben\t8', 0, { ...grid, students: twins }).unplaced).toEqual([
      { code: 'scores/ambiguous-student', facts: { line: 1, typed: 'Okri, Ben', students: 2 } },
    ]);
  });

  test('go to the columns from the chosen one on, and are refused beyond the last', () => {
    const paste = pasteByStudent('50124\t8\t9', 1, grid);

    expect(effect(paste)).toEqual([[BEN, ESSAY, '8']]);
    expect(paste.unplaced).toEqual([{ code: 'scores/outside-grid', facts: { cells: 1 } }]);
  });

  test('refuse a score in its place', () => {
    expect(refusals(pasteByStudent('50124\tQ', 0, grid))).toEqual([[BEN, QUIZ, 'Q', 'scores/unknown-mark']]);
  });

  test.for([
    { name: 'with a head line over them', text: 'Student\tQuiz\n50123\t9\nOkri, Ben\t8', named: true },
    { name: 'not in a block of scores', text: '9\t8\n7\t6', named: false },
    { name: 'not in a single column', text: '50123\n50124', named: false },
    { name: 'not in nothing', text: '', named: false },
  ])('are recognized $name', ({ text, named }) => {
    expect(namesStudents(text, grid.students)).toBe(named);
  });
});
