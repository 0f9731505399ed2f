import { expect, test } from 'vitest';
import { peopleRoutes } from '../../../src/sis/people/routes.ts';
import { answering } from '../../support/answering.ts';
import { cast } from '../../support/cast.ts';
import { inBothSpaces } from '../../support/spaces.ts';

const { students: st } = cast;

inBothSpaces('students over HTTP', (space) => {
  const ask = (who: keyof typeof cast.actors) => answering(space, who, peopleRoutes);

  test.for([
    {
      name: 'searches, page by page',
      path: `/students?schoolId=${cast.school}&text=nwosu&limit=1`,
      gives: { items: [{ name: 'Amara Nwosu' }], next: expect.any(String) },
    },
    { name: 'shows a student', path: `/students/${st.ben}`, gives: { student: { name: 'Ben Nwosu' } } },
    {
      name: "shows a student's attendance",
      path: `/students/${st.ben}/attendance?from=2025-09-22&to=2025-09-22`,
      gives: { days: [{ daily: { code: 'AUFD' } }], summary: { absentDays: '1' } },
    },
  ])('$name', async ({ path, gives }) => {
    expect(await ask('ruiz')('GET', path)).toMatchObject({ status: 200, body: gives });
  });

  test.for([
    { name: 'a page larger than any', path: `/students?schoolId=1&limit=501`, pointer: '/limit' },
    {
      name: 'days in the wrong order',
      path: `/students/${st.ben}/attendance?from=2025-09-22&to=2025-09-01`,
      pointer: '/to',
    },
    { name: 'a student without a number', path: '/students/ben', pointer: '/studentId' },
  ])('refuses $name', async ({ path, pointer }) => {
    const answer = await ask('ruiz')('GET', path);

    expect(answer).toMatchObject({
      status: 422,
      type: 'application/problem+json',
      body: { errors: [{ pointer }] },
    });
  });

  test('closes a student to another family', async () => {
    expect(await ask('adaeze')('GET', `/students/${st.chloe}`)).toMatchObject({ status: 403 });
  });
});
