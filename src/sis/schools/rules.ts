import type { Actor, Role } from '../../shared/context.ts';

/*
 * The office of a school: its clerks and principals, who may correct what teachers have posted. An
 * administrator's grant holds in every school.
 */

export function worksInOffice(actor: Actor, schoolId: number): boolean {
  return actor.grants.some(
    (grant) =>
      grant.role === 'administrator' ||
      (grant.schoolId === schoolId && (grant.role === 'clerk' || grant.role === 'principal')),
  );
}

const seesAll: Role[] = ['principal', 'clerk', 'scheduler', 'counselor', 'dean'];

/** Whether someone may look up any student of a school, rather than only those in their own classes. */
export function seesWholeSchool(actor: Actor, schoolId: number): boolean {
  return actor.grants.some(
    (grant) =>
      grant.role === 'administrator' || (grant.schoolId === schoolId && seesAll.includes(grant.role)),
  );
}
