import { addDays, type Day } from '../../src/shared/days.ts';
import { enrollments } from '../../src/sis/enrollment/schema.ts';
import { students } from '../../src/sis/people/schema.ts';
import { PAST_DAYS, YEAR, YESTERDAY } from './calendar.ts';
import { Mailboxes } from './contact.ts';
import { clamp, Dice } from './dice.ts';
import { idOf } from './ids.ts';
import { type Culture, familyNameFor, type Gender, givenName, isWellKnown } from './names.ts';
import { type SeedTable, tableOf } from './tables.ts';

export const WHOLE_YEAR = 1200;
export const LEAVERS = 24;
export const ARRIVALS = 24;
export const STUDENTS = WHOLE_YEAR + LEAVERS + ARRIVALS;

export type Grade = 9 | 10 | 11 | 12;

/**
 * A student, and what makes the numbers believable: `ability` and `diligence` are normal (mean 0, deviation 1)
 * and go together; `absence` is the share of days that this student tends to miss.
 */
export type Student = {
  id: number;
  n: number;
  given: string;
  middle: string | null;
  family: string;
  preferred: string | null;
  gender: Gender;
  born: Day;
  email: string;
  grade: Grade;
  ability: number;
  diligence: number;
  absence: number;
  entry: Day;
  exit: Day | null;
};

/** What brothers and sisters share. `season`: the day of the year, from September 2, around which they were born. */
export type Upbringing = { family: string; culture: Culture; ability: number; season: number };

const mail = 'students.example.org';

/** Makes students one after the other, n from 0; the n-th decides who stays, leaves and arrives. */
export class Admissions {
  private readonly boxes = new Mailboxes(mail);
  private readonly seed: string;
  private n = 0;

  constructor(seed: string) {
    this.seed = seed;
  }

  get left(): number {
    return STUDENTS - this.n;
  }

  admit(upbringing: Upbringing, grade: Grade): Student {
    const n = this.n++;
    const dice = new Dice(this.seed, 'student', n);
    const { culture } = upbringing;
    const gender = dice.weighted<Gender>([
      ['female', 49],
      ['male', 49.5],
      ['nonbinary', 1.5],
    ]);
    const family = familyNameFor(upbringing.family, culture, gender);
    let given = givenName(dice, culture, gender);
    while (isWellKnown(given, family)) given = givenName(dice, culture, gender);
    const ability = 0.5 * upbringing.ability + 0.866 * dice.normal();
    const diligence = 0.45 * ability + 0.893 * dice.normal();
    return {
      id: idOf('student', n),
      n,
      given,
      middle: dice.chance(0.3) ? givenName(dice, culture, gender) : null,
      family,
      preferred: preferredName(dice, given, gender),
      gender,
      born: birthDate(dice, grade, upbringing.season),
      email: this.boxes.addressFor(given, family),
      grade,
      ability,
      diligence,
      absence: clamp(Math.exp(-3.52 - 0.5 * diligence + 0.5 * dice.normal()), 0.002, 0.45),
      ...stay(dice, n),
    };
  }
}

const shortNames: Record<string, string> = {
  Abigail: 'Abby',
  Alexander: 'Alex',
  Alejandro: 'Alex',
  Anastasiia: 'Nastia',
  Christian: 'Chris',
  Francisco: 'Paco',
  Gabrielle: 'Gabby',
  Guadalupe: 'Lupe',
  Isabel: 'Isa',
  Jeremiah: 'Jay',
  José: 'Pepe',
  Katarzyna: 'Kasia',
  Kateryna: 'Katia',
  Mackenzie: 'Kenzie',
  Madison: 'Maddie',
  Małgorzata: 'Gosia',
  Nathan: 'Nate',
  Samuel: 'Sam',
  Zachary: 'Zach',
};

function preferredName(dice: Dice, given: string, gender: Gender): string | null {
  if (gender === 'nonbinary')
    return dice.pick(['Ash', 'Kai', 'Quinn', 'Remy', 'River', 'Rowan', 'Sage', 'Sky']);
  return dice.chance(0.5) ? (shortNames[given] ?? null) : null;
}

/** Fourteen on the first of September for grade 9, one year more for each grade; some are a year older. */
function birthDate(dice: Dice, grade: Grade, season: number): Day {
  const year = Number(YEAR.starts.slice(0, 4)) - grade - 6 - (dice.chance(0.04) ? 1 : 0);
  return addDays(`${year}-09-02`, clamp(season + dice.int(-45, 45), 0, 364));
}

/** The last students leave and arrive during the year; the very last arrived yesterday. */
function stay(dice: Dice, n: number): Pick<Student, 'entry' | 'exit'> {
  if (n < WHOLE_YEAR) return { entry: YEAR.starts, exit: null };
  if (n < WHOLE_YEAR + LEAVERS) return { entry: YEAR.starts, exit: PAST_DAYS[dice.int(9, 57)]! };
  const entry = n === STUDENTS - 1 ? YESTERDAY : PAST_DAYS[dice.int(8, 57)]!;
  return { entry, exit: null };
}

export function isEnrolled(student: Student, day: Day): boolean {
  return student.entry <= day && (student.exit === null || day <= student.exit);
}

export function studentTable(all: readonly Student[]): SeedTable {
  return tableOf(
    students,
    all.map((student) => ({
      id: student.id,
      student_number: String(50_240_000 + student.n),
      given_name: student.given,
      middle_name: student.middle,
      family_name: student.family,
      preferred_name: student.preferred,
      gender: student.gender,
      birth_date: student.born,
      email: student.email,
    })),
  );
}

/** E1: on the first day; E2: from another school; W1: to another school. */
export function enrollmentTable(all: readonly Student[], schoolId: number): SeedTable {
  return tableOf(
    enrollments,
    all.map((student, i) => ({
      id: i + 1,
      student_id: student.id,
      school_id: schoolId,
      school_year_id: YEAR.id,
      grade_level: student.grade,
      entry_date: student.entry,
      entry_code: student.entry === YEAR.starts ? 'E1' : 'E2',
      exit_date: student.exit,
      exit_code: student.exit === null ? null : 'W1',
    })),
  );
}
