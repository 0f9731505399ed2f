/*
 * A class's attendance while it is being taken: one mark per student in session, present unless marked, with the
 * states to go back to. A code that asks for no time takes the time away, since an arrival belongs to a tardy and a
 * dismissal to an early departure. Example: T with 8:41, then A: absent, without a time; undo: T with 8:41 again.
 */

/** The code as marking needs it. */
export type DraftCode = { id: number; code: string; name: string; category: string; key: string | null };

/** A mark as it stands on the page. Times are 'HH:MM'. */
export type DraftMark = {
  codeId: number;
  arrivalTime: string | null;
  dismissalTime: string | null;
  note: string | null;
};

export type MarkChange = Partial<DraftMark>;
export type Marks = ReadonlyMap<number, DraftMark>;

/** `past`: what undo goes back to, the latest last. */
export type Draft = { marks: Marks; past: readonly Marks[] };

const MOST_STEPS = 200;

/** The time that a code asks for. */
export function timeAsked(category: string): 'arrivalTime' | 'dismissalTime' | null {
  if (category === 'tardy') return 'arrivalTime';
  return category === 'early-departure' ? 'dismissalTime' : null;
}

/** The marks of the students in session; those without one are present (`presentId`). */
export function draftOf(
  students: readonly { studentId: number; inSession: boolean; mark: DraftMark | null }[],
  presentId: number,
): Draft {
  const marks = students
    .filter((student) => student.inSession)
    .map(({ studentId, mark }): [number, DraftMark] => [
      studentId,
      mark ? plain(mark) : { ...nothing, codeId: presentId },
    ]);
  return { marks: new Map(marks), past: [] };
}

/** The draft with changes of some students as one step; those not in session are left out. */
export function changed(
  draft: Draft,
  changes: ReadonlyMap<number, MarkChange>,
  codes: readonly DraftCode[],
): Draft {
  const marks = new Map(draft.marks);
  for (const [studentId, change] of changes) {
    const before = draft.marks.get(studentId);
    if (before) marks.set(studentId, fitted({ ...before, ...change }, codes));
  }
  if (sameMarks(marks, draft.marks)) return draft;
  return { marks, past: [...draft.past, draft.marks].slice(-MOST_STEPS) };
}

/** The draft before its last step, and whose marks that changes; undefined when there is nothing to undo. */
export function undone(draft: Draft): { draft: Draft; studentIds: number[] } | undefined {
  const before = draft.past.at(-1);
  if (!before) return undefined;
  const studentIds = [...before].flatMap(([studentId, mark]) =>
    sameMark(mark, draft.marks.get(studentId)) ? [] : [studentId],
  );
  return { draft: { marks: before, past: draft.past.slice(0, -1) }, studentIds };
}

/** What is sent: everyone who is not plainly present. */
export function marksToSend(marks: Marks, presentId: number): (DraftMark & { studentId: number })[] {
  const present = { ...nothing, codeId: presentId };
  return [...marks].flatMap(([studentId, mark]) => (sameMark(mark, present) ? [] : [{ studentId, ...mark }]));
}

/** The same marks put over a class: everyone else in session is present. */
export function marksOf(
  studentIds: Iterable<number>,
  sent: readonly (DraftMark & { studentId: number })[],
  presentId: number,
): Marks {
  const given = new Map(sent.map(({ studentId, ...mark }) => [studentId, plain(mark)]));
  return new Map(
    [...studentIds].map((studentId) => [
      studentId,
      given.get(studentId) ?? { ...nothing, codeId: presentId },
    ]),
  );
}

/** How many there are of each kind; the office's codes (`overrides`) go before the teacher's. */
export type Tally = { present: number; absent: number; tardy: number; other: number };

export function tallyOf(
  marks: Marks,
  overrides: ReadonlyMap<number, number>,
  codes: readonly DraftCode[],
): Tally {
  const tally: Tally = { present: 0, absent: 0, tardy: 0, other: 0 };
  for (const [studentId, { codeId }] of marks) {
    tally[kindOf(categoryOf(codes, overrides.get(studentId) ?? codeId))] += 1;
  }
  return tally;
}

export type Kind = keyof Tally;

/** The kind that a category is counted and colored as. */
export function kindOf(category: string): Kind {
  if (category === 'present' || category === 'tardy') return category;
  return category === 'absent' || category === 'out-of-school-suspension' ? 'absent' : 'other';
}

export function sameMarks(a: Marks, b: Marks): boolean {
  return a.size === b.size && [...a].every(([studentId, mark]) => sameMark(mark, b.get(studentId)));
}

export function sameMark(a: DraftMark, b: DraftMark | undefined): boolean {
  return (
    b !== undefined &&
    a.codeId === b.codeId &&
    a.arrivalTime === b.arrivalTime &&
    a.dismissalTime === b.dismissalTime &&
    a.note === b.note
  );
}

/** The code that a tap on a seat sets next: present, absent, tardy, and present again. */
export function nextCode(codes: readonly DraftCode[], codeId: number): DraftCode | undefined {
  const round = ['present', 'absent', 'tardy'].flatMap(
    (category) => codes.find((code) => code.category === category && code.key !== null) ?? [],
  );
  return round[(round.findIndex((code) => code.id === codeId) + 1) % round.length];
}

const nothing = { arrivalTime: null, dismissalTime: null, note: null };

function plain({ codeId, arrivalTime, dismissalTime, note }: DraftMark): DraftMark {
  return {
    codeId,
    arrivalTime: arrivalTime?.slice(0, 5) ?? null,
    dismissalTime: dismissalTime?.slice(0, 5) ?? null,
    note: note?.trim() || null,
  };
}

function fitted(mark: DraftMark, codes: readonly DraftCode[]): DraftMark {
  const asked = timeAsked(categoryOf(codes, mark.codeId));
  return plain({
    ...mark,
    arrivalTime: asked === 'arrivalTime' ? mark.arrivalTime : null,
    dismissalTime: asked === 'dismissalTime' ? mark.dismissalTime : null,
  });
}

function categoryOf(codes: readonly DraftCode[], codeId: number): string {
  return codes.find((code) => code.id === codeId)?.category ?? 'present';
}
