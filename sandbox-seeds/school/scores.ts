import { scoreChanges, scores } from '../../src/sis/gradebook/schema.ts';
import type { BookAssignment, BookMark, ScoreTuple } from '../../src/sis/gradebook/types.ts';
import { dueSoFar } from './assignments.ts';
import type { Attendance } from './attendance.ts';
import { MARK } from './attendance-codes.ts';
import type { Book } from './books.ts';
import { instant, PAST_DAYS } from './calendar.ts';
import { clamp, Dice } from './dice.ts';
import type { Placement } from './schedule.ts';
import type { Section } from './sections.ts';
import { type SeedTable, streamOf, tableOf } from './tables.ts';
import { gradingDelay, isScored } from './waiting.ts';

const LATE = 1;
const MISSING = 2;
const dayIndex = new Map(PAST_DAYS.map((day, i) => [day, i]));

/** The cells of every book, by section: what was written, as the gradebook sends it. */
export function scoreBooks(
  seed: string,
  books: readonly Book[],
  attendance: Attendance,
): Map<Section, ScoreTuple[]> {
  const all = new Map<Section, ScoreTuple[]>();
  const missed = new Map<number, number>();
  const absence = (placement: Placement) => {
    const { student } = placement;
    if (!missed.has(student.n)) missed.set(student.n, shareMissed(attendance, placement));
    return missed.get(student.n)!;
  };
  for (const book of books) {
    const due = dueSoFar(book);
    const leniency = new Dice(seed, 'leniency', book.teacher.n).normal(0, 2.2);
    const delay = gradingDelay(seed, book.teacher);
    for (const section of book.sections) {
      const roster = (attendance.rosters.get(section) ?? []).map((placement) => ({
        placement,
        mean: expected(book, placement, absence(placement), leniency, seed),
      }));
      const cells = due.flatMap((assignment) =>
        column(seed, book, section, assignment, delay, roster, attendance),
      );
      all.set(section, cells);
    }
  }
  return all;
}

type Expected = { placement: Placement; mean: number };

/**
 * The percent a student tends to earn in a class: by ability and diligence, less in harder courses, less the more
 * classes are missed.
 */
function expected(
  { course, n }: Book,
  { student }: Placement,
  absence: number,
  leniency: number,
  seed: string,
): number {
  const harder = { regular: 0, honors: 4, 'advanced-placement': 7 }[course.level];
  const liking = new Dice(seed, 'liking', n, student.n).normal(0, 4);
  return (
    81 +
    6.5 * student.ability +
    3 * student.diligence +
    leniency +
    liking -
    harder -
    60 * clamp(absence - 0.03, 0, 0.5)
  );
}

function shareMissed(attendance: Attendance, { student }: Placement): number {
  let scheduled = 0;
  let missed = 0;
  for (let i = 0; i < PAST_DAYS.length; i++) {
    for (let place = 1; place < 8; place++) {
      const index = attendance.at(student, i, place);
      if (attendance.scheduled[index] === 0) continue;
      scheduled++;
      const mark = attendance.effective(index);
      if (mark === MARK.A || mark === MARK.AE || mark === MARK.OSS) missed++;
    }
  }
  return scheduled === 0 ? 0 : missed / scheduled;
}

/** One column of a section. A teacher in arrears has left out all of it, or a part of the pile. */
function column(
  seed: string,
  book: Book,
  section: Section,
  assignment: BookAssignment,
  delay: number,
  roster: readonly Expected[],
  attendance: Attendance,
): ScoreTuple[] {
  if (!isScored(assignment.dueOn, delay)) return [];
  const dice = new Dice(seed, 'scores', assignment.id, section.n);
  const partly = !isScored(assignment.dueOn, delay + 2) && delay > 1;
  const hard = dice.normal(0, 4) - (Number(assignment.points) <= 10 ? 5 : 0);
  const place = section.periods[0]!;
  const day = dayIndex.get(assignment.dueOn)!;
  const cells: ScoreTuple[] = [];
  for (const { placement, mean } of roster) {
    const { student, from, to } = placement;
    if (assignment.dueOn <= from && from !== '2026-08-24') continue;
    if (to !== null && assignment.dueOn > to) continue;
    if (dice.chance(partly ? 0.45 : 0.008)) continue;
    if (assignment.extraCredit && dice.chance(0.6)) continue;
    const seen = attendance.effective(attendance.at(student, day, place));
    cells.push(cell(dice, book.marks, assignment, placement, mean - hard, seen));
  }
  return cells;
}

