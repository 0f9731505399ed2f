import { CLASS_PERIODS, TERMS } from './calendar.ts';
import { COURSES, type Course, courseOf, homeroomCourse, OTHER_HALF } from './courses.ts';
import { Dice } from './dice.ts';
import { idOf } from './ids.ts';
import { DEPARTMENTS, type StaffMember } from './staff.ts';
import type { Grade } from './students.ts';

/** A class of the master schedule, or a homeroom. `term`: null for the whole year. */
export type Section = {
  id: number;
  n: number;
  code: string;
  course: Course | null;
  courseId: number;
  grade: Grade | null;
  term: number | null;
  /** Places of its periods in the day; 0 is homeroom. */
  periods: number[];
  teacher: StaffMember;
  room: string;
  seats: number;
  /** The section that the same students have in the second semester. */
  next: Section | null;
  /** Whether it meets before the second semester. */
  now: boolean;
};

export const CLASS_SECTIONS = 300;

/** A class to be taught all year: a course, or two half courses one after the other. */
type Offering = { course: Course; copy: number; periods: number[]; teacher: StaffMember | null };

/** The master schedule: 300 classes, each with a teacher who is free then. */
export function makeSections(
  seed: string,
  requests: readonly string[][],
  people: readonly StaffMember[],
): Section[] {
  const offerings = DEPARTMENTS.flatMap(([department]) => {
    const own = offeringsOf(countSections(requests)).filter(({ course }) => course.department === department);
    assignTeachers(
      own,
      people.filter((person) => person.teaches === department),
    );
    return own;
  });
  placeInPeriods(offerings, new Dice(seed, 'master schedule'));
  return numbered(offerings);
}

/** Sections per course: one by one, to the course whose sections are fullest, until there are 300. */
function countSections(requests: readonly string[][]): Map<Course, number> {
  const wanted = new Map<Course, number>(COURSES.map((course) => [course, 0]));
  for (const code of requests.flat()) wanted.set(courseOf(code), wanted.get(courseOf(code))! + 1);
  const counts = new Map<Course, number>(COURSES.map((course) => [course, 1]));
  const fullness = (course: Course) => wanted.get(course)! / counts.get(course)! / course.seats;
  const total = () => [...counts].reduce((sum, [course, count]) => sum + count * (course.half ? 2 : 1), 0);
  while (total() < CLASS_SECTIONS) {
    const fits = COURSES.filter((course) => !course.half || total() + 2 <= CLASS_SECTIONS);
    const fullest = fits.reduce((best, course) => (fullness(course) > fullness(best) ? course : best));
    counts.set(fullest, counts.get(fullest)! + 1);
  }
  return counts;
}

function offeringsOf(counts: Map<Course, number>): Offering[] {
  return [...counts].flatMap(([course, count]) =>
    Array.from({ length: count }, (_, copy) => ({ course, copy, periods: [], teacher: null })),
  );
}

/** Course by course, teacher by teacher, so that each has few courses to prepare and several sections of each. */
function assignTeachers(offerings: Offering[], teachers: StaffMember[]): void {
  const length = (offering: Offering) => (offering.course.double ? 2 : 1);
  const load = new Map(teachers.map((teacher) => [teacher, 0]));
  let left = offerings.reduce((sum, offering) => sum + length(offering), 0);
  let waiting = offerings;
  teachers.forEach((teacher, i) => {
    const share = Math.ceil(left / (teachers.length - i));
    for (const offering of waiting) {
      if (load.get(teacher)! + length(offering) > share) continue;
      offering.teacher = teacher;
      load.set(teacher, load.get(teacher)! + length(offering));
    }
    left -= load.get(teacher)!;
    waiting = waiting.filter((offering) => offering.teacher === null);
  });
  for (const offering of waiting) {
    const freest = teachers.reduce((best, teacher) =>
      load.get(teacher)! < load.get(best)! ? teacher : best,
    );
    offering.teacher = freest;
    load.set(freest, load.get(freest)! + length(offering));
  }
}

/** Pairs of periods without lunch between them. */
const PAIRS = [
  [1, 2],
  [2, 3],
  [3, 4],
  [5, 6],
  [6, 7],
];

