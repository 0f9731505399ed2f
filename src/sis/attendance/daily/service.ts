import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Ctx } from '../../../db/ctx.ts';
import { merge } from '../../../db/merge.ts';
import { codesMissing } from '../errors.ts';
import { dailyAttendance } from '../schema.ts';
import {
  type DaySettings,
  getDaySettings,
  listMarksOfDay,
  listMeetingsOf,
  listStudentDays,
  type SectionMeeting,
  type StoredDay,
} from './queries.ts';
import { type DerivedDay, deriveDay, namesDays, type PeriodOfDay } from './rules.ts';

/** A student's day after it was derived again. `codeId` is the effective code: the office's, else the classes'. */
export type DayOfStudent = {
  studentId: number;
  codeId: number;
  overridden: boolean;
  value: string;
  minutesAttended: number;
  minutesScheduled: number;
  incomplete: boolean;
  version: number;
};

/**
 * Lets one transaction at a time change the attendance of a school's day, until it ends: a day is derived from
 * the marks of several classes. A sandbox has one writer at a time already.
 */
export async function lockDay(ctx: Ctx, schoolId: number, day: string): Promise<void> {
  if (ctx.space.kind === 'sandbox') return;
  await ctx.tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended('attendance ' || ${schoolId}::bigint || ' ' || ${day}::text, 0))`);
}

/** The same for the school of a section. */
export async function lockDayOfSection(ctx: Ctx, sectionId: number, day: string): Promise<void> {
  if (ctx.space.kind === 'sandbox') return;
  await ctx.tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended('attendance ' || school_id || ' ' || ${day}::text, 0))
    from sections
    where id = ${sectionId}`);
}

/**
 * Derives the day of each student from their classes again, and stores what changed. Call it after any change to
 * marks, overrides, schedules, bells or enrollment of that day. A day of which nothing was ever taken gets no
 * row; a student with nothing scheduled loses the row, unless the office has set it. Students who do not belong
 * to the school that day are left alone. `overrides` puts the office's code over a student's day, or takes it
 * off (null). Throws `attendance/codes-missing`.
 */
export async function recomputeDay(
  ctx: Ctx,
  schoolId: number,
  studentIds: readonly number[],
  day: string,
  overrides: ReadonlyMap<number, number | null> = new Map(),
): Promise<DayOfStudent[]> {
  if (studentIds.length === 0) return [];
  const [settings, students, meetings, marks] = await Promise.all([
    getDaySettings(ctx, schoolId),
    listStudentDays(ctx, schoolId, studentIds, day),
    listMeetingsOf(ctx, schoolId, studentIds, day),
    listMarksOfDay(ctx, studentIds, day),
  ]);
  if (!namesDays(settings.dayCodes)) throw codesMissing({ school: settings.school, scope: 'day' });

  const codes = new Map(settings.codes.map((code) => [code.id, code]));
  const marked = new Map(
    marks.map((mark) => [key(mark.studentId, mark.periodId), codes.get(mark.codeId) ?? null]),
  );
  const days: DayOfStudent[] = [];
  const changed: (typeof dailyAttendance.$inferInsert)[] = [];
  const emptied: number[] = [];
  for (const { studentId, sectionIds, stored } of students) {
    const periods = periodsOf(meetings, sectionIds).map((meeting) => ({
      ...meeting,
      code: marked.get(key(studentId, meeting.periodId)) ?? null,
    }));
    const override = overrides.get(studentId);
    const overrideCodeId = override === undefined ? (stored?.overrideCodeId ?? null) : override;
    const derived = deriveDay(periods, settings, settings.dayCodes);
    if (derived === null) {
      if (stored && overrideCodeId === null) emptied.push(studentId);
      continue;
    }
    if (stored === null && overrideCodeId === null && !isStarted(periods, settings)) continue;
    const next = nextDay(derived, overrideCodeId, stored, settings);
    if (!same(next, stored)) changed.push(rowOf(next, { studentId, schoolId, day }));
    days.push(dayOf(studentId, next));
  }

  await store(ctx, changed);
  if (emptied.length > 0) {
    await ctx.tx
      .delete(dailyAttendance)
      .where(and(eq(dailyAttendance.day, day), inArray(dailyAttendance.student_id, emptied)));
  }
  return days;
}

/** One meeting per period: a student placed twice in a period was there once. */
function periodsOf(meetings: readonly SectionMeeting[], sectionIds: readonly number[]): SectionMeeting[] {
  const mine = new Set(sectionIds);
  const byPeriod = new Map<number, SectionMeeting>();
  for (const meeting of meetings) {
    if (!mine.has(meeting.sectionId)) continue;
    const other = byPeriod.get(meeting.periodId);
    byPeriod.set(meeting.periodId, other ? { ...other, taken: other.taken && meeting.taken } : meeting);
  }
  return [...byPeriod.values()];
}

function isStarted(periods: readonly PeriodOfDay[], { dailyFrom }: DaySettings): boolean {
  return periods.some((period) => period.taken && (dailyFrom === 'class' || period.homeroom));
}

function nextDay(
  derived: DerivedDay,
  overrideCodeId: number | null,
  stored: StoredDay | null,
  settings: DaySettings,
): StoredDay {
  const override = settings.dayCodes.find((code) => code.id === overrideCodeId);
  const version = stored?.version ?? 0;
  const next = { ...derived, overrideCodeId, value: override?.weight ?? derived.value, version };
  return same(next, stored) ? next : { ...next, version: version + 1 };
}

/** Whether two days say the same; their versions aside. */
function same(a: StoredDay, b: StoredDay | null): boolean {
  return (
    b !== null &&
    a.codeId === b.codeId &&
    a.overrideCodeId === b.overrideCodeId &&
    Number(a.value) === Number(b.value) &&
    a.minutesAttended === b.minutesAttended &&
    a.minutesScheduled === b.minutesScheduled &&
    a.incomplete === b.incomplete
  );
}

async function store(ctx: Ctx, rows: (typeof dailyAttendance.$inferInsert)[]): Promise<void> {
  if (rows.length === 0) return;
  await merge(ctx.tx, {
    into: dailyAttendance,
    on: ['student_id', 'day'],
    rows,
    set: [
      'code_id',
      'override_code_id',
      'minutes_attended',
      'minutes_scheduled',
      'value',
      'incomplete',
      'version',
    ],
  });
}

function rowOf(
  next: StoredDay,
  at: { studentId: number; schoolId: number; day: string },
): typeof dailyAttendance.$inferInsert {
  return {
    student_id: at.studentId,
    school_id: at.schoolId,
    day: at.day,
    code_id: next.codeId,
    override_code_id: next.overrideCodeId,
    minutes_attended: next.minutesAttended,
    minutes_scheduled: next.minutesScheduled,
    value: next.value,
    incomplete: next.incomplete,
    version: next.version,
  };
}

function dayOf(studentId: number, day: StoredDay): DayOfStudent {
  return {
    studentId,
    codeId: day.overrideCodeId ?? day.codeId,
    overridden: day.overrideCodeId !== null,
    value: day.value,
    minutesAttended: day.minutesAttended,
    minutesScheduled: day.minutesScheduled,
    incomplete: day.incomplete,
    version: day.version,
  };
}

function key(studentId: number, periodId: number): string {
  return `${studentId}:${periodId}`;
}
