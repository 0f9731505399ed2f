import { sql } from 'drizzle-orm';
import type { Ctx } from '../../../db/ctx.ts';
import { type SessionDay, sessionDay } from '../../calendar/queries.ts';

/** A class of the day. `state`: 'not-taken', 'saved' (entered, not posted) or 'posted'. Times are 'HH:MM:SS'. */
export type ClassOfDay = {
  schoolId: number;
  sectionId: number;
  code: string;
  kind: 'class' | 'homeroom';
  courseTitle: string;
  room: string;
  periodId: number;
  periodCode: string;
  periodName: string;
  startsAt: string;
  endsAt: string;
  /** Students in the class on that day. */
  students: number;
  state: 'not-taken' | 'saved' | 'posted';
};

/** The classes a staff member meets on a day, in order of the bells; none when school is not in session. */
export async function listClassesOn(ctx: Ctx, staffId: number, day: string): Promise<ClassOfDay[]> {
  return ctx.tx.execute<ClassOfDay>(sql`
    select
      s.school_id as "schoolId", s.id as "sectionId", s.code, s.kind, c.title as "courseTitle", s.room,
      p.id as "periodId", p.code as "periodCode", p.name as "periodName",
      b.starts_at::text as "startsAt", b.ends_at::text as "endsAt",
      (select count(*)::int
        from section_enrollments se
        join enrollments e on e.student_id = se.student_id and e.school_id = s.school_id
          and e.entry_date <= ${day} and (e.exit_date is null or e.exit_date >= ${day})
        where se.section_id = s.id
          and se.starts_on <= ${day} and (se.ends_on is null or se.ends_on >= ${day})) as students,
      case when sub.id is null then 'not-taken' when sub.posted_at is null then 'saved' else 'posted' end as state
    from section_staff mine
    join sections s on s.id = mine.section_id
    join courses c on c.id = s.course_id
    join school_years y on y.id = s.school_year_id
    left join terms t on t.id = s.term_id
    join calendar_days d on d.school_id = s.school_id and d.day = ${day}
    join section_periods sp on sp.section_id = s.id
    join bell_times b on b.bell_schedule_id = d.bell_schedule_id and b.period_id = sp.period_id
    join periods p on p.id = sp.period_id
    left join attendance_submissions sub
      on sub.section_id = s.id and sub.period_id = p.id and sub.day = ${day}
    where mine.staff_id = ${staffId}
      and mine.starts_on <= ${day} and (mine.ends_on is null or mine.ends_on >= ${day})
      and ${day} between coalesce(t.starts_on, y.starts_on) and coalesce(t.ends_on, y.ends_on)
    order by b.starts_at, s.code`);
}

/** A class of an earlier day that was never taken, or saved and not posted: what its link must name. */
export type UntakenClass = {
  day: string;
  sectionId: number;
  code: string;
  courseTitle: string;
  periodId: number;
  periodCode: string;
  periodName: string;
  students: number;
  state: 'not-taken' | 'saved';
};

/**
 * The classes of a staff member that were not taken, or not posted where the school posts, on the school days
 * before `day` that are still open, newest first. Never one without students, never one of another semester,
 * never one from before the person taught it.
 */
export async function listUntakenClasses(ctx: Ctx, staffId: number, day: string): Promise<UntakenClass[]> {
  return ctx.tx.execute<UntakenClass>(sql`
    with
    -- My classes, with the days they run and my own time in them.
    mine as (
      select
        s.id, s.school_id, s.code, c.title,
        greatest(ss.starts_on, coalesce(t.starts_on, y.starts_on)) as starts_on,
        least(coalesce(ss.ends_on, y.ends_on), coalesce(t.ends_on, y.ends_on)) as ends_on
      from section_staff ss
      join sections s on s.id = ss.section_id
      join courses c on c.id = s.course_id
      join school_years y on y.id = s.school_year_id
      left join terms t on t.id = s.term_id
      where ss.staff_id = ${staffId} and ${day} between y.starts_on and y.ends_on
    ),
    -- The school days before this one that teachers may still enter, within the same semester.
    open_days as (
      select numbered.school_id, numbered.day, numbered.bell_schedule_id, sc.post_mode
      from (
        select
          d.school_id, d.day, d.bell_schedule_id,
          row_number() over (partition by d.school_id order by d.day desc) as days_ago
        from calendar_days d
        join school_years y on y.id = d.school_year_id
        join terms semester on semester.school_year_id = y.id and semester.kind = 'semester'
          and ${day} between semester.starts_on and semester.ends_on
          and d.day between semester.starts_on and semester.ends_on
        where d.school_id in (select school_id from mine)
          and d.day < ${day}
          and d.bell_schedule_id is not null
      ) as numbered
      join schools sc on sc.id = numbered.school_id
      where sc.allow_date_change and numbered.days_ago <= sc.attendance_open_days
    ),
    -- Each meeting of those classes on those days that is not done; saved is done where a school does not post.
    unfinished as (
      select sub.id is not null as saved, o.day, m.id, m.school_id, m.code, m.title, p.id as period_id, p.code as period_code, p.name, p.sequence
      from mine m
      join open_days o on o.school_id = m.school_id and o.day between m.starts_on and m.ends_on
      join section_periods sp on sp.section_id = m.id
      join bell_times b on b.bell_schedule_id = o.bell_schedule_id and b.period_id = sp.period_id
      join periods p on p.id = sp.period_id
      left join attendance_submissions sub
        on sub.section_id = m.id and sub.period_id = p.id and sub.day = o.day
      where sub.id is null or (sub.posted_at is null and o.post_mode <> 'no-post')
    )
    select
      u.day::text, u.id as "sectionId", u.code, u.title as "courseTitle",
      u.period_id as "periodId", u.period_code as "periodCode", u.name as "periodName",
      count(*)::int as students, case when u.saved then 'saved' else 'not-taken' end as state
    from unfinished u
    join section_enrollments se on se.section_id = u.id
      and se.starts_on <= u.day and (se.ends_on is null or se.ends_on >= u.day)
    join enrollments e on e.student_id = se.student_id and e.school_id = u.school_id
      and e.entry_date <= u.day and (e.exit_date is null or e.exit_date >= u.day)
    group by u.saved, u.day, u.id, u.code, u.title, u.period_id, u.period_code, u.name, u.sequence
    order by u.day desc, u.sequence`);
}

/** What a teacher's day holds: the kind of day, the classes with their state, and earlier ones still to be done. */
export type TodaysClasses = { day: SessionDay | null; classes: ClassOfDay[]; untaken: UntakenClass[] };

/** The day of whoever acts; `day` is null for a person who works at no school. */
export async function listTodaysClasses(ctx: Ctx): Promise<TodaysClasses> {
  const { personId, grants } = ctx.actor;
  const schoolId = (grants.find((grant) => grant.role === 'teacher') ?? grants[0])?.schoolId;
  if (personId === null || schoolId === undefined) return { day: null, classes: [], untaken: [] };
  const [day, classes, untaken] = await Promise.all([
    sessionDay(ctx, schoolId, ctx.today),
    listClassesOn(ctx, personId, ctx.today),
    listUntakenClasses(ctx, personId, ctx.today),
  ]);
  return { day, classes, untaken };
}
