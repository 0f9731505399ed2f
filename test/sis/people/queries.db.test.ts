import { expect, test } from 'vitest';
import { decodeCursor } from '../../../src/shared/paging.ts';
import { searchStudents } from '../../../src/sis/people/queries.ts';
import { acting } from '../../support/attendance.ts';
import { cast } from '../../support/cast.ts';
import { inBothSpaces } from '../../support/spaces.ts';

const all = { schoolId: cast.school, text: '', gradeLevel: null, page: { limit: 50, after: null } };

inBothSpaces('searching students', (space) => {
  test.for([
    { text: '', names: ['Elif Aydin', 'Chloe Haddad', 'Diego Morales', 'Amara Nwosu', 'Ben Nwosu'] },
    { text: 'nwo', names: ['Amara Nwosu', 'Ben Nwosu'] },
    { text: 'nwosu ben', names: ['Ben Nwosu'] },
    { text: 'Benj', names: ['Ben Nwosu'] },
    { text: 's104', names: ['Diego Morales'] },
    { text: 'karimi', names: [] },
    { text: '%', names: [] },
  ])('"$text"', ({ text, names }) =>
    acting(space, async (as) => {
      const { items } = await searchStudents(as('ruiz'), { ...all, text });

      expect(items.map((student) => student.name)).toEqual(names);
    }),
  );

  test('tells the homeroom and the grade', () =>
    acting(space, async (as) => {
      const { items } = await searchStudents(as('ruiz'), { ...all, text: 'amara', gradeLevel: 9 });

      expect(items).toMatchObject([{ studentNumber: 'S101', gradeLevel: 9, homeroom: 'HR9-01' }]);
      expect((await searchStudents(as('ruiz'), { ...all, gradeLevel: 10 })).items).toEqual([]);
    }));

  test('goes on where the page before ended', () =>
    acting(space, async (as) => {
      const first = await searchStudents(as('ruiz'), { ...all, page: { limit: 4, after: null } });
      const after = decodeCursor(first.next!);
      const second = await searchStudents(as('ruiz'), { ...all, page: { limit: 4, after } });

      expect(second).toMatchObject({ items: [{ name: 'Ben Nwosu' }], next: null });
    }));

  test('teachers find the students of their own classes', () =>
    acting(space, async (as) => {
      const { items } = await searchStudents({ ...as('lindqvist'), actor: only(cast.sections.english) }, all);

      expect(items.map((student) => student.name)).not.toContain('Diego Morales');
      expect(items).toHaveLength(4);
    }));

  test('families do not search', () =>
    acting(space, async (as) => {
      await expect(searchStudents(as('adaeze'), all)).rejects.toMatchObject({ code: 'identity/not-allowed' });
    }));
});

function only(sectionId: number) {
  return { ...cast.actors.lindqvist, sectionIds: [sectionId] };
}
