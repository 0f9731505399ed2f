/*
 * What may be marked, when, and what a class's attendance becomes. A class is not taken, saved, or posted.
 * Post modes, as Aspen has them: `no-post` saves only; `post` may be posted many times; `post-once` leaves
 * every later change to the office. A teacher may enter a day from today back to as many school days as the
 * school leaves open; the office any day that is past. Present unless marked.
 * Example: open for 5 school days, today is Wednesday: last Wednesday is open, the Tuesday before is closed.
 */

export type ClassState = 'not-taken' | 'saved' | 'posted';
export type PostMode = 'no-post' | 'post' | 'post-once';

/** When a class may be marked. `schoolDaysAgo` counts the school days after `day` up to today. */
export type WindowFacts = {
  day: string;
  today: string;
  schoolDaysAgo: number;
  openDays: number;
  allowDateChange: boolean;
  byOffice: boolean;
};

export type WindowState = 'open' | 'future-day' | 'date-change-off' | 'window-closed';

export function windowState(facts: WindowFacts): WindowState {
  if (facts.day > facts.today) return 'future-day';
  if (facts.byOffice || facts.day === facts.today) return 'open';
  if (!facts.allowDateChange) return 'date-change-off';
  return facts.schoolDaysAgo <= facts.openDays ? 'open' : 'window-closed';
}

export function classState(submission: { posted: boolean } | null): ClassState {
  return submission === null ? 'not-taken' : submission.posted ? 'posted' : 'saved';
}

/** What saving or posting makes of a class; a refusal when its school's post mode does not allow it. */
export function afterTaking(
  state: ClassState,
  mode: PostMode,
  post: boolean,
): { state: 'saved' | 'posted' } | { refused: 'already-posted' | 'does-not-post' } {
  if (post && mode === 'no-post') return { refused: 'does-not-post' };
  if (state === 'posted' && mode === 'post-once') return { refused: 'already-posted' };
  return { state: post || state === 'posted' ? 'posted' : 'saved' };
}

/** What the reader may do with the class as it stands: mark it, or only ask the office for a change. */
export function openness(
  state: ClassState,
  mode: PostMode,
  window: WindowState,
): { mayMark: boolean; mayRequest: boolean; closed: WindowState | 'already-posted' | null } {
  const posted = state === 'posted' && mode === 'post-once';
  const closed = window === 'open' ? (posted ? 'already-posted' : null) : window;
  return {
    mayMark: closed === null,
    mayRequest: closed !== null && closed !== 'future-day' && state !== 'not-taken',
    closed,
  };
}

/** Times are 'HH:MM:SS'. */
export type Mark = {
  codeId: number;
  arrivalTime: string | null;
  dismissalTime: string | null;
  note: string | null;
};

/** A class code as marking needs it; `key` null: only the office sets it. */
export type ClassCode = { id: number; code: string; category: string; key: string | null };

export type MarkRefusal =
  | { why: 'student-twice'; studentId: number }
  | { why: 'not-enrolled'; studentId: number }
  | { why: 'unknown-code'; codeId: number }
  | { why: 'code-needs-office'; code: string };

/**
 * The first reason not to take these marks, or null. A teacher may leave a code of the office as it is,
 * not set it.
 */
export function refusalOf(
  marks: readonly { studentId: number; codeId: number }[],
  facts: {
    enrolled: ReadonlySet<number>;
    codes: ReadonlyMap<number, ClassCode>;
    before: ReadonlyMap<number, Mark>;
    byOffice: boolean;
  },
): MarkRefusal | null {
  const seen = new Set<number>();
  for (const { studentId, codeId } of marks) {
    if (seen.has(studentId)) return { why: 'student-twice', studentId };
    seen.add(studentId);
    if (!facts.enrolled.has(studentId)) return { why: 'not-enrolled', studentId };
    const code = facts.codes.get(codeId);
    if (!code) return { why: 'unknown-code', codeId };
    const unchanged = facts.before.get(studentId)?.codeId === codeId;
    if (code.key === null && !facts.byOffice && !unchanged)
      return { why: 'code-needs-office', code: code.code };
  }
  return null;
}

export type MarkField = 'code' | 'arrival' | 'dismissal' | 'note';
export type MarkChange = { field: MarkField; from: string | null; to: string | null };

/** What differs between two marks, as it is kept in the history: codes as they are written. */
export function changesBetween(before: Mark, after: Mark, written: (codeId: number) => string): MarkChange[] {
  const changes: MarkChange[] = [
    { field: 'code', from: written(before.codeId), to: written(after.codeId) },
    { field: 'arrival', from: before.arrivalTime, to: after.arrivalTime },
    { field: 'dismissal', from: before.dismissalTime, to: after.dismissalTime },
    { field: 'note', from: before.note, to: after.note },
  ];
  return changes.filter((change) => change.from !== change.to);
}

/**
 * A mark of a double class's first period as it is offered for the next one: who came late, or left early, in
 * the first is offered as present. A code of the office is not copied, but an absence stays an absence.
 */
export function copiedMark(
  mark: { studentId: number; codeId: number },
  codes: readonly ClassCode[],
): { studentId: number; codeId: number } {
  const first = codes.find((code) => code.id === mark.codeId);
  if (first?.key && first.category !== 'tardy' && first.category !== 'early-departure') {
    return { studentId: mark.studentId, codeId: first.id };
  }
  const category = first && away.includes(first.category) ? 'absent' : 'present';
  const offered = codes.find((code) => code.category === category && code.key !== null);
  return { studentId: mark.studentId, codeId: offered?.id ?? mark.codeId };
}

const away = ['absent', 'out-of-school-suspension'];

/** One day of a student's history strip. 'not-available': the student was not in the class. */
export type StripDay =
  | { state: 'taken'; codeId: number }
  | { state: 'not-taken' }
  | { state: 'not-available' };

/** The strip of one student over the days given, oldest first. `codes` maps a day to the effective code. */
export function historyStrip(
  days: readonly string[],
  takenDays: ReadonlySet<string>,
  codes: ReadonlyMap<string, number>,
  enrolledOn: (day: string) => boolean,
): StripDay[] {
  return days.map((day) => {
    const codeId = codes.get(day);
    if (codeId !== undefined) return { state: 'taken', codeId };
    if (!enrolledOn(day)) return { state: 'not-available' };
    return { state: takenDays.has(day) ? 'not-available' : 'not-taken' };
  });
}
