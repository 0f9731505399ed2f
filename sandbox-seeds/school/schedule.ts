import type { Day } from '../../src/shared/days.ts';
import { CLASS_PERIODS, TERMS } from './calendar.ts';
import { clamp, Dice } from './dice.ts';
import type { Section } from './sections.ts';
import type { Student } from './students.ts';

/** A student's place in a section, both days included; `to` null: as long as the section lasts. */
export type Placement = { student: Student; section: Section; from: Day; to: Day | null };

const NONE = 1e9;
const SKIPPED = 1000;

/**
 * Gives every student a place in the classes asked for, never two in one period, never more than the seats.
 * For each student the cheapest way to fit all courses into the seven periods is found exactly, over sets of
 * periods taken; fuller sections cost more. What can not be fitted gives way to an elective.
 */
export function placeStudents(
  seed: string,
  students: readonly Student[],
  requests: readonly string[][],
  sections: readonly Section[],
  homerooms: readonly Section[],
): Placement[] {
  const room = new Room(sections);
  const dice = new Dice(seed, 'placing');
  const order = dice
    .shuffled(students.map((_, i) => i))
    .sort((a, b) => rank(students[a]!) - rank(students[b]!));
  const placed = new Map<Student, Section[]>();
  for (const i of order) {
    const chosen = room.fit(requests[i]!, dice);
    placed.set(students[i]!, [...chosen, ...room.fill(students[i]!, chosen)]);
  }
  const homeroomOf = dealHomerooms(students, homerooms);
  return students.flatMap((student) =>
    [homeroomOf.get(student)!, ...placed.get(student)!].flatMap((section) => placementsIn(student, section)),
  );
}

/** Seniors first, since their classes are rarest; students who come during the year last. */
function rank(student: Student): number {
  return (student.entry > TERMS.s1.starts ? 10 : 0) - student.grade / 100;
}

/** What is left of the seats, section by section. */
class Room {
  private readonly byCourse = new Map<string, Section[]>();
  private readonly taken = new Map<Section, number>();

  constructor(sections: readonly Section[]) {
    for (const section of sections) {
      if (!section.now) continue;
      const code = section.course!.code;
      this.byCourse.set(code, [...(this.byCourse.get(code) ?? []), section]);
      this.taken.set(section, 0);
    }
  }

  /** The cheapest set of sections, one per course where it can be, that never meet at the same time. */
  fit(codes: readonly string[], dice: Dice): Section[] {
    const offers = codes.map((code) =>
      (this.byCourse.get(code) ?? [])
        .filter((section) => this.taken.get(section)! < section.seats)
        .map((section) => ({ section, mask: maskOf(section), cost: this.cost(section) + 3 * dice.next() })),
    );
    let best = new Array<number>(128).fill(NONE);
    best[0] = 0;
    const came: (number | null)[][] = [];
    for (const [course, choices] of offers.entries()) {
      const next = best.map((cost) => cost + SKIPPED);
      const from = new Array<number | null>(128).fill(null);
      choices.forEach(({ mask, cost }, choice) => {
        for (let filled = 0; filled < 128; filled++) {
          if ((filled & mask) !== 0 || best[filled]! >= NONE) continue;
          if (best[filled]! + cost >= next[filled | mask]!) continue;
          next[filled | mask] = best[filled]! + cost;
          from[filled | mask] = choice;
        }
      });
      best = next;
      came[course] = from;
    }
    let filled = best.indexOf(Math.min(...best));
    const chosen: Section[] = [];
    for (let course = offers.length - 1; course >= 0; course--) {
      const choice = came[course]![filled];
      if (choice === null || choice === undefined) continue;
      const { section, mask } = offers[course]![choice]!;
      chosen.push(section);
      filled &= ~mask;
    }
    for (const section of chosen) this.take(section);
    return chosen;
  }

  /** For younger students, an elective with a free seat in every period without a class. Others may be out. */
  fill(student: Student, chosen: readonly Section[]): Section[] {
    if (student.grade >= 11) return [];
    const filled = new Set(chosen.flatMap((section) => section.periods));
    const taken = new Set(chosen.map((section) => section.course));
    const electives = [...this.taken.keys()].filter(
      (section) => section.course?.department === 'Arts and Technology' && section.course.level === 'regular',
    );
    const fitting = CLASS_PERIODS.filter((period) => !filled.has(period)).flatMap((period) => {
      const found = electives.find(
        (section) =>
          section.periods[0] === period &&
          !taken.has(section.course) &&
          this.taken.get(section)! < section.seats,
      );
      if (found) taken.add(found.course);
      return found ?? [];
    });
    for (const section of fitting) this.take(section);
    return fitting;
  }

  private take(section: Section): void {
    this.taken.set(section, this.taken.get(section)! + 1);
  }

  private cost(section: Section): number {
    const share = this.taken.get(section)! / section.seats;
    return 40 * clamp(share, 0, 1) ** 2;
  }
}

function maskOf(section: Section): number {
  return section.periods.reduce((mask, period) => mask | (1 << (period - 1)), 0);
}

/** By name, as schools do, in equal parts. */
function dealHomerooms(students: readonly Student[], homerooms: readonly Section[]): Map<Student, Section> {
  const dealt = new Map<Student, Section>();
  for (const grade of [9, 10, 11, 12]) {
    const rooms = homerooms.filter((room) => room.grade === grade);
    const named = students
      .filter((student) => student.grade === grade)
      .sort((a, b) => (a.family < b.family ? -1 : a.family > b.family ? 1 : a.n - b.n));
    named.forEach((student, i) => {
      dealt.set(student, rooms[Math.floor((i * rooms.length) / named.length)]!);
    });
  }
  return dealt;
}

/** A class of one semester is left for the one that follows it. */
function placementsIn(student: Student, section: Section): Placement[] {
  const first = { student, section, from: student.entry, to: section.next ? TERMS.s1.ends : student.exit };
  if (!section.next) return [first];
  if (student.exit) return [{ ...first, to: student.exit }];
  return [first, { student, section: section.next, from: TERMS.s2.starts, to: null }];
}
