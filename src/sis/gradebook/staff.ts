import type { Actor } from '../../shared/context.ts';

/** The staff member who acts, for the history; null for an administrator who is not on the school's staff. */
export function actingStaff({ actor }: { actor: Actor }): number | null {
  const isStaff = actor.grants.some(({ role }) => role !== 'guardian' && role !== 'student');
  return isStaff ? actor.personId : null;
}
