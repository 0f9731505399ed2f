import { describe, expect, test, vi } from 'vitest';
import type { BookAssignment, BookTerm, SetupView } from '../../../../src/sis/gradebook/types.ts';

vi.stubGlobal('document', { documentElement: { lang: 'en' } });
const assignment = await import('../../../../dashboards/teacher/setup/assignment-draft.ts');
const category = await import('../../../../dashboards/teacher/setup/category-draft.ts');
const mark = await import('../../../../dashboards/teacher/setup/mark-draft.ts');
const weights = await import('../../../../dashboards/teacher/setup/term-weights-draft.ts');
const { byPeriod } = await import('../../../../dashboards/teacher/setup/periods.ts');

const quarter = (id: number, startsOn: string, endsOn: string): BookTerm => ({
  id,
  parentId: 1,
  kind: 'quarter',
  code: `Q${id}`,
  name: `Q${id}`,
  startsOn,
  endsOn,
});
const terms = [quarter(12, '2025-11-03', '2026-01-16'), quarter(11, '2025-08-25', '2025-10-31')];
const saved: BookAssignment = {
  id: 5,
  categoryId: 3,
  termId: 11,
  name: 'Quiz 1',
  columnName: 'Quiz 1',
  description: null,
  assignedOn: '2025-09-01',
  dueOn: '2025-09-05',
  points: '20',
  weight: '1',
  extraCredit: false,
  neverDrop: false,
  graded: true,
  visibility: 'public',
  version: 4,
};

describe('an assignment', () => {
  const draft = assignment.draftOfAssignment(saved);

  test('as it is saved has nothing to correct', () => {
    expect(assignment.checkAssignment(draft, terms)).toEqual({});
  });

  test('says at each field what is missing or wrong', () => {
    const wrong = { ...draft, name: '', points: '10.555', weight: '-1', dueOn: '2025-08-30' };
    const errors = assignment.checkAssignment(wrong, terms);
    expect(Object.keys(errors).sort()).toEqual(['dueOn', 'name', 'points', 'weight']);
    expect(errors.dueOn).toContain('Mon, Sep 1');
  });

  test('due in no marking period needs one to be named', () => {
    const between = { ...draft, dueOn: '2025-11-01' };
    expect(assignment.checkAssignment({ ...between, termId: '' }, terms)).toHaveProperty('dueOn');
    expect(assignment.checkAssignment({ ...between, termId: '11' }, terms)).toEqual({});
  });

  test('is made in the period of its due date unless one is chosen', () => {
    expect(assignment.newAssignment({ ...draft, termId: '' })).not.toHaveProperty('termId');
    expect(assignment.newAssignment(draft)).toMatchObject({ termId: 11, categoryId: 3, description: null });
  });

  test('sends only what changed, with the version', () => {
    expect(assignment.assignmentChanges({ points: '25', description: '' }, 4)).toEqual({
      version: 4,
      points: '25',
      description: null,
    });
  });

  test('gets a column name from the words of its name that fit', () => {
    expect(assignment.suggestColumnName('Unit 3 Linear functions')).toBe('Unit 3');
    expect(assignment.suggestColumnName('  Photosynthesis report')).toBe('Photosynthes');
    expect(assignment.suggestColumnName('')).toBe('');
  });
});

test('assignments stand by period in the order of the year, and by due date', () => {
  const row = (id: number, termId: number, dueOn: string) => ({ ...saved, id, termId, dueOn, scoreCount: 0 });
  const assignments = [
    row(1, 12, '2025-11-10'),
    row(2, 11, '2025-09-20'),
    row(4, 11, '2025-09-05'),
    row(3, 11, '2025-09-05'),
  ];
  expect(
    byPeriod({ terms, assignments }).map(({ term, rows }) => [term.id, rows.map(({ id }) => id)]),
  ).toEqual([
    [11, [3, 4, 2]],
    [12, [1]],
  ]);
});

test('a category drops whole numbers of scores', () => {
  const draft = { ...category.NEW_CATEGORY, code: 'HW', name: 'Homework', weight: '25', dropLowest: '1.5' };
  expect(category.checkCategory(draft)).toEqual({ dropLowest: 'Enter a whole number from 0 to 99.' });
  expect(category.checkCategory({ ...draft, dropLowest: '1' })).toEqual({});
  expect(category.categoryChanges({ dropLowest: '2', weight: '30' }, 7)).toEqual({
    version: 7,
    dropLowest: 2,
    weight: '30',
  });
});

describe('a special mark', () => {
  const view = {
    marks: [{ id: 1, code: 'EX', name: 'Exempt', behavior: 'exempt', percent: null, scoreCount: 0 }],
    scale: { id: 1, name: 'Standard', maxPercent: null, steps: [{ letter: 'A', minPercent: '90' }] },
  } satisfies Pick<SetupView, 'marks' | 'scale'>;
  const draft = { code: 'M', name: 'Missing', behavior: 'zero', percent: '' };

  test.each(['', 'ex', 'a', '5', '1/2'])('can not be called "%s"', (code) => {
    expect(mark.checkMark({ ...draft, code }, view, null)).toHaveProperty('code');
  });

  test('may keep its own code', () => {
    expect(mark.checkMark({ ...draft, code: 'EX' }, view, 1)).toEqual({});
  });

  test('worth a fixed percent needs one, and others send none', () => {
    const half = { ...draft, behavior: 'fixed-percent' };
    expect(mark.checkMark(half, view, null)).toHaveProperty('percent');
    expect(mark.newMark({ ...half, percent: '50' })).toMatchObject({ percent: '50' });
    expect(mark.newMark({ ...draft, percent: '50' })).toMatchObject({ percent: null });
    expect(mark.markChanges({ ...draft, percent: '50' }, { behavior: 'zero' })).toEqual({
      behavior: 'zero',
      percent: null,
    });
  });
});

describe('weights by term', () => {
  const book = {
    categories: [
      { id: 3, weight: '25', termWeights: [{ termId: 11, weight: '40' }] },
      { id: 4, weight: '75', termWeights: [] },
    ],
    terms,
  };
  const draft = weights.draftOfTermWeights(book);

  test('are empty where the usual weight holds', () => {
    expect(draft).toEqual({ '3.11': '40', '3.12': '', '4.11': '', '4.12': '' });
    expect(weights.weightsInTerm(book, draft, 11)).toEqual([
      { categoryId: 3, weight: '40' },
      { categoryId: 4, weight: '75' },
    ]);
  });

  test('are sent for each term in which something changed; empty is the usual one again', () => {
    expect(weights.termWeightChanges({ '3.11': '', '3.12': '30', '4.12': '70' })).toEqual([
      { termId: 11, weights: [{ categoryId: 3, weight: null }] },
      {
        termId: 12,
        weights: [
          { categoryId: 3, weight: '30' },
          { categoryId: 4, weight: '70' },
        ],
      },
    ]);
  });

  test('may be empty but no other text', () => {
    expect(Object.keys(weights.checkTermWeights({ '3.11': '', '3.12': 'x', '4.11': '12.5' }))).toEqual([
      '3.12',
    ]);
  });
});
