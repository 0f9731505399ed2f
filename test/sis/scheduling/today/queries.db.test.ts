import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { attendanceSubmissions } from '../../../../src/sis/attendance/schema.ts';
import { takeAttendance } from '../../../../src/sis/attendance/service.ts';
import { sectionEnrollments, sectionStaff } from '../../../../src/sis/scheduling/schema.ts';
import { listTodaysClasses } from '../../../../src/sis/scheduling/today/queries.ts';
import { acting, setSchool } from '../../../support/attendance.ts';
import { cast } from '../../../support/cast.ts';
import { inBothSpaces } from '../../../support/spaces.ts';

const { days, sections, periods } = cast;

inBothSpaces("a teacher's day", (space) => {
  test('lists the classes in order of the bells, with their state', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      const biology = { sectionId: sections.biology, day: cast.today, version: 0, marks: [] };
      await takeAttendance(ctx, { ...biology, periodId: periods.p1, post: true });
      await takeAttendance(ctx, { ...biology, periodId: periods.p2, post: false });
      const { day, classes } = await listTodaysClasses(ctx);

      expect(day).toMatchObject({ day: cast.today, inSession: true, previous: days.yesterday });
      expect(classes.map((one) => [one.code, one.periodCode, one.startsAt, one.students, one.state])).toEqual(
        [
          ['HR9-01', 'HR', '08:00:00', 5, 'not-taken'],
          ['BIO1-01', '1', '08:20:00', 5, 'posted'],
          ['BIO1-01', '2', '09:55:00', 5, 'saved'],
        ],
      );
    }));

  test('has no classes on a holiday', () =>
    acting(space, async (as) => {
      const { day, classes } = await listTodaysClasses({ ...as('okafor'), today: days.holiday });

      expect(day).toMatchObject({ inSession: false, kind: 'holiday', note: 'Labor Day' });
      expect(classes).toEqual([]);
    }));

  test('names the class that was not taken yesterday, with what its link needs', () =>
    acting(space, async (as) => {
      const { untaken } = await listTodaysClasses(as('lindqvist'));

      expect(untaken).toEqual([
        {
          day: days.yesterday,
          sectionId: sections.english,
          code: 'ENG9-01',
          courseTitle: 'English 9',
          periodId: periods.p3,
          periodCode: '3',
          periodName: 'Period 3',
          students: 4,
          state: 'not-taken',
        },
      ]);
    }));

  test('names a class that was saved and not posted', () =>
    acting(space, async (as) => {
      const ctx = as('lindqvist');
      const english = { sectionId: sections.english, periodId: periods.p3, day: days.yesterday };
      await takeAttendance(ctx, { ...english, version: 0, marks: [], post: false });

      expect((await listTodaysClasses(ctx)).untaken).toMatchObject([{ day: days.yesterday, state: 'saved' }]);
    }));

  test('but not where the school does not post', () =>
    acting(space, async (as) => {
      const ctx = as('lindqvist');
      await setSchool(ctx, { post_mode: 'no-post' });
      const english = { sectionId: sections.english, periodId: periods.p3, day: days.yesterday };
      await takeAttendance(ctx, { ...english, version: 0, marks: [], post: false });

      expect((await listTodaysClasses(ctx)).untaken).toEqual([]);
    }));

  test('never names a class without students', () =>
    acting(space, async (as) => {
      const ctx = as('lindqvist');
      await ctx.tx.delete(sectionEnrollments).where(eq(sectionEnrollments.section_id, sections.english));

      expect((await listTodaysClasses(ctx)).untaken).toEqual([]);
    }));

  test('never follows into the next semester', () =>
    acting(space, async (as) => {
      const ctx = { ...as('lindqvist'), today: '2025-10-07' };
      await ctx.tx.delete(attendanceSubmissions);
      const { untaken } = await listTodaysClasses(ctx);

      expect(untaken.map((one) => [one.day, one.code])).toEqual([['2025-10-06', 'ENG9-01']]);
    }));

  test('never names days before the teacher had the class', () =>
    acting(space, async (as) => {
      const ctx = as('lindqvist');
      await ctx.tx
        .update(sectionStaff)
        .set({ starts_on: cast.today })
        .where(eq(sectionStaff.section_id, sections.english));

      expect((await listTodaysClasses(ctx)).untaken).toEqual([]);
    }));

  test('never names days that are closed', () =>
    acting(space, async (as) => {
      const ctx = as('lindqvist');
      await setSchool(ctx, { attendance_open_days: 0 });

      expect((await listTodaysClasses(ctx)).untaken).toEqual([]);
    }));

  test('is empty for a person who teaches nothing', () =>
    acting(space, async (as) => {
      expect(await listTodaysClasses(as('ruiz'))).toMatchObject({ classes: [], untaken: [] });
    }));
});
