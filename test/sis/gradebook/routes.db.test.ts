import { describe, expect, test } from 'vitest';
import { routes } from '../../../src/http/env.ts';
import { postingRoutes } from '../../../src/sis/gradebook/posting/routes.ts';
import { gradebookRoutes } from '../../../src/sis/gradebook/routes.ts';
import { answering } from '../../support/answering.ts';
import { cast } from '../../support/cast.ts';
import { inBothSpaces } from '../../support/spaces.ts';

const { assignments: a, students: st, terms } = cast;
const biology = `/gradebook/${cast.sections.biology}`;
const posting = `/posting/${cast.sections.biology}`;
const columns = `${posting}/${terms.q2}/progress`;
const cell = { assignmentId: a.hw1, studentId: st.amara, version: 1, entry: '9' };
const lab = {
  categoryId: cast.categories.tests,
  name: 'Onion cells',
  columnName: 'LAB1',
  assignedOn: '2025-09-22',
  dueOn: '2025-09-25',
};
const mark = { code: 'LT', name: 'Late', behavior: 'zero' };
const category = { code: 'LAB', name: 'Labs', weight: '10', defaultPoints: '20' };

const mounted = routes().route('/gradebook', gradebookRoutes).route('/posting', postingRoutes);

inBothSpaces('the gradebook over HTTP', (space) => {
  const ask = (who: keyof typeof cast.actors) => answering(space, who, mounted);

  test.for([
    ['GET', biology, undefined, 200],
    ['GET', `${biology}?termId=${terms.q1}`, undefined, 200],
    ['GET', `${biology}/setup`, undefined, 200],
    ['GET', '/gradebook/today', undefined, 200],
    ['GET', `/gradebook/students/${st.amara}`, undefined, 200],
    ['GET', `${biology}/students/${st.amara}/explanation?reader=family`, undefined, 200],
    ['GET', `${biology}/scores/${a.hw1}/${st.amara}/changes`, undefined, 200],
    ['PUT', `${biology}/scores`, { cells: [cell] }, 200],
    ['PATCH', `${biology}/settings`, { version: 1, nickname: 'Bio' }, 200],
    ['POST', `${biology}/categories`, category, 201],
    ['PATCH', `${biology}/categories/${cast.categories.tests}`, { version: 1, weight: '60' }, 200],
    ['DELETE', `${biology}/categories/${cast.categories.tests}`, undefined, 409],
    [
      'PUT',
      `${biology}/term-weights`,
      { termId: terms.q2, weights: [{ categoryId: cast.categories.tests, weight: null }] },
      204,
    ],
    ['POST', `${biology}/marks`, mark, 201],
    ['PATCH', `${biology}/marks/${cast.specialMarks.half}`, { name: 'Half of it' }, 204],
    ['DELETE', `${biology}/marks/${cast.specialMarks.half}`, undefined, 204],
    ['POST', `${biology}/assignments`, lab, 201],
    ['PATCH', `${biology}/assignments/${a.hw1}`, { version: 1, name: 'Reading' }, 200],
    ['DELETE', `${biology}/assignments/${a.hw1}`, undefined, 409],
    ['DELETE', `${biology}/assignments/${a.hw1}?scores=delete`, undefined, 200],
    ['PUT', `${biology}/links/${cast.sections.homeroom}`, undefined, 409],
    ['DELETE', `${biology}/link`, undefined, 409],
    ['POST', biology, undefined, 409],
    ['GET', '/posting/today', undefined, 200],
    ['GET', posting, undefined, 200],
    ['GET', `${posting}?termId=${terms.q2}&kind=term`, undefined, 200],
    ['PUT', `${columns}/columns`, { version: 0 }, 200],
    ['POST', `${columns}/posts`, { version: 0 }, 409],
    ['PUT', `${columns}/students/${st.ben}/override`, { version: 0, letter: 'C', reason: 'Make-up' }, 200],
    ['DELETE', `${columns}/students/${st.ben}/override?version=0`, undefined, 409],
    ['PUT', `${columns}/students/${st.ben}/comment`, { version: 0, comment: 'Works hard' }, 200],
    ['GET', `${columns}/changes?studentId=${st.ben}`, undefined, 200],
  ] as const)('%s %s', async ([method, path, body, status]) => {
    const answer = await ask('okafor')(method, path, body);
    expect(answer.status).toBe(status);
  });

  describe('bad input is a problem that says where', () => {
    test.for([
      ['GET', '/gradebook/biology', undefined, '/sectionId'],
      ['GET', `${biology}/students/${st.amara}/explanation?reader=principal`, undefined, '/reader'],
      ['PUT', `${biology}/scores`, { cells: [] }, '/cells'],
      ['PUT', `${biology}/scores`, { cells: [cell, cell] }, '/cells'],
      ['PUT', `${biology}/scores`, { cells: [{ ...cell, entry: 9 }] }, '/cells/0/entry'],
      ['PATCH', `${biology}/settings`, { version: 1, averageMode: 'median' }, '/averageMode'],
      ['POST', `${biology}/categories`, { ...category, weight: '-1' }, '/weight'],
      ['PATCH', `${biology}/categories/1`, { weight: '1' }, '/version'],
      ['PUT', `${biology}/term-weights`, { termId: terms.q2, weights: [] }, '/weights'],
      ['POST', `${biology}/marks`, { ...mark, behavior: 'double' }, '/behavior'],
      ['PATCH', `${biology}/marks/1`, { percent: 'all' }, '/percent'],
      ['POST', `${biology}/assignments`, { ...lab, dueOn: '2025-02-30' }, '/dueOn'],
      ['PATCH', `${biology}/assignments/1`, { version: 1, points: '1.234' }, '/points'],
      ['PUT', `${columns}/columns`, { version: -1 }, '/version'],
      ['POST', `${columns}/posts`, {}, '/version'],
      ['PUT', `${columns}/students/${st.ben}/override`, { version: 0, letter: 'C' }, '/reason'],
      ['PUT', `${columns}/students/${st.ben}/comment`, { version: 0, comment: 'x'.repeat(501) }, '/comment'],
      ['GET', `${posting}?kind=final`, undefined, '/kind'],
    ] as const)('%s %s', async ([method, path, body, pointer]) => {
      const answer = await ask('okafor')(method, path, body);

      expect(answer.status).toBe(422);
      expect(answer.type).toBe('application/problem+json');
      expect(answer.body).toMatchObject({ code: 'http/invalid', errors: [{ pointer }] });
    });
  });

  test('a refusal is a problem with its code and facts', async () => {
    const answer = await ask('okafor')('POST', `${columns}/posts`, { version: 0 });
    expect(answer.body).toMatchObject({
      status: 409,
      code: 'posting/nothing-to-post',
      facts: { term: 'Quarter 2' },
    });
    const refused = await ask('amara')('GET', biology);
    expect(refused.status).toBe(403);
  });

  test('refused cells come back beside the saved ones, as an answer', async () => {
    const cells = [cell, { ...cell, studentId: st.ben, entry: 'Q' }];
    const answer = await ask('okafor')('PUT', `${biology}/scores`, { cells });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      cells: [{ outcome: 'saved' }, { outcome: 'refused', code: 'scores/unknown-mark' }],
    });
  });
});
