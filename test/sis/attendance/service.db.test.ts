import { describe, expect, test } from 'vitest';
import { markStudent, type TakeAttendance, takeAttendance } from '../../../src/sis/attendance/service.ts';
import {
  acting,
  dayOf,
  eventsOf,
  historyOf,
  marksOf,
  setSchool,
  submissionOf,
} from '../../support/attendance.ts';
import { cast } from '../../support/cast.ts';
import { inBothSpaces } from '../../support/spaces.ts';

const { students: st, codes, dayCodes, days, sections, periods } = cast;

const english: TakeAttendance = {
  sectionId: sections.english,
  periodId: periods.p3,
  day: cast.today,
  version: 0,
  marks: [{ studentId: st.ben, codeId: codes.A }],
  post: true,
};

inBothSpaces('attendance of a class', (space) => {
  describe('taking attendance', () => {
    test('everyone on the roster is present unless marked, and the event is kept', () =>
      acting(space, async (as) => {
        const ctx = as('lindqvist');
        const taken = await takeAttendance(ctx, english);

        expect(taken).toMatchObject({ state: 'posted', version: 1, takenBy: 'Erik Lindqvist' });
        expect(await marksOf(ctx, english)).toEqual({
          [st.amara]: codes.P,
          [st.ben]: codes.A,
          [st.chloe]: codes.P,
          [st.elif]: codes.P,
        });
        expect(await eventsOf(ctx)).toEqual(['attendance.posted']);
        expect(await historyOf(ctx, english)).toEqual([]);
      }));

    test('derives the day of each student, incomplete until every class is taken', () =>
      acting(space, async (as) => {
        const { days } = await takeAttendance(as('lindqvist'), english);

        expect(days.find((day) => day.studentId === st.ben)).toMatchObject({
          codeId: dayCodes.AUHD,
          value: '0.500',
          minutesAttended: 270,
          minutesScheduled: 360,
          incomplete: true,
        });
        expect(days.find((day) => day.studentId === st.amara)).toMatchObject({
          codeId: dayCodes.P,
          incomplete: true,
        });
      }));

    test('the day is complete when its last class is taken', () =>
      acting(space, async (as) => {
        const yesterday = { ...english, day: days.yesterday, marks: [] };
        const { days: derived } = await takeAttendance(as('lindqvist'), yesterday);

        expect(derived.every((day) => !day.incomplete)).toBe(true);
        expect(derived.find((day) => day.studentId === st.amara)?.codeId).toBe(dayCodes.T);
      }));

    test('keeps arrival times and notes, trimmed', () =>
      acting(space, async (as) => {
        const ctx = as('lindqvist');
        const late = { studentId: st.amara, codeId: codes.T, arrivalTime: '12:07', note: ' Bus ' };
        await takeAttendance(ctx, { ...english, marks: [late], post: false });
        await markStudent(ctx, { ...english, version: 1, studentId: st.amara, codeId: codes.P });

        expect(await historyOf(ctx, english)).toEqual([
          ['arrival', '12:07:00', null],
          ['code', 'T', 'P'],
          ['note', 'Bus', null],
        ]);
      }));

    test('a class that is saved can be saved again; only what changed enters the history', () =>
      acting(space, async (as) => {
        const ctx = as('lindqvist');
        await takeAttendance(ctx, { ...english, post: false });
        const again = await takeAttendance(ctx, {
          ...english,
          version: 1,
          marks: [{ studentId: st.chloe, codeId: codes.T }],
          post: false,
        });

        expect(again).toMatchObject({ state: 'saved', version: 2, postedAt: null });
        expect(await historyOf(ctx, english)).toEqual([
          ['code', 'A', 'P'],
          ['code', 'P', 'T'],
        ]);
        expect(await eventsOf(ctx)).toEqual(['attendance.saved', 'attendance.saved']);
      }));

    test('where posting is many times, a posted class can be posted again, as a change after posting', () =>
      acting(space, async (as) => {
        const ctx = as('lindqvist');
        await setSchool(ctx, { post_mode: 'post' });
        await takeAttendance(ctx, english);
        const again = await takeAttendance(ctx, { ...english, version: 1, marks: [] });

        expect(again).toMatchObject({ state: 'posted', version: 2 });
        expect(await historyOf(ctx, english, { afterPosting: true })).toEqual([['code', 'A', 'P']]);
      }));

    test('saving a posted class leaves it posted, where the school allows it', () =>
      acting(space, async (as) => {
        const ctx = as('lindqvist');
        await setSchool(ctx, { post_mode: 'post' });
        await takeAttendance(ctx, english);
        const saved = await takeAttendance(ctx, { ...english, version: 1, post: false });

        expect(saved).toMatchObject({ state: 'posted', postedBy: 'Erik Lindqvist' });
        expect(await submissionOf(ctx, english)).toMatchObject({ posted_by: cast.staff.lindqvist });
      }));

    test('a double class is taken by period', () =>
      acting(space, async (as) => {
        const ctx = as('okafor');
        const first = { ...english, sectionId: sections.biology, periodId: periods.p1 };
        await takeAttendance(ctx, first);
        await takeAttendance(ctx, { ...first, periodId: periods.p2, marks: [] });

        expect((await marksOf(ctx, first))[st.ben]).toBe(codes.A);
        expect((await marksOf(ctx, { ...first, periodId: periods.p2 }))[st.ben]).toBe(codes.P);
      }));

    test('homeroom is taken and derives nothing', () =>
      acting(space, async (as) => {
        const ctx = as('okafor');
        const homeroom = { ...english, sectionId: sections.homeroom, periodId: periods.homeroom };
        await takeAttendance(ctx, homeroom);

        expect(await dayOf(ctx, st.ben, cast.today)).toMatchObject({ code_id: dayCodes.P, incomplete: true });
      }));

    test('the homeroom is the day where attendance is taken once', () =>
      acting(space, async (as) => {
        const ctx = as('okafor');
        await setSchool(ctx, { daily_attendance_from: 'daily' });
        await takeAttendance(ctx, { ...english, sectionId: sections.homeroom, periodId: periods.homeroom });

        expect(await dayOf(ctx, st.ben, cast.today)).toMatchObject({
          code_id: dayCodes.AUFD,
          incomplete: false,
        });
      }));

    test('the office may take a class for a day that is closed to teachers', () =>
      acting(space, async (as) => {
        const taken = await takeAttendance(as('ruiz'), { ...english, day: days.closed });

        expect(taken.takenBy).toBe('Marisol Ruiz');
      }));
  });

  describe('attendance is refused', () => {
    test.for<{ name: string; input: Partial<TakeAttendance>; code: string; facts: Record<string, unknown> }>([
      {
        name: 'for tomorrow',
        input: { day: days.tomorrow },
        code: 'attendance/future-day',
        facts: { today: cast.today },
      },
      {
        name: 'for a holiday',
        input: { day: days.holiday },
        code: 'attendance/not-a-school-day',
        facts: { kind: 'holiday', note: 'Labor Day', previous: '2025-08-29', next: '2025-09-02' },
      },
      {
        name: 'for a Saturday',
        input: { day: days.saturday },
        code: 'attendance/not-a-school-day',
        facts: { kind: null, next: days.monday },
      },
      {
        name: 'for a day too long ago',
        input: { day: days.closed },
        code: 'attendance/window-closed',
        facts: { openDays: 5, firstOpen: days.firstOpen },
      },
      {
        name: 'in a period the section does not meet',
        input: { periodId: periods.p1 },
        code: 'attendance/period-not-met',
        facts: { section: 'ENG9-01', periods: ['Period 3'] },
      },
      {
        name: 'for a student who left',
        input: { marks: [{ studentId: st.farid, codeId: codes.A }] },
        code: 'attendance/not-enrolled',
        facts: { studentId: st.farid, section: 'ENG9-01', day: cast.today },
      },
      {
        name: 'for a student of another class',
        input: { marks: [{ studentId: st.diego, codeId: codes.A }] },
        code: 'attendance/not-enrolled',
        facts: { studentId: st.diego },
      },
      {
        name: 'with an unknown code',
        input: { marks: [{ studentId: st.ben, codeId: 999 }] },
        code: 'attendance/unknown-code',
        facts: { codeId: 999 },
      },
      {
        name: 'with a code of the day',
        input: { marks: [{ studentId: st.ben, codeId: dayCodes.AUFD }] },
        code: 'attendance/unknown-code',
        facts: { codeId: dayCodes.AUFD },
      },
      {
        name: 'with a code of the office',
        input: { marks: [{ studentId: st.ben, codeId: codes.AE }] },
        code: 'attendance/code-needs-office',
        facts: { code: 'AE' },
      },
      {
        name: 'with a version that is not the one that stands',
        input: { version: 3 },
        code: 'shared/stale-edit',
        facts: {
          what: 'class',
          current: { version: 0, state: 'not-taken', takenAt: null, takenBy: null, marks: [] },
        },
      },
      {
        name: 'for a section that is not there',
        input: { sectionId: 999 },
        code: 'shared/not-found',
        facts: { id: 999 },
      },
      {
        name: 'for a section of someone else',
        input: { sectionId: sections.biology, periodId: periods.p1 },
        code: 'identity/not-allowed',
        facts: {},
      },
    ])('$name', ({ input, code, facts }) =>
      acting(space, async (as) => {
        const ctx = as('lindqvist');

        await expect(takeAttendance(ctx, { ...english, ...input })).rejects.toMatchObject({
          code,
          facts: expect.objectContaining(facts),
        });
        expect(await eventsOf(ctx)).toEqual([]);
      }),
    );

    test.for(['amara', 'adaeze'] as const)('to families (%s)', (who) =>
      acting(space, async (as) => {
        await expect(takeAttendance(as(who), english)).rejects.toMatchObject({
          code: 'identity/not-allowed',
        });
      }),
    );

    test('once a class is posted for good', () =>
      acting(space, async (as) => {
        const ctx = as('lindqvist');
        await takeAttendance(ctx, english);

        await expect(takeAttendance(ctx, { ...english, version: 1 })).rejects.toMatchObject({
          code: 'attendance/already-posted',
          facts: { postedBy: 'Erik Lindqvist', postedAt: expect.stringContaining('2025-09-24T15:00') },
        });
      }));

    test('when another tab saved in between, with what stands now', () =>
      acting(space, async (as) => {
        const ctx = as('lindqvist');
        await takeAttendance(ctx, { ...english, post: false });

        await expect(takeAttendance(ctx, { ...english, post: false })).rejects.toMatchObject({
          code: 'shared/stale-edit',
          facts: {
            current: {
              version: 1,
              state: 'saved',
              marks: expect.arrayContaining([
                expect.objectContaining({ studentId: st.ben, codeId: codes.A }),
              ]),
            },
          },
        });
      }));

    test('posting, where the school does not post', () =>
      acting(space, async (as) => {
        const ctx = as('lindqvist');
        await setSchool(ctx, { post_mode: 'no-post' });

        await expect(takeAttendance(ctx, english)).rejects.toMatchObject({
          code: 'attendance/school-does-not-post',
        });
      }));

    test('another day, where the school takes it on the day itself', () =>
      acting(space, async (as) => {
        const ctx = as('lindqvist');
        await setSchool(ctx, { allow_date_change: false });

        await expect(takeAttendance(ctx, { ...english, day: days.yesterday })).rejects.toMatchObject({
          code: 'attendance/date-change-off',
        });
      }));

    test('for a section of the other semester', () =>
      acting(space, async (as) => {
        const algebra = { ...english, sectionId: sections.algebra, periodId: periods.p4, day: '2025-10-07' };

        await expect(
          takeAttendance({ ...as('lindqvist'), today: '2025-10-07' }, algebra),
        ).rejects.toMatchObject({
          code: 'attendance/section-not-running',
          facts: { section: 'ALG1-01', from: days.first, to: '2025-10-03' },
        });
      }));
  });

  describe('correcting one student', () => {
    const correction = { ...english, version: 1, studentId: st.ben, codeId: codes.T };

    test('changes the mark, derives the day again, and keeps the change and the event', () =>
      acting(space, async (as) => {
        const ctx = as('lindqvist');
        await takeAttendance(ctx, { ...english, post: false });
        const corrected = await markStudent(ctx, correction);

        expect(corrected).toMatchObject({ state: 'saved', version: 2 });
        expect(corrected.days).toMatchObject([{ studentId: st.ben, codeId: dayCodes.P }]);
        expect(await historyOf(ctx, english)).toEqual([['code', 'A', 'T']]);
        expect(await eventsOf(ctx)).toEqual(['attendance.saved', 'attendance.marked']);
      }));

    test('is refused before the class is taken', () =>
      acting(space, async (as) => {
        await expect(markStudent(as('lindqvist'), { ...correction, version: 0 })).rejects.toMatchObject({
          code: 'attendance/not-taken',
        });
      }));

    test('is refused once the class is posted for good', () =>
      acting(space, async (as) => {
        await takeAttendance(as('lindqvist'), english);

        await expect(markStudent(as('lindqvist'), correction)).rejects.toMatchObject({
          code: 'attendance/already-posted',
        });
      }));

    test('is refused to a teacher of another class', () =>
      acting(space, async (as) => {
        await expect(markStudent(as('okafor'), correction)).rejects.toMatchObject({
          code: 'identity/not-allowed',
        });
      }));
  });
});
