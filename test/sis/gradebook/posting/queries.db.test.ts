import { expect, test } from 'vitest';
import {
  listPostedGradeChanges,
  listPostingWork,
  openPosting,
} from '../../../../src/sis/gradebook/posting/queries.ts';
import { postGrades, updatePostColumns } from '../../../../src/sis/gradebook/posting/service.ts';
import { acting } from '../../../support/attendance.ts';
import { cast } from '../../../support/cast.ts';
import { inBothSpaces } from '../../../support/spaces.ts';

const { students: st, terms } = cast;
const biology = { sectionId: cast.sections.biology };
const progress = { ...biology, termId: terms.q2, kind: 'progress' } as const;

inBothSpaces('opening post columns', (space) => {
  test('begins at the window that is open, with a row per student of the class', () =>
    acting(space, async (as) => {
      const view = await openPosting(as('okafor'), biology);

      expect(view).toMatchObject({
        term: { id: terms.q2 },
        kind: 'progress',
        window: { opensOn: '2025-09-22', closesOn: '2025-09-26', repost: 'until-close', state: 'open' },
        state: 'ready',
        mayEdit: true,
        mayPost: true,
        refusal: null,
        columnsUpdatedAt: null,
        version: 0,
      });
      expect(view.choices.map(({ name, kind, state }) => `${name} ${kind}: ${state}`)).toEqual([
        'Quarter 1 term: closed',
        'Quarter 2 progress: open',
        'Quarter 2 term: before',
      ]);
      expect(view.rows.map(({ student, now }) => `${student.name} ${now.letter}`)).toEqual([
        'Elif Aydin null',
        'Chloe Haddad A',
        'Diego Morales null',
        'Amara Nwosu B',
        'Ben Nwosu D',
      ]);
    }));

  test('opens where it is told to, and says why nothing can be posted there', () =>
    acting(space, async (as) => {
      const view = await openPosting(as('okafor'), { ...biology, termId: terms.q2, kind: 'term' });
      expect(view).toMatchObject({
        state: 'enter-only',
        mayPost: false,
        refusal: { code: 'posting/not-open-yet', facts: { opensOn: '2025-09-29' } },
      });
    }));

  test('averages of another term are of its own work alone', () =>
    acting(space, async (as) => {
      const { rows } = await openPosting(as('okafor'), { ...biology, termId: terms.q1, kind: 'term' });
      expect(rows.every(({ now }) => now.percent === null)).toBe(true);
    }));

  test('the office reads and may not edit', () =>
    acting(space, async (as) => {
      expect(await openPosting(as('ruiz'), biology)).toMatchObject({ mayEdit: false, mayPost: false });
    }));

  test('is refused to other teachers and to families', () =>
    acting(space, async (as) => {
      const refused = { code: 'identity/not-allowed' };
      await expect(openPosting(as('lindqvist'), biology)).rejects.toMatchObject(refused);
      await expect(openPosting(as('amara'), biology)).rejects.toMatchObject(refused);
      await expect(listPostedGradeChanges(as('amara'), progress)).rejects.toMatchObject(refused);
    }));
});

inBothSpaces('posting that waits', (space) => {
  test('lists windows near today with the sections that have posted', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      const work = async () =>
        (await listPostingWork(ctx)).map(({ termName, kind, window, sections }) => [
          `${termName} ${kind} ${window}`,
          sections,
        ]);
      const section = { sectionId: cast.sections.biology, code: 'BIO1-01' };
      const termGrades = ['Quarter 2 term before', [{ ...section, posted: false }]];

      expect(await work()).toEqual([
        ['Quarter 2 progress open', [{ ...section, posted: false }]],
        termGrades,
      ]);
      await updatePostColumns(ctx, { ...progress, version: 0 });
      await postGrades(ctx, { ...progress, version: 1 });
      expect(await work()).toEqual([['Quarter 2 progress open', [{ ...section, posted: true }]], termGrades]);
    }));

  test.for([
    ['2025-09-07', ['Quarter 1 before']],
    ['2025-09-08', ['Quarter 1 open', 'Quarter 2 before']],
    ['2025-09-23', ['Quarter 1 closed', 'Quarter 2 open', 'Quarter 2 before']],
    ['2025-11-01', []],
  ] as const)('on %s it is %j', ([today, expected]) =>
    acting(space, async (as) => {
      const work = await listPostingWork({ ...as('okafor'), today });
      expect(work.map(({ termName, window }) => `${termName} ${window}`)).toEqual(expected);
    }),
  );

  test('is nothing for who teaches nothing', () =>
    acting(space, async (as) => {
      expect(await listPostingWork(as('whitfield'))).toEqual([]);
    }));
});

inBothSpaces('the history of post columns', (space) => {
  test('says who did what when, of one student when asked', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      await updatePostColumns(ctx, { ...progress, version: 0 });
      await postGrades(ctx, { ...progress, version: 1 });

      const changes = await listPostedGradeChanges(ctx, { ...progress, studentId: st.amara });
      expect(changes).toMatchObject([
        { event: 'posted', from: null, to: '88.90 B', by: 'Ngozi Okafor', at: cast.now.toISOString() },
        { event: 'updated', student: { id: st.amara, name: 'Amara Nwosu' } },
      ]);
      expect(await listPostedGradeChanges(ctx, progress)).toHaveLength(6);
    }));
});
