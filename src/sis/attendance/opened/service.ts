import type { Ctx } from '../../../db/ctx.ts';
import { allow } from '../../../identity/allow.ts';
import { sessionDay } from '../../calendar/queries.ts';
import { coversDay } from '../../enrollment/rules.ts';
import { type KeptChange, listChangesOfClass } from '../changes/queries.ts';
import { ensureMeets, isOffice, stateOf, windowOf } from '../entry/service.ts';
import {
  type ClassCodeRow,
  type ClassOnDay,
  getClassOnDay,
  listRosterMarks,
  type Meeting,
  type StandingMark,
  type Submission,
} from '../queries.ts';
import { type ChangeRequest, listRequestsOfClass } from '../requests/queries.ts';
import {
  type ClassState,
  copiedMark,
  historyStrip,
  openness,
  type StripDay,
  type WindowState,
} from '../rules.ts';
import { listSeats } from '../seating/queries.ts';
import type { Seat } from '../seating/rules.ts';
import {
  type DailyOnRoster,
  listDailyOfClass,
  listPlacements,
  listStrip,
  type PlacedStudent,
  type StripOfClass,
} from './queries.ts';

export type OpenClass = { sectionId: number; periodId?: number; day: string };

/** A student of the class. Out of session (`inSession` false): greyed, without a mark, `why` says the reason. */
export type ClassStudent = {
  studentId: number;
  studentNumber: string;
  name: string;
  familyName: string;
  gradeLevel: number | null;
  inSession: boolean;
  why: 'not-yet' | 'left' | 'withdrawn' | null;
  mark: StandingMark | null;
  daily: DailyOnRoster | null;
  /** One entry per day of `historyDays`. */
  history: StripDay[];
};

/** A class as the teacher opens it. Instants are ISO texts, times of day 'HH:MM:SS'. */
export type OpenedClass = {
  section: { id: number; code: string; kind: 'class' | 'homeroom'; courseTitle: string; room: string };
  school: { id: number; name: string; postMode: 'no-post' | 'post' | 'post-once'; allowDateChange: boolean };
  day: {
    day: string;
    kind: string | null;
    note: string | null;
    previous: string | null;
    next: string | null;
  };
  period: { id: number; code: string; name: string; startsAt: string; endsAt: string; minutes: number };
  /** Every period of the section that day, with its state; more than one in a double class. */
  periods: { id: number; code: string; name: string; state: ClassState }[];
  /** `version` goes back with the next save; 0: not taken. */
  state: ClassState;
  version: number;
  takenAt: string | null;
  takenBy: string | null;
  postedAt: string | null;
  postedBy: string | null;
  /** What the reader may do now; `closed` says why not: the day, the window, or that it is posted for good. */
  mayMark: boolean;
  mayRequest: boolean;
  mayOverride: boolean;
  closed: WindowState | 'already-posted' | null;
  codes: ClassCodeRow[];
  historyDays: string[];
  students: ClassStudent[];
  seats: Seat[];
  changes: KeptChange[];
  requests: ChangeRequest[];
  /** In a later period of a double class that is not taken: the first period's marks, late ones as present. */
  copyFrom: { periodId: number; period: string; marks: { studentId: number; codeId: number }[] } | null;
};

/**
 * Opens a class of a day (of its first period when none is named): roster, marks, what may be done and why not.
 * Throws `shared/not-found`, `identity/not-allowed`, `attendance/not-a-school-day`,
 * `attendance/section-not-running`, `attendance/period-not-met`.
 */
