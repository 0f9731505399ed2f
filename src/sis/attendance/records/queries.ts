import { sql } from 'drizzle-orm';
import type { Ctx } from '../../../db/ctx.ts';
import type { Category } from '../daily/rules.ts';

/** A code as it stands in a record. */
export type RecordedCode = { code: string; name: string; category: Category; excused: boolean };

/** A day's code: derived from classes, or set by the office. Minutes and value as in `dailyAttendance`. */
export type RecordedDaily = RecordedCode & {
  overridden: boolean;
  minutesAttended: number;
  minutesScheduled: number;
  value: string;
  incomplete: boolean;
  version: number;
};

/** A class's mark of the day, the office's word before the teacher's. Times are 'HH:MM:SS'. */
export type RecordedMark = RecordedCode & {
  sectionId: number;
  section: string;
  courseTitle: string;
  periodId: number;
  periodCode: string;
  overridden: boolean;
  arrivalTime: string | null;
  dismissalTime: string | null;
  note: string | null;
};

/**
 * A student's school day. `member` false: not available, since the student did not belong to the school then.
 * A member without `daily` has a day on which nothing was taken yet: not an absence.
 */
export type DayOfRecord = {
  day: string;
  kind: 'instructional' | 'early-release';
  note: string | null;
  member: boolean;
  daily: RecordedDaily | null;
  marks: RecordedMark[];
};

/** A student's school days from one day to another (both included), newest first, without the classes' marks. */
export async function listDailyRecords(
  ctx: Ctx,
  studentId: number,
  schoolId: number,
  range: { from: string; to: string },
): Promise<Omit<DayOfRecord, 'marks'>[]> {
  return ctx.tx.execute<Omit<DayOfRecord, 'marks'>>(sql`
    select
      d.day::text, d.kind, d.note,
      exists (
        select from enrollments e
        where e.student_id = ${studentId} and e.school_id = ${schoolId}
          and e.entry_date <= d.day and (e.exit_date is null or e.exit_date >= d.day)) as member,
      case when a.id is not null then json_build_object(
        'code', c.code, 'name', c.name, 'category', c.category, 'excused', c.excused,
        'overridden', a.override_code_id is not null,
        'minutesAttended', a.minutes_attended, 'minutesScheduled', a.minutes_scheduled,
        'value', a.value::text, 'incomplete', a.incomplete, 'version', a.version) end as daily
    from calendar_days d
    left join daily_attendance a on a.student_id = ${studentId} and a.day = d.day and a.school_id = ${schoolId}
    left join attendance_codes c on c.id = coalesce(a.override_code_id, a.code_id)
    where d.school_id = ${schoolId} and d.day between ${range.from} and ${range.to}
      and d.bell_schedule_id is not null
    order by d.day desc`);
}

/** The same days with every class's mark. */
export async function listDaysOfRecord(
  ctx: Ctx,
  studentId: number,
  schoolId: number,
  range: { from: string; to: string },
): Promise<DayOfRecord[]> {
  const [days, marks] = await Promise.all([
    listDailyRecords(ctx, studentId, schoolId, range),
    ctx.tx.execute<RecordedMark & { day: string }>(sql`
      select
        m.day::text, m.section_id as "sectionId", s.code as section, co.title as "courseTitle",
        m.period_id as "periodId", p.code as "periodCode",
        c.code, c.name, c.category, c.excused, m.override_code_id is not null as overridden,
        m.arrival_time::text as "arrivalTime", m.dismissal_time::text as "dismissalTime", m.note
      from attendance_marks m
      join attendance_codes c on c.id = coalesce(m.override_code_id, m.code_id)
      join sections s on s.id = m.section_id
      join courses co on co.id = s.course_id
      join periods p on p.id = m.period_id
      where m.student_id = ${studentId} and m.day between ${range.from} and ${range.to}
        and s.school_id = ${schoolId}
      order by p.sequence`),
  ]);
  return days.map((record) => ({
    ...record,
    marks: marks.filter((mark) => mark.day === record.day).map(({ day: _, ...mark }) => mark),
  }));
}
