/** Where the ids of each kind begin. People of different kinds never share one. */
const first = {
  school: 1,
  schoolYear: 1,
  term: 11,
  bellSchedule: 21,
  period: 31,
  staff: 101,
  course: 201,
  section: 301,
  homeroom: 701,
  attendanceCode: 801,
  gradeScale: 851,
  gradebook: 1001,
  student: 10_001,
  household: 20_001,
  guardian: 30_001,
} as const;

/** The id of the n-th of its kind (from 0): the same in every school that this generator makes. */
export function idOf(kind: keyof typeof first, n: number): number {
  return first[kind] + n;
}
