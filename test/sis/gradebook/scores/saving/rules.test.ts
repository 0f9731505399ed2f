import { describe, expect, test } from 'vitest';
import {
  BLANK_CELL,
  type CellPlace,
  decideCell,
  type SentCell,
} from '../../../../../src/sis/gradebook/scores/saving/rules.ts';
import type { ScoreCell } from '../../../../../src/sis/gradebook/types.ts';

const place: CellPlace = {
  section: 'BIO1-01',
  assignment: { name: 'Cells', graded: true },
  column: { points: '10', headroomPercent: '110', scale: null, marks: [{ id: 5, code: 'EX' }] },
  enrolled: true,
};
const nine: ScoreCell = { ...BLANK_CELL, entry: '9', points: '9', version: 3 };

function sent(differing: Partial<SentCell>): SentCell {
  return { assignmentId: 1, studentId: 101, version: 3, ...differing };
}

describe('a good cell', () => {
  test('is written over the version that was read', () => {
    expect(decideCell(sent({ entry: '8.50' }), nine, place)).toEqual({
      kind: 'written',
      cell: { ...nine, entry: '8.5', points: '8.5', version: 4 },
      changes: [{ field: 'score', from: '9', to: '8.5' }],
    });
  });

  test('a mark takes the place of points, and the history says both as typed', () => {
    const decision = decideCell(sent({ entry: 'ex' }), nine, place);
    expect(decision).toMatchObject({
      cell: { entry: 'EX', points: null, markId: 5 },
      changes: [{ field: 'score', from: '9', to: 'EX' }],
    });
  });

  test('what was not sent stays', () => {
    const decision = decideCell(sent({ late: true, comment: '  by a day ' }), nine, place);
    expect(decision).toMatchObject({
      cell: { points: '9', late: true, missing: false, comment: 'by a day' },
      changes: [
        { field: 'late', from: 'false', to: 'true' },
        { field: 'comment', from: null, to: 'by a day' },
      ],
    });
  });

  test('a blank clears, and a blank comment is none', () => {
    const before = { ...nine, comment: 'late' };
    const decision = decideCell(sent({ entry: ' ', comment: '' }), before, place);
    expect(decision).toMatchObject({ cell: { entry: '', points: null, comment: null } });
  });

  test('the first score is written over version 0', () => {
    const decision = decideCell(sent({ entry: '7', version: 0 }), BLANK_CELL, place);
    expect(decision).toMatchObject({
      cell: { points: '7', version: 1 },
      changes: [{ field: 'score', from: null, to: '7' }],
    });
  });
});

describe('a cell that was typed over an older version', () => {
  test('is in conflict when another value stands there', () => {
    expect(decideCell(sent({ entry: '8', version: 2 }), nine, place)).toEqual({ kind: 'conflict' });
  });

  test('stands when that very value stands there: a resend is no conflict', () => {
    expect(decideCell(sent({ entry: '90%', version: 2 }), nine, place)).toEqual({ kind: 'stands' });
  });
});

describe('a cell that cannot be saved', () => {
  test.for([
    ['a score above the headroom', { entry: '11.5' }, {}, 'scores/above-maximum'],
    ['an unknown mark', { entry: 'Q' }, {}, 'scores/unknown-mark'],
    ['an assignment of elsewhere', { entry: '9' }, { assignment: undefined }, 'scores/no-assignment'],
    [
      'work without a column',
      { entry: '9' },
      { assignment: { name: 'Read', graded: false } },
      'scores/not-graded',
    ],
    ['a student of elsewhere', { entry: '9' }, { enrolled: false }, 'scores/not-enrolled'],
  ] as const)('%s is refused', ([, cell, where, code]) => {
    const decision = decideCell(sent(cell), BLANK_CELL, { ...place, ...where });
    expect(decision).toMatchObject({ kind: 'refused', refusal: { code } });
  });
});
