import type { ClassStudent, OpenedClass } from '../../../../src/sis/attendance/opened/service.ts';

export const code = { P: 201, A: 202, AE: 203, T: 204 };

const codes = [
  { id: code.P, code: 'P', name: 'Present', category: 'present', key: 'p' },
  { id: code.A, code: 'A', name: 'Absent', category: 'absent', key: 'a' },
  { id: code.AE, code: 'AE', name: 'Absent, excused', category: 'absent', key: null },
  { id: code.T, code: 'T', name: 'Tardy', category: 'tardy', key: 't' },
].map((one) => ({ ...one, excused: false, weight: '1.000' })) as OpenedClass['codes'];

export function standing(studentId: number, codeId: number) {
  return {
    studentId,
    codeId,
    overrideCodeId: null,
    arrivalTime: null,
    dismissalTime: null,
    note: null,
    version: 1,
  };
}

function student(studentId: number, name: string, familyName: string, inSession = true): ClassStudent {
  return {
    studentId,
    studentNumber: `S${studentId}`,
    name,
    familyName,
    gradeLevel: 9,
    inSession,
    why: inSession ? null : 'left',
    mark: null,
    daily: null,
    history: [{ state: 'taken', codeId: code.A }],
  };
}

/** Biology in period 1, not taken: Amara and Ben are there, Farid has left the class. */
export function biology(over: Partial<OpenedClass> = {}): OpenedClass {
  return {
    section: { id: 91, code: 'BIO1-01', kind: 'class', courseTitle: 'Biology', room: '210' },
    school: { id: 1, name: 'Harbor High School', postMode: 'post-once', allowDateChange: true },
    day: {
      day: '2025-09-24',
      kind: 'instructional',
      note: null,
      previous: '2025-09-23',
      next: '2025-09-25',
    },
    period: {
      id: 31,
      code: '1',
      name: 'Period 1',
      startsAt: '08:30:00',
      endsAt: '10:00:00',
      minutes: 90,
    },
    periods: [{ id: 31, code: '1', name: 'Period 1', state: 'not-taken' }],
    state: 'not-taken',
    version: 0,
    takenAt: null,
    takenBy: null,
    postedAt: null,
    postedBy: null,
    mayMark: true,
    mayRequest: false,
    mayOverride: false,
    closed: null,
    codes,
    historyDays: ['2025-09-23'],
    students: [
      student(101, 'Amara Nwosu', 'Nwosu'),
      student(102, 'Ben Nwosu', 'Nwosu'),
      student(106, 'Farid Karimi', 'Karimi', false),
    ],
    seats: [{ studentId: 101, row: 1, column: 1 }],
    changes: [],
    requests: [],
    copyFrom: null,
    ...over,
  };
}
