import type { Actor, Role } from '../../src/shared/context.ts';

/**
 * A small cast for tests: one school, one double class (Biology, periods 1 and 2), two single ones, a homeroom.
 * It is Wednesday of the fifth week of the first semester. Ids are fixed. Rows: cast-rows/all.ts.
 *
 * Amara has the scores of the worked example of averages and was late yesterday; Ben missed Monday;
 * Diego takes no English; Elif came yesterday; Farid left a week ago. English was not taken yesterday.
 */
export const cast = {
  today: '2025-09-24',
  now: new Date('2025-09-24T15:00:00Z'),
  days: {
    first: '2025-08-25',
    holiday: '2025-09-01',
    /** Five school days before today: the first day still open to teachers. */
    firstOpen: '2025-09-17',
    /** Six school days before today. */
    closed: '2025-09-16',
    earlyRelease: '2025-09-19',
    saturday: '2025-09-20',
    monday: '2025-09-22',
    yesterday: '2025-09-23',
    tomorrow: '2025-09-25',
    institute: '2025-10-03',
    last: '2025-11-14',
  },
  school: 1,
  schoolYear: 1,
  terms: { s1: 11, s2: 12, q1: 21, q2: 22, q3: 23, q4: 24 },
  periods: { homeroom: 30, p1: 31, p2: 32, p3: 33, p4: 34, lunch: 39 },
  bells: { regular: 41, earlyRelease: 42 },
  staff: { okafor: 51, lindqvist: 52, ruiz: 53, whitfield: 54 },
  students: { amara: 101, ben: 102, chloe: 103, diego: 104, elif: 105, farid: 106 },
  guardians: { adaeze: 71, thomas: 72, nadia: 73, paul: 74 },
  courses: { homeroom: 80, biology: 81, english: 82, algebra: 83 },
  /** Homeroom and Biology are Ms. Okafor's; English and Algebra (first semester only) Mr. Lindqvist's. */
  sections: { homeroom: 90, biology: 91, english: 92, algebra: 93 },
  /** What is marked in a class. AE, ISS and OSS are set by the office alone. */
  codes: { P: 201, A: 202, AE: 203, T: 204, D: 205, SF: 206, ISS: 207, OSS: 208 },
  dayCodes: {
    P: 211,
    AUHD: 212,
    AEHD: 213,
    AUFD: 214,
    AEFD: 215,
    T: 216,
    D: 217,
    SF: 218,
    ISS: 219,
    OSS: 220,
  },
  scale: 300,
  /** Ms. Okafor's book for Biology; Mr. Lindqvist's for English, which has no scores yet. */
  gradebooks: { biology: 301, english: 302 },
  categories: { homework: 311, quizzes: 312, tests: 313, essays: 314 },
  specialMarks: { exempt: 321, missing: 322, full: 323, half: 324, seen: 325 },
  assignments: {
    hw1: 331,
    hw2: 332,
    hw3: 333,
    hw4: 334,
    quiz1: 341,
    quiz2: 342,
    quiz3: 343,
    test1: 351,
    test2: 352,
    test3: 353,
    essay1: 361,
  },
  actors: {
    okafor: actor(51, 'Ngozi Okafor', 'teacher', [90, 91]),
    lindqvist: actor(52, 'Erik Lindqvist', 'teacher', [92, 93]),
    ruiz: actor(53, 'Marisol Ruiz', 'clerk'),
    whitfield: actor(54, 'Denise Whitfield', 'principal'),
    adaeze: actor(71, 'Adaeze Nwosu', 'guardian', [], [101, 102]),
    amara: actor(101, 'Amara Nwosu', 'student', [], [101]),
  },
} as const satisfies Record<string, unknown> & { actors: Record<string, Actor> };

function actor(
  personId: number,
  personName: string,
  role: Role,
  sectionIds: number[] = [],
  studentIds: number[] = [],
): Actor {
  return {
    accountId: 1000 + personId,
    personId,
    personName,
    grants: [{ role, schoolId: 1 }],
    sectionIds,
    studentIds,
  };
}
