import { expect, test } from 'vitest';
import type { Ctx } from '../../../../src/db/ctx.ts';
import { openPosting } from '../../../../src/sis/gradebook/posting/queries.ts';
import {
  overrideGrade,
  postGrades,
  removeOverride,
  setComment,
  updatePostColumns,
} from '../../../../src/sis/gradebook/posting/service.ts';
import { saveScores } from '../../../../src/sis/gradebook/scores/service.ts';
import { acting, eventsOf } from '../../../support/attendance.ts';
import { cast } from '../../../support/cast.ts';
import { gradeHistoryOf, postedOf } from '../../../support/gradebook.ts';
import { inBothSpaces } from '../../../support/spaces.ts';

const { students: st, terms } = cast;
const progress = { sectionId: cast.sections.biology, termId: terms.q2, kind: 'progress' } as const;
const term = { ...progress, kind: 'term' } as const;
const ben = { ...progress, studentId: st.ben };
const makeUp = { percent: '75', letter: null, reason: 'Make-up work' };

const rowOf = async (ctx: Ctx, studentId: number) =>
  (await openPosting(ctx, progress)).rows.find(({ student }) => student.id === studentId);

inBothSpaces('updating post columns', (space) => {
  test('copies the averages of now, rounded, and keeps the history', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      const view = await updatePostColumns(ctx, { ...progress, version: 0 });

      expect(view).toMatchObject({ state: 'ready', version: 1, columnsUpdatedAt: cast.now.toISOString() });
      expect(view.rows.find(({ student }) => student.id === st.amara)).toMatchObject({
        now: { percent: '88.90', letter: 'B' },
        column: { percent: '88.90', letter: 'B' },
        willPost: { percent: '88.90', letter: 'B' },
        changes: true,
        columnBehind: false,
        version: 1,
      });
      expect(view.rows.find(({ student }) => student.id === st.elif)).toMatchObject({
        column: null,
        version: 0,
      });
      expect(await gradeHistoryOf(ctx)).toContainEqual([st.amara, 'updated', null, '88.90 B']);
      expect(await eventsOf(ctx)).toEqual(['post-columns.updated']);
    }));

  test('again follows what has moved since, and is refused over an older version', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      await updatePostColumns(ctx, { ...progress, version: 0 });
      const cell = { assignmentId: cast.assignments.hw1, studentId: st.amara, version: 1, entry: 'M' };
      await saveScores(ctx, { sectionId: progress.sectionId, cells: [cell] });
      expect(await rowOf(ctx, st.amara)).toMatchObject({ columnBehind: true });

      await expect(updatePostColumns(ctx, { ...progress, version: 0 })).rejects.toMatchObject({
        code: 'shared/stale-edit',
      });
      const { rows } = await updatePostColumns(ctx, { ...progress, version: 1 });
      expect(rows.every(({ columnBehind }) => !columnBehind)).toBe(true);
      const ofAmara = (await gradeHistoryOf(ctx)).filter(([student]) => student === st.amara);
      expect(ofAmara.map(([, event, from]) => [event, from])).toEqual([
        ['updated', null],
        ['updated', '88.90 B'],
      ]);
    }));

  test('is possible before the window opens, and not after it has closed', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      await expect(updatePostColumns(ctx, { ...term, version: 0 })).resolves.toMatchObject({
        state: 'enter-only',
        mayEdit: true,
        mayPost: false,
      });
      await expect(updatePostColumns(ctx, { ...term, termId: terms.q1, version: 0 })).rejects.toMatchObject({
        code: 'posting/closed',
        facts: { closedOn: '2025-09-16' },
      });
    }));
});

