import { record } from '../../activity/service.ts';
import type { Ctx } from '../../db/ctx.ts';
import { merge } from '../../db/merge.ts';
import { keepChanges, type StudentChange } from './changes/service.ts';
import { type DayOfStudent, lockDayOfSection, recomputeDay } from './daily/service.ts';
import {
  actingStaff,
  type ClassDay,
  type ClassEntry,
  ensureFresh,
  ensureOpen,
  ensureTakes,
  enterClass,
  refusedMark,
} from './entry/service.ts';
import { codesMissing, notTaken } from './errors.ts';
import { listRosterMarks, type StandingMark } from './queries.ts';
import { changesBetween, type Mark, refusalOf } from './rules.ts';
import { attendanceMarks, attendanceSubmissions } from './schema.ts';

/** A mark as it is entered. Times are 'HH:MM' or 'HH:MM:SS'; what is left out is empty. */
export type EnteredMark = {
  studentId: number;
  codeId: number;
  arrivalTime?: string | null;
  dismissalTime?: string | null;
  note?: string | null;
};

/** `version` is that of the class as read (0: not taken); students without a mark are present. */
export type TakeAttendance = ClassDay & { version: number; marks: EnteredMark[]; post: boolean };

/** The class after it was saved. Instants are ISO texts; `days` are the students' days, derived again. */
export type TakenClass = {
  state: 'saved' | 'posted';
  version: number;
  takenAt: string;
  takenBy: string;
  postedAt: string | null;
  postedBy: string | null;
  days: DayOfStudent[];
};

/**
 * Takes a class: everyone on the roster of that day is present unless marked. Saving again replaces the marks
 * and keeps each change in the history; `post` posts the class, after which the school's post mode decides.
 * Throws `identity/not-allowed` (not your section), the refusals of `errors.ts`, and `shared/stale-edit` with
 * what stands now.
 */
export async function takeAttendance(ctx: Ctx, input: TakeAttendance): Promise<TakenClass> {
  const { entry, roster } = await beginEntry(ctx, 'attendance.take', input);
  ensureTakes(entry, input.post);
  const before = standing(roster);
  ensureFresh(entry, input.version, [...before.values()]);
  const enrolled = new Set(roster.map((row) => row.studentId));
  const refusal = refusalOf(input.marks, { ...entry, enrolled, before });
  if (refusal) throw refusedMark(refusal, entry);

  const present = presentCode(entry);
  const entered = new Map(input.marks.map((mark) => [mark.studentId, mark]));
  const wanted = roster.map(({ studentId }) => {
    const mark = entered.get(studentId);
    return { studentId, ...(mark ? marked(mark) : { ...nothing, codeId: present }) };
  });
  const changes = await storeMarks(ctx, entry, wanted, before);
  const submission = await storeSubmission(ctx, entry, input.post);
  const days = await recomputeDay(
    ctx,
    entry.facts.schoolId,
    roster.map((row) => row.studentId),
    input.day,
  );
  await record(ctx, {
    verb: input.post ? 'attendance.posted' : 'attendance.saved',
    subject: { type: 'section', id: input.sectionId },
    facts: {
      day: input.day,
      periodId: input.periodId,
      students: roster.length,
      marked: wanted.filter((mark) => mark.codeId !== present).length,
      changed: changes.length,
    },
  });
  return { ...submission, days };
}

/** A correction of one student in a class that was taken. `version` is that of the class. */
export type MarkStudent = ClassDay & { version: number } & EnteredMark;

/**
 * Corrects the mark of one student in a class that was taken and may still be changed, and keeps the change in
 * the history. Throws as `takeAttendance` does, and `attendance/not-taken`.
 */
export async function markStudent(ctx: Ctx, input: MarkStudent): Promise<TakenClass> {
  const { entry, roster } = await beginEntry(ctx, 'attendance.take', input);
  if (entry.state === 'not-taken') throw notTaken({ section: entry.facts.section, day: input.day });
  ensureTakes(entry, false);
  const before = standing(roster);
  ensureFresh(entry, input.version, [...before.values()]);
  const enrolled = new Set(roster.map((row) => row.studentId));
  const refusal = refusalOf([input], { ...entry, enrolled, before });
  if (refusal) throw refusedMark(refusal, entry);

  const changes = await storeMarks(ctx, entry, [{ studentId: input.studentId, ...marked(input) }], before);
  const submission = await storeSubmission(ctx, entry, false);
  const days = await recomputeDay(ctx, entry.facts.schoolId, [input.studentId], input.day);
  await record(ctx, {
    verb: 'attendance.marked',
    subject: { type: 'section', id: input.sectionId },
    facts: {
      day: input.day,
      periodId: input.periodId,
      studentId: input.studentId,
      code: entry.codes.get(input.codeId)?.code,
      changed: changes.length,
    },
  });
  return { ...submission, days };
}

