import { sql } from 'drizzle-orm';
import type { Ctx } from '../../db/ctx.ts';
import { notInAnyTerm } from './errors.ts';
import { type Term, type TermsOfDay, termsOf } from './rules.ts';

export type CalendarDay = {
  day: string;
  kind: 'instructional' | 'early-release' | 'holiday' | 'break' | 'institute';
  /** Set when school is in session. */
  bellScheduleId: number | null;
  note: string | null;
};

/** The calendar's row of a day; undefined on weekends and outside the school year. */
export async function findCalendarDay(
  ctx: Ctx,
  schoolId: number,
  day: string,
): Promise<CalendarDay | undefined> {
  const [found] = await ctx.tx.execute<CalendarDay>(sql`
    select day::text, kind, bell_schedule_id as "bellScheduleId", note
    from calendar_days
    where school_id = ${schoolId} and day = ${day}`);
  return found;
}

/** Whether and when school is in session around a day: the school days before and after it. */
export type SessionDay = {
  day: string;
  inSession: boolean;
  kind: CalendarDay['kind'] | null;
  note: string | null;
  previous: string | null;
  next: string | null;
};

/** What kind of day it is for a school. Any day may be asked for; outside the year all is null. */
export async function sessionDay(ctx: Ctx, schoolId: number, day: string): Promise<SessionDay> {
  const [found] = await ctx.tx.execute<SessionDay>(sql`
    select
      ${day}::date::text as day,
      coalesce(d.bell_schedule_id is not null, false) as "inSession",
      d.kind,
      d.note,
      (select max(p.day)::text from calendar_days p
        where p.school_id = ${schoolId} and p.day < ${day} and p.bell_schedule_id is not null) as previous,
      (select min(n.day)::text from calendar_days n
        where n.school_id = ${schoolId} and n.day > ${day} and n.bell_schedule_id is not null) as next
    from (values (1)) as one (n)
    left join calendar_days d on d.school_id = ${schoolId} and d.day = ${day}`);
  return found!;
}

/** The days on which school is in session from one day to another (both included), oldest first. */
export async function schoolDays(ctx: Ctx, schoolId: number, from: string, to: string): Promise<string[]> {
  const rows = await ctx.tx.execute<{ day: string }>(sql`
    select day::text
    from calendar_days
    where school_id = ${schoolId} and day between ${from} and ${to} and bell_schedule_id is not null
    order by day`);
  return rows.map((row) => row.day);
}

/** The calendar from one day to another, with holidays and other days off; weekends have no row. */
export async function listCalendarDays(
  ctx: Ctx,
  schoolId: number,
  from: string,
  to: string,
): Promise<CalendarDay[]> {
  return ctx.tx.execute<CalendarDay>(sql`
    select day::text, kind, bell_schedule_id as "bellScheduleId", note
    from calendar_days
    where school_id = ${schoolId} and day between ${from} and ${to}
    order by day`);
}

/** A period as it rings on a day. Times are 'HH:MM:SS'. */
export type PeriodTimes = {
  periodId: number;
  code: string;
  name: string;
  startsAt: string;
  endsAt: string;
  minutes: number;
  instructional: boolean;
  homeroom: boolean;
};

/** The periods of a day in order of their bells; none when school is not in session. */
export async function bellTimesOn(ctx: Ctx, schoolId: number, day: string): Promise<PeriodTimes[]> {
  return ctx.tx.execute<PeriodTimes>(sql`
    select
      p.id as "periodId", p.code, p.name,
      b.starts_at::text as "startsAt", b.ends_at::text as "endsAt", b.minutes,
      p.instructional, p.homeroom
    from calendar_days d
    join bell_times b on b.bell_schedule_id = d.bell_schedule_id
    join periods p on p.id = b.period_id
    where d.school_id = ${schoolId} and d.day = ${day}
    order by b.starts_at, p.sequence`);
}

/** All terms of the school year that a day is in, semesters and quarters, in order. */
export async function listTerms(ctx: Ctx, schoolId: number, day: string): Promise<Term[]> {
  return ctx.tx.execute<Term>(sql`
    select
      t.id, t.parent_id as "parentId", t.kind, t.code, t.name,
      t.starts_on::text as "startsOn", t.ends_on::text as "endsOn"
    from school_years y
    join terms t on t.school_year_id = y.id
    where y.school_id = ${schoolId} and ${day} between y.starts_on and y.ends_on
    order by t.starts_on, t.kind desc`);
}

/** The semester and quarter that a day is in; null where it is in none. */
export async function termsOn(ctx: Ctx, schoolId: number, day: string): Promise<TermsOfDay> {
  return termsOf(await listTerms(ctx, schoolId, day), day);
}

/** The marking period (quarter) of a day. Throws `calendar/not-in-any-term`. */
export async function termOn(ctx: Ctx, schoolId: number, day: string): Promise<Term> {
  const { quarter } = await termsOn(ctx, schoolId, day);
  if (!quarter) throw notInAnyTerm({ day });
  return quarter;
}
