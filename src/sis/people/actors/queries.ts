import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import type { Actor, Role } from '../../../shared/context.ts';
import { personNotFound } from '../errors.ts';

export type PersonKind = 'staff' | 'guardian' | 'student';

/** A person as someone who acts; whoever opens the request adds the account. */
export type PersonWhoActs = Omit<Actor, 'accountId'>;

type Row = {
  personName: string;
  roles: { role: Role; schoolId: number }[];
  sectionIds: number[];
  studentIds: number[];
};

/**
 * What a person may act as on a day: staff by the roles they hold that day and the sections they teach (next
 * semester's too), a guardian for the children in their custody, a student for themselves.
 * One statement, since every request asks it. Throws `shared/not-found`.
 */
export async function loadActor(
  tx: Tx,
  kind: PersonKind,
  personId: number,
  day: string,
): Promise<PersonWhoActs> {
  const [row] = await tx.execute<Row>(queries[kind](personId, day));
  if (!row) throw personNotFound(kind, personId);
  const { personName, roles, sectionIds, studentIds } = row;
  return { personId, personName, grants: roles, sectionIds, studentIds };
}

const queries = {
  staff: (personId: number, day: string) => sql`
    select
      p.given_name || ' ' || p.family_name as "personName",
      coalesce((
        select json_agg(json_build_object('role', r.role, 'schoolId', r.school_id) order by r.id)
        from staff_roles r
        where r.staff_id = p.id and r.starts_on <= ${day} and (r.ends_on is null or r.ends_on >= ${day})), '[]') as roles,
      array(
        select ss.section_id from section_staff ss
        where ss.staff_id = p.id and (ss.ends_on is null or ss.ends_on >= ${day})
        order by ss.section_id) as "sectionIds",
      array[]::bigint[] as "studentIds"
    from staff p
    where p.id = ${personId}`,
  guardian: (personId: number, day: string) => sql`
    with children as (
      select student_id from student_contacts where guardian_id = ${personId} and has_custody
    )
    select
      p.given_name || ' ' || p.family_name as "personName",
      coalesce((
        select json_agg(distinct jsonb_build_object('role', 'guardian', 'schoolId', e.school_id))
        from children c join enrollments e on e.student_id = c.student_id
        where e.exit_date is null or e.exit_date >= ${day}), '[]') as roles,
      array[]::bigint[] as "sectionIds",
      array(select student_id from children order by student_id) as "studentIds"
    from guardians p
    where p.id = ${personId}`,
  student: (personId: number, day: string) => sql`
    select
      coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name as "personName",
      coalesce((
        select json_agg(distinct jsonb_build_object('role', 'student', 'schoolId', e.school_id))
        from enrollments e
        where e.student_id = p.id and (e.exit_date is null or e.exit_date >= ${day})), '[]') as roles,
      array[]::bigint[] as "sectionIds",
      array[p.id] as "studentIds"
    from students p
    where p.id = ${personId}`,
};
