import { expect, test } from 'vitest';
import { openGradebook } from '../../../../src/sis/gradebook/book/queries.ts';
import { createMark, deleteMark, updateMark } from '../../../../src/sis/gradebook/marks/service.ts';
import { saveScores } from '../../../../src/sis/gradebook/scores/service.ts';
import { acting, eventsOf } from '../../../support/attendance.ts';
import { cast } from '../../../support/cast.ts';
import { inBothSpaces } from '../../../support/spaces.ts';

const biology = { sectionId: cast.sections.biology };
const late = { ...biology, code: 'LT', name: 'Late', behavior: 'fixed-percent', percent: '75' } as const;

inBothSpaces('special marks', (space) => {
  test('a new one stands in the book', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      const { markId } = await createMark(ctx, late);

      expect((await openGradebook(ctx, biology)).marks).toContainEqual({
        id: markId,
        code: 'LT',
        name: 'Late',
        behavior: 'fixed-percent',
        percent: '75',
      });
      expect(await eventsOf(ctx)).toEqual(['special-mark.created']);
    }));

  test.for([
    ['the code of another', { code: 'ex' }, 'scores/mark-taken'],
    ['a letter of the scale', { code: 'b' }, 'scores/mark-is-a-letter'],
    ['what reads as a score', { code: '5' }, 'scores/mark-reads-as-a-number'],
    ['a fixed percent without one', { percent: null }, 'gradebook/percent-not-fitting'],
    ['a percent that nothing reads', { behavior: 'exempt' as const }, 'gradebook/percent-not-fitting'],
  ] as const)('%s is refused', ([, differing, code]) =>
    acting(space, async (as) => {
      await expect(createMark(as('okafor'), { ...late, ...differing })).rejects.toMatchObject({ code });
    }),
  );

  test('one is changed; a percent goes when nothing reads it any more', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      const half = { ...biology, markId: cast.specialMarks.half };
      await updateMark(ctx, { ...half, code: 'HF', behavior: 'zero' });

      expect((await openGradebook(ctx, biology)).marks).toContainEqual({
        id: cast.specialMarks.half,
        code: 'HF',
        name: 'Half',
        behavior: 'zero',
        percent: null,
      });
      expect(await eventsOf(ctx)).toEqual(['special-mark.changed']);
      await expect(updateMark(ctx, { ...half, code: 'EX' })).rejects.toMatchObject({
        code: 'scores/mark-taken',
      });
    }));

  test('one that stands in a cell is kept, another goes', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      const cell = { assignmentId: cast.assignments.hw1, studentId: cast.students.diego, version: 0 };
      await saveScores(ctx, { ...biology, cells: [{ ...cell, entry: 'M' }] });

      const missing = { ...biology, markId: cast.specialMarks.missing };
      await expect(deleteMark(ctx, missing)).rejects.toMatchObject({
        code: 'gradebook/mark-in-use',
        facts: { mark: 'M', scores: 1 },
      });
      await deleteMark(ctx, { ...biology, markId: cast.specialMarks.seen });
      expect((await openGradebook(ctx, biology)).marks.map(({ code }) => code)).toEqual([
        'EX',
        'FP',
        'HF',
        'M',
      ]);
      expect(await eventsOf(ctx)).toEqual(['scores.saved', 'special-mark.deleted']);
    }));

  test('one of another book is not there', () =>
    acting(space, async (as) => {
      const exempt = { sectionId: cast.sections.english, markId: cast.specialMarks.exempt };
      const notThere = { code: 'shared/not-found' };
      await expect(updateMark(as('lindqvist'), { ...exempt, name: 'X' })).rejects.toMatchObject(notThere);
      await expect(deleteMark(as('lindqvist'), exempt)).rejects.toMatchObject(notThere);
    }));

  test.for(['lindqvist', 'whitfield', 'amara'] as const)('are not changed by %s', (who) =>
    acting(space, async (as) => {
      const refused = { code: 'identity/not-allowed' };
      const exempt = { ...biology, markId: cast.specialMarks.exempt };
      await expect(createMark(as(who), late)).rejects.toMatchObject(refused);
      await expect(updateMark(as(who), exempt)).rejects.toMatchObject(refused);
      await expect(deleteMark(as(who), exempt)).rejects.toMatchObject(refused);
    }),
  );
});
