import { DomainError } from '../../shared/errors.ts';

export const futureDay = (facts: { day: string; today: string }) =>
  new DomainError('attendance/future-day', 'conflict', facts);

/** `kind` is that of the calendar day; null: a weekend, or outside the school year. */
export const notASchoolDay = (facts: {
  day: string;
  kind: string | null;
  note: string | null;
  previous: string | null;
  next: string | null;
}) => new DomainError('attendance/not-a-school-day', 'conflict', facts);

/** `firstOpen` is the earliest day a teacher may still enter. */
export const windowClosed = (facts: { day: string; openDays: number; firstOpen: string | null }) =>
  new DomainError('attendance/window-closed', 'conflict', facts);

/** Teachers of this school enter attendance on the day itself only. */
export const dateChangeOff = (facts: { day: string; today: string }) =>
  new DomainError('attendance/date-change-off', 'conflict', facts);

/** The section has no class in that period; `periods` are the ones it has. */
export const periodNotMet = (facts: { section: string; period: string | null; periods: string[] }) =>
  new DomainError('attendance/period-not-met', 'conflict', facts);

/** The section does not run on that day: its semester is another one. */
export const sectionNotRunning = (facts: { section: string; day: string; from: string; to: string }) =>
  new DomainError('attendance/section-not-running', 'conflict', facts);

export const notEnrolled = (facts: { studentId: number; section: string; day: string }) =>
  new DomainError('attendance/not-enrolled', 'conflict', facts);

export const studentTwice = (facts: { studentId: number }) =>
  new DomainError('attendance/student-twice', 'invalid', facts);

export const unknownCode = (facts: { codeId: number }) =>
  new DomainError('attendance/unknown-code', 'invalid', facts);

export const codeNeedsOffice = (facts: { code: string }) =>
  new DomainError('attendance/code-needs-office', 'forbidden', facts);

export const alreadyPosted = (facts: { postedAt: string; postedBy: string }) =>
  new DomainError('attendance/already-posted', 'conflict', facts);

export const doesNotPost = (facts: { school: string }) =>
  new DomainError('attendance/school-does-not-post', 'conflict', facts);

/** Nothing has been marked yet, so there is nothing to correct. */
export const notTaken = (facts: { section: string; day: string }) =>
  new DomainError('attendance/not-taken', 'conflict', facts);

/** The school has no codes for classes or for days: the office must set them before anyone can take attendance. */
export const codesMissing = (facts: { school: string; scope: 'class' | 'day' }) =>
  new DomainError('attendance/codes-missing', 'conflict', facts);

export const requestAlreadyOpen = (facts: { requestId: number; studentId: number }) =>
  new DomainError('attendance/request-already-open', 'conflict', facts);

export const requestAlreadyDecided = (facts: { requestId: number; state: string }) =>
  new DomainError('attendance/request-already-decided', 'conflict', facts);

export const seatTaken = (facts: { row: number; column: number; studentIds: number[] }) =>
  new DomainError('attendance/seat-taken', 'invalid', facts);

/** Attendance is kept with the name of a staff member; an account that is none cannot take it. */
export const staffOnly = (facts: { person: string }) =>
  new DomainError('attendance/staff-only', 'forbidden', facts);

/** Only what was entered may be asked to be changed, and only while it cannot be changed without asking. */
export const stillOpen = (facts: { section: string; day: string }) =>
  new DomainError('attendance/still-open', 'conflict', facts);
