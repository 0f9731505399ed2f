import { describe, expect, test } from 'vitest';
import { listOpenRequests } from '../../../../src/sis/attendance/requests/queries.ts';
import { decideRequest, requestChange } from '../../../../src/sis/attendance/requests/service.ts';
import { acting, eventsOf, historyOf } from '../../../support/attendance.ts';
import { cast } from '../../../support/cast.ts';
import { inBothSpaces } from '../../../support/spaces.ts';

const { students: st, codes, dayCodes, days, sections, periods } = cast;
const monday = { sectionId: sections.algebra, periodId: periods.p4, day: days.monday };
const plea = { ...monday, studentId: st.ben, codeId: codes.P, reason: ' He came to the library ' };
const firstPage = { limit: 10, after: null };

inBothSpaces('change requests', (space) => {
  describe('asking the office for a change', () => {
    test('waits for the office, and leaves the mark as it is', () =>
      acting(space, async (as) => {
        const { requestId } = await requestChange(as('lindqvist'), plea);
        const waiting = await listOpenRequests(as('ruiz'), cast.school, firstPage);

        expect(waiting.items).toMatchObject([
          {
            id: requestId,
            section: 'ALG1-01',
            student: 'Ben Nwosu',
            from: 'A',
            to: 'P',
            reason: 'He came to the library',
            requestedBy: 'Erik Lindqvist',
          },
        ]);
        expect(await historyOf(as('ruiz'), monday)).toEqual([]);
        expect(await eventsOf(as('ruiz'))).toEqual(['attendance.change-requested']);
      }));

    test('accepted, the code counts by the word of the office, and the day is derived again', () =>
      acting(space, async (as) => {
        const { requestId } = await requestChange(as('lindqvist'), plea);
        const decided = await decideRequest(as('ruiz'), { requestId, decision: 'accept' });

        expect(decided).toMatchObject({
          state: 'accepted',
          days: [{ codeId: dayCodes.AUFD, minutesAttended: 90 }],
        });
        expect(await historyOf(as('ruiz'), monday)).toEqual([['override', null, 'P']]);
        expect(await eventsOf(as('ruiz'))).toEqual([
          'attendance.change-requested',
          'attendance.request-decided',
        ]);
      }));

    test('refused, nothing changes', () =>
      acting(space, async (as) => {
        const { requestId } = await requestChange(as('lindqvist'), plea);
        await decideRequest(as('ruiz'), { requestId, decision: 'refuse' });

        expect(await historyOf(as('ruiz'), monday)).toEqual([]);
        expect((await listOpenRequests(as('ruiz'), cast.school, firstPage)).items).toEqual([]);
      }));

    test('a code of the office may be asked for', () =>
      acting(space, async (as) => {
        expect(await requestChange(as('lindqvist'), { ...plea, codeId: codes.AE })).toHaveProperty(
          'requestId',
        );
      }));

    test.for([
      { name: 'to a teacher of another class', who: 'okafor', input: {}, code: 'identity/not-allowed' },
      { name: 'to the office, which changes it', who: 'ruiz', input: {}, code: 'identity/not-allowed' },
      {
        name: 'for a class not taken',
        who: 'lindqvist',
        input: { day: cast.today },
        code: 'attendance/not-taken',
      },
      {
        name: 'for tomorrow',
        who: 'lindqvist',
        input: { day: days.tomorrow },
        code: 'attendance/future-day',
      },
      {
        name: 'with an unknown code',
        who: 'lindqvist',
        input: { codeId: 999 },
        code: 'attendance/unknown-code',
      },
      {
        name: 'for who left',
        who: 'lindqvist',
        input: { studentId: st.farid },
        code: 'attendance/not-enrolled',
      },
    ] as const)('is refused $name', ({ who, input, code }) =>
      acting(space, async (as) => {
        await expect(requestChange(as(who), { ...plea, ...input })).rejects.toMatchObject({ code });
      }),
    );

    test('is refused twice', () =>
      acting(space, async (as) => {
        const { requestId } = await requestChange(as('lindqvist'), plea);

        await expect(requestChange(as('lindqvist'), plea)).rejects.toMatchObject({
          code: 'attendance/request-already-open',
          facts: { requestId, studentId: st.ben },
        });
      }));
  });

  describe('deciding', () => {
    test('is refused to the teacher who asked', () =>
      acting(space, async (as) => {
        const { requestId } = await requestChange(as('lindqvist'), plea);

        await expect(decideRequest(as('lindqvist'), { requestId, decision: 'accept' })).rejects.toMatchObject(
          {
            code: 'identity/not-allowed',
          },
        );
      }));

    test('is refused a second time', () =>
      acting(space, async (as) => {
        const { requestId } = await requestChange(as('lindqvist'), plea);
        await decideRequest(as('whitfield'), { requestId, decision: 'refuse' });

        await expect(decideRequest(as('ruiz'), { requestId, decision: 'accept' })).rejects.toMatchObject({
          code: 'attendance/request-already-decided',
          facts: { state: 'refused' },
        });
      }));

    test('is refused on a request that is not there', () =>
      acting(space, async (as) => {
        await expect(decideRequest(as('ruiz'), { requestId: 999, decision: 'accept' })).rejects.toMatchObject(
          {
            code: 'shared/not-found',
          },
        );
      }));
  });
});
