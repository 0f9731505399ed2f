import { expect, test } from 'vitest';
import { openGradebook } from '../../../../src/sis/gradebook/book/queries.ts';
import { saveScores } from '../../../../src/sis/gradebook/scores/service.ts';
import { acting, eventsOf } from '../../../support/attendance.ts';
import { cast } from '../../../support/cast.ts';
import { cellsOf, scoreHistoryOf } from '../../../support/gradebook.ts';
import { inBothSpaces } from '../../../support/spaces.ts';

const { assignments: a, students: st, specialMarks: marks } = cast;
const biology = { sectionId: cast.sections.biology };
const amara = { assignmentId: a.hw1, studentId: st.amara, version: 1 };
const diego = { assignmentId: a.hw1, studentId: st.diego, version: 0 };

inBothSpaces('saving scores', (space) => {
  test('writes a block of cells as typed, with one event and the history of what changed', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      const { cells } = await saveScores(ctx, {
        ...biology,
        cells: [
          { ...amara, entry: '8.50' },
          { ...amara, studentId: st.ben, entry: 'ex' },
          { ...diego, entry: '95%' },
          { ...amara, studentId: st.chloe, entry: '' },
        ],
      });

      expect(cells.map((cell) => [cell.outcome, cell.cell.entry, cell.cell.version])).toEqual([
        ['saved', '8.5', 2],
        ['saved', 'EX', 2],
        ['saved', '9.5', 1],
        ['saved', '', 2],
      ]);
      expect(await cellsOf(ctx, a.hw1)).toEqual({
        [st.amara]: ['8.50', null],
        [st.ben]: [null, marks.exempt],
        [st.chloe]: [null, null],
        [st.diego]: ['9.50', null],
      });
      expect(await scoreHistoryOf(ctx, a.hw1)).toEqual([
        [st.amara, 'score', '10', '8.5'],
        [st.ben, 'score', '7', 'EX'],
        [st.diego, 'score', null, '9.5'],
        [st.chloe, 'score', '9', null],
      ]);
      expect(await eventsOf(ctx)).toEqual(['scores.saved']);
    }));

  test('keeps flags and comments beside the score', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      await saveScores(ctx, { ...biology, cells: [{ ...amara, late: true, comment: ' By a day ' }] });
      const { cells } = await saveScores(ctx, {
        ...biology,
        cells: [{ ...amara, version: 2, missing: true, comment: null }],
      });

      expect(cells[0]?.cell).toEqual({
        entry: '10',
        points: '10',
        markId: null,
        late: true,
        missing: true,
        comment: null,
        version: 3,
      });
      const { scores } = await openGradebook(ctx, biology);
      expect(scores).toContainEqual([a.hw1, st.amara, '10', null, 3, null, 3]);
      expect(await scoreHistoryOf(ctx, a.hw1)).toEqual([
        [st.amara, 'late', 'false', 'true'],
        [st.amara, 'comment', null, 'By a day'],
        [st.amara, 'missing', 'false', 'true'],
        [st.amara, 'comment', 'By a day', null],
      ]);
    }));

  test('saves the good cells and refuses each bad one in its place', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      const { cells } = await saveScores(ctx, {
        ...biology,
        cells: [
          { ...amara, entry: '12' },
          { ...diego, entry: '9' },
          { ...amara, studentId: st.ben, entry: 'Q' },
          { assignmentId: a.essay1, studentId: st.amara, version: 0, entry: '80' },
          { ...diego, studentId: 999, entry: '9' },
        ],
      });

      expect(
        cells.map((cell) => (cell.outcome === 'refused' ? [cell.code, cell.facts] : cell.outcome)),
      ).toEqual([
        ['scores/above-maximum', { typed: '12', max: '11', points: '10' }],
        'saved',
        ['scores/unknown-mark', { typed: 'Q', known: ['EX', 'FP', 'HF', 'M', 'OK'] }],
        ['scores/no-assignment', { assignmentId: a.essay1 }],
        ['scores/not-enrolled', { studentId: 999, section: 'BIO1-01' }],
      ]);
      expect(await cellsOf(ctx, a.hw1)).toMatchObject({
        [st.amara]: ['10.00', null],
        [st.diego]: ['9.00', null],
      });
      expect(await cellsOf(ctx, a.essay1)).toEqual({});
    }));

  test('a cell that another tab has saved comes back with what stands there', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      await saveScores(ctx, { ...biology, cells: [{ ...amara, entry: '9' }] });
      const { cells } = await saveScores(ctx, {
        ...biology,
        cells: [
          { ...amara, entry: '8' },
          { ...diego, entry: '7' },
        ],
      });

      expect(cells).toMatchObject([
        { outcome: 'conflict', code: 'shared/stale-edit', cell: { entry: '9', version: 2 } },
        { outcome: 'saved', cell: { entry: '7', version: 1 } },
      ]);
      expect(await cellsOf(ctx, a.hw1)).toMatchObject({ [st.amara]: ['9.00', null] });
    }));

  test('sending the same again is saved and changes nothing', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      const cells = [
        { ...amara, entry: '9' },
        { ...diego, entry: '7' },
      ];
      await saveScores(ctx, { ...biology, cells });
      const again = await saveScores(ctx, { ...biology, cells });

      expect(again.cells).toMatchObject([
        { outcome: 'saved', changed: false, cell: { entry: '9', version: 2 } },
        { outcome: 'saved', changed: false, cell: { entry: '7', version: 1 } },
      ]);
      expect(await eventsOf(ctx)).toEqual(['scores.saved']);
      expect(await scoreHistoryOf(ctx, a.hw1)).toHaveLength(2);
    }));

  test('a student who left may still be scored', () =>
    acting(space, async (as) => {
      const cell = { ...diego, studentId: st.farid, entry: '6' };
      const { cells } = await saveScores(as('okafor'), { ...biology, cells: [cell] });
      expect(cells).toMatchObject([{ outcome: 'saved' }]);
    }));

  test.for(['lindqvist', 'whitfield', 'ruiz', 'adaeze', 'amara'] as const)('is refused to %s', (who) =>
    acting(space, async (as) => {
      const cells = [{ ...amara, entry: '10' }];
      await expect(saveScores(as(who), { ...biology, cells })).rejects.toMatchObject({
        code: 'identity/not-allowed',
      });
    }),
  );
});
