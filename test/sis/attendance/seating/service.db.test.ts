import { expect, test } from 'vitest';
import { listSeats } from '../../../../src/sis/attendance/seating/queries.ts';
import { arrangeSeats } from '../../../../src/sis/attendance/seating/service.ts';
import { acting, eventsOf } from '../../../support/attendance.ts';
import { cast } from '../../../support/cast.ts';
import { inBothSpaces } from '../../../support/spaces.ts';

const { students: st, sections } = cast;
const sectionId = sections.biology;
const seat = (studentId: number, row: number, column: number) => ({ studentId, row, column });

inBothSpaces('arranging seats', (space) => {
  test('replaces the chart: some stay, some move, some leave, some come', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      const seats = [seat(st.amara, 1, 2), seat(st.chloe, 2, 1)];
      await arrangeSeats(ctx, { sectionId, seats });

      expect(await listSeats(ctx, sectionId)).toEqual(seats);
      expect(await eventsOf(ctx)).toEqual(['seats.arranged']);
    }));

  test('two students may trade places', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      const seats = [seat(st.ben, 1, 1), seat(st.amara, 1, 2)];
      await arrangeSeats(ctx, { sectionId, seats });

      expect(await listSeats(ctx, sectionId)).toEqual(seats);
    }));

  test('may be emptied', () =>
    acting(space, async (as) => {
      await arrangeSeats(as('okafor'), { sectionId, seats: [] });

      expect(await listSeats(as('okafor'), sectionId)).toEqual([]);
    }));

  test.for([
    { name: 'in another class', who: 'lindqvist', seats: [], code: 'identity/not-allowed' },
    {
      name: 'with two in one seat',
      who: 'okafor',
      seats: [seat(st.amara, 1, 1), seat(st.ben, 1, 1)],
      code: 'attendance/seat-taken',
    },
    { name: 'with who left', who: 'okafor', seats: [seat(st.farid, 1, 1)], code: 'attendance/not-enrolled' },
  ] as const)('is refused $name', ({ who, seats, code }) =>
    acting(space, async (as) => {
      await expect(arrangeSeats(as(who), { sectionId, seats: [...seats] })).rejects.toMatchObject({ code });
      expect(await eventsOf(as(who))).toEqual([]);
    }),
  );
});
