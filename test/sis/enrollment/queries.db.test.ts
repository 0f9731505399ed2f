import { expect, test } from 'vitest';
import { findEnrollmentOn, listEnrollments } from '../../../src/sis/enrollment/queries.ts';
import { acting } from '../../support/attendance.ts';
import { cast } from '../../support/cast.ts';
import { inBothSpaces } from '../../support/spaces.ts';

const { students: st } = cast;

inBothSpaces('stays at a school', (space) => {
  test('say when, in which grade, and how they ended', () =>
    acting(space, async (as) => {
      expect(await listEnrollments(as('ruiz'), st.farid)).toMatchObject([
        {
          schoolName: 'Harbor Street High School',
          gradeLevel: 9,
          startsOn: '2025-08-25',
          endsOn: '2025-09-17',
          exitCode: 'W1',
        },
      ]);
    }));

  test.for([
    { day: '2025-09-17', there: true },
    { day: '2025-09-18', there: false },
  ])('cover $day: $there', ({ day, there }) =>
    acting(space, async (as) => {
      expect((await findEnrollmentOn(as('ruiz'), st.farid, day)) !== undefined).toBe(there);
    }),
  );
});
