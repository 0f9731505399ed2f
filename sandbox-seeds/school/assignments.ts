import { assignments } from '../../src/sis/gradebook/schema.ts';
import type { BookAssignment, BookCategory } from '../../src/sis/gradebook/types.ts';
import type { Book } from './books.ts';
import { SESSION_DAYS, TERMS, type Term, TODAY } from './calendar.ts';
import { Dice } from './dice.ts';
import { type SeedTable, tableOf } from './tables.ts';
import { topicsOf } from './topics.ts';

/** Pieces of work planned for the first quarter, and for the second as far as it is planned. */
const PLANNED = { q1: 13, q2: 12 };
const PLANNED_UNTIL = '2026-12-11';

/** Fills the books of classes that have begun with work: two pieces a week, in the rhythm of the course. */
export function planAssignments(seed: string, books: readonly Book[]): void {
  let id = 0;
  for (const book of books) {
    if (!book.sections[0]!.now) continue;
    const dice = new Dice(seed, 'assignments', book.n);
    book.assignments = [
      ...planTerm(book, TERMS.q1, TERMS.q1.ends, PLANNED.q1, dice),
      ...planTerm(book, TERMS.q2, PLANNED_UNTIL, PLANNED.q2, dice),
    ]
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
      .map((assignment) => ({ ...assignment, id: ++id }));
  }
}

function planTerm(book: Book, term: Term, until: string, count: number, dice: Dice): BookAssignment[] {
  const days = SESSION_DAYS.filter((day) => term.starts <= day && day <= until);
  const counts = new Map<string, number>();
  const planned = Array.from({ length: count }, (_, i) => {
    const category = book.categories.find(({ code }) => code === book.rhythm[i % book.rhythm.length])!;
    const nth = (counts.get(category.code) ?? 0) + 1;
    counts.set(category.code, nth);
    const due = Math.min(days.length - 1, Math.floor(((i + 0.5) * days.length) / count) + dice.int(0, 1));
    return work(book, category, term, nth, days, due, dice);
  });
  return [...planned, ...extras(book, term, days, dice)];
}

function work(
  book: Book,
  category: BookCategory,
  term: Term,
  nth: number,
  days: string[],
  due: number,
  dice: Dice,
): BookAssignment {
  const large = Number(category.defaultPoints) >= 50;
  const topics = topicsOf(book.course);
  const taught = term === TERMS.q1 ? 0 : topics.length / 2;
  const topic = topics[Math.floor(taught + (due * topics.length) / 2 / days.length) % topics.length]!;
  const given = days[Math.max(0, due - (large ? dice.int(4, 8) : dice.int(1, 2)))]!;
  return {
    id: 0,
    categoryId: category.id,
    termId: term.id,
    name: `${topic}: ${singular(category.name)} ${nth}`,
    columnName: `${category.code}${nth}`,
    description: null,
    assignedOn: given,
    dueOn: days[due]!,
    points: category.defaultPoints,
    weight: book.settings.averageMode === 'categories-and-assignments' && large ? '2' : '1',
    extraCredit: false,
    neverDrop: !large && dice.chance(0.04),
    graded: true,
    visibility: dice.weighted([
      ['public', 92],
      ['public-no-grades', 5],
      ['private', 3],
    ]),
    version: 1,
  };
}

function singular(name: string): string {
  return name === 'Quizzes' ? 'Quiz' : name === 'Essays' ? 'Essay' : name.replace(/s$/, '');
}

/** A chance to earn more in some books, worth points or none; and in some, a thing to bring that is not graded. */
function extras(book: Book, term: Term, days: string[], dice: Dice): BookAssignment[] {
  const category = book.categories[0]!;
  const base = work(book, category, term, 0, days, dice.int(8, Math.min(18, days.length - 1)), dice);
  const some: BookAssignment[] = [];
  if (dice.chance(0.25)) {
    const points = dice.chance(0.3) ? '0' : '5';
    some.push({
      ...base,
      name: 'Extra credit',
      columnName: 'XC1',
      points,
      extraCredit: true,
      visibility: 'public',
    });
  }
  if (dice.chance(0.3)) {
    some.push({
      ...base,
      name: dice.pick([
        'Bring back the signed syllabus',
        'Bring a notebook',
        'Office hours',
        'Field trip form',
      ]),
      columnName: 'NOTE1',
      description: 'Not graded.',
      graded: false,
      points: '0',
      visibility: 'public',
    });
  }
  return some;
}

/** Work that is due before today: only such is scored. */
export function dueSoFar(book: Book): BookAssignment[] {
  return book.assignments.filter(({ dueOn, graded }) => graded && dueOn < TODAY);
}

export function assignmentTable(books: readonly Book[]): SeedTable {
  return tableOf(
    assignments,
    books.flatMap(({ settings, assignments: all }) =>
      all.map((assignment) => ({
        id: assignment.id,
        gradebook_id: settings.id,
        category_id: assignment.categoryId,
        term_id: assignment.termId,
        name: assignment.name,
        column_name: assignment.columnName,
        description: assignment.description,
        assigned_on: assignment.assignedOn,
        due_on: assignment.dueOn,
        points: assignment.points,
        weight: assignment.weight,
        extra_credit: assignment.extraCredit,
        never_drop: assignment.neverDrop,
        graded: assignment.graded,
        visibility: assignment.visibility,
        version: assignment.version,
      })),
    ),
  );
}