inBothSpaces('a grade put in by hand', (space) => {
  test('prevails over the column, with its reason, until it is taken away', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      await updatePostColumns(ctx, { ...progress, version: 0 });
      const view = await overrideGrade(ctx, { ...ben, version: 1, ...makeUp });

      expect(view.version).toBe(2);
      expect(await rowOf(ctx, st.ben)).toMatchObject({
        override: { percent: '75.00', letter: 'C', reason: 'Make-up work' },
        willPost: { percent: '75.00', letter: 'C' },
        overrideDiffers: true,
        version: 2,
      });
      await removeOverride(ctx, { ...ben, version: 2 });
      const row = await rowOf(ctx, st.ben);
      expect(row).toMatchObject({ override: null, version: 3 });
      expect(row?.willPost).toEqual(row?.column);
      expect((await gradeHistoryOf(ctx)).filter(([student]) => student === st.ben)).toMatchObject([
        [st.ben, 'updated', null, '67.17 D'],
        [st.ben, 'overridden', '67.17 D', '75.00 C'],
        [st.ben, 'override-removed', '75.00 C', '67.17 D'],
      ]);
      expect(await eventsOf(ctx)).toEqual([
        'post-columns.updated',
        'grade.overridden',
        'grade.override-removed',
      ]);
    }));

  test('may be there before the columns are updated', () =>
    acting(space, async (as) => {
      const view = await overrideGrade(as('okafor'), {
        ...progress,
        studentId: st.elif,
        version: 0,
        percent: null,
        letter: 'b',
        reason: 'Grades of the former school',
      });
      expect(view.rows.find(({ student }) => student.id === st.elif)).toMatchObject({
        column: null,
        override: { percent: null, letter: 'B' },
      });
    }));

  test.for([
    ['without a reason', { ...makeUp, reason: ' ' }, 'posting/reason-missing'],
    ['of a letter that is not on the scale', { ...makeUp, letter: 'E' }, 'posting/unknown-letter'],
    ['above the headroom', { ...makeUp, percent: '111' }, 'posting/percent-out-of-range'],
  ] as const)('is refused %s', ([, typed, code]) =>
    acting(space, async (as) => {
      await expect(overrideGrade(as('okafor'), { ...ben, version: 0, ...typed })).rejects.toMatchObject({
        code,
      });
    }),
  );

  test('is refused over an older version; the same again is none', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      await overrideGrade(ctx, { ...ben, version: 0, ...makeUp });
      await expect(
        overrideGrade(ctx, { ...ben, version: 0, ...makeUp, percent: '70' }),
      ).rejects.toMatchObject({
        code: 'shared/stale-edit',
      });
      await overrideGrade(ctx, { ...ben, version: 1, ...makeUp });
      expect(await eventsOf(ctx)).toEqual(['grade.overridden']);
    }));

  test('cannot be taken away where there is none, or from whom is not in the class', () =>
    acting(space, async (as) => {
      await expect(removeOverride(as('okafor'), { ...ben, version: 0 })).rejects.toMatchObject({
        code: 'posting/not-overridden',
      });
      await expect(
        removeOverride(as('okafor'), { ...progress, studentId: 999, version: 0 }),
      ).rejects.toMatchObject({ code: 'shared/not-found' });
    }));
});

inBothSpaces('a comment', (space) => {
  test('is set, changed and taken away', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      await setComment(ctx, { ...ben, version: 0, comment: ' Works hard ' });
      expect(await rowOf(ctx, st.ben)).toMatchObject({ comment: 'Works hard', version: 1 });
      await setComment(ctx, { ...ben, version: 1, comment: '' });
      expect(await rowOf(ctx, st.ben)).toMatchObject({ comment: null, version: 2 });
      expect(await gradeHistoryOf(ctx)).toEqual([
        [st.ben, 'commented', null, 'Works hard'],
        [st.ben, 'commented', 'Works hard', null],
      ]);
      expect(await eventsOf(ctx)).toEqual(['grade.commented', 'grade.commented']);
    }));
});

