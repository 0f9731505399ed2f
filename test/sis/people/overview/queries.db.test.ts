import { describe, expect, test } from 'vitest';
import { overrideDay } from '../../../../src/sis/attendance/office/service.ts';
import { getStudentAttendance, getStudentOverview } from '../../../../src/sis/people/overview/queries.ts';
import { acting } from '../../../support/attendance.ts';
import { cast } from '../../../support/cast.ts';
import { inBothSpaces } from '../../../support/spaces.ts';

const { students: st, guardians, dayCodes, days } = cast;
const week = { from: days.monday, to: cast.today };

inBothSpaces('students', (space) => {
  describe("a student's page", () => {
    test('holds names, homes, contacts, classes and the attendance of the year', () =>
      acting(space, async (as) => {
        const overview = await getStudentOverview(as('okafor'), st.ben);

        expect(overview.student).toMatchObject({ name: 'Ben Nwosu', listedName: 'Nwosu, Ben', age: 14 });
        expect(overview.enrollment).toMatchObject({ gradeLevel: 9, startsOn: days.first });
        expect(overview.homes).toMatchObject([{ street: '12 Harbor Street', isPrimary: true }]);
        expect(overview.contacts).toMatchObject([
          { name: 'Adaeze Nwosu', relationship: 'mother', hasCustody: true },
        ]);
        expect(overview.schedule.map((one) => one.periodCode)).toEqual(['HR', '1', '2', '3', '4']);
        expect(overview.attendance).toMatchObject({
          membershipDays: 21,
          absentDays: '1',
          unexcusedDays: '1',
          rate: '95.2',
          chronicallyAbsent: false,
          chronicallyTruant: false,
        });
      }));

    test('counts days within the stay at the school only', () =>
      acting(space, async (as) => {
        const { attendance } = await getStudentOverview(as('ruiz'), st.elif);

        expect(attendance).toMatchObject({ membershipDays: 1, absentDays: '0', rate: '100.0' });
      }));

    test('a day excused is absent, but not unexcused', () =>
      acting(space, async (as) => {
        const ctx = as('ruiz');
        await overrideDay(ctx, {
          schoolId: cast.school,
          studentId: st.ben,
          day: days.monday,
          codeId: dayCodes.AEHD,
          version: 1,
        });

        expect((await getStudentOverview(ctx, st.ben)).attendance).toMatchObject({
          absentDays: '0.5',
          unexcusedDays: '0',
        });
      }));

    test('of a student who left shows the last stay', () =>
      acting(space, async (as) => {
        const { enrollment, attendance } = await getStudentOverview(as('ruiz'), st.farid);

        expect(enrollment).toMatchObject({ endsOn: '2025-09-17', exitCode: 'W1' });
        expect(attendance.membershipDays).toBe(17);
      }));

    test('shows a guardian no other household', () =>
      acting(space, async (as) => {
        const nadia = {
          ...cast.actors.adaeze,
          personId: guardians.nadia,
          personName: 'Nadia Haddad',
          studentIds: [st.chloe],
        };
        const { homes, contacts } = await getStudentOverview({ ...as('adaeze'), actor: nadia }, st.chloe);

        expect(homes).toMatchObject([{ street: '34 Lake Street' }]);
        expect(contacts).toMatchObject([{ name: 'Nadia Haddad' }]);
      }));

    test('shows staff both', () =>
      acting(space, async (as) => {
        const { homes, contacts } = await getStudentOverview(as('okafor'), st.chloe);

        expect(homes).toHaveLength(2);
        expect(contacts.map((contact) => contact.name)).toEqual(['Nadia Haddad', 'Paul Reyes']);
      }));

    test.for([
      { name: 'the parent of another child', who: 'adaeze', student: st.chloe, code: 'identity/not-allowed' },
      { name: 'another student', who: 'amara', student: st.ben, code: 'identity/not-allowed' },
      { name: 'anyone, when there is no such student', who: 'ruiz', student: 999, code: 'shared/not-found' },
    ] as const)('is closed to $name', ({ who, student, code }) =>
      acting(space, async (as) => {
        await expect(getStudentOverview(as(who), student)).rejects.toMatchObject({ code });
        await expect(getStudentAttendance(as(who), student, week)).rejects.toMatchObject({ code });
      }),
    );

    test('is closed to a teacher of none of the classes', () =>
      acting(space, async (as) => {
        const stranger = { ...cast.actors.lindqvist, sectionIds: [cast.sections.english] };

        await expect(
          getStudentOverview({ ...as('lindqvist'), actor: stranger }, st.diego),
        ).rejects.toMatchObject({
          code: 'identity/not-allowed',
        });
      }));
  });

  describe("a student's attendance", () => {
    test('newest first: not taken yet, then the day and each class', () =>
      acting(space, async (as) => {
        const { days: listed } = await getStudentAttendance(as('amara'), st.amara, week);

        expect(listed.map((day) => [day.day, day.member, day.daily?.code ?? null, day.marks.length])).toEqual(
          [
            [cast.today, true, null, 0],
            [days.yesterday, true, 'T', 4],
            [days.monday, true, 'P', 5],
          ],
        );
        expect(listed[1]?.marks[1]).toMatchObject({
          section: 'BIO1-01',
          periodCode: '1',
          code: 'T',
          arrivalTime: '08:41:00',
        });
      }));

    test('days before the stay are not available, which is not the same as not taken', () =>
      acting(space, async (as) => {
        const { days: listed } = await getStudentAttendance(as('ruiz'), st.elif, week);

        expect(listed.map((day) => day.member)).toEqual([true, true, false]);
      }));
  });
});
