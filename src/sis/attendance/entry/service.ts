import type { Ctx } from '../../../db/ctx.ts';
import { allow, allows, type Verb } from '../../../identity/allow.ts';
import { staleEdit } from '../../../shared/errors.ts';
import { sessionDay } from '../../calendar/queries.ts';
import { runsOn } from '../../scheduling/rules.ts';
import {
  alreadyPosted,
  codeNeedsOffice,
  codesMissing,
  dateChangeOff,
  doesNotPost,
  futureDay,
  notASchoolDay,
  notEnrolled,
  periodNotMet,
  sectionNotRunning,
  staffOnly,
  studentTwice,
  unknownCode,
  windowClosed,
} from '../errors.ts';
import {
  type ClassCodeRow,
  type ClassOnDay,
  firstOpenDay,
  getClassOnDay,
  type StandingMark,
  type Submission,
} from '../queries.ts';
import {
  afterTaking,
  type ClassState,
  classState,
  type MarkRefusal,
  type WindowState,
  windowState,
} from '../rules.ts';

/** A class meeting: a section, one of its periods, a day ('YYYY-MM-DD'). */
export type ClassDay = { sectionId: number; periodId: number; day: string };

/** A class meeting that exists, with whoever acts allowed to act on it. */
export type ClassEntry = {
  at: ClassDay;
  facts: ClassOnDay;
  submission: Submission | null;
  state: ClassState;
  byOffice: boolean;
  codes: ReadonlyMap<number, ClassCodeRow>;
};

/**
 * The class meeting that a verb works on, once the actor is allowed to and the class really meets then. Throws
 * `shared/not-found`, `identity/not-allowed`, and the refusals of days, periods and codes.
 */
export async function enterClass(ctx: Ctx, verb: Verb, at: ClassDay): Promise<ClassEntry> {
  const facts = await getClassOnDay(ctx, at.sectionId, at.day);
  allow(ctx, verb, { schoolId: facts.schoolId, sectionId: at.sectionId });
  await ensureMeets(ctx, facts, at.day, at.periodId);
  if (facts.codes.length === 0) throw codesMissing({ school: facts.school, scope: 'class' });

  const submission = facts.submissions.find((submission) => submission.periodId === at.periodId) ?? null;
  return {
    at,
    facts,
    submission,
    state: stateOf(submission),
    byOffice: isOffice(ctx, facts.schoolId),
    codes: new Map(facts.codes.map((code) => [code.id, code])),
  };
}

/** Throws unless school is in session, the section runs that day and has a class in the period (null: any). */
export async function ensureMeets(
  ctx: Ctx,
  facts: ClassOnDay,
  day: string,
  periodId: number | null,
): Promise<void> {
  if (!facts.inSession) {
    const { kind, note, previous, next } = await sessionDay(ctx, facts.schoolId, day);
    throw notASchoolDay({ day, kind, note, previous, next });
  }
  if (!runsOn(facts, day)) {
    throw sectionNotRunning({ section: facts.section, day, from: facts.startsOn, to: facts.endsOn });
  }
  const met = facts.meetings.filter((meeting) => meeting.startsAt !== null);
  if (periodId === null ? met.length > 0 : met.some((meeting) => meeting.id === periodId)) return;
  throw periodNotMet({
    section: facts.section,
    period: facts.meetings.find((meeting) => meeting.id === periodId)?.name ?? null,
    periods: met.map((meeting) => meeting.name),
  });
}

/** Whether whoever acts may correct what teachers have posted. */
export function isOffice(ctx: Ctx, schoolId: number): boolean {
  return allows(ctx, 'attendance.override', { schoolId });
}

/** Whether the class may be marked by this reader now. */
export function windowOf(ctx: Ctx, facts: ClassOnDay, day: string, byOffice: boolean): WindowState {
  return windowState({ ...facts, day, today: ctx.today, byOffice });
}

/** Throws unless the day has come and is still open to whoever acts. */
export async function ensureOpen(ctx: Ctx, { facts, at: { day }, byOffice }: ClassEntry): Promise<void> {
  const window = windowOf(ctx, facts, day, byOffice);
  if (window === 'open') return;
  if (window === 'future-day') throw futureDay({ day, today: ctx.today });
  if (window === 'date-change-off') throw dateChangeOff({ day, today: ctx.today });
  const firstOpen = await firstOpenDay(ctx, facts.schoolId, facts.openDays);
  throw windowClosed({ day, openDays: facts.openDays, firstOpen });
}

/** Throws when the school's post mode does not allow to save, or to post, the class as it stands. */
export function ensureTakes({ state, facts, submission }: ClassEntry, post: boolean): void {
  const next = afterTaking(state, facts.postMode, post);
  if ('state' in next) return;
  if (next.refused === 'does-not-post') throw doesNotPost({ school: facts.school });
  throw alreadyPosted({ postedAt: submission?.postedAt ?? '', postedBy: submission?.postedBy ?? '' });
}

/** Throws `shared/stale-edit` with the class as it stands now, when it was saved after the reader had read it. */
export function ensureFresh(
  { state, submission }: ClassEntry,
  version: number,
  marks: readonly (StandingMark | null)[],
): void {
  const current = submission?.version ?? 0;
  if (version === current) return;
  throw staleEdit({
    what: 'class',
    current: {
      version: current,
      state,
      takenBy: submission?.takenBy ?? null,
      takenAt: submission?.takenAt ?? null,
      marks: marks.filter((mark) => mark !== null),
    },
  });
}

/** The error of a refused mark. */
export function refusedMark(refusal: MarkRefusal, { facts, at }: ClassEntry) {
  switch (refusal.why) {
    case 'student-twice':
      return studentTwice({ studentId: refusal.studentId });
    case 'not-enrolled':
      return notEnrolled({ studentId: refusal.studentId, section: facts.section, day: at.day });
    case 'unknown-code':
      return unknownCode({ codeId: refusal.codeId });
    case 'code-needs-office':
      return codeNeedsOffice({ code: refusal.code });
  }
}

/** The staff member who acts, to be kept with what is done. Throws `attendance/staff-only`. */
export function actingStaff({ actor }: Ctx): number {
  const isStaff = actor.grants.some((grant) => grant.role !== 'guardian' && grant.role !== 'student');
  if (actor.personId === null || !isStaff) throw staffOnly({ person: actor.personName });
  return actor.personId;
}

export function stateOf(submission: Submission | null): ClassState {
  return classState(submission && { posted: submission.postedAt !== null });
}