export async function openClass(ctx: Ctx, { sectionId, periodId, day }: OpenClass): Promise<OpenedClass> {
  const facts = await getClassOnDay(ctx, sectionId, day);
  allow(ctx, 'attendance.read', { schoolId: facts.schoolId, sectionId });
  await ensureMeets(ctx, facts, day, periodId ?? null);
  const met = facts.meetings.filter((meeting) => meeting.startsAt !== null);
  const period = met.find((meeting) => meeting.id === periodId) ?? met[0]!;
  const first = met[0]!;
  const at = { sectionId, periodId: period.id, day };

  const [session, roster, placements, strip, daily, seats, changes, requests, firstMarks] = await Promise.all(
    [
      sessionDay(ctx, facts.schoolId, day),
      listRosterMarks(ctx, at),
      listPlacements(ctx, sectionId),
      listStrip(ctx, facts.schoolId, { ...at, startsOn: facts.startsOn, count: STRIP_DAYS }),
      listDailyOfClass(ctx, at),
      listSeats(ctx, sectionId),
      listChangesOfClass(ctx, at),
      listRequestsOfClass(ctx, at),
      first.id === period.id ? [] : listRosterMarks(ctx, { ...at, periodId: first.id }),
    ],
  );
  const submission = submissionOf(facts, period.id);
  const state = stateOf(submission);
  const byOffice = isOffice(ctx, facts.schoolId);

  return {
    section: {
      id: sectionId,
      code: facts.section,
      kind: facts.kind,
      courseTitle: facts.courseTitle,
      room: facts.room,
    },
    school: {
      id: facts.schoolId,
      name: facts.school,
      postMode: facts.postMode,
      allowDateChange: facts.allowDateChange,
    },
    day: { day, kind: session.kind, note: session.note, previous: session.previous, next: session.next },
    period: { ...period, startsAt: period.startsAt!, endsAt: period.endsAt!, minutes: period.minutes! },
    periods: met.map(({ id, code, name }) => ({ id, code, name, state: stateOf(submissionOf(facts, id)) })),
    state,
    version: submission?.version ?? 0,
    takenAt: submission?.takenAt ?? null,
    takenBy: submission?.takenBy ?? null,
    postedAt: submission?.postedAt ?? null,
    postedBy: submission?.postedBy ?? null,
    ...openness(state, facts.postMode, windowOf(ctx, facts, day, byOffice)),
    mayOverride: byOffice && day <= ctx.today && state !== 'not-taken',
    codes: facts.codes,
    historyDays: strip.map((entry) => entry.day),
    students: studentsOf(placements, roster, strip, daily, day),
    seats,
    changes,
    requests,
    copyFrom: state === 'not-taken' ? copyOf(first, firstMarks, facts) : null,
  };
}

/** How many school days back a history strip goes. */
export const STRIP_DAYS = 10;

/** Students of the day, and greyed ones who were in the class since the strip begins, or will be. */
function studentsOf(
  placements: readonly PlacedStudent[],
  roster: readonly { studentId: number; mark: StandingMark | null }[],
  strip: readonly StripOfClass[],
  daily: readonly DailyOnRoster[],
  day: string,
): ClassStudent[] {
  const marks = new Map(roster.map((row) => [row.studentId, row.mark]));
  const days = new Map(daily.map((row) => [row.studentId, row]));
  const from = strip[0]?.day ?? day;
  const historyDays = strip.map((entry) => entry.day);
  const takenDays = new Set(strip.filter((entry) => entry.taken).map((entry) => entry.day));
  const codesByStudent = new Map<number, Map<string, number>>();
  for (const entry of strip) {
    for (const [studentId, codeId] of entry.marks) {
      const codes = codesByStudent.get(studentId) ?? new Map<string, number>();
      codesByStudent.set(studentId, codes.set(entry.day, codeId));
    }
  }
  return placements
    .filter(({ placements }) =>
      placements.some((placement) => placement.endsOn === null || placement.endsOn >= from),
    )
    .map(({ placements, stays, ...student }) => {
      const inSession = marks.has(student.studentId);
      const enrolledOn = (day: string) =>
        placements.some((placement) => coversDay(placement, day)) &&
        stays.some((stay) => coversDay(stay, day));
      return {
        ...student,
        inSession,
        why: inSession ? null : whyNot(placements, day),
        mark: marks.get(student.studentId) ?? null,
        daily: days.get(student.studentId) ?? null,
        history: historyStrip(
          historyDays,
          takenDays,
          codesByStudent.get(student.studentId) ?? new Map(),
          enrolledOn,
        ),
      };
    });
}

function whyNot(placements: PlacedStudent['placements'], day: string): 'not-yet' | 'left' | 'withdrawn' {
  if (placements.some((placement) => coversDay(placement, day))) return 'withdrawn';
  return placements.some((placement) => placement.startsOn <= day) ? 'left' : 'not-yet';
}

function copyOf(
  first: Meeting,
  marks: readonly { mark: StandingMark | null }[],
  facts: ClassOnDay,
): OpenedClass['copyFrom'] {
  const copied = marks.flatMap(({ mark }) => (mark ? [copiedMark(mark, facts.codes)] : []));
  return copied.length === 0 ? null : { periodId: first.id, period: first.name, marks: copied };
}

function submissionOf(facts: ClassOnDay, periodId: number): Submission | null {
  return facts.submissions.find((submission) => submission.periodId === periodId) ?? null;
}
