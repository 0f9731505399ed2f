import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import {
  createAssignment,
  deleteAssignment,
  updateAssignment,
} from '../../../../src/sis/gradebook/assignments/service.ts';
import { openGradebook } from '../../../../src/sis/gradebook/book/queries.ts';
import { scoreChanges, scores } from '../../../../src/sis/gradebook/schema.ts';
import { saveScores } from '../../../../src/sis/gradebook/scores/service.ts';
import { openSetup } from '../../../../src/sis/gradebook/setup/queries.ts';
import { acting, eventsOf } from '../../../support/attendance.ts';
import { cast } from '../../../support/cast.ts';
import { inBothSpaces } from '../../../support/spaces.ts';

const { assignments: a, categories: k, terms } = cast;
const biology = { sectionId: cast.sections.biology };
const lab = {
  ...biology,
  categoryId: k.tests,
  name: 'Onion cells',
  columnName: 'LAB1',
  description: null,
  assignedOn: '2025-09-22',
  dueOn: '2025-09-18',
  weight: '1',
  extraCredit: false,
  neverDrop: false,
  graded: true,
  visibility: 'public',
} as const;
const inOrder = { ...lab, dueOn: '2025-09-25' };

inBothSpaces('a new assignment', (space) => {
  test('counts in the term it is due in, out of the usual points of its category', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      const { assignmentId, termId } = await createAssignment(ctx, inOrder);

      expect(termId).toBe(terms.q2);
      const { assignments } = await openGradebook(ctx, biology);
      expect(assignments.at(-1)).toMatchObject({ id: assignmentId, columnName: 'LAB1', points: '100' });
      expect(await eventsOf(ctx)).toEqual(['assignment.created']);
    }));

  test('may count in another term, and out of other points', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      await createAssignment(ctx, { ...inOrder, termId: terms.q1, points: '12.5' });

      const { assignments } = await openGradebook(ctx, { ...biology, termId: terms.q1 });
      expect(assignments).toMatchObject([{ termId: terms.q1, points: '12.5' }]);
    }));

  test.for([
    ['due before it is assigned', lab, 'gradebook/due-before-assigned'],
    ['due after the year', { ...inOrder, dueOn: '2026-02-02' }, 'gradebook/due-outside-terms'],
    ['under the column name of another', { ...inOrder, columnName: 'HW1' }, 'gradebook/column-name-taken'],
    ['in a category of another book', { ...inOrder, categoryId: k.essays }, 'shared/not-found'],
    ['in a semester instead of a marking period', { ...inOrder, termId: terms.s1 }, 'shared/not-found'],
  ] as const)('%s is refused', ([, input, code]) =>
    acting(space, async (as) => {
      await expect(createAssignment(as('okafor'), input)).rejects.toMatchObject({ code });
    }),
  );

  test('may have the column name of one in another term', () =>
    acting(space, async (as) => {
      const again = { ...inOrder, columnName: 'HW1', termId: terms.q1 };
      await expect(createAssignment(as('okafor'), again)).resolves.toBeDefined();
    }));
});

