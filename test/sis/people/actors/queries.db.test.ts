import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { loadActor } from '../../../../src/sis/people/actors/queries.ts';
import { staffRoles } from '../../../../src/sis/people/schema.ts';
import { sectionStaff } from '../../../../src/sis/scheduling/schema.ts';
import { acting } from '../../../support/attendance.ts';
import { cast } from '../../../support/cast.ts';
import { inBothSpaces } from '../../../support/spaces.ts';

const { staff, guardians, students: st, sections } = cast;

inBothSpaces('who acts', (space) => {
  test.for([
    { kind: 'staff', id: staff.okafor, is: cast.actors.okafor },
    { kind: 'staff', id: staff.ruiz, is: cast.actors.ruiz },
    { kind: 'guardian', id: guardians.adaeze, is: cast.actors.adaeze },
    { kind: 'student', id: st.amara, is: cast.actors.amara },
  ] as const)('$is.personName', ({ kind, id, is }) =>
    acting(space, async (as) => {
      const { accountId: _, ...person } = is;

      expect(await loadActor(as('ruiz').tx, kind, id, cast.today)).toEqual(person);
    }),
  );

  test('a guardian without custody acts for nobody', () =>
    acting(space, async (as) => {
      const paul = await loadActor(as('ruiz').tx, 'guardian', guardians.paul, cast.today);

      expect(paul).toMatchObject({ grants: [], studentIds: [] });
    }));

  test('a role that has ended, and a class given up, count no more', () =>
    acting(space, async (as) => {
      const { tx } = as('ruiz');
      await tx.update(staffRoles).set({ ends_on: '2025-09-23' }).where(eq(staffRoles.staff_id, staff.okafor));
      await tx
        .update(sectionStaff)
        .set({ ends_on: '2025-09-23' })
        .where(eq(sectionStaff.section_id, sections.biology));

      expect(await loadActor(tx, 'staff', staff.okafor, cast.today)).toMatchObject({
        grants: [],
        sectionIds: [sections.homeroom],
      });
      expect(await loadActor(tx, 'staff', staff.okafor, '2025-09-23')).toMatchObject({
        grants: [{ role: 'teacher' }],
        sectionIds: [sections.homeroom, sections.biology],
      });
    }));

  test('nobody has that number', () =>
    acting(space, async (as) => {
      await expect(loadActor(as('ruiz').tx, 'staff', 999, cast.today)).rejects.toMatchObject({
        code: 'shared/not-found',
      });
    }));
});