const comments = [
  'Good improvement.',
  'See me about a retake.',
  'Show your work.',
  'Well argued.',
  'Half a page short.',
  'Turned in on paper.',
  'Partner work.',
];

function cell(
  dice: Dice,
  marks: readonly BookMark[],
  assignment: BookAssignment,
  { student }: Placement,
  mean: number,
  seen: number,
): ScoreTuple {
  const mark = (code: string) => marks.find((one) => one.code === code)!.id;
  const absent = seen === MARK.A || seen === MARK.OSS;
  const excused = seen === MARK.AE || seen === MARK.SF;
  const row = (
    points: string | null,
    markId: number | null,
    flags: number,
    comment: string | null,
  ): ScoreTuple => [assignment.id, student.id, points, markId, flags, comment, 1];
  const comment = dice.chance(0.008) ? dice.pick(comments) : null;
  if (excused && dice.chance(0.22)) return row(null, mark('EX'), 0, comment);
  const forgets = clamp(0.03 * Math.exp(-0.85 * student.diligence) + (absent ? 0.15 : 0), 0, 0.5);
  if (!assignment.extraCredit && dice.chance(forgets)) {
    if (dice.chance(0.12)) return row(null, mark('I'), 0, comment ?? 'Make-up on Friday.');
    return dice.chance(0.14) ? row(null, null, MISSING, comment) : row(null, mark('M'), MISSING, comment);
  }
  const late = dice.chance(
    clamp(0.035 * Math.exp(-0.5 * student.diligence) + (absent || excused ? 0.2 : 0), 0, 0.6),
  );
  const half = marks.find(({ code }) => code === 'HC' || code === 'CR');
  if (half && dice.chance(0.006)) return row(null, half.id, late ? LATE : 0, comment);
  return row(pointsOf(dice, assignment, mean - (late ? 8 : 0)), null, late ? LATE : 0, comment);
}

/** Whole points; half points in quizzes. Work worth no points, extra credit, earns one to five. */
function pointsOf(dice: Dice, assignment: BookAssignment, mean: number): string {
  const total = Number(assignment.points);
  if (total === 0) return String(dice.int(1, 5));
  const share = clamp((mean + dice.normal(0, 8.5)) / 100, 0.2, 1);
  const grain = total === 20 ? 2 : 1;
  return String(Math.round(share * total * grain) / grain);
}

export function scoreTable(books: ReadonlyMap<Section, readonly ScoreTuple[]>): SeedTable {
  const columns = [
    'id',
    'assignment_id',
    'student_id',
    'points',
    'special_mark_id',
    'late',
    'missing',
    'comment',
    'version',
  ] as const;
  const count = [...books.values()].reduce((sum, cells) => sum + cells.length, 0);
  return streamOf(scores, columns, count, function* () {
    let id = 0;
    for (const cells of books.values()) {
      for (const [assignment, student, points, mark, flags, comment, version] of cells) {
        yield [
          ++id,
          assignment,
          student,
          points,
          mark,
          (flags & LATE) !== 0,
          (flags & MISSING) !== 0,
          comment,
          version,
        ];
      }
    }
  });
}

/** Some of this week's cells were corrected, so that their history has something to show. */
export function scoreChangeTable(
  books: readonly Book[],
  cells: ReadonlyMap<Section, readonly ScoreTuple[]>,
): SeedTable {
  const rows = books.flatMap((book) =>
    book.sections.flatMap((section) =>
      (cells.get(section) ?? [])
        .filter(([assignment, student, points]) => points !== null && (assignment * 7 + student) % 211 === 0)
        .map(([assignment, student, points]) => ({
          assignment_id: assignment,
          student_id: student,
          field: 'score' as const,
          from_value: (assignment + student) % 3 === 0 ? 'M' : String(Math.max(0, Number(points) - 2)),
          to_value: points,
          changed_at: new Date(instant(PAST_DAYS.at(-1 - (student % 5))!, 15 * 60 + (student % 50))),
          changed_by: book.teacher.id,
          changed_by_name: `${book.teacher.given} ${book.teacher.family}`,
        })),
    ),
  );
  return tableOf(
    scoreChanges,
    rows.map((row, i) => ({ id: i + 1, ...row })),
  );
}
