import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '../../db/ctx.ts';
import { allow, allows } from '../../identity/allow.ts';
import { type Page, type PageRequest, pageOf } from '../../shared/paging.ts';
import { studentNotFound } from './errors.ts';
import { beginsWith, searchWords } from './rules.ts';

export type Student = {
  id: number;
  studentNumber: string;
  givenName: string;
  middleName: string | null;
  familyName: string;
  preferredName: string | null;
  gender: 'female' | 'male' | 'nonbinary';
  birthDate: string;
  email: string | null;
};

/** A student. Throws `shared/not-found`. */
export async function getStudent(ctx: Ctx, studentId: number): Promise<Student> {
  const [student] = await ctx.tx.execute<Student>(sql`
    select
      id, student_number as "studentNumber", given_name as "givenName", middle_name as "middleName",
      family_name as "familyName", preferred_name as "preferredName", gender,
      birth_date::text as "birthDate", email
    from students
    where id = ${studentId}`);
  if (!student) throw studentNotFound(studentId);
  return student;
}

export type Home = {
  householdId: number;
  street: string;
  city: string;
  state: string;
  postalCode: string;
  phone: string | null;
  /** ISO 639 code. */
  homeLanguage: string;
  isPrimary: boolean;
};

/** A student's homes, the primary one first. */
export async function listHomes(ctx: Ctx, studentId: number): Promise<Home[]> {
  return ctx.tx.execute<Home>(sql`
    select
      h.id as "householdId", h.street, h.city, h.state, h.postal_code as "postalCode", h.phone,
      h.home_language as "homeLanguage", sh.is_primary as "isPrimary"
    from student_households sh
    join households h on h.id = sh.household_id
    where sh.student_id = ${studentId}
    order by sh.is_primary desc, h.id`);
}

export type Contact = {
  guardianId: number;
  householdId: number | null;
  name: string;
  relationship: string;
  email: string | null;
  phone: string | null;
  homeLanguage: string;
  livesWith: boolean;
  hasCustody: boolean;
  mayPickUp: boolean;
  receivesMail: boolean;
  emergency: boolean;
};

/** Who may be called for a student, in the order in which they are called. */
export async function listContacts(ctx: Ctx, studentId: number): Promise<Contact[]> {
  return ctx.tx.execute<Contact>(sql`
    select
      g.id as "guardianId", g.household_id as "householdId", g.given_name || ' ' || g.family_name as name,
      c.relationship, g.email, g.phone, g.home_language as "homeLanguage",
      c.lives_with as "livesWith", c.has_custody as "hasCustody", c.may_pick_up as "mayPickUp",
      c.receives_mail as "receivesMail", c.emergency
    from student_contacts c
    join guardians g on g.id = c.guardian_id
    where c.student_id = ${studentId}
    order by c.sequence, g.id`);
}

export type FoundStudent = {
  studentId: number;
  studentNumber: string;
  name: string;
  familyName: string;
  gradeLevel: number;
  /** The code of the homeroom, such as 'HR9-01'. */
  homeroom: string | null;
};

export type StudentSearch = { schoolId: number; text: string; gradeLevel: number | null; page: PageRequest };

/**
 * Members of a school today whose names or number begin with the words given, by family name. Teachers find the
 * students of their own classes.
 */
export async function searchStudents(ctx: Ctx, search: StudentSearch): Promise<Page<FoundStudent>> {
  const { schoolId, text, gradeLevel, page } = search;
  allow(ctx, 'student.search', { schoolId });

  const rows = await ctx.tx.execute<FoundStudent>(sql`
    select
      st.id as "studentId", st.student_number as "studentNumber",
      coalesce(st.preferred_name, st.given_name) || ' ' || st.family_name as name,
      st.family_name as "familyName", e.grade_level as "gradeLevel",
      (select s.code
        from section_enrollments se join sections s on s.id = se.section_id and s.kind = 'homeroom'
        where se.student_id = st.id
          and se.starts_on <= ${ctx.today} and (se.ends_on is null or se.ends_on >= ${ctx.today})
        limit 1) as homeroom
    from enrollments e
    join students st on st.id = e.student_id
    where e.school_id = ${schoolId}
      and e.entry_date <= ${ctx.today} and (e.exit_date is null or e.exit_date >= ${ctx.today})
      ${gradeLevel === null ? sql`` : sql`and e.grade_level = ${gradeLevel}`}
      ${sql.join(searchWords(text).map(matches))}
      ${allows(ctx, 'student.read', { schoolId }) ? sql`` : inSections(ctx)}
      ${page.after ? sql`and (st.family_name, st.id) > (${page.after[0]}::text, ${page.after[1]}::bigint)` : sql``}
    order by st.family_name, st.id
    limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row) => [row.familyName, row.studentId]);
}

function matches(word: string): SQL {
  const pattern = beginsWith(word);
  return sql`
    and (lower(st.given_name) like ${pattern} or lower(st.family_name) like ${pattern}
      or lower(st.preferred_name) like ${pattern} or lower(st.student_number) like ${pattern})`;
}

/** Today's students of the sections that the actor teaches. */
function inSections(ctx: Ctx): SQL {
  return sql`
    and exists (
      select from section_enrollments se
      where se.student_id = st.id and se.section_id = any(${sql.param(ctx.actor.sectionIds)}::bigint[])
        and se.starts_on <= ${ctx.today} and (se.ends_on is null or se.ends_on >= ${ctx.today}))`;
}
