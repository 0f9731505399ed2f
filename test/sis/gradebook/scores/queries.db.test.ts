import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { updateAssignment } from '../../../../src/sis/gradebook/assignments/service.ts';
import { postingWindows } from '../../../../src/sis/gradebook/schema.ts';
import { listMissing, listScoreChanges } from '../../../../src/sis/gradebook/scores/queries.ts';
import { saveScores } from '../../../../src/sis/gradebook/scores/service.ts';
import { acting } from '../../../support/attendance.ts';
import { cast } from '../../../support/cast.ts';
import { inBothSpaces } from '../../../support/spaces.ts';

const { assignments: a, students: st } = cast;
const biology = { sectionId: cast.sections.biology };

inBothSpaces('scores that are missing', (space) => {
  test('are those of students who were there when the work was due, oldest first', () =>
    acting(space, async (as) => {
      const missing = await listMissing(as('okafor'));

      expect(missing.map(({ dueOn }) => dueOn)).toEqual([...missing.map(({ dueOn }) => dueOn)].sort());
      expect(missing[0]).toEqual({
        sectionId: cast.sections.biology,
        sectionCode: 'BIO1-01',
        assignmentId: a.hw1,
        assignmentName: 'Assignment HW1',
        dueOn: '2025-09-15',
        unscored: 1,
        students: 4,
      });
      // Elif came on the day it was due; Ben has no score either.
      expect(missing.find(({ assignmentId }) => assignmentId === a.test3)).toMatchObject({
        unscored: 3,
        students: 5,
      });
    }));

  test('a special mark is a score, a flag alone is none', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      const cell = { assignmentId: a.hw1, studentId: st.diego };
      const waits = async () => (await listMissing(ctx)).some(({ assignmentId }) => assignmentId === a.hw1);

      await saveScores(ctx, { ...biology, cells: [{ ...cell, version: 0, missing: true }] });
      expect(await waits()).toBe(true);
      await saveScores(ctx, { ...biology, cells: [{ ...cell, version: 1, entry: 'EX' }] });
      expect(await waits()).toBe(false);
    }));

  test('extra credit, work without a column and work due today are not waited for', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      await updateAssignment(ctx, { ...biology, assignmentId: a.hw1, version: 1, extraCredit: true });
      await updateAssignment(ctx, { ...biology, assignmentId: a.hw2, version: 1, points: '0' });
      await updateAssignment(ctx, { ...biology, assignmentId: a.hw3, version: 1, dueOn: cast.today });

      const waiting = (await listMissing(ctx)).map(({ assignmentId }) => assignmentId);
      expect(waiting).not.toContain(a.hw1);
      expect(waiting).not.toContain(a.hw2);
      expect(waiting).not.toContain(a.hw3);
    }));

  test('are waited for until grades of the term can no longer be posted', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      const onTheDay = (today: string) => listMissing({ ...ctx, today });

      expect(await onTheDay('2025-10-07')).not.toEqual([]);
      expect(await onTheDay('2025-10-08')).toEqual([]);
      await ctx.tx
        .update(postingWindows)
        .set({ closes_on: '2025-10-10' })
        .where(eq(postingWindows.opens_on, '2025-09-29'));
      expect(await onTheDay('2025-10-08')).not.toEqual([]);
    }));

  test('who teaches nothing has nothing to score', () =>
    acting(space, async (as) => {
      expect(await listMissing(as('ruiz'))).toEqual([]);
      expect(await listMissing(as('lindqvist'))).toEqual([]);
    }));
});

inBothSpaces('the history of a cell', (space) => {
  test('says what was changed by whom, newest first', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      const cell = { assignmentId: a.hw1, studentId: st.amara };
      await saveScores(ctx, { ...biology, cells: [{ ...cell, version: 1, entry: '9' }] });
      await saveScores(ctx, { ...biology, cells: [{ ...cell, version: 2, entry: 'M' }] });

      const by = { field: 'score', by: 'Ngozi Okafor', at: cast.now.toISOString() };
      expect(await listScoreChanges(ctx, { ...biology, ...cell })).toMatchObject([
        { ...by, from: '9', to: 'M' },
        { ...by, from: '10', to: '9' },
      ]);
      expect(await listScoreChanges(ctx, { ...biology, ...cell, studentId: st.ben })).toEqual([]);
    }));

  test('is not for families', () =>
    acting(space, async (as) => {
      const cell = { ...biology, assignmentId: a.hw1, studentId: st.amara };
      await expect(listScoreChanges(as('amara'), cell)).rejects.toMatchObject({
        code: 'identity/not-allowed',
      });
    }));
});
