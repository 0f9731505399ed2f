import { weekday } from '../../src/shared/days.ts';
import { MARK } from './attendance-codes.ts';
import { isEarlyRelease, PAST_DAYS } from './calendar.ts';
import { clamp, Dice } from './dice.ts';
import { isEnrolled, type Student } from './students.ts';

/** What a student's periods of one day are marked; place 0 is homeroom. `word`: what the office puts over absences. */
export type DayOfStudent = { marks: number[]; excusedLater: boolean };

const PLACES = 8;

/** How much more than usual is missed on a day: Mondays, Fridays, the flu in November, around holidays. */
const missedMore = PAST_DAYS.map((day, i) => {
  const byWeekday = [1.4, 0.95, 0.85, 0.9, 1.15][weekday(day) - 1]!;
  const season = day >= '2026-11-09' && day <= '2026-11-20' ? 1.55 : i < 10 ? 0.7 : 1;
  const nearHoliday = ['2026-09-04', '2026-10-09', '2026-11-20', '2026-11-30'].includes(day) ? 1.35 : 1;
  return byWeekday * season * nearHoliday * (isEarlyRelease(day) ? 1.2 : 1);
});

/** Whom a class trip or a fair takes out of lessons, in which periods. */
const functions: Record<string, { places: number[]; goes: (student: Student) => boolean }> = {
  '2026-09-30': { places: [5, 6, 7], goes: ({ grade }) => grade === 9 },
  '2026-10-08': { places: [1, 2, 3, 4, 5, 6, 7], goes: ({ grade, n }) => grade === 11 && n % 2 === 0 },
  '2026-10-29': { places: [3, 4], goes: ({ grade }) => grade === 12 },
  '2026-11-17': { places: [1, 2, 3, 4, 5, 6, 7], goes: ({ n }) => n % 29 === 4 },
};

/** The sixty days of one student, null where not enrolled. Illness lasts, and so do suspensions. */
export function daysOf(seed: string, student: Student): (DayOfStudent | null)[] {
  const dice = new Dice(seed, 'days', student.n);
  let ill = false;
  let suspended = 0;
  return PAST_DAYS.map((day, i) => {
    if (!isEnrolled(student, day)) return null;
    if (suspended > 0) {
      suspended--;
      return whole(MARK.OSS);
    }
    const incident = dice.chance(0.00045 * Math.exp(-student.diligence));
    if (incident && dice.chance(0.35)) {
      suspended = dice.int(0, 2);
      return whole(MARK.OSS);
    }
    if (incident) return classesOnly(MARK.ISS);

    const missing = clamp(student.absence * missedMore[i]!, 0, 0.6);
    const stillIll = ill && dice.chance(0.38);
    ill = stillIll || dice.chance(missing);
    const excused = dice.chance(clamp(0.62 + 0.13 * student.diligence, 0.12, 0.92));
    if (ill) return absent(excused, dice.chance(0.25));
    return atSchool(student, dice, missing, excused, functions[day]);
  });
}

function whole(mark: number): DayOfStudent {
  return { marks: new Array<number>(PLACES).fill(mark), excusedLater: false };
}

function classesOnly(mark: number): DayOfStudent {
  return { marks: [MARK.P, ...new Array<number>(PLACES - 1).fill(mark)], excusedLater: false };
}

/** A parent's note reaches the teachers in time, or the office after they have marked an absence. */
function absent(excused: boolean, late: boolean): DayOfStudent {
  return { ...whole(excused && !late ? MARK.AE : MARK.A), excusedLater: excused && late };
}

function atSchool(
  student: Student,
  dice: Dice,
  missing: number,
  excused: boolean,
  event: (typeof functions)[string] | undefined,
): DayOfStudent {
  const marks = whole(MARK.P).marks;
  const careless = Math.exp(-0.55 * student.diligence);
  if (event?.goes(student)) for (const place of event.places) marks[place] = MARK.SF;

  const away = excused ? MARK.AE : MARK.A;
  if (dice.chance(0.16 * missing)) {
    const missed = dice.weighted([
      [2, 6],
      [3, 3],
      [4, 2],
    ]);
    marks.fill(away, 0, missed);
    marks[missed] = MARK.T;
    return { marks, excusedLater: false };
  }
  if (dice.chance(0.12 * missing + 0.002)) {
    const last = dice.int(4, 6);
    marks[last] = MARK.D;
    marks.fill(MARK.AE, last + 1);
    return { marks, excusedLater: false };
  }
  for (let place = 0; place < PLACES; place++) {
    if (marks[place] !== MARK.P) continue;
    const tardy = place === 1 ? 0.03 : place === 0 ? 0.025 : place === 5 ? 0.012 : 0.006;
    if (dice.chance(tardy * careless)) marks[place] = MARK.T;
    else if (place > 0 && dice.chance((place >= 5 ? 0.004 : 0.002) * careless)) marks[place] = MARK.A;
  }
  return { marks, excusedLater: false };
}
