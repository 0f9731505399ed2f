import type { Ctx } from '../../db/ctx.ts';
import { DomainError, type Facts } from '../../shared/errors.ts';
import { type OpenedClass, openClass } from '../../sis/attendance/opened/service.ts';
import { type SessionDay, sessionDay } from '../../sis/calendar/queries.ts';
import {
  type ClassOfDay,
  listClassesOn,
  listUntakenClasses,
  type UntakenClass,
} from '../../sis/scheduling/today/queries.ts';

/** A teacher's classes of a day; `day` is null for a person who works at no school. */
export type AttendanceDayData = {
  day: SessionDay | null;
  classes: ClassOfDay[];
  /** Earlier classes that wait, whatever day is shown. */
  untaken: UntakenClass[];
};

/** The class on the day; or why it does not meet then, with the address asked for. */
export type ClassAttendanceData =
  | { kind: 'opened'; opened: OpenedClass }
  | {
      kind: 'refused';
      refused: { code: string; facts: Facts };
      sectionId: number;
      periodId: number | null;
      day: string;
    };

/** The classes of whoever acts on a day (today when none is given), with the state of their attendance. */
export async function loadAttendanceDay(
  ctx: Ctx,
  { day = ctx.today }: { day?: string },
): Promise<AttendanceDayData> {
  const { personId, grants } = ctx.actor;
  const schoolId = (grants.find((grant) => grant.role === 'teacher') ?? grants[0])?.schoolId;
  if (personId === null || schoolId === undefined) return { day: null, classes: [], untaken: [] };
  const [session, classes, untaken] = await Promise.all([
    sessionDay(ctx, schoolId, day),
    listClassesOn(ctx, personId, day),
    listUntakenClasses(ctx, personId, ctx.today),
  ]);
  return { day: session, classes, untaken };
}

/**
 * A class to take attendance of, today when no day is given. A day on which it does not meet is an answer, so that the
 * page can offer another one. Throws `shared/not-found`, `identity/not-allowed`.
 */
export async function loadClassAttendance(
  ctx: Ctx,
  { sectionId, periodId, day = ctx.today }: { sectionId: number; periodId?: number; day?: string },
): Promise<ClassAttendanceData> {
  try {
    return { kind: 'opened', opened: await openClass(ctx, { sectionId, periodId, day }) };
  } catch (thrown) {
    if (!(thrown instanceof DomainError) || thrown.kind !== 'conflict') throw thrown;
    const { code, facts } = thrown;
    return { kind: 'refused', refused: { code, facts }, sectionId, periodId: periodId ?? null, day };
  }
}
