import { describe, expect, test } from 'vitest';
import { loadAttendanceDay, loadClassAttendance } from '../../../src/pages/teacher/attendance.ts';
import { acting } from '../../support/attendance.ts';
import { cast } from '../../support/cast.ts';
import { inBothSpaces } from '../../support/spaces.ts';

const { sections, periods, days } = cast;

inBothSpaces('pages of attendance', (space) => {
  describe("a teacher's classes of a day", () => {
    test('are those of today when no day is given, with what waits from before', () =>
      acting(space, async (as) => {
        const { day, classes, untaken } = await loadAttendanceDay(as('lindqvist'), {});

        expect(day).toMatchObject({ day: cast.today, inSession: true, previous: days.yesterday });
        expect(classes.map(({ code, state }) => [code, state])).toEqual([
          ['ENG9-01', 'not-taken'],
          ['ALG1-01', 'not-taken'],
        ]);
        expect(untaken).toMatchObject([{ day: days.yesterday, code: 'ENG9-01' }]);
      }));

    test('are none on a holiday, which says what it is', () =>
      acting(space, async (as) => {
        const { day, classes } = await loadAttendanceDay(as('okafor'), { day: days.holiday });

        expect(day).toMatchObject({ inSession: false, kind: 'holiday' });
        expect(classes).toEqual([]);
      }));
  });

  describe('a class', () => {
    test('is opened at its first period, today', () =>
      acting(space, async (as) => {
        const data = await loadClassAttendance(as('okafor'), { sectionId: sections.biology });

        expect(data).toMatchObject({
          kind: 'opened',
          opened: { day: { day: cast.today }, period: { id: periods.p1 }, state: 'not-taken', mayMark: true },
        });
      }));

    test('that does not meet on the day is an answer with the days around it', () =>
      acting(space, async (as) => {
        const data = await loadClassAttendance(as('okafor'), {
          sectionId: sections.biology,
          day: days.saturday,
        });

        expect(data).toMatchObject({
          kind: 'refused',
          refused: {
            code: 'attendance/not-a-school-day',
            facts: { previous: days.earlyRelease, next: days.monday },
          },
          sectionId: sections.biology,
          day: days.saturday,
        });
      }));

    test('of a colleague is refused as everywhere', () =>
      acting(space, async (as) => {
        const opening = loadClassAttendance(as('lindqvist'), { sectionId: sections.biology });

        await expect(opening).rejects.toMatchObject({ code: 'identity/not-allowed' });
      }));
  });
});
