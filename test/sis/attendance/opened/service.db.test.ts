import { expect, test } from 'vitest';
import { overrideMark } from '../../../../src/sis/attendance/office/service.ts';
import { openClass } from '../../../../src/sis/attendance/opened/service.ts';
import { requestChange } from '../../../../src/sis/attendance/requests/service.ts';
import { takeAttendance } from '../../../../src/sis/attendance/service.ts';
import { acting } from '../../../support/attendance.ts';
import { cast } from '../../../support/cast.ts';
import { inBothSpaces } from '../../../support/spaces.ts';

const { students: st, codes, days, sections, periods } = cast;
const biology = { sectionId: sections.biology, day: cast.today };
const english = { sectionId: sections.english, periodId: periods.p3 };

inBothSpaces('opening a class', (space) => {
  test('that is not taken: by family name, nobody marked, ready to be marked', () =>
    acting(space, async (as) => {
      const opened = await openClass(as('okafor'), biology);

      expect(opened).toMatchObject({
        section: { code: 'BIO1-01', courseTitle: 'Biology', room: '210' },
        day: { kind: 'instructional', previous: days.yesterday, next: days.tomorrow },
        period: { code: '1', startsAt: '08:20:00', endsAt: '09:50:00', minutes: 90 },
        periods: [
          { code: '1', state: 'not-taken' },
          { code: '2', state: 'not-taken' },
        ],
        state: 'not-taken',
        version: 0,
        mayMark: true,
        mayRequest: false,
        mayOverride: false,
        closed: null,
        copyFrom: null,
      });
      expect(opened.students.map((student) => student.name)).toEqual([
        'Elif Aydin',
        'Chloe Haddad',
        'Farid Karimi',
        'Diego Morales',
        'Amara Nwosu',
        'Ben Nwosu',
      ]);
      expect(opened.students.every((student) => student.mark === null)).toBe(true);
    }));

  test('greys who left, and says why', () =>
    acting(space, async (as) => {
      const { students } = await openClass(as('okafor'), biology);

      expect(students.filter((student) => !student.inSession)).toMatchObject([
        { studentId: st.farid, why: 'left' },
      ]);
    }));

  test('greys who had not come yet', () =>
    acting(space, async (as) => {
      const { students } = await openClass(as('okafor'), { ...biology, day: days.monday });

      expect(students.find((student) => student.studentId === st.elif)).toMatchObject({
        inSession: false,
        why: 'not-yet',
        mark: null,
      });
    }));

  test('shows the history strip, where not taken is not absent, and not available is neither', () =>
    acting(space, async (as) => {
      const { historyDays, students } = await openClass(as('lindqvist'), { ...english, day: cast.today });
      const historyOf = (id: number) =>
        students.find((student) => student.studentId === id)?.history.slice(-3) ?? [];

      expect(historyDays.slice(-3)).toEqual([days.earlyRelease, days.monday, days.yesterday]);
      expect(historyDays).toHaveLength(10);
      expect(historyOf(st.ben)).toEqual([
        { state: 'taken', codeId: codes.P },
        { state: 'taken', codeId: codes.A },
        { state: 'not-taken' },
      ]);
      expect(historyOf(st.elif)).toEqual([
        { state: 'not-available' },
        { state: 'not-available' },
        { state: 'not-taken' },
      ]);
    }));

  test('shows the whole day beside the class', () =>
    acting(space, async (as) => {
      const { students } = await openClass(as('okafor'), { ...biology, day: days.yesterday });

      expect(students.find((student) => student.studentId === st.amara)).toMatchObject({
        mark: { codeId: codes.T, arrivalTime: '08:41:00' },
        daily: { code: 'T', incomplete: true, minutesScheduled: 360 },
      });
    }));

  test('that is posted for good: no marks, but requests, and who posted it', () =>
    acting(space, async (as) => {
      await requestChange(as('okafor'), {
        ...biology,
        periodId: periods.p2,
        day: days.yesterday,
        studentId: st.ben,
        codeId: codes.A,
        reason: 'Left after lunch',
      });
      const opened = await openClass(as('okafor'), { ...biology, day: days.yesterday, periodId: periods.p2 });

      expect(opened).toMatchObject({
        state: 'posted',
        postedBy: 'Ngozi Okafor',
        mayMark: false,
        mayRequest: true,
        closed: 'already-posted',
        requests: [{ student: 'Ben Nwosu', from: 'P', to: 'A', state: 'open' }],
      });
    }));

  test('tells the teacher who changed what after posting', () =>
    acting(space, async (as) => {
      const at = { ...english, day: days.monday };
      await overrideMark(as('ruiz'), { ...at, studentId: st.ben, codeId: codes.AE, version: 1 });
      const { changes, version } = await openClass(as('lindqvist'), at);

      expect(changes).toMatchObject([
        {
          student: 'Ben Nwosu',
          field: 'override',
          from: null,
          to: 'AE',
          afterPosting: true,
          changedBy: 'Marisol Ruiz',
        },
      ]);
      expect(version).toBe(2);
    }));

  test('in its later period, offers the marks of the first', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      await takeAttendance(ctx, {
        ...biology,
        periodId: periods.p1,
        version: 0,
        post: true,
        marks: [
          { studentId: st.ben, codeId: codes.A },
          { studentId: st.amara, codeId: codes.T },
        ],
      });
      const { copyFrom } = await openClass(ctx, { ...biology, periodId: periods.p2 });

      expect(copyFrom).toMatchObject({ periodId: periods.p1, period: 'Period 1' });
      expect(copyFrom?.marks.filter((mark) => mark.codeId !== codes.P)).toEqual([
        { studentId: st.ben, codeId: codes.A },
      ]);
    }));

  test.for([
    { name: 'before its day', day: days.tomorrow, closed: 'future-day' },
    { name: 'after its window', day: days.closed, closed: 'window-closed' },
  ])('$name shows it closed, and why', ({ day, closed }) =>
    acting(space, async (as) => {
      expect(await openClass(as('okafor'), { ...biology, day })).toMatchObject({ mayMark: false, closed });
    }),
  );

  test('stays open to the office after the window', () =>
    acting(space, async (as) => {
      expect(await openClass(as('ruiz'), { ...biology, day: days.closed })).toMatchObject({ mayMark: true });
    }));

  test('shows the seats', () =>
    acting(space, async (as) => {
      const { seats } = await openClass(as('okafor'), biology);

      expect(seats).toEqual([
        { studentId: st.amara, row: 1, column: 1 },
        { studentId: st.ben, row: 1, column: 2 },
      ]);
    }));

  test.for([
    { name: 'to another teacher', who: 'lindqvist', input: {}, code: 'identity/not-allowed' },
    { name: 'to a parent', who: 'adaeze', input: {}, code: 'identity/not-allowed' },
    {
      name: 'on a holiday',
      who: 'okafor',
      input: { day: days.holiday },
      code: 'attendance/not-a-school-day',
    },
    {
      name: 'in a period it has not',
      who: 'okafor',
      input: { periodId: periods.p4 },
      code: 'attendance/period-not-met',
    },
  ] as const)('is refused $name', ({ who, input, code }) =>
    acting(space, async (as) => {
      await expect(openClass(as(who), { ...biology, ...input })).rejects.toMatchObject({ code });
    }),
  );
});
