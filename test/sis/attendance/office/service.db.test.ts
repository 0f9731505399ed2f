import { describe, expect, test } from 'vitest';
import { overrideDay, overrideMark } from '../../../../src/sis/attendance/office/service.ts';
import { acting, dayOf, eventsOf, historyOf, marksOf } from '../../../support/attendance.ts';
import { cast } from '../../../support/cast.ts';
import { inBothSpaces } from '../../../support/spaces.ts';

const { students: st, codes, dayCodes, days, sections, periods } = cast;
const monday = { sectionId: sections.english, periodId: periods.p3, day: days.monday };
const excuse = { ...monday, studentId: st.ben, codeId: codes.AE, version: 1 };
const wholeDay = {
  schoolId: cast.school,
  studentId: st.ben,
  day: days.monday,
  codeId: dayCodes.AEFD as number | null,
  version: 1,
};

inBothSpaces('the office', (space) => {
  describe('the office over a mark', () => {
    test('its code counts, the mark of the teacher stays, and who did it is kept', () =>
      acting(space, async (as) => {
        const ctx = as('ruiz');
        const { version } = await overrideMark(ctx, excuse);

        expect(version).toBe(2);
        expect((await marksOf(ctx, monday))[st.ben]).toBe(codes.A);
        expect(await historyOf(ctx, monday, { afterPosting: true })).toEqual([['override', null, 'AE']]);
        expect(await eventsOf(ctx)).toEqual(['attendance.overridden']);
      }));

    test('a day whose classes are all excused is excused', () =>
      acting(space, async (as) => {
        const ctx = as('ruiz');
        for (const [sectionId, periodId] of [
          [sections.biology, periods.p1],
          [sections.biology, periods.p2],
          [sections.english, periods.p3],
          [sections.algebra, periods.p4],
        ] as const) {
          await overrideMark(ctx, { ...excuse, sectionId, periodId });
        }

        expect(await dayOf(ctx, st.ben, days.monday)).toMatchObject({
          code_id: dayCodes.AEFD,
          value: '0.000',
        });
      }));

    test('taking it off brings the mark back', () =>
      acting(space, async (as) => {
        const ctx = as('ruiz');
        await overrideMark(ctx, { ...excuse, codeId: codes.P });
        const { days: derived } = await overrideMark(ctx, { ...excuse, codeId: null, version: 2 });

        expect(derived).toMatchObject([{ codeId: dayCodes.AUFD, minutesAttended: 0 }]);
        expect(await historyOf(ctx, monday)).toEqual([
          ['override', null, 'P'],
          ['override', 'P', null],
        ]);
      }));

    test.for([
      { name: 'to a teacher', who: 'lindqvist', input: {}, code: 'identity/not-allowed' },
      { name: 'with an old version', who: 'ruiz', input: { version: 7 }, code: 'shared/stale-edit' },
      { name: 'with an unknown code', who: 'ruiz', input: { codeId: 999 }, code: 'attendance/unknown-code' },
      {
        name: 'for a student who left',
        who: 'ruiz',
        input: { studentId: st.farid },
        code: 'attendance/not-enrolled',
      },
      {
        name: 'before the class is taken',
        who: 'ruiz',
        input: { day: cast.today },
        code: 'attendance/not-taken',
      },
    ] as const)('is refused $name', ({ who, input, code }) =>
      acting(space, async (as) => {
        const ctx = as(who);

        await expect(overrideMark(ctx, { ...excuse, ...input })).rejects.toMatchObject({ code });
        expect(await eventsOf(ctx)).toEqual([]);
      }),
    );
  });

  describe('the office over a whole day', () => {
    test('its code counts whatever the classes say, and its weight is the value', () =>
      acting(space, async (as) => {
        const ctx = as('ruiz');
        const day = await overrideDay(ctx, { ...wholeDay, codeId: dayCodes.SF });

        expect(day).toMatchObject({ codeId: dayCodes.SF, overridden: true, value: '1.000', version: 2 });
        expect(await dayOf(ctx, st.ben, days.monday)).toMatchObject({ code_id: dayCodes.AUFD });
        expect(await eventsOf(ctx)).toEqual(['attendance.day-overridden']);
      }));

    test('may come before any class is taken', () =>
      acting(space, async (as) => {
        const day = await overrideDay(as('ruiz'), { ...wholeDay, day: cast.today, version: 0 });

        expect(day).toMatchObject({ codeId: dayCodes.AEFD, value: '0.000', incomplete: true });
      }));

    test('taken off, the classes speak again', () =>
      acting(space, async (as) => {
        const ctx = as('ruiz');
        await overrideDay(ctx, { ...wholeDay, codeId: dayCodes.P });
        const day = await overrideDay(ctx, { ...wholeDay, codeId: null, version: 2 });

        expect(day).toMatchObject({ codeId: dayCodes.AUFD, overridden: false, value: '0.000', version: 3 });
      }));

    test.for([
      { name: 'to a teacher', who: 'okafor', input: {}, code: 'identity/not-allowed' },
      {
        name: 'with a code for classes',
        who: 'ruiz',
        input: { codeId: codes.A },
        code: 'attendance/unknown-code',
      },
      { name: 'for tomorrow', who: 'ruiz', input: { day: days.tomorrow }, code: 'attendance/future-day' },
      {
        name: 'for a holiday',
        who: 'ruiz',
        input: { day: days.holiday },
        code: 'attendance/not-a-school-day',
      },
      { name: 'for who left', who: 'ruiz', input: { studentId: st.farid }, code: 'attendance/not-enrolled' },
      { name: 'with an old version', who: 'ruiz', input: { version: 4 }, code: 'shared/stale-edit' },
    ] as const)('is refused $name', ({ who, input, code }) =>
      acting(space, async (as) => {
        await expect(overrideDay(as(who), { ...wholeDay, ...input })).rejects.toMatchObject({ code });
      }),
    );
  });
});
