/*
 * From a section's book to what its averages are computed from. The average of a marking period takes that
 * period's assignments; of a semester, those of its marking periods. A category weighs in a term what was set for
 * that very term, else its usual weight. Averages are shown with two decimals.
 * Source: domain notes 2.2 (weights adjusted per term), 5.6 (terms).
 * Example: homework weighs 25, in Q2 40: Q2's average takes 40, Q1's and the semester's take 25.
 */
import type { AverageSetup, Score } from '../averages/types.ts';
import type { EntryColumn } from '../scores/rules.ts';
import type { Book, BookMark, BookScale, BookTerm, ScoreTuple } from '../types.ts';

/** Places of an average as it is shown and posted. */
export const AVERAGE_DECIMALS = 2;

/** The terms whose assignments count in a term: itself, and the marking periods inside it. */
export function termIdsWithin(terms: readonly BookTerm[], termId: number): number[] {
  return terms.filter(({ id, parentId }) => id === termId || parentId === termId).map(({ id }) => id);
}

/** The marking period a day is in; between or after them the last one begun, before all of them the first. */
export function currentTerm(terms: readonly BookTerm[], day: string): BookTerm | null {
  const quarters = terms
    .filter(({ kind }) => kind === 'quarter')
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  return quarters.findLast(({ startsOn }) => startsOn <= day) ?? quarters[0] ?? null;
}

/** What the averages of one term are computed from; of the whole year when `termId` is null. */
export function averageSetup(
  book: Pick<Book, 'settings' | 'scale' | 'terms' | 'categories' | 'assignments'>,
  termId: number | null,
): AverageSetup {
  const { averageMode, weightsAre, dropPolicy } = book.settings;
  const { steps, maxPercent } = book.scale;
  return {
    settings: {
      averageMode,
      weightsAre,
      dropPolicy,
      decimals: AVERAGE_DECIMALS,
      scale: { steps, maxPercent },
    },
    categories: book.categories.map(({ id, weight, termWeights, dropLowest, dropHighest }) => ({
      id,
      weight: termWeights.find((set) => set.termId === termId)?.weight ?? weight,
      dropLowest,
      dropHighest,
    })),
    assignments: book.assignments
      .filter(({ graded }) => graded)
      .map(({ id, categoryId, points, weight, extraCredit, neverDrop, visibility, dueOn, termId: of }) => ({
        id,
        categoryId,
        points,
        weight,
        extraCredit,
        neverDrop,
        visibility,
        dueOn,
        termId: of,
      })),
    termIds: termId === null ? null : termIdsWithin(book.terms, termId),
  };
}

/** Every student's scores, in the form that averages take. */
export function scoresByStudent(
  tuples: readonly ScoreTuple[],
  marks: readonly BookMark[],
): Map<number, Score[]> {
  const markById = new Map(marks.map((mark) => [mark.id, mark]));
  const byStudent = new Map<number, Score[]>();
  for (const [assignmentId, studentId, points, markId] of tuples) {
    const scores = byStudent.get(studentId) ?? [];
    const mark = markId === null ? undefined : markById.get(markId);
    scores.push({
      assignmentId,
      points,
      mark: mark ? { behavior: mark.behavior, percent: mark.percent } : null,
    });
    byStudent.set(studentId, scores);
  }
  return byStudent;
}

/** A column as typed scores are read in it; the scale's headroom holds for single scores as for averages. */
export function entryColumn(
  book: { scale: Pick<BookScale, 'steps' | 'maxPercent'>; marks: readonly Pick<BookMark, 'id' | 'code'>[] },
  assignment: { points: string },
): EntryColumn {
  const { steps, maxPercent } = book.scale;
  return {
    points: assignment.points,
    headroomPercent: maxPercent,
    scale: { steps, maxPercent },
    marks: book.marks,
  };
}

/** What one types to get a cell: its mark's code, its points, or nothing when it is blank. */
export function entryText(
  cell: { points: string | null; markId: number | null },
  marks: readonly Pick<BookMark, 'id' | 'code'>[],
): string {
  if (cell.markId !== null) return marks.find(({ id }) => id === cell.markId)?.code ?? '';
  return cell.points ?? '';
}
