/*
 * What updating the post columns and posting them would change, so that a teacher sees it before doing it. What is
 * posted is the override where there is one, else the column; the column is the average of its last update, so it
 * can be behind the average of now. A student without a grade is left as the office has her.
 * Source: Aspen help, "Update post columns" then "Post grades"; domain notes 2.2.
 * Example: average 89.50 B, column 88.00 B, posted 88.00 B: nothing to post, but the column is behind. After the
 * update, posting changes 88.00 to 89.50.
 */
import Fraction from 'fraction.js';
import type { Grade, Override } from '../rules.ts';

/**
 * A student's grades for one marking period: the average now, the post column as last updated from it, the
 * teacher's override of the column, and what the office has.
 */
export type StudentGrades = {
  studentId: number;
  average: Grade | null;
  column: Grade | null;
  override: Override | null;
  posted: Grade | null;
};

/**
 * What posting would do. 'new': nothing was posted; 'changed' and 'same': against what was; 'missing': there is no
 * grade to post; posting leaves what the office has.
 */
export type PostingChange = 'new' | 'changed' | 'same' | 'missing';

/**
 * One student compared. `next`: the grade that would be posted, and `source` where it comes from. `columnBehind`:
 * the average has moved since the column was updated. `overrideDiffers`: the override is another grade than the
 * average.
 */
export type Comparison = {
  studentId: number;
  next: Grade | null;
  source: 'column' | 'override' | 'none';
  change: PostingChange;
  columnBehind: boolean;
  overrideDiffers: boolean;
};

/** What updating and posting would change, student by student, in the order given. */
export function compareForPosting(students: readonly StudentGrades[]): Comparison[] {
  return students.map(({ studentId, average, column, override, posted }) => {
    const next: Grade | null =
      override === null ? column : { percent: override.percent, letter: override.letter };
    return {
      studentId,
      next,
      source: override !== null ? 'override' : column !== null ? 'column' : 'none',
      change:
        next === null ? 'missing' : posted === null ? 'new' : sameGrade(next, posted) ? 'same' : 'changed',
      columnBehind: !sameGrade(average, column),
      overrideDiffers: override !== null && !agrees(override, average),
    };
  });
}

/** Whether two grades are the same: percents by value ('89.50' is '89.5'), letters by text. */
export function sameGrade(a: Grade | null, b: Grade | null): boolean {
  if (a === null || b === null) return a === b;
  return a.letter === b.letter && samePercent(a.percent, b.percent);
}

/** Whether an override says nothing new; one of a letter alone is compared by its letter. */
function agrees(override: Override, average: Grade | null): boolean {
  if (override.percent === null) return override.letter === (average?.letter ?? null);
  return sameGrade(override, average);
}

function samePercent(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  return new Fraction(a).equals(b);
}
