import { expect, test } from 'vitest';
import {
  type Comparison,
  compareForPosting,
  type StudentGrades,
} from '../../../../../src/sis/gradebook/posting/comparison/rules.ts';

const B_88 = { percent: '88.00', letter: 'B' };
const B_89 = { percent: '89.50', letter: 'B' };
const A_90 = { percent: '90.00', letter: 'A', reason: 'Retake counted' };
const none: StudentGrades = { studentId: 1, average: null, column: null, override: null, posted: null };

const cases: { name: string; grades: Partial<StudentGrades>; expected: Partial<Comparison> }[] = [
  {
    name: 'an average that moved since the update is said, and nothing posts',
    grades: { average: B_89, column: B_88, posted: B_88 },
    expected: { next: B_88, source: 'column', change: 'same', columnBehind: true },
  },
  {
    name: 'after the update, posting changes the grade',
    grades: { average: B_89, column: B_89, posted: B_88 },
    expected: { next: B_89, source: 'column', change: 'changed', columnBehind: false },
  },
  {
    name: 'a first posting is new',
    grades: { average: B_88, column: B_88 },
    expected: { change: 'new' },
  },
  {
    name: 'an override is what posts, and differs from the average',
    grades: { average: B_88, column: B_88, override: A_90, posted: B_88 },
    expected: {
      next: { percent: '90.00', letter: 'A' },
      source: 'override',
      change: 'changed',
      overrideDiffers: true,
    },
  },
  {
    name: 'an override that says what the average says does not differ',
    grades: { average: B_88, column: B_88, override: { ...B_88, reason: 'Agreed' } },
    expected: { source: 'override', overrideDiffers: false },
  },
  {
    name: 'an override of a letter alone is compared by its letter',
    grades: { average: B_88, column: B_88, override: { percent: null, letter: 'B', reason: 'Agreed' } },
    expected: { next: { percent: null, letter: 'B' }, overrideDiffers: false },
  },
  {
    name: 'the same percent written otherwise is the same',
    grades: {
      average: { percent: '88', letter: 'B' },
      column: B_88,
      posted: { percent: '88.0', letter: 'B' },
    },
    expected: { change: 'same', columnBehind: false },
  },
  {
    name: 'no grade is missing, and the office keeps what it has',
    grades: { posted: B_88 },
    expected: { next: null, source: 'none', change: 'missing', columnBehind: false },
  },
];

test.for(cases)('$name', ({ grades, expected }) => {
  expect(compareForPosting([{ ...none, ...grades }])[0]).toMatchObject(expected);
});
