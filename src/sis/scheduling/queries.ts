import { sql } from 'drizzle-orm';
import type { Ctx } from '../../db/ctx.ts';
import { allow } from '../../identity/allow.ts';
import { sectionNotFound } from './errors.ts';

export type Section = {
  id: number;
  schoolId: number;
  code: string;
  kind: 'class' | 'homeroom';
  courseCode: string;
  courseTitle: string;
  room: string;
  seats: number;
  termId: number | null;
  /** The days it runs: those of its term, or of the school year. */
  startsOn: string;
  endsOn: string;
  /** Its teachers by name, the teacher of record first. */
  teachers: string[];
  periodIds: number[];
};

const sectionColumns = sql`
  s.id, s.school_id as "schoolId", s.code, s.kind, c.code as "courseCode", c.title as "courseTitle",
  s.room, s.seats, s.term_id as "termId",
  coalesce(t.starts_on, y.starts_on)::text as "startsOn", coalesce(t.ends_on, y.ends_on)::text as "endsOn",
  array(
    select f.given_name || ' ' || f.family_name
    from section_staff ss join staff f on f.id = ss.staff_id
    where ss.section_id = s.id
    order by ss.role = 'teacher-of-record' desc, f.family_name) as teachers,
  array(
    select sp.period_id
    from section_periods sp join periods p on p.id = sp.period_id
    where sp.section_id = s.id
    order by p.sequence) as "periodIds"`;

const sectionTables = sql`
  sections s
  join courses c on c.id = s.course_id
  join school_years y on y.id = s.school_year_id
  left join terms t on t.id = s.term_id`;

/** A section with its course, days, teachers and periods. Throws `shared/not-found`. */
export async function getSection(ctx: Ctx, sectionId: number): Promise<Section> {
  const [section] = await ctx.tx.execute<Section>(
    sql`select ${sectionColumns} from ${sectionTables} where s.id = ${sectionId}`,
  );
  if (!section) throw sectionNotFound(sectionId);
  return section;
}

/** The sections a staff member teaches that run on a day, in order of their periods. */
export async function listSectionsOfTeacher(ctx: Ctx, staffId: number, day: string): Promise<Section[]> {
  return ctx.tx.execute<Section>(sql`
    select ${sectionColumns}
    from section_staff mine
    join ${sectionTables} on s.id = mine.section_id
    where mine.staff_id = ${staffId}
      and (mine.ends_on is null or mine.ends_on >= ${day})
      and ${day} between coalesce(t.starts_on, y.starts_on) and coalesce(t.ends_on, y.ends_on)
    order by
      (select min(p.sequence) from section_periods sp join periods p on p.id = sp.period_id where sp.section_id = s.id),
      s.code`);
}

/** The sections that whoever acts teaches today; none for a person who teaches nothing. */
export async function listOwnSections(ctx: Ctx): Promise<Section[]> {
  const { personId, sectionIds } = ctx.actor;
  if (personId === null || sectionIds.length === 0) return [];
  return listSectionsOfTeacher(ctx, personId, ctx.today);
}

/** A section with everyone in it on a day, as a class list is printed. */
export type ClassList = { section: Section; day: string; students: RosterStudent[] };

/** Throws `shared/not-found` and `identity/not-allowed`. */
export async function getClassList(ctx: Ctx, sectionId: number, day: string): Promise<ClassList> {
  const section = await getSection(ctx, sectionId);
  allow(ctx, 'section.read', { schoolId: section.schoolId, sectionId });
  return { section, day, students: await rosterOn(ctx, sectionId, day) };
}

/** A student on a roster. `familyName` first is how a roster is sorted; `name` is how the student is called. */
export type RosterStudent = {
  studentId: number;
  studentNumber: string;
  name: string;
  familyName: string;
  gradeLevel: number | null;
};

/** Who is in a section on a day: placed in it, and a member of its school. By family name. */
export async function rosterOn(ctx: Ctx, sectionId: number, day: string): Promise<RosterStudent[]> {
  return ctx.tx.execute<RosterStudent>(sql`
    select
      st.id as "studentId", st.student_number as "studentNumber",
      coalesce(st.preferred_name, st.given_name) || ' ' || st.family_name as name,
      st.family_name as "familyName", e.grade_level as "gradeLevel"
    from section_enrollments se
    join sections s on s.id = se.section_id
    join students st on st.id = se.student_id
    join enrollments e on e.student_id = se.student_id and e.school_id = s.school_id
      and e.entry_date <= ${day} and (e.exit_date is null or e.exit_date >= ${day})
    where se.section_id = ${sectionId}
      and se.starts_on <= ${day} and (se.ends_on is null or se.ends_on >= ${day})
    order by st.family_name, name, st.id`);
}

/** A class in a student's schedule. */
export type ScheduledClass = {
  sectionId: number;
  code: string;
  courseTitle: string;
  room: string;
  teachers: string[];
  periodId: number;
  periodCode: string;
  periodName: string;
};

/** A student's classes on a day, in order of the periods. */
export async function scheduleOf(ctx: Ctx, studentId: number, day: string): Promise<ScheduledClass[]> {
  return ctx.tx.execute<ScheduledClass>(sql`
    select
      s.id as "sectionId", s.code, c.title as "courseTitle", s.room,
      array(
        select f.given_name || ' ' || f.family_name
        from section_staff ss join staff f on f.id = ss.staff_id
        where ss.section_id = s.id
        order by ss.role = 'teacher-of-record' desc, f.family_name) as teachers,
      p.id as "periodId", p.code as "periodCode", p.name as "periodName"
    from section_enrollments se
    join ${sectionTables} on s.id = se.section_id
    join section_periods sp on sp.section_id = s.id
    join periods p on p.id = sp.period_id
    where se.student_id = ${studentId}
      and se.starts_on <= ${day} and (se.ends_on is null or se.ends_on >= ${day})
      and ${day} between coalesce(t.starts_on, y.starts_on) and coalesce(t.ends_on, y.ends_on)
    order by p.sequence, s.code`);
}