/** Long and rare classes first; each where its teacher is free, its course rarest and its grade's seats fewest. */
function placeInPeriods(offerings: Offering[], dice: Dice): void {
  const copies = new Map<Course, number>();
  for (const { course } of offerings) copies.set(course, (copies.get(course) ?? 0) + 1);
  const order = dice
    .shuffled(offerings)
    .sort(
      (a, b) =>
        Number(b.course.double) - Number(a.course.double) || copies.get(a.course)! - copies.get(b.course)!,
    );
  const busy = new Set<string>();
  const ofCourse = new Map<string, number>();
  const seats = new Map<string, number>();
  const cost = (offering: Offering, periods: readonly number[]) =>
    periods.reduce((sum, period) => {
      const same = ofCourse.get(`${offering.course.code}/${period}`) ?? 0;
      return sum + same * 100 + (seats.get(`${offering.course.grade}/${period}`) ?? 0);
    }, dice.next());
  for (const offering of order) {
    const choices = offering.course.double ? PAIRS : CLASS_PERIODS.map((period) => [period]);
    const free = choices.filter((periods) => periods.every((p) => !busy.has(`${offering.teacher!.id}/${p}`)));
    if (free.length === 0)
      throw new Error(`${offering.teacher!.family} has no time for ${offering.course.code}`);
    const best = free
      .map((periods) => ({ periods, cost: cost(offering, periods) }))
      .reduce((least, choice) => (choice.cost < least.cost ? choice : least)).periods;
    offering.periods = [...best];
    for (const period of best) {
      busy.add(`${offering.teacher!.id}/${period}`);
      add(ofCourse, `${offering.course.code}/${period}`, 1);
      add(seats, `${offering.course.grade}/${period}`, offering.course.seats);
    }
  }
}

function add(counts: Map<string, number>, key: string, amount: number): void {
  counts.set(key, (counts.get(key) ?? 0) + amount);
}

/** Sections in the order of the catalog; half courses become two, a semester each. */
function numbered(offerings: Offering[]): Section[] {
  const sections: Section[] = [];
  const codes = new Map<string, number>();
  const section = (offering: Offering, course: Course, term: number | null): Section => {
    add(codes, course.code, 1);
    return {
      id: idOf('section', sections.length),
      n: sections.length,
      code: `${course.code}-${String(codes.get(course.code)).padStart(2, '0')}`,
      course,
      courseId: course.id,
      grade: course.grade,
      term,
      periods: offering.periods,
      teacher: offering.teacher!,
      room: roomOf(course, offering.teacher!),
      seats: course.seats,
      next: null,
      now: term !== TERMS.s2.id,
    };
  };
  for (const offering of offerings) {
    const first = section(offering, offering.course, offering.course.half ? TERMS.s1.id : null);
    sections.push(first);
    const other = OTHER_HALF[offering.course.code];
    if (other === undefined) continue;
    first.next = section(offering, courseOf(other), TERMS.s2.id);
    sections.push(first.next);
  }
  return sections;
}

function roomOf(course: Course, teacher: StaffMember): string {
  if (course.code.startsWith('PE')) return `Gym ${1 + (teacher.n % 2)}`;
  if (course.double) return `Lab ${1 + (teacher.n % 6)}`;
  return String(100 + 100 * (teacher.n % 3) + 1 + (teacher.n % 29));
}

/** 48 homerooms, by grade, with teachers in turn. */
export function makeHomerooms(
  countByGrade: Record<Grade, number>,
  people: readonly StaffMember[],
): Section[] {
  const total = Object.values(countByGrade).reduce((sum, count) => sum + count, 0);
  const teachers = people.filter((person) => person.teaches !== null);
  const grades = ([9, 10, 11, 12] as const).flatMap((grade) => {
    const count = Math.max(1, Math.round((48 * countByGrade[grade]) / total));
    return Array.from({ length: count }, (_, copy) => ({ grade, copy }));
  });
  return grades.map(({ grade, copy }, n) => {
    const teacher = teachers[n % teachers.length]!;
    return {
      id: idOf('homeroom', n),
      n: CLASS_SECTIONS + n,
      code: `HR${grade}-${String(copy + 1).padStart(2, '0')}`,
      course: null,
      courseId: homeroomCourse(grade).id,
      grade,
      term: null,
      periods: [0],
      teacher,
      room: String(100 + 100 * (teacher.n % 3) + 1 + (teacher.n % 29)),
      seats: 32,
      next: null,
      now: true,
    };
  });
}
