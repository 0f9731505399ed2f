import { and, isNotNull, isNull } from 'drizzle-orm';
import type { Database } from '../src/db/client.ts';
import { hashPassword } from '../src/identity/passwords.ts';
import { accounts } from '../src/identity/schema.ts';
import { createAccounts, type NewAccount } from '../src/identity/service.ts';
import type { StaffMember } from './school/staff.ts';

/** The password of every account of the demonstration, for those who would rather type than choose a person. */
export const DEMO_PASSWORD = 'practice-makes-better';
export const DEMO_ADMINISTRATOR = 'administrator@schools.example.org';

/**
 * Makes an account for everybody who works at the school, and one that administers the district; those that exist stay
 * as they are. The password is hashed once for all, since hashing is slow on purpose. Gives how many were made.
 */
export async function createDemoAccounts(
  db: Database,
  staff: readonly StaffMember[],
  schoolCode: string,
): Promise<number> {
  const made = await createAccounts(db.live, [
    ...inOrderOfList(staff).map((person) => accountOf(person)),
    {
      email: DEMO_ADMINISTRATOR,
      name: 'Rowan Whitlock',
      staffNumber: null,
      roles: [{ role: 'administrator', schoolCode: null }],
      person: null,
      demoNote: 'District administrator',
    },
  ]);
  if (made > 0) {
    await db.live
      .update(accounts)
      .set({ password_hash: await hashPassword(DEMO_PASSWORD) })
      .where(and(isNotNull(accounts.demo_note), isNull(accounts.password_hash)));
  }
  return made;

  function accountOf(person: StaffMember): NewAccount {
    return {
      email: person.email,
      name: `${person.given} ${person.family}`,
      staffNumber: person.staffNumber,
      roles: person.roles.map((role) => ({ role, schoolCode })),
      person: { kind: 'staff', id: person.id },
      demoNote: person.roles.includes('champion') ? `${person.title}, change champion` : person.title,
    };
  }
}

/** Teachers first: most who come to look want to be one. */
function inOrderOfList(staff: readonly StaffMember[]): StaffMember[] {
  return [
    ...staff.filter(({ roles, teaches }) => roles[0] === 'teacher' && teaches !== null),
    ...staff.filter(({ teaches }) => teaches === null),
  ];
}
