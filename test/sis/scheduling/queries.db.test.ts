import { expect, test } from 'vitest';
import {
  getClassList,
  getSection,
  listOwnSections,
  rosterOn,
  scheduleOf,
} from '../../../src/sis/scheduling/queries.ts';
import { acting } from '../../support/attendance.ts';
import { cast } from '../../support/cast.ts';
import { inBothSpaces } from '../../support/spaces.ts';

const { students: st, sections, periods, days } = cast;

inBothSpaces('sections and rosters', (space) => {
  test('a section knows its course, days, teachers and periods', () =>
    acting(space, async (as) => {
      expect(await getSection(as('okafor'), sections.algebra)).toMatchObject({
        code: 'ALG1-01',
        courseTitle: 'Algebra 1',
        startsOn: days.first,
        endsOn: '2025-10-03',
        teachers: ['Erik Lindqvist'],
        periodIds: [periods.p4],
      });
      expect(await getSection(as('okafor'), sections.biology)).toMatchObject({
        endsOn: days.last,
        periodIds: [periods.p1, periods.p2],
      });
    }));

  test('a section that is not there is not found', () =>
    acting(space, async (as) => {
      await expect(getSection(as('okafor'), 999)).rejects.toMatchObject({ code: 'shared/not-found' });
    }));

  test("a teacher's sections are those that run today", () =>
    acting(space, async (as) => {
      const codesOf = async (today: string) =>
        (await listOwnSections({ ...as('lindqvist'), today })).map((section) => section.code);

      expect(await codesOf(cast.today)).toEqual(['ENG9-01', 'ALG1-01']);
      expect(await codesOf('2025-10-07')).toEqual(['ENG9-01']);
    }));

  test.for([
    { day: '2025-09-17', names: ['Chloe Haddad', 'Farid Karimi', 'Amara Nwosu', 'Ben Nwosu'] },
    { day: days.monday, names: ['Chloe Haddad', 'Amara Nwosu', 'Ben Nwosu'] },
    { day: cast.today, names: ['Elif Aydin', 'Chloe Haddad', 'Amara Nwosu', 'Ben Nwosu'] },
  ])('the roster of $day', ({ day, names }) =>
    acting(space, async (as) => {
      const roster = await rosterOn(as('lindqvist'), sections.english, day);

      expect(roster.map((student) => student.name)).toEqual(names);
    }),
  );

  test("a student's schedule goes by period, without sections that do not run", () =>
    acting(space, async (as) => {
      const codesOn = async (day: string) =>
        (await scheduleOf(as('ruiz'), st.amara, day)).map((one) => `${one.periodCode} ${one.code}`);

      expect(await codesOn(cast.today)).toEqual([
        'HR HR9-01',
        '1 BIO1-01',
        '2 BIO1-01',
        '3 ENG9-01',
        '4 ALG1-01',
      ]);
      expect(await codesOn('2025-10-07')).not.toContain('4 ALG1-01');
    }));

  test('a class list is for those who teach it and the office', () =>
    acting(space, async (as) => {
      expect((await getClassList(as('ruiz'), sections.english, cast.today)).students).toHaveLength(4);
      await expect(getClassList(as('okafor'), sections.english, cast.today)).rejects.toMatchObject({
        code: 'identity/not-allowed',
      });
    }));
});
