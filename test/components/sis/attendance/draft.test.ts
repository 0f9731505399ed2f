import { describe, expect, test } from 'vitest';
import {
  changed,
  type Draft,
  draftOf,
  kindOf,
  marksOf,
  marksToSend,
  nextCode,
  sameMarks,
  tallyOf,
  undone,
} from '../../../../components/sis/attendance/draft.ts';

const codes = [
  { id: 1, code: 'P', name: 'Present', category: 'present', key: 'p' },
  { id: 2, code: 'A', name: 'Absent', category: 'absent', key: 'a' },
  { id: 3, code: 'AE', name: 'Absent, excused', category: 'absent', key: null },
  { id: 4, code: 'T', name: 'Tardy', category: 'tardy', key: 't' },
  { id: 5, code: 'D', name: 'Left early', category: 'early-departure', key: 'd' },
  { id: 6, code: 'SF', name: 'School function', category: 'school-function', key: 's' },
];
const [amara, ben, farid] = [101, 102, 106];
const present = { codeId: 1, arrivalTime: null, dismissalTime: null, note: null };

function opened(): Draft {
  return draftOf(
    [
      { studentId: amara, inSession: true, mark: { ...present, codeId: 4, arrivalTime: '08:41:00' } },
      { studentId: ben, inSession: true, mark: null },
      { studentId: farid, inSession: false, mark: null },
    ],
    1,
  );
}

const mark = (draft: Draft, studentId: number, change: object) =>
  changed(draft, new Map([[studentId, change]]), codes);

describe('a class as it is opened', () => {
  test('has everyone in session present unless marked, with times to the minute', () => {
    expect([...opened().marks]).toEqual([
      [amara, { ...present, codeId: 4, arrivalTime: '08:41' }],
      [ben, present],
    ]);
  });
});

describe('marking', () => {
  test('another code takes away the time that only the old one asked for', () => {
    expect(mark(opened(), amara, { codeId: 2 }).marks.get(amara)).toEqual({ ...present, codeId: 2 });
    expect(mark(opened(), amara, { codeId: 5 }).marks.get(amara)?.arrivalTime).toBeNull();
  });

  test('keeps the note when the code changes', () => {
    const noted = mark(opened(), ben, { note: ' At the nurse ' });

    expect(mark(noted, ben, { codeId: 2 }).marks.get(ben)).toEqual({
      ...present,
      codeId: 2,
      note: 'At the nurse',
    });
  });

  test('takes no time for a code that asks for none', () => {
    expect(mark(opened(), ben, { arrivalTime: '09:00' }).marks.get(ben)).toEqual(present);
  });

  test('the same again is no step', () => {
    const draft = opened();

    expect(mark(draft, ben, { codeId: 1 })).toBe(draft);
  });

  test('a student out of session is not marked', () => {
    const draft = opened();

    expect(mark(draft, farid, { codeId: 2 })).toBe(draft);
  });
});

describe('undo', () => {
  test('goes back step by step and names whose marks went back', () => {
    const draft = mark(mark(opened(), amara, { codeId: 2 }), ben, { codeId: 2 });
    const first = undone(draft)!;
    const second = undone(first.draft)!;

    expect(first.studentIds).toEqual([ben]);
    expect(second.studentIds).toEqual([amara]);
    expect(second.draft.marks.get(amara)?.arrivalTime).toBe('08:41');
    expect(undone(second.draft)).toBeUndefined();
  });

  test('takes many students back at once when they were marked at once', () => {
    const copied = changed(
      opened(),
      new Map([
        [amara, { codeId: 2 }],
        [ben, { codeId: 2 }],
      ]),
      codes,
    );

    expect(undone(copied)?.studentIds).toEqual([amara, ben]);
  });
});

describe('what is sent', () => {
  test('is everyone who is not plainly present', () => {
    expect(marksToSend(opened().marks, 1)).toEqual([
      { ...present, studentId: amara, codeId: 4, arrivalTime: '08:41' },
    ]);
  });

  test('puts present students with a note among them', () => {
    expect(
      marksToSend(mark(opened(), ben, { note: 'New glasses' }).marks, 1).map((one) => one.studentId),
    ).toEqual([amara, ben]);
  });

  test('comes back as the same marks', () => {
    const { marks } = mark(opened(), ben, { codeId: 5, dismissalTime: '09:15' });

    expect(sameMarks(marksOf(marks.keys(), marksToSend(marks, 1), 1), marks)).toBe(true);
  });
});

test('the office’s code is counted before the teacher’s', () => {
  const draft = mark(mark(opened(), ben, { codeId: 2 }), amara, { codeId: 6 });

  expect(tallyOf(draft.marks, new Map(), codes)).toEqual({ present: 0, absent: 1, tardy: 0, other: 1 });
  expect(tallyOf(draft.marks, new Map([[ben, 1]]), codes)).toEqual({
    present: 1,
    absent: 0,
    tardy: 0,
    other: 1,
  });
});

test.for([
  ['present', 'present'],
  ['absent', 'absent'],
  ['out-of-school-suspension', 'absent'],
  ['tardy', 'tardy'],
  ['early-departure', 'other'],
  ['in-school-suspension', 'other'],
])('%s is counted as %s', ([category, kind]) => {
  expect(kindOf(category!)).toBe(kind);
});

test('taps go through present, absent, tardy; from any other code to present', () => {
  const round = [1, 2, 4, 6].map((codeId) => nextCode(codes, codeId)?.code);

  expect(round).toEqual(['A', 'T', 'P', 'P']);
});