/** The class and its roster, the day locked, the window open. */
async function beginEntry(
  ctx: Ctx,
  verb: 'attendance.take',
  { sectionId, periodId, day }: ClassDay,
): Promise<{ entry: ClassEntry; roster: Awaited<ReturnType<typeof listRosterMarks>> }> {
  const at = { sectionId, periodId, day };
  const [, entry, roster] = await Promise.all([
    lockDayOfSection(ctx, sectionId, day),
    enterClass(ctx, verb, at),
    listRosterMarks(ctx, at),
  ]);
  await ensureOpen(ctx, entry);
  return { entry, roster };
}

/** Writes the marks that differ, in one statement, and keeps what was changed of marks that stood before. */
async function storeMarks(
  ctx: Ctx,
  { at, state, codes }: ClassEntry,
  wanted: readonly (Mark & { studentId: number })[],
  before: ReadonlyMap<number, StandingMark>,
): Promise<StudentChange[]> {
  const written = (codeId: number) => codes.get(codeId)?.code ?? '';
  const changes: StudentChange[] = [];
  const rows: (typeof attendanceMarks.$inferInsert)[] = [];
  for (const { studentId, ...mark } of wanted) {
    const standing = before.get(studentId);
    const differences = standing ? changesBetween(standing, mark, written) : [];
    if (standing && differences.length === 0) continue;
    changes.push(...differences.map((difference) => ({ studentId, ...difference })));
    rows.push({
      section_id: at.sectionId,
      period_id: at.periodId,
      student_id: studentId,
      day: at.day,
      code_id: mark.codeId,
      arrival_time: mark.arrivalTime,
      dismissal_time: mark.dismissalTime,
      note: mark.note,
      version: (standing?.version ?? 0) + 1,
    });
  }
  if (rows.length > 0) {
    await merge(ctx.tx, {
      into: attendanceMarks,
      on: ['student_id', 'day', 'period_id'],
      rows,
      set: ['section_id', 'code_id', 'arrival_time', 'dismissal_time', 'note', 'version'],
    });
  }
  await keepChanges(ctx, { ...at, afterPosting: state === 'posted' }, changes);
  return changes;
}

/** Keeps who took the class first, and who posted it last. */
async function storeSubmission(
  ctx: Ctx,
  { at, submission }: ClassEntry,
  post: boolean,
): Promise<Omit<TakenClass, 'days'>> {
  const { actor, now } = ctx;
  const by = actingStaff(ctx);
  const version = (submission?.version ?? 0) + 1;
  await merge(ctx.tx, {
    into: attendanceSubmissions,
    on: ['section_id', 'period_id', 'day'],
    rows: [
      {
        section_id: at.sectionId,
        period_id: at.periodId,
        day: at.day,
        taken_at: now,
        taken_by: by,
        posted_at: post ? now : null,
        posted_by: post ? by : null,
        version,
      },
    ],
    set: post ? ['posted_at', 'posted_by', 'version'] : ['version'],
  });
  const posted = post ? { at: now.toISOString(), by: actor.personName } : null;
  return {
    state: posted || submission?.postedAt ? 'posted' : 'saved',
    version,
    takenAt: submission?.takenAt ?? now.toISOString(),
    takenBy: submission?.takenBy ?? actor.personName,
    postedAt: posted?.at ?? submission?.postedAt ?? null,
    postedBy: posted?.by ?? submission?.postedBy ?? null,
  };
}

function standing(
  roster: readonly { studentId: number; mark: StandingMark | null }[],
): Map<number, StandingMark> {
  return new Map(roster.flatMap(({ studentId, mark }) => (mark ? [[studentId, mark]] : [])));
}

const nothing = { arrivalTime: null, dismissalTime: null, note: null };

function marked(mark: EnteredMark): Mark {
  return {
    codeId: mark.codeId,
    arrivalTime: withSeconds(mark.arrivalTime),
    dismissalTime: withSeconds(mark.dismissalTime),
    note: mark.note?.trim() || null,
  };
}

function withSeconds(time: string | null | undefined): string | null {
  if (!time) return null;
  return time.length === 5 ? `${time}:00` : time;
}

function presentCode({ facts }: ClassEntry): number {
  const present = facts.codes.find((code) => code.category === 'present');
  if (!present) throw codesMissing({ school: facts.school, scope: 'class' });
  return present.id;
}
