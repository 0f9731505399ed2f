import { sql } from 'drizzle-orm';
import type { Ctx } from '../../../db/ctx.ts';
import type { DayRules, WeighedCode } from './rules.ts';

/** The rules and codes that name a school's days. */
export type DaySettings = DayRules & { school: string; codes: WeighedCode[]; dayCodes: WeighedCode[] };

/** What a school has set for its days; the longest day is the bell schedule with most instruction. */
export async function getDaySettings(ctx: Ctx, schoolId: number): Promise<DaySettings> {
  const [found] = await ctx.tx.execute<
    Omit<DaySettings, 'codes' | 'dayCodes'> & { all: (WeighedCode & { scope: 'class' | 'day' })[] }
  >(sql`
    select
      sc.name as school,
      sc.full_day_minutes as "fullDayMinutes", sc.half_day_minutes as "halfDayMinutes",
      sc.daily_attendance_from as "dailyFrom", sc.mixed_absence as "mixedAbsence",
      coalesce((
        select max(total)::int
        from (
          select sum(b.minutes) as total
          from bell_schedules bs
          join bell_times b on b.bell_schedule_id = bs.id
          join periods p on p.id = b.period_id and p.instructional and not p.homeroom
          where bs.school_id = sc.id
          group by bs.id) as days), 0) as "longestDayMinutes",
      (select coalesce(json_agg(json_build_object(
          'id', ac.id, 'code', ac.code, 'category', ac.category, 'excused', ac.excused,
          'weight', ac.weight::text, 'scope', ac.scope) order by ac.sequence), '[]')
        from attendance_codes ac
        where ac.school_id = sc.id) as all
    from schools sc
    where sc.id = ${schoolId}`);
  const { all, ...rules } = found!;
  return {
    ...rules,
    codes: all.filter((code) => code.scope === 'class'),
    dayCodes: all.filter((code) => code.scope === 'day'),
  };
}

/** A day of a student as it is stored. `codeId` is what the classes say, whatever the office has put over it. */
export type StoredDay = {
  codeId: number;
  overrideCodeId: number | null;
  value: string;
  minutesAttended: number;
  minutesScheduled: number;
  incomplete: boolean;
  version: number;
};

/** A student who belongs to the school on the day: the sections they are in, and the stored day. */
export type StudentDay = { studentId: number; sectionIds: number[]; stored: StoredDay | null };

/** The given students as far as they belong to the school on the day. */
export async function listStudentDays(
  ctx: Ctx,
  schoolId: number,
  studentIds: readonly number[],
  day: string,
): Promise<StudentDay[]> {
  return ctx.tx.execute<StudentDay>(sql`
    select
      e.student_id as "studentId",
      array(
        select se.section_id from section_enrollments se
        where se.student_id = e.student_id
          and se.starts_on <= ${day} and (se.ends_on is null or se.ends_on >= ${day})) as "sectionIds",
      case when a.id is not null then json_build_object(
        'codeId', a.code_id, 'overrideCodeId', a.override_code_id, 'value', a.value::text,
        'minutesAttended', a.minutes_attended, 'minutesScheduled', a.minutes_scheduled,
        'incomplete', a.incomplete, 'version', a.version) end as stored
    from enrollments e
    left join daily_attendance a on a.student_id = e.student_id and a.day = ${day}
    where e.student_id = any(${sql.param(studentIds)}::bigint[]) and e.school_id = ${schoolId}
      and e.entry_date <= ${day} and (e.exit_date is null or e.exit_date >= ${day})`);
}

/** A period of a section on the day, in order of the bells. */
export type SectionMeeting = {
  sectionId: number;
  periodId: number;
  minutes: number;
  instructional: boolean;
  homeroom: boolean;
  taken: boolean;
};

/** When the sections of the given students meet on the day, and whether they were taken. */
export async function listMeetingsOf(
  ctx: Ctx,
  schoolId: number,
  studentIds: readonly number[],
  day: string,
): Promise<SectionMeeting[]> {
  return ctx.tx.execute<SectionMeeting>(sql`
    select
      s.id as "sectionId", p.id as "periodId", b.minutes, p.instructional, p.homeroom,
      exists (
        select from attendance_submissions sub
        where sub.section_id = s.id and sub.period_id = p.id and sub.day = ${day}) as taken
    from sections s
    join school_years y on y.id = s.school_year_id
    left join terms t on t.id = s.term_id
    join calendar_days d on d.school_id = s.school_id and d.day = ${day}
    join section_periods sp on sp.section_id = s.id
    join bell_times b on b.bell_schedule_id = d.bell_schedule_id and b.period_id = sp.period_id
    join periods p on p.id = sp.period_id
    where s.school_id = ${schoolId}
      and s.id in (
        select se.section_id from section_enrollments se
        where se.student_id = any(${sql.param(studentIds)}::bigint[])
          and se.starts_on <= ${day} and (se.ends_on is null or se.ends_on >= ${day}))
      and ${day} between coalesce(t.starts_on, y.starts_on) and coalesce(t.ends_on, y.ends_on)
    order by b.starts_at`);
}

/** The day's marks of the given students that are not plainly present; present is the default. */
export async function listMarksOfDay(
  ctx: Ctx,
  studentIds: readonly number[],
  day: string,
): Promise<{ studentId: number; periodId: number; codeId: number }[]> {
  return ctx.tx.execute<{ studentId: number; periodId: number; codeId: number }>(sql`
    select m.student_id as "studentId", m.period_id as "periodId", c.id as "codeId"
    from attendance_marks m
    join attendance_codes c on c.id = coalesce(m.override_code_id, m.code_id)
    where m.student_id = any(${sql.param(studentIds)}::bigint[]) and m.day = ${day}
      and c.category <> 'present'`);
}
