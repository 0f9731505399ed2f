import { and, eq } from 'drizzle-orm';
import { record } from '../../../activity/service.ts';
import type { Ctx } from '../../../db/ctx.ts';
import { notFound } from '../../../shared/errors.ts';
import type { DayOfStudent } from '../daily/service.ts';
import { lockDayOfSection } from '../daily/service.ts';
import { actingStaff, type ClassDay, enterClass, windowOf } from '../entry/service.ts';
import { futureDay, requestAlreadyDecided, requestAlreadyOpen, stillOpen, unknownCode } from '../errors.ts';
import { markOf, putOverride } from '../office/service.ts';
import { listRosterMarks } from '../queries.ts';
import { openness } from '../rules.ts';
import { attendanceChangeRequests } from '../schema.ts';

/** What a teacher asks of the office: another code for a student, and why. */
export type RequestChange = ClassDay & { studentId: number; codeId: number; reason: string };

/**
 * Asks the office to change a mark that the teacher can no longer change: posted for good, or closed. Any code
 * may be asked for, the office's own too. Throws `identity/not-allowed`, `attendance/not-taken`,
 * `attendance/still-open` (change it yourself), `attendance/request-already-open`, and the refusals of marks.
 */
export async function requestChange(ctx: Ctx, input: RequestChange): Promise<{ requestId: number }> {
  const { sectionId, periodId, day, studentId, codeId, reason } = input;
  const at = { sectionId, periodId, day };
  const [, entry, roster] = await Promise.all([
    lockDayOfSection(ctx, sectionId, day),
    enterClass(ctx, 'attendance.request-change', at),
    listRosterMarks(ctx, at),
  ]);
  const window = windowOf(ctx, entry.facts, day, false);
  if (window === 'future-day') throw futureDay({ day, today: ctx.today });
  markOf(entry, roster, studentId);
  if (!entry.codes.has(codeId)) throw unknownCode({ codeId });
  if (openness(entry.state, entry.facts.postMode, window).mayMark) {
    throw stillOpen({ section: entry.facts.section, day });
  }
  const [open] = await ctx.tx
    .select({ id: attendanceChangeRequests.id })
    .from(attendanceChangeRequests)
    .where(
      and(
        eq(attendanceChangeRequests.student_id, studentId),
        eq(attendanceChangeRequests.day, day),
        eq(attendanceChangeRequests.period_id, periodId),
        eq(attendanceChangeRequests.state, 'open'),
      ),
    );
  if (open) throw requestAlreadyOpen({ requestId: open.id, studentId });

  const [request] = await ctx.tx
    .insert(attendanceChangeRequests)
    .values({
      section_id: sectionId,
      period_id: periodId,
      student_id: studentId,
      day,
      code_id: codeId,
      reason: reason.trim(),
      state: 'open',
      requested_at: ctx.now,
      requested_by: actingStaff(ctx),
    })
    .returning({ id: attendanceChangeRequests.id });
  await record(ctx, {
    verb: 'attendance.change-requested',
    subject: { type: 'section', id: sectionId },
    facts: { day, periodId, studentId, code: entry.codes.get(codeId)?.code },
  });
  return { requestId: request!.id };
}

export type DecideRequest = { requestId: number; decision: 'accept' | 'refuse' };

/**
 * The office's decision: accepted, its code is put over the teacher's mark and the day derived again. Throws
 * `shared/not-found`, `identity/not-allowed`, `attendance/request-already-decided`.
 */
export async function decideRequest(
  ctx: Ctx,
  { requestId, decision }: DecideRequest,
): Promise<{ state: 'accepted' | 'refused'; days: DayOfStudent[] }> {
  const asked = await getRequest(ctx, requestId);
  const at = { sectionId: asked.section_id, periodId: asked.period_id, day: asked.day };
  const [, entry, roster] = await Promise.all([
    lockDayOfSection(ctx, at.sectionId, at.day),
    enterClass(ctx, 'attendance.decide', at),
    listRosterMarks(ctx, at),
  ]);
  const { state } = await getRequest(ctx, requestId);
  if (state !== 'open') throw requestAlreadyDecided({ requestId, state });

  const next = decision === 'accept' ? 'accepted' : 'refused';
  await ctx.tx
    .update(attendanceChangeRequests)
    .set({ state: next, decided_at: ctx.now, decided_by: actingStaff(ctx) })
    .where(eq(attendanceChangeRequests.id, requestId));
  const days =
    next === 'accepted'
      ? await putOverride(ctx, entry, markOf(entry, roster, asked.student_id), asked.code_id)
      : [];
  await record(ctx, {
    verb: 'attendance.request-decided',
    subject: { type: 'student', id: asked.student_id },
    facts: { ...at, requestId, state: next, code: entry.codes.get(asked.code_id)?.code },
  });
  return { state: next, days };
}

async function getRequest(ctx: Ctx, requestId: number) {
  const [request] = await ctx.tx
    .select()
    .from(attendanceChangeRequests)
    .where(eq(attendanceChangeRequests.id, requestId));
  if (!request) throw notFound('change request', requestId);
  return request;
}