inBothSpaces('an assignment', (space) => {
  const hw1 = { ...biology, assignmentId: a.hw1, version: 1 };

  test('changes for what is given, and takes its place by the new due date', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      const changed = await updateAssignment(ctx, { ...hw1, dueOn: '2025-09-30', visibility: 'private' });

      expect(changed).toEqual({ version: 2 });
      const { assignments } = await openGradebook(ctx, biology);
      expect(assignments.at(-1)).toMatchObject({
        id: a.hw1,
        termId: terms.q2,
        dueOn: '2025-09-30',
        visibility: 'private',
        points: '10',
        version: 2,
      });
      expect(await eventsOf(ctx)).toEqual(['assignment.changed']);
      await expect(updateAssignment(ctx, hw1)).rejects.toMatchObject({ code: 'shared/stale-edit' });
    }));

  test('keeps its own column name, and does not take that of another', () =>
    acting(space, async (as) => {
      await expect(updateAssignment(as('okafor'), { ...hw1, columnName: 'HW1' })).resolves.toBeDefined();
      const other = { ...hw1, assignmentId: a.hw2, columnName: 'HW1' };
      await expect(updateAssignment(as('okafor'), other)).rejects.toMatchObject({
        code: 'gradebook/column-name-taken',
        facts: { columnName: 'HW1', term: 'Quarter 2' },
      });
    }));

  test('with scores stays graded, one without may become ungraded', () =>
    acting(space, async (as) => {
      await expect(updateAssignment(as('okafor'), { ...hw1, graded: false })).rejects.toMatchObject({
        code: 'gradebook/assignment-has-scores',
        facts: { scores: 3 },
      });
      const essay = { sectionId: cast.sections.english, assignmentId: a.essay1, version: 1, graded: false };
      await expect(updateAssignment(as('lindqvist'), essay)).resolves.toEqual({ version: 2 });
    }));

  test('is deleted with its scores and their history only when that was said', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      const cell = { assignmentId: a.hw1, studentId: cast.students.amara, version: 1, entry: '8' };
      await saveScores(ctx, { ...biology, cells: [cell] });
      const which = { ...biology, assignmentId: a.hw1 };
      await expect(deleteAssignment(ctx, { ...which, andScores: false })).rejects.toMatchObject({
        code: 'gradebook/assignment-has-scores',
        facts: { assignment: 'Assignment HW1', scores: 3 },
      });

      expect(await deleteAssignment(ctx, { ...which, andScores: true })).toEqual({ scores: 3 });
      expect((await openGradebook(ctx, biology)).assignments.map(({ id }) => id)).not.toContain(a.hw1);
      expect(await ctx.tx.select().from(scores).where(eq(scores.assignment_id, a.hw1))).toEqual([]);
      expect(await ctx.tx.select().from(scoreChanges).where(eq(scoreChanges.assignment_id, a.hw1))).toEqual(
        [],
      );
      expect(await eventsOf(ctx)).toEqual(['scores.saved', 'assignment.deleted']);
    }));

  test('without scores is simply deleted', () =>
    acting(space, async (as) => {
      const essay = { sectionId: cast.sections.english, assignmentId: a.essay1, andScores: false };
      expect(await deleteAssignment(as('lindqvist'), essay)).toEqual({ scores: 0 });
    }));

  test('of another book is not there', () =>
    acting(space, async (as) => {
      const essay = { ...biology, assignmentId: a.essay1 };
      const notThere = { code: 'shared/not-found' };
      await expect(updateAssignment(as('okafor'), { ...essay, version: 1 })).rejects.toMatchObject(notThere);
      await expect(deleteAssignment(as('okafor'), { ...essay, andScores: true })).rejects.toMatchObject(
        notThere,
      );
    }));

  test('is shown in the setup with what hangs on it', () =>
    acting(space, async (as) => {
      const view = await openSetup(as('okafor'), biology);
      expect(view.assignments.find(({ id }) => id === a.test3)).toMatchObject({ scoreCount: 2 });
      expect(view.categories.find(({ id }) => id === k.homework)).toMatchObject({ assignmentCount: 4 });
      expect(view.marks.find(({ code }) => code === 'EX')).toMatchObject({ scoreCount: 0 });
      expect(view.scales.map(({ name }) => name)).toEqual(['Standard']);
    }));

  test.for(['lindqvist', 'whitfield', 'amara'] as const)('is not changed by %s', (who) =>
    acting(space, async (as) => {
      const refused = { code: 'identity/not-allowed' };
      await expect(createAssignment(as(who), inOrder)).rejects.toMatchObject(refused);
      await expect(updateAssignment(as(who), hw1)).rejects.toMatchObject(refused);
      await expect(deleteAssignment(as(who), { ...hw1, andScores: true })).rejects.toMatchObject(refused);
    }),
  );
});
