import { describe, expect, test } from 'vitest';
import { explainAverage, planAverages } from '../../../../src/sis/gradebook/averages/rules.ts';
import {
  averageSetup,
  currentTerm,
  entryColumn,
  entryText,
  scoresByStudent,
  termIdsWithin,
} from '../../../../src/sis/gradebook/book/rules.ts';
import type {
  Book,
  BookAssignment,
  BookCategory,
  BookMark,
  BookTerm,
} from '../../../../src/sis/gradebook/types.ts';

const terms: BookTerm[] = [
  term(11, null, 'semester', '2025-08-25', '2025-10-03'),
  term(21, 11, 'quarter', '2025-08-25', '2025-09-12'),
  term(22, 11, 'quarter', '2025-09-15', '2025-10-03'),
  term(23, 12, 'quarter', '2025-10-06', '2025-10-24'),
];

describe('the terms of a book', () => {
  test('a semester takes its marking periods along, a marking period itself alone', () => {
    expect(termIdsWithin(terms, 11)).toEqual([11, 21, 22]);
    expect(termIdsWithin(terms, 22)).toEqual([22]);
  });

  test.for([
    ['2025-09-24', 22],
    ['2025-09-14', 21],
    ['2025-08-01', 21],
    ['2026-01-01', 23],
  ] as const)('on %s the marking period is %i', ([day, id]) => {
    expect(currentTerm(terms, day)?.id).toBe(id);
  });

  test('a book without marking periods has none of today', () => {
    expect(currentTerm([], '2025-09-24')).toBeNull();
  });
});

describe('what averages are computed from', () => {
  const homework: BookCategory = {
    ...category(1, '25'),
    termWeights: [{ termId: 22, weight: '40' }],
  };
  const book: Pick<Book, 'settings' | 'scale' | 'terms' | 'categories' | 'assignments'> = {
    settings: {
      id: 1,
      nickname: 'Biology',
      averageMode: 'total-points',
      weightsAre: 'ratio',
      dropPolicy: 'lowest-percentage',
      version: 1,
    },
    scale: { id: 1, name: 'Standard', maxPercent: '110', steps: [{ letter: 'P', minPercent: '0' }] },
    terms,
    categories: [homework],
    assignments: [
      assignment(1, { termId: 21 }),
      assignment(2, { termId: 22 }),
      assignment(3, { graded: false }),
    ],
  };

  test('a category weighs what was set for the very term, else as usual', () => {
    expect(averageSetup(book, 22).categories[0]?.weight).toBe('40');
    expect(averageSetup(book, 21).categories[0]?.weight).toBe('25');
    expect(averageSetup(book, 11).categories[0]?.weight).toBe('25');
  });

  test('work that is not graded is left out', () => {
    expect(averageSetup(book, null).assignments.map(({ id }) => id)).toEqual([1, 2]);
  });

  test('the average of a term takes its work alone, that of the year everything', () => {
    const tuples = [
      [1, 101, '10', null, 0, null, 1],
      [2, 101, '5', null, 0, null, 1],
    ] as const;
    const scores = scoresByStudent(
      tuples.map((tuple) => [...tuple]),
      [],
    ).get(101)!;
    const averageOf = (termId: number | null) =>
      explainAverage(planAverages(averageSetup(book, termId)), scores, {
        reader: 'teacher',
        unscored: 'left-out',
      }).rounded;

    expect(averageOf(22)).toBe('50.00');
    expect(averageOf(11)).toBe('75.00');
    expect(averageOf(null)).toBe('75.00');
  });
});

describe('cells', () => {
  const exempt: BookMark = { id: 5, code: 'EX', name: 'Exempt', behavior: 'exempt', percent: null };

  test('a mark in a cell becomes what it does to the average', () => {
    const scores = scoresByStudent([[1, 101, null, 5, 0, null, 2]], [exempt]);
    expect(scores.get(101)).toEqual([
      { assignmentId: 1, points: null, mark: { behavior: 'exempt', percent: null } },
    ]);
  });

  test('what one types to get a cell is its mark, its points or nothing', () => {
    expect(entryText({ points: null, markId: 5 }, [exempt])).toBe('EX');
    expect(entryText({ points: '8.5', markId: null }, [exempt])).toBe('8.5');
    expect(entryText({ points: null, markId: null }, [exempt])).toBe('');
  });

  test("the scale's headroom holds for single scores", () => {
    const column = entryColumn({ scale: { steps: [], maxPercent: '110' }, marks: [] }, { points: '10' });
    expect(column).toMatchObject({ points: '10', headroomPercent: '110' });
  });
});

function term(
  id: number,
  parentId: number | null,
  kind: BookTerm['kind'],
  startsOn: string,
  endsOn: string,
): BookTerm {
  return { id, parentId, kind, code: `T${id}`, name: `Term ${id}`, startsOn, endsOn };
}

function category(id: number, weight: string): BookCategory {
  const plain = { code: `K${id}`, name: `Kind ${id}`, defaultPoints: '10', dropLowest: 0, dropHighest: 0 };
  return { id, weight, version: 1, termWeights: [], ...plain };
}

function assignment(id: number, differing: Partial<BookAssignment>): BookAssignment {
  return {
    id,
    categoryId: 1,
    termId: 22,
    name: `Work ${id}`,
    columnName: `W${id}`,
    description: null,
    assignedOn: '2025-09-15',
    dueOn: '2025-09-16',
    points: '10',
    weight: '1',
    extraCredit: false,
    neverDrop: false,
    graded: true,
    visibility: 'public',
    version: 1,
    ...differing,
  };
}
