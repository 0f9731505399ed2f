import { and, eq } from 'drizzle-orm';
import { record } from '../../../activity/service.ts';
import type { Ctx } from '../../../db/ctx.ts';
import { allow } from '../../../identity/allow.ts';
import { staleEdit } from '../../../shared/errors.ts';
import { sessionDay } from '../../calendar/queries.ts';
import { keepChanges } from '../changes/service.ts';
import { getDaySettings, listStudentDays } from '../daily/queries.ts';
import { type DayOfStudent, lockDay, lockDayOfSection, recomputeDay } from '../daily/service.ts';
import { type ClassDay, type ClassEntry, ensureOpen, enterClass } from '../entry/service.ts';
import { futureDay, notASchoolDay, notEnrolled, notTaken, unknownCode } from '../errors.ts';
import { listRosterMarks, type StandingMark } from '../queries.ts';
import { attendanceMarks, attendanceSubmissions } from '../schema.ts';

/** The office's word on a mark. `codeId` null takes it off; `version` is that of the mark. */
export type OverrideMark = ClassDay & { studentId: number; codeId: number | null; version: number };

/**
 * Puts the office's code over a teacher's mark, which stays as it was, or takes it off; the day is derived
 * again. The office may do so on any past day, posted or not. Throws `identity/not-allowed`,
 * `attendance/not-taken`, `attendance/not-enrolled`, `attendance/unknown-code`, `shared/stale-edit`.
 */
export async function overrideMark(
  ctx: Ctx,
  input: OverrideMark,
): Promise<{ version: number; days: DayOfStudent[] }> {
  const { sectionId, periodId, day, studentId, codeId } = input;
  const at = { sectionId, periodId, day };
  const [, entry, roster] = await Promise.all([
    lockDayOfSection(ctx, sectionId, day),
    enterClass(ctx, 'attendance.override', at),
    listRosterMarks(ctx, at),
  ]);
  await ensureOpen(ctx, entry);
  const mark = markOf(entry, roster, studentId);
  if (codeId !== null && !entry.codes.has(codeId)) throw unknownCode({ codeId });
  if (mark.version !== input.version) throw staleEdit({ what: 'mark', current: mark });

  const days = await putOverride(ctx, entry, mark, codeId);
  await record(ctx, {
    verb: 'attendance.overridden',
    subject: { type: 'student', id: studentId },
    facts: { ...at, code: codeId === null ? null : entry.codes.get(codeId)?.code },
  });
  return { version: mark.version + 1, days };
}

/** The mark of a student in a class that was taken. */
export function markOf(
  { facts, at, state }: ClassEntry,
  roster: readonly { studentId: number; mark: StandingMark | null }[],
  studentId: number,
): StandingMark {
  const row = roster.find((row) => row.studentId === studentId);
  if (!row) throw notEnrolled({ studentId, section: facts.section, day: at.day });
  if (state === 'not-taken' || !row.mark) throw notTaken({ section: facts.section, day: at.day });
  return row.mark;
}

/** Writes the office's code over a mark, and into the history; also makes the class's version move on. */
export async function putOverride(
  ctx: Ctx,
  { at, facts, state, codes, submission }: ClassEntry,
  mark: StandingMark,
  codeId: number | null,
): Promise<DayOfStudent[]> {
  const written = (id: number | null) => (id === null ? null : (codes.get(id)?.code ?? ''));
  await Promise.all([
    ctx.tx
      .update(attendanceMarks)
      .set({ override_code_id: codeId, version: mark.version + 1 })
      .where(
        and(
          eq(attendanceMarks.student_id, mark.studentId),
          eq(attendanceMarks.day, at.day),
          eq(attendanceMarks.period_id, at.periodId),
        ),
      ),
    ctx.tx
      .update(attendanceSubmissions)
      .set({ version: (submission?.version ?? 0) + 1 })
      .where(
        and(
          eq(attendanceSubmissions.section_id, at.sectionId),
          eq(attendanceSubmissions.period_id, at.periodId),
          eq(attendanceSubmissions.day, at.day),
        ),
      ),
  ]);
  if (mark.overrideCodeId !== codeId) {
    const change = { field: 'override' as const, from: written(mark.overrideCodeId), to: written(codeId) };
    await keepChanges(ctx, { ...at, afterPosting: state === 'posted' }, [
      { studentId: mark.studentId, ...change },
    ]);
  }
  return recomputeDay(ctx, facts.schoolId, [mark.studentId], at.day);
}

/** The office's word on a whole day. `codeId` is a code of scope `day`, null takes it off; `version` 0: no day yet. */
export type OverrideDay = {
  schoolId: number;
  studentId: number;
  day: string;
  codeId: number | null;
  version: number;
};

/**
 * Sets a student's day, whatever the classes say, or lets them say it again. It may come before any class was
 * taken: a parent who calls in the morning. Throws `identity/not-allowed`, the refusals of days,
 * `attendance/not-enrolled`, `attendance/unknown-code`, `shared/stale-edit`.
 */
export async function overrideDay(ctx: Ctx, input: OverrideDay): Promise<DayOfStudent | null> {
  const { schoolId, studentId, day, codeId } = input;
  allow(ctx, 'attendance.override', { schoolId });
  if (day > ctx.today) throw futureDay({ day, today: ctx.today });
  await lockDay(ctx, schoolId, day);
  const [session, settings, [student]] = await Promise.all([
    sessionDay(ctx, schoolId, day),
    getDaySettings(ctx, schoolId),
    listStudentDays(ctx, schoolId, [studentId], day),
  ]);
  const { inSession, kind, note, previous, next } = session;
  if (!inSession) throw notASchoolDay({ day, kind, note, previous, next });
  if (!student) throw notEnrolled({ studentId, section: settings.school, day });
  if (codeId !== null && !settings.dayCodes.some((code) => code.id === codeId)) throw unknownCode({ codeId });
  const { stored } = student;
  if ((stored?.version ?? 0) !== input.version) throw staleEdit({ what: 'day', current: stored });

  const written = (id: number | null) => settings.dayCodes.find((code) => code.id === id)?.code ?? null;
  const [result] = await recomputeDay(ctx, schoolId, [studentId], day, new Map([[studentId, codeId]]));
  const from = stored?.overrideCodeId ?? null;
  if (from !== codeId) {
    const change = { studentId, field: 'day' as const, from: written(from), to: written(codeId) };
    await keepChanges(ctx, { day, afterPosting: stored !== null }, [change]);
  }
  await record(ctx, {
    verb: 'attendance.day-overridden',
    subject: { type: 'student', id: studentId },
    facts: { day, code: written(codeId) },
  });
  return result ?? null;
}
