import { expect, test } from 'vitest';
import { scheduleRoutes } from '../../../src/sis/scheduling/routes.ts';
import { answering } from '../../support/answering.ts';
import { cast } from '../../support/cast.ts';
import { inBothSpaces } from '../../support/spaces.ts';

const { sections, days } = cast;

inBothSpaces('schedules over HTTP', (space) => {
  const ask = (who: keyof typeof cast.actors) => answering(space, who, scheduleRoutes);

  test.for([
    { name: 'the day', path: '/today', gives: { classes: [{ code: 'ENG9-01' }, { code: 'ALG1-01' }] } },
    {
      name: 'my sections',
      path: '/sections',
      gives: { sections: [{ code: 'ENG9-01' }, { code: 'ALG1-01' }] },
    },
    {
      name: 'a class list of another day',
      path: `/sections/${sections.english}?day=${days.firstOpen}`,
      gives: {
        day: days.firstOpen,
        section: { code: 'ENG9-01' },
        students: [{}, { name: 'Farid Karimi' }, {}, {}],
      },
    },
    { name: 'a class list of today', path: `/sections/${sections.english}`, gives: { day: cast.today } },
  ])('$name', async ({ path, gives }) => {
    expect(await ask('lindqvist')('GET', path)).toMatchObject({ status: 200, body: gives });
  });

  test('no class list of someone else', async () => {
    expect(await ask('okafor')('GET', `/sections/${sections.english}`)).toMatchObject({ status: 403 });
  });

  test('no class list of a day that is none', async () => {
    const answer = await ask('lindqvist')('GET', `/sections/${sections.english}?day=tomorrow`);

    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/day' }] } });
  });
});
