import { sql } from 'drizzle-orm';
import type { Ctx } from '../../../db/ctx.ts';
import type { Membership } from '../../enrollment/rules.ts';
import type { Category } from '../daily/rules.ts';

type ClassDay = { sectionId: number; periodId: number; day: string };

/** A student who is, was or will be in a section: times in it, and stays at its school. */
export type PlacedStudent = {
  studentId: number;
  studentNumber: string;
  name: string;
  familyName: string;
  gradeLevel: number | null;
  placements: Membership[];
  stays: Membership[];
};

/** Everyone ever placed in a section, by family name. */
export async function listPlacements(ctx: Ctx, sectionId: number): Promise<PlacedStudent[]> {
  return ctx.tx.execute<PlacedStudent>(sql`
    with
    -- Each student's times in the section.
    placed as (
      select se.student_id, s.school_id,
        json_agg(json_build_object('startsOn', se.starts_on, 'endsOn', se.ends_on)) as placements
      from section_enrollments se
      join sections s on s.id = se.section_id
      where se.section_id = ${sectionId}
      group by se.student_id, s.school_id
    ),
    -- Their stays at the school, with the grade of the latest one.
    stays as (
      select e.student_id,
        json_agg(json_build_object('startsOn', e.entry_date, 'endsOn', e.exit_date)) as stays,
        (array_agg(e.grade_level order by e.entry_date desc))[1] as grade_level
      from placed
      join enrollments e on e.student_id = placed.student_id and e.school_id = placed.school_id
      group by e.student_id
    )
    select
      st.id as "studentId", st.student_number as "studentNumber",
      coalesce(st.preferred_name, st.given_name) || ' ' || st.family_name as name,
      st.family_name as "familyName", stays.grade_level as "gradeLevel",
      placed.placements, coalesce(stays.stays, '[]') as stays
    from placed
    join students st on st.id = placed.student_id
    left join stays on stays.student_id = placed.student_id
    order by st.family_name, name, st.id`);
}

/** A day of the history strip: whether the class was taken, and each student's effective code. */
export type StripOfClass = { day: string; taken: boolean; marks: [studentId: number, codeId: number][] };

/** The school days before a class meeting, since the section began; at most `count`, oldest first. */
export async function listStrip(
  ctx: Ctx,
  schoolId: number,
  at: ClassDay & { startsOn: string; count: number },
): Promise<StripOfClass[]> {
  return ctx.tx.execute<StripOfClass>(sql`
    with days as (
      select day
      from calendar_days
      where school_id = ${schoolId} and day < ${at.day} and day >= ${at.startsOn} and bell_schedule_id is not null
      order by day desc
      limit ${at.count}
    )
    select
      days.day::text,
      exists (
        select from attendance_submissions sub
        where sub.section_id = ${at.sectionId} and sub.period_id = ${at.periodId} and sub.day = days.day) as taken,
      (select coalesce(json_agg(json_build_array(m.student_id, coalesce(m.override_code_id, m.code_id))), '[]')
        from attendance_marks m
        where m.section_id = ${at.sectionId} and m.period_id = ${at.periodId} and m.day = days.day) as marks
    from days
    order by days.day`);
}

/** A student's day as the roster shows it: the effective code, and whether a class is still missing. */
export type DailyOnRoster = {
  studentId: number;
  codeId: number;
  code: string;
  name: string;
  category: Category;
  excused: boolean;
  overridden: boolean;
  value: string;
  minutesAttended: number;
  minutesScheduled: number;
  incomplete: boolean;
  version: number;
};

/** The days of everyone in the class on the day; students without a row have had nothing taken yet. */
export async function listDailyOfClass(ctx: Ctx, at: ClassDay): Promise<DailyOnRoster[]> {
  return ctx.tx.execute<DailyOnRoster>(sql`
    select
      a.student_id as "studentId", c.id as "codeId", c.code, c.name, c.category, c.excused,
      a.override_code_id is not null as overridden, a.value::text,
      a.minutes_attended as "minutesAttended", a.minutes_scheduled as "minutesScheduled", a.incomplete, a.version
    from section_enrollments se
    join daily_attendance a on a.student_id = se.student_id and a.day = ${at.day}
    join attendance_codes c on c.id = coalesce(a.override_code_id, a.code_id)
    where se.section_id = ${at.sectionId}
      and se.starts_on <= ${at.day} and (se.ends_on is null or se.ends_on >= ${at.day})`);
}
