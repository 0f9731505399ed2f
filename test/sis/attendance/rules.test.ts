import { describe, expect, test } from 'vitest';
import {
  afterTaking,
  changesBetween,
  classState,
  copiedMark,
  historyStrip,
  type Mark,
  openness,
  refusalOf,
  windowState,
} from '../../../src/sis/attendance/rules.ts';

describe('the window for a day', () => {
  const past = {
    day: '2025-09-17',
    today: '2025-09-24',
    schoolDaysAgo: 5,
    openDays: 5,
    allowDateChange: true,
    byOffice: false,
  };

  test.for([
    { name: 'today is open', facts: { day: '2025-09-24', schoolDaysAgo: 0, openDays: 0 }, state: 'open' },
    { name: 'tomorrow is not', facts: { day: '2025-09-25', schoolDaysAgo: 0 }, state: 'future-day' },
    { name: 'nor for the office', facts: { day: '2025-09-25', byOffice: true }, state: 'future-day' },
    { name: 'the last open school day', facts: {}, state: 'open' },
    { name: 'one school day before it', facts: { schoolDaysAgo: 6 }, state: 'window-closed' },
    { name: 'the office has no such limit', facts: { schoolDaysAgo: 60, byOffice: true }, state: 'open' },
    {
      name: 'a school may hold teachers to the day itself',
      facts: { allowDateChange: false },
      state: 'date-change-off',
    },
    { name: 'where today stays open', facts: { day: '2025-09-24', allowDateChange: false }, state: 'open' },
  ])('$name', ({ facts, state }) => {
    expect(windowState({ ...past, ...facts })).toBe(state);
  });
});

describe('saving and posting', () => {
  test.for([
    { from: 'not-taken', mode: 'post', post: false, to: { state: 'saved' } },
    { from: 'not-taken', mode: 'post', post: true, to: { state: 'posted' } },
    { from: 'saved', mode: 'post', post: true, to: { state: 'posted' } },
    { from: 'posted', mode: 'post', post: true, to: { state: 'posted' } },
    { from: 'posted', mode: 'post', post: false, to: { state: 'posted' } },
    { from: 'saved', mode: 'post-once', post: true, to: { state: 'posted' } },
    { from: 'posted', mode: 'post-once', post: true, to: { refused: 'already-posted' } },
    { from: 'posted', mode: 'post-once', post: false, to: { refused: 'already-posted' } },
    { from: 'not-taken', mode: 'no-post', post: false, to: { state: 'saved' } },
    { from: 'saved', mode: 'no-post', post: true, to: { refused: 'does-not-post' } },
  ] as const)('$from, $mode, post $post', ({ from, mode, post, to }) => {
    expect(afterTaking(from, mode, post)).toEqual(to);
  });

  test('a class without submission is not taken, which is not saved', () => {
    expect([null, { posted: false }, { posted: true }].map(classState)).toEqual([
      'not-taken',
      'saved',
      'posted',
    ]);
  });
});

describe('what the reader may do', () => {
  test.for([
    { state: 'not-taken', mode: 'post-once', window: 'open', mayMark: true, mayRequest: false, closed: null },
    { state: 'posted', mode: 'post', window: 'open', mayMark: true, mayRequest: false, closed: null },
    {
      state: 'posted',
      mode: 'post-once',
      window: 'open',
      mayMark: false,
      mayRequest: true,
      closed: 'already-posted',
    },
    {
      state: 'saved',
      mode: 'post',
      window: 'window-closed',
      mayMark: false,
      mayRequest: true,
      closed: 'window-closed',
    },
    {
      state: 'not-taken',
      mode: 'post',
      window: 'window-closed',
      mayMark: false,
      mayRequest: false,
      closed: 'window-closed',
    },
    {
      state: 'not-taken',
      mode: 'post',
      window: 'future-day',
      mayMark: false,
      mayRequest: false,
      closed: 'future-day',
    },
  ] as const)('$state, $mode, $window', ({ state, mode, window, ...expected }) => {
    expect(openness(state, mode, window)).toEqual(expected);
  });
});