inBothSpaces('posting grades', (space) => {
  test('gives the office the columns, the override before the column', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      await updatePostColumns(ctx, { ...progress, version: 0 });
      await overrideGrade(ctx, { ...ben, version: 1, ...makeUp });
      const view = await postGrades(ctx, { ...progress, version: 2 });

      expect(view).toMatchObject({
        state: 'posted',
        mayPost: true,
        timesPosted: 1,
        postedAt: cast.now.toISOString(),
        postedBy: 'Ngozi Okafor',
        version: 3,
      });
      expect(await postedOf(ctx)).toEqual({
        [st.amara]: ['88.90', 'B'],
        [st.ben]: ['75.00', 'C'],
        [st.chloe]: ['97.21', 'A'],
      });
      expect(await gradeHistoryOf(ctx)).toContainEqual([st.ben, 'posted', null, '75.00 C']);
      expect((await eventsOf(ctx)).at(-1)).toBe('grades.posted');
    }));

  test('again gives what has changed, comments too, while the window is open', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      await updatePostColumns(ctx, { ...progress, version: 0 });
      await postGrades(ctx, { ...progress, version: 1 });
      await overrideGrade(ctx, { ...ben, version: 2, ...makeUp });
      await setComment(ctx, { ...progress, studentId: st.amara, version: 2, comment: 'Well done' });
      expect(await openPosting(ctx, progress)).toMatchObject({ state: 'ready', version: 4 });
      const view = await postGrades(ctx, { ...progress, version: 4 });

      expect(view).toMatchObject({ state: 'posted', timesPosted: 2 });
      expect((await gradeHistoryOf(ctx)).filter(([, event]) => event === 'reposted')).toEqual([
        [st.amara, 'reposted', '88.90 B', '88.90 B'],
        [st.ben, 'reposted', '67.17 D', '75.00 C'],
      ]);
    }));

  test('is refused before anything is in the columns, and when the office has it all', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      await expect(postGrades(ctx, { ...progress, version: 0 })).rejects.toMatchObject({
        code: 'posting/nothing-to-post',
        facts: { section: 'BIO1-01', term: 'Quarter 2' },
      });
      await updatePostColumns(ctx, { ...progress, version: 0 });
      await postGrades(ctx, { ...progress, version: 1 });
      await expect(postGrades(ctx, { ...progress, version: 2 })).rejects.toMatchObject({
        code: 'posting/nothing-changed',
      });
    }));

  test('is refused over columns that have changed since they were read', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      await updatePostColumns(ctx, { ...progress, version: 0 });
      await overrideGrade(ctx, { ...ben, version: 1, ...makeUp });
      await expect(postGrades(ctx, { ...progress, version: 1 })).rejects.toMatchObject({
        code: 'shared/stale-edit',
      });
      expect(await postedOf(ctx)).toEqual({});
    }));

  test.for([
    ['before the window opens', term, 'posting/not-open-yet', { opensOn: '2025-09-29' }],
    ['after it has closed', { ...term, termId: terms.q1 }, 'posting/closed', { closedOn: '2025-09-16' }],
    ['where there is no window', { ...term, termId: terms.q3 }, 'posting/no-window', {}],
  ] as const)('is refused %s', ([, place, code, facts]) =>
    acting(space, async (as) => {
      await expect(postGrades(as('okafor'), { ...place, version: 0 })).rejects.toMatchObject({ code, facts });
    }),
  );

  test('once means once', () =>
    acting(space, async (as) => {
      const inTime = { ...as('okafor'), today: '2025-09-10' };
      const q1 = { ...term, termId: terms.q1, studentId: st.ben };
      await overrideGrade(inTime, { ...q1, version: 0, ...makeUp });
      await postGrades(inTime, { ...q1, version: 1 });

      const refused = { code: 'posting/already-posted', facts: { postedOn: '2025-09-24' } };
      await expect(postGrades(inTime, { ...q1, version: 2 })).rejects.toMatchObject(refused);
      await expect(updatePostColumns(inTime, { ...q1, version: 2 })).rejects.toMatchObject(refused);
      await expect(setComment(inTime, { ...q1, version: 2, comment: 'Late' })).rejects.toMatchObject(refused);
    }));

  test.for(['lindqvist', 'whitfield', 'ruiz', 'adaeze'] as const)('is refused to %s', (who) =>
    acting(space, async (as) => {
      const refused = { code: 'identity/not-allowed' };
      const ctx = as(who);
      await expect(postGrades(ctx, { ...progress, version: 0 })).rejects.toMatchObject(refused);
      await expect(updatePostColumns(ctx, { ...progress, version: 0 })).rejects.toMatchObject(refused);
      await expect(overrideGrade(ctx, { ...ben, version: 0, ...makeUp })).rejects.toMatchObject(refused);
      await expect(removeOverride(ctx, { ...ben, version: 0 })).rejects.toMatchObject(refused);
      await expect(setComment(ctx, { ...ben, version: 0, comment: '' })).rejects.toMatchObject(refused);
    }),
  );
});
