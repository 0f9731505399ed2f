import { describe, expect, test } from 'vitest';
import { attendanceRoutes } from '../../../src/sis/attendance/routes.ts';
import { answering } from '../../support/answering.ts';
import { cast } from '../../support/cast.ts';
import { inBothSpaces } from '../../support/spaces.ts';

const { students: st, codes, dayCodes, days, sections, periods } = cast;
const today = `/classes/${sections.english}/days/${cast.today}/periods/${periods.p3}`;
const monday = `/classes/${sections.english}/days/${days.monday}/periods/${periods.p3}`;

inBothSpaces('attendance over HTTP', (space) => {
  const ask = (who: keyof typeof cast.actors) => answering(space, who, attendanceRoutes);

  test.for([
    {
      name: 'opens a class',
      who: 'lindqvist',
      method: 'GET',
      path: `/classes/${sections.english}?day=${cast.today}`,
      status: 200,
      gives: { state: 'not-taken', version: 0 },
    },
    {
      name: 'takes it',
      who: 'lindqvist',
      method: 'PUT',
      path: today,
      send: { version: 0, post: true, marks: [{ studentId: st.ben, codeId: codes.T, arrivalTime: '12:07' }] },
      status: 200,
      gives: { state: 'posted', version: 1, takenAt: '2025-09-24T15:00:00.000Z' },
    },
    {
      name: 'overrides a mark',
      who: 'ruiz',
      method: 'PUT',
      path: `${monday}/students/${st.ben}/override`,
      send: { codeId: codes.AE, version: 1 },
      status: 200,
      gives: { version: 2 },
    },
    {
      name: 'asks for a change',
      who: 'lindqvist',
      method: 'POST',
      path: `${monday}/students/${st.ben}/requests`,
      send: { codeId: codes.P, reason: 'He was in the library' },
      status: 201,
      gives: { requestId: expect.any(Number) },
    },
    {
      name: 'lists what was asked',
      who: 'ruiz',
      method: 'GET',
      path: `/requests?schoolId=${cast.school}`,
      status: 200,
      gives: { items: [], next: null },
    },
    {
      name: 'overrides a day',
      who: 'ruiz',
      method: 'PUT',
      path: `/days/${days.monday}/students/${st.ben}/override`,
      send: { schoolId: cast.school, codeId: dayCodes.AEFD, version: 1 },
      status: 200,
      gives: { day: { overridden: true } },
    },
    {
      name: 'arranges seats',
      who: 'okafor',
      method: 'PUT',
      path: `/classes/${sections.biology}/seats`,
      send: { seats: [{ studentId: st.amara, row: 3, column: 4 }] },
      status: 200,
      gives: { seats: [{ row: 3 }] },
    },
  ] as const)('$name', async ({ who, method, path, status, gives, ...rest }) => {
    const answer = await ask(who)(method, path, 'send' in rest ? rest.send : undefined);

    expect(answer).toMatchObject({ status, body: gives });
  });

  describe('refuses as a problem', () => {
    test.for([
      {
        name: 'marks that are none',
        method: 'PUT',
        path: today,
        send: { version: 0, post: true, marks: [{ studentId: 'Ben', codeId: codes.P, arrivalTime: 'noon' }] },
        pointers: ['/marks/0/arrivalTime', '/marks/0/studentId'],
      },
      {
        name: 'a day that is none',
        method: 'PUT',
        path: today.replace(cast.today, '2025-02-30'),
        send: { version: 0, post: true, marks: [] },
        pointers: ['/day'],
      },
      {
        name: 'a request without a reason',
        method: 'POST',
        path: `${monday}/students/${st.ben}/requests`,
        send: { codeId: codes.P, reason: '  ' },
        pointers: ['/reason'],
      },
      {
        name: 'a seat outside the room',
        method: 'PUT',
        path: `/classes/${sections.english}/seats`,
        send: { seats: [{ studentId: st.amara, row: 13, column: 0 }] },
        pointers: ['/seats/0/row', '/seats/0/column'],
      },
      {
        name: 'a correction without a version',
        method: 'PUT',
        path: `${today}/students/${st.ben}`,
        send: { codeId: codes.P },
        pointers: ['/version'],
      },
    ])('$name', async ({ method, path, send, pointers }) => {
      const { status, type, body } = await ask('lindqvist')(method, path, send);

      expect([status, type]).toEqual([422, 'application/problem+json']);
      expect(body.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual(pointers.sort());
    });

    test('a class of someone else', async () => {
      const answer = await ask('okafor')('PUT', today, { version: 0, post: true, marks: [] });

      expect(answer).toMatchObject({ status: 403, body: { code: 'identity/not-allowed' } });
    });

    test('a stale edit, with what stands now', async () => {
      const answer = await ask('lindqvist')('PUT', today, { version: 2, post: false, marks: [] });

      expect(answer).toMatchObject({
        status: 409,
        type: 'application/problem+json',
        body: { code: 'shared/stale-edit', facts: { current: { version: 0, state: 'not-taken' } } },
      });
    });
  });
});