describe('marks that are refused', () => {
  const codes = new Map([
    [1, { id: 1, code: 'P', category: 'present', key: 'p' }],
    [3, { id: 3, code: 'AE', category: 'absent', key: null }],
  ]);
  const before = new Map([[102, mark({ codeId: 3 })]]);
  const facts = { enrolled: new Set([101, 102]), codes, before, byOffice: false };

  test.for([
    { name: 'none of these', marks: [{ studentId: 101, codeId: 1 }], refusal: null },
    {
      name: 'an unknown code',
      marks: [{ studentId: 101, codeId: 9 }],
      refusal: { why: 'unknown-code', codeId: 9 },
    },
    {
      name: 'a student not enrolled that day',
      marks: [{ studentId: 106, codeId: 1 }],
      refusal: { why: 'not-enrolled', studentId: 106 },
    },
    {
      name: 'the same student twice',
      marks: [
        { studentId: 101, codeId: 1 },
        { studentId: 101, codeId: 1 },
      ],
      refusal: { why: 'student-twice', studentId: 101 },
    },
    {
      name: 'a code that only the office sets',
      marks: [{ studentId: 101, codeId: 3 }],
      refusal: { why: 'code-needs-office', code: 'AE' },
    },
    {
      name: 'not such a code that the office has set before',
      marks: [{ studentId: 102, codeId: 3 }],
      refusal: null,
    },
  ])('$name', ({ marks, refusal }) => {
    expect(refusalOf(marks, facts)).toEqual(refusal);
  });

  test('the office sets its own codes', () => {
    expect(refusalOf([{ studentId: 101, codeId: 3 }], { ...facts, byOffice: true })).toBeNull();
  });
});

describe('the history of a mark', () => {
  const written = (codeId: number) => ['?', 'P', 'A', 'T'][codeId]!;

  test('keeps each field from and to', () => {
    const after = mark({ codeId: 3, arrivalTime: '08:41:00', note: 'Bus' });

    expect(changesBetween(mark({ codeId: 1 }), after, written)).toEqual([
      { field: 'code', from: 'P', to: 'T' },
      { field: 'arrival', from: null, to: '08:41:00' },
      { field: 'note', from: null, to: 'Bus' },
    ]);
  });

  test('keeps nothing when nothing changed', () => {
    expect(changesBetween(mark({ codeId: 1 }), mark({ codeId: 1 }), written)).toEqual([]);
  });
});

describe('copying a double class', () => {
  const codes = [
    { id: 1, code: 'P', category: 'present', key: 'p' },
    { id: 2, code: 'A', category: 'absent', key: 'a' },
    { id: 3, code: 'AE', category: 'absent', key: null },
    { id: 4, code: 'T', category: 'tardy', key: 't' },
    { id: 5, code: 'ISS', category: 'in-school-suspension', key: null },
  ];

  test.for([
    { name: 'absent stays absent', from: 2, to: 2 },
    { name: 'late in the first period is present in the next', from: 4, to: 1 },
    { name: 'absent with the excuse of the office is absent', from: 3, to: 2 },
    { name: 'another code of the office is present', from: 5, to: 1 },
  ])('$name', ({ from, to }) => {
    expect(copiedMark({ studentId: 101, codeId: from }, codes)).toEqual({ studentId: 101, codeId: to });
  });
});

describe('the history strip', () => {
  test('tells not taken from not available', () => {
    const days = ['2025-09-18', '2025-09-19', '2025-09-22', '2025-09-23'];
    const strip = historyStrip(
      days,
      new Set(['2025-09-18', '2025-09-19', '2025-09-23']),
      new Map([['2025-09-23', 1]]),
      (day) => day >= '2025-09-19',
    );

    expect(strip).toEqual([
      { state: 'not-available' },
      { state: 'not-available' },
      { state: 'not-taken' },
      { state: 'taken', codeId: 1 },
    ]);
  });
});

function mark(fields: Partial<Mark> & { codeId: number }): Mark {
  return { arrivalTime: null, dismissalTime: null, note: null, ...fields };
}
