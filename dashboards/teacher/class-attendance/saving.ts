import { hc } from 'hono/client';
import { answer, api, apiBase, send } from '../../../components/api.ts';
import { asProblem } from '../../../components/problem.ts';
import { SaveQueue } from '../../../components/save-queue.ts';
import { type DraftMark, marksOf, sameMarks } from '../../../components/sis/attendance/draft.ts';
import type { OpenedClass } from '../../../src/sis/attendance/opened/service.ts';
import type { attendanceRoutes } from '../../../src/sis/attendance/routes.ts';
import type { Seat } from '../../../src/sis/attendance/seating/rules.ts';
import type { TakenClass } from '../../../src/sis/attendance/service.ts';

/** A class meeting, and what it is called where a page of another class speaks of it. */
export type ClassMeeting = { sectionId: number; section: string; periodId: number; day: string };

/** Everyone of a class who is not plainly present. */
export type MarksWrite = ClassMeeting & {
  kind: 'marks';
  version: number;
  marks: (DraftMark & { studentId: number })[];
  post: boolean;
};

export type SeatsWrite = { kind: 'seats'; sectionId: number; section: string; seats: Seat[] };

export type AttendanceWrite = MarksWrite | SeatsWrite;
export type AttendanceSaved =
  | { kind: 'marks'; taken: Omit<TakenClass, 'days'> }
  | { kind: 'seats'; seats: Seat[] };
export type AttendanceQueue = SaveQueue<AttendanceWrite, AttendanceSaved>;

/** The typed client of attendance in this page's space. */
export const attendanceApi = () => hc<typeof attendanceRoutes>(apiBase('attendance'), api);

export function marksKey({ sectionId, periodId, day }: Omit<ClassMeeting, 'section'>): string {
  return `marks.${sectionId}.${day}.${periodId}`;
}

export function seatsKey(sectionId: number): string {
  return `seats.${sectionId}`;
}

/**
 * The queue of all attendance pages: a class is one edit, whole, so marks made while it is on its way go together in
 * the next request. One queue for all classes: what a closed page left unsent is sent by the next attendance page.
 */
export function attendanceQueue(saveScope: string): AttendanceQueue {
  return new SaveQueue<AttendanceWrite, AttendanceSaved>({
    scope: `${saveScope}.attendance`,
    batch: 1,
    send: async ([write]) => {
      const { body } = write!;
      return body.kind === 'seats' ? sendSeats(body) : sendMarks(body);
    },
    rebase: (waiting, saved) =>
      waiting.kind === 'marks' && saved.kind === 'marks'
        ? { ...waiting, version: saved.taken.version }
        : waiting,
  });
}

async function sendSeats({ sectionId, seats }: SeatsWrite): Promise<AttendanceSaved> {
  const path = `${apiBase('attendance')}/classes/${sectionId}/seats`;
  const saved = await send<{ seats: Seat[] }>('PUT', path, { seats });
  return { kind: 'seats', seats: saved.seats };
}

/**
 * Sends a class. When an earlier answer was cut off, the class stands on the server already and the same edit is
 * refused as stale, or as posted: that is no refusal.
 */
async function sendMarks(body: MarksWrite): Promise<AttendanceSaved> {
  const { sectionId, day, periodId, version, marks, post } = body;
  const path = `${apiBase('attendance')}/classes/${sectionId}/days/${day}/periods/${periodId}`;
  try {
    return { kind: 'marks', taken: await send<TakenClass>('PUT', path, { version, marks, post }) };
  } catch (thrown) {
    const { code } = asProblem(thrown);
    if (code !== 'shared/stale-edit' && code !== 'attendance/already-posted') throw thrown;
    const opened = await loadClass(body);
    const taken = standsAlready(opened, body);
    if (!taken) throw thrown;
    return { kind: 'marks', taken };
  }
}

/** The class as it stands on the server. */
export async function loadClass(
  { sectionId, periodId, day }: Omit<ClassMeeting, 'section'>,
  signal?: AbortSignal,
): Promise<OpenedClass> {
  return answer<OpenedClass>(
    attendanceApi().classes[':sectionId'].$get(
      { param: { sectionId: String(sectionId) }, query: { day, periodId: String(periodId) } },
      { init: { signal } },
    ),
  );
}

/** The class as it was saved, when it holds just what was sent; undefined when it differs. */
export function standsAlready(
  opened: Pick<
    OpenedClass,
    'students' | 'codes' | 'state' | 'version' | 'takenAt' | 'takenBy' | 'postedAt' | 'postedBy'
  >,
  sent: Pick<MarksWrite, 'marks' | 'post'>,
): Omit<TakenClass, 'days'> | undefined {
  const { state, version, takenAt, takenBy, postedAt, postedBy } = opened;
  if (state === 'not-taken' || takenAt === null || takenBy === null) return undefined;
  if (sent.post && state !== 'posted') return undefined;
  const presentId = presentOf(opened.codes);
  const ids = opened.students.filter((student) => student.inSession).map((student) => student.studentId);
  const standing = opened.students.flatMap(({ mark }) => (mark ? [mark] : []));
  const same = sameMarks(marksOf(ids, standing, presentId), marksOf(ids, sent.marks, presentId));
  return same ? { state, version, takenAt, takenBy, postedAt, postedBy } : undefined;
}

/** The code of those who are there. */
export function presentOf(codes: readonly { id: number; category: string }[]): number {
  return codes.find((code) => code.category === 'present')?.id ?? 0;
}
