import { sql } from 'drizzle-orm';
import type { Ctx } from '../../db/ctx.ts';
import { sectionNotFound } from '../scheduling/errors.ts';
import type { Category } from './daily/rules.ts';
import type { PostMode } from './rules.ts';

/** A period in which a section meets, as it rings that day. `startsAt` null: it does not ring that day. */
export type Meeting = {
  id: number;
  code: string;
  name: string;
  startsAt: string | null;
  endsAt: string | null;
  minutes: number | null;
};

/** That a class was taken, and by whom (names). Instants are ISO texts. `version` is 1 on first taking. */
export type Submission = {
  periodId: number;
  takenAt: string;
  takenBy: string;
  postedAt: string | null;
  postedBy: string | null;
  version: number;
};

/** A code for classes. `key`: what is typed for it; null: only the office sets it. */
export type ClassCodeRow = {
  id: number;
  code: string;
  name: string;
  category: Category;
  excused: boolean;
  weight: string;
  key: string | null;
};

/** A section on a day, with everything that decides whether and how it may be marked. */
export type ClassOnDay = {
  sectionId: number;
  section: string;
  kind: 'class' | 'homeroom';
  courseTitle: string;
  room: string;
  schoolId: number;
  school: string;
  postMode: PostMode;
  allowDateChange: boolean;
  openDays: number;
  startsOn: string;
  endsOn: string;
  /** Null on weekends and outside the school year. */
  dayKind: 'instructional' | 'early-release' | 'holiday' | 'break' | 'institute' | null;
  dayNote: string | null;
  inSession: boolean;
  /** School days after the day, up to today. */
  schoolDaysAgo: number;
  meetings: Meeting[];
  submissions: Submission[];
  codes: ClassCodeRow[];
};

/** A section on a day. Throws `shared/not-found`; whether it may be marked is the caller's to decide. */
export async function getClassOnDay(ctx: Ctx, sectionId: number, day: string): Promise<ClassOnDay> {
  const [found] = await ctx.tx.execute<ClassOnDay>(sql`
    select
      s.id as "sectionId", s.code as section, s.kind, c.title as "courseTitle", s.room,
      s.school_id as "schoolId", sc.name as school,
      sc.post_mode as "postMode", sc.allow_date_change as "allowDateChange", sc.attendance_open_days as "openDays",
      coalesce(t.starts_on, y.starts_on)::text as "startsOn", coalesce(t.ends_on, y.ends_on)::text as "endsOn",
      d.kind as "dayKind", d.note as "dayNote", coalesce(d.bell_schedule_id is not null, false) as "inSession",
      (select count(*)::int from calendar_days x
        where x.school_id = s.school_id and x.day > ${day} and x.day <= ${ctx.today}
          and x.bell_schedule_id is not null) as "schoolDaysAgo",
      -- The section's periods, with that day's bells.
      (select coalesce(json_agg(json_build_object(
          'id', p.id, 'code', p.code, 'name', p.name,
          'startsAt', b.starts_at, 'endsAt', b.ends_at, 'minutes', b.minutes) order by p.sequence), '[]')
        from section_periods sp
        join periods p on p.id = sp.period_id
        left join bell_times b on b.period_id = p.id and b.bell_schedule_id = d.bell_schedule_id
        where sp.section_id = s.id) as meetings,
      -- Which of them were taken.
      (select coalesce(json_agg(json_build_object(
          'periodId', sub.period_id, 'version', sub.version,
          'takenAt', sub.taken_at, 'takenBy', f.given_name || ' ' || f.family_name,
          'postedAt', sub.posted_at, 'postedBy', g.given_name || ' ' || g.family_name)), '[]')
        from attendance_submissions sub
        join staff f on f.id = sub.taken_by
        left join staff g on g.id = sub.posted_by
        where sub.section_id = s.id and sub.day = ${day}) as submissions,
      -- The school's codes for classes.
      (select coalesce(json_agg(json_build_object(
          'id', ac.id, 'code', ac.code, 'name', ac.name, 'category', ac.category, 'excused', ac.excused,
          'weight', ac.weight::text, 'key', ac.key) order by ac.sequence), '[]')
        from attendance_codes ac
        where ac.school_id = s.school_id and ac.scope = 'class') as codes
    from sections s
    join courses c on c.id = s.course_id
    join schools sc on sc.id = s.school_id
    join school_years y on y.id = s.school_year_id
    left join terms t on t.id = s.term_id
    left join calendar_days d on d.school_id = s.school_id and d.day = ${day}
    where s.id = ${sectionId}`);
  if (!found) throw sectionNotFound(sectionId);
  return found;
}

/** A mark as it stands. Times are 'HH:MM:SS'. */
export type StandingMark = {
  studentId: number;
  codeId: number;
  overrideCodeId: number | null;
  arrivalTime: string | null;
  dismissalTime: string | null;
  note: string | null;
  version: number;
};

/** Every student in the class on the day, with the mark of the period where there is one. */
export async function listRosterMarks(
  ctx: Ctx,
  at: { sectionId: number; periodId: number; day: string },
): Promise<{ studentId: number; mark: StandingMark | null }[]> {
  return ctx.tx.execute<{ studentId: number; mark: StandingMark | null }>(sql`
    select
      se.student_id as "studentId",
      case when m.id is not null then json_build_object(
        'studentId', m.student_id, 'codeId', m.code_id, 'overrideCodeId', m.override_code_id,
        'arrivalTime', m.arrival_time, 'dismissalTime', m.dismissal_time, 'note', m.note,
        'version', m.version) end as mark
    from section_enrollments se
    join sections s on s.id = se.section_id
    join enrollments e on e.student_id = se.student_id and e.school_id = s.school_id
      and e.entry_date <= ${at.day} and (e.exit_date is null or e.exit_date >= ${at.day})
    left join attendance_marks m
      on m.student_id = se.student_id and m.day = ${at.day} and m.period_id = ${at.periodId}
    where se.section_id = ${at.sectionId}
      and se.starts_on <= ${at.day} and (se.ends_on is null or se.ends_on >= ${at.day})
    order by se.student_id`);
}

/** The earliest day that teachers of a school may still enter on `today`; null before the first school day. */
export async function firstOpenDay(ctx: Ctx, schoolId: number, openDays: number): Promise<string | null> {
  const [found] = await ctx.tx.execute<{ day: string | null }>(sql`
    select min(open.day)::text as day
    from (
      select day from calendar_days
      where school_id = ${schoolId} and day < ${ctx.today} and bell_schedule_id is not null
      order by day desc
      limit ${openDays}) as open`);
  return found?.day ?? null;
}
