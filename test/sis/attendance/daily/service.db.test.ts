import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { recomputeDay } from '../../../../src/sis/attendance/daily/service.ts';
import { attendanceCodes } from '../../../../src/sis/attendance/schema.ts';
import { sectionEnrollments } from '../../../../src/sis/scheduling/schema.ts';
import { acting, dayOf, setSchool } from '../../../support/attendance.ts';
import { cast } from '../../../support/cast.ts';
import { castRows } from '../../../support/cast-rows/all.ts';
import { inBothSpaces } from '../../../support/spaces.ts';

const { students: st, dayCodes, days, sections } = cast;
const everyone = Object.values(st);

inBothSpaces('deriving days again', (space) => {
  test('what is up to date stays as it is, versions too', () =>
    acting(space, async (as) => {
      const ctx = as('ruiz');
      const stored = castRows.find(({ rows }) => rows[0] && 'minutes_attended' in rows[0])!.rows;
      for (const day of new Set(stored.map((row) => String(row.day)))) {
        await recomputeDay(ctx, cast.school, everyone, day);
      }

      for (const row of stored) {
        const { id: _, ...rest } = row;
        expect(await dayOf(ctx, Number(row.student_id), String(row.day))).toMatchObject(rest);
      }
    }));

  test('a schedule with fewer classes asks for fewer minutes', () =>
    acting(space, async (as) => {
      const ctx = as('ruiz');
      await ctx.tx
        .delete(sectionEnrollments)
        .where(
          and(
            eq(sectionEnrollments.student_id, st.amara),
            eq(sectionEnrollments.section_id, sections.algebra),
          ),
        );
      const [day] = await recomputeDay(ctx, cast.school, [st.amara], days.monday);

      expect(day).toMatchObject({ minutesScheduled: 270, minutesAttended: 270, value: '1.000', version: 2 });
    }));

  test('a student without classes loses the day', () =>
    acting(space, async (as) => {
      const ctx = as('ruiz');
      await ctx.tx.delete(sectionEnrollments).where(eq(sectionEnrollments.student_id, st.amara));
      await recomputeDay(ctx, cast.school, [st.amara], days.monday);

      expect(await dayOf(ctx, st.amara, days.monday)).toBeUndefined();
    }));

  test('a day on which nothing was taken gets no row', () =>
    acting(space, async (as) => {
      expect(await recomputeDay(as('ruiz'), cast.school, everyone, cast.today)).toEqual([]);
      expect(await dayOf(as('ruiz'), st.amara, cast.today)).toBeUndefined();
    }));

  test('students who have left are left alone', () =>
    acting(space, async (as) => {
      expect(await recomputeDay(as('ruiz'), cast.school, [st.farid], days.monday)).toEqual([]);
    }));

  test('a new rule of the school changes the days derived after it', () =>
    acting(space, async (as) => {
      const ctx = as('ruiz');
      await setSchool(ctx, { daily_attendance_from: 'daily' });
      await recomputeDay(ctx, cast.school, [st.amara], days.yesterday);

      expect(await dayOf(ctx, st.amara, days.yesterday)).toMatchObject({
        code_id: dayCodes.P,
        incomplete: false,
      });
    }));

  test('is refused where the school has no codes for absent days', () =>
    acting(space, async (as) => {
      const ctx = as('ruiz');
      await ctx.tx
        .update(attendanceCodes)
        .set({ category: 'present' })
        .where(and(eq(attendanceCodes.scope, 'day'), eq(attendanceCodes.category, 'absent')));

      await expect(recomputeDay(ctx, cast.school, [st.amara], days.monday)).rejects.toMatchObject({
        code: 'attendance/codes-missing',
        facts: { school: 'Harbor Street High School', scope: 'day' },
      });
    }));
});
