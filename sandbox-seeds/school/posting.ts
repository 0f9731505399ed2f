import { explainAverage, planAverages } from '../../src/sis/gradebook/averages/rules.ts';
import { AVERAGE_DECIMALS, averageSetup, scoresByStudent } from '../../src/sis/gradebook/book/rules.ts';
import { gradeText } from '../../src/sis/gradebook/posting/history/service.ts';
import { type Grade, gradeOf } from '../../src/sis/gradebook/posting/rules.ts';
import { letterFor } from '../../src/sis/gradebook/scales/rules.ts';
import {
  postedGradeChanges,
  postedGrades,
  postingWindows,
  sectionPostings,
} from '../../src/sis/gradebook/schema.ts';
import type { BookTerm, ScoreTuple } from '../../src/sis/gradebook/types.ts';
import type { Attendance } from './attendance.ts';
import type { Book } from './books.ts';
import { instant, PAST_DAYS, TERMS, type Term } from './calendar.ts';
import { Dice } from './dice.ts';
import type { Section } from './sections.ts';
import type { Student } from './students.ts';
import { madeLater, type SeedTable, tableOf } from './tables.ts';
import { progressOf, WINDOWS } from './waiting.ts';

type PostedGrade = (typeof postedGrades)['$inferSelect'];
type GradeChange = Omit<(typeof postedGradeChanges)['$inferSelect'], 'id'>;
type SectionPosting = Omit<(typeof sectionPostings)['$inferSelect'], 'id'>;
type Kind = 'progress' | 'term';

const terms: BookTerm[] = Object.values(TERMS).map(({ id, parent, code, name, starts, ends }) => ({
  id,
  parentId: parent,
  kind: parent === null ? 'semester' : 'quarter',
  code,
  name,
  startsOn: starts,
  endsOn: ends,
}));

/** Post columns of the whole school, as they stand this morning. */
export type Postings = {
  sections: SectionPosting[];
  grades: Omit<PostedGrade, 'id'>[];
  changes: GradeChange[];
};

/** Grades of the first quarter, all posted; progress of the second, as far as each teacher is. */
export function makePostings(
  seed: string,
  books: readonly Book[],
  cells: ReadonlyMap<Section, readonly ScoreTuple[]>,
  attendance: Attendance,
): Postings {
  const postings: Postings = { sections: [], grades: [], changes: [] };
  for (const book of books) {
    if (!book.sections[0]!.now) continue;
    const progress = progressOf(seed, book.teacher);
    for (const section of book.sections) {
      const dice = new Dice(seed, 'posting', section.n);
      const columns = { seed, book, section, cells: cells.get(section) ?? [], attendance, dice };
      const posted = dice.pick(['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30']);
      post(postings, columns, TERMS.q1, 'term', TERMS.q1.ends, instant(posted, 960 + dice.int(0, 50)), true);
      if (progress === 'not begun') continue;
      const when = instant(PAST_DAYS.at(-1 - dice.int(0, 1))!, 930 + dice.int(0, 80));
      post(postings, columns, TERMS.q2, 'progress', PAST_DAYS.at(-1)!, when, progress === 'posted');
    }
  }
  return postings;
}

type Columns = {
  book: Book;
  section: Section;
  cells: readonly ScoreTuple[];
  attendance: Attendance;
  dice: Dice;
};

function post(
  postings: Postings,
  { book, section, cells, attendance, dice }: Columns,
  term: Term,
  kind: Kind,
  on: string,
  when: string,
  posts: boolean,
): void {
  const at = new Date(when);
  const by = { changed_by: book.teacher.id, changed_by_name: `${book.teacher.given} ${book.teacher.family}` };
  const place = { section_id: section.id, term_id: term.id, kind };
  const present = (attendance.rosters.get(section) ?? []).filter(
    ({ from, to }) => from <= on && (to === null || on <= to),
  );
  for (const { student, grade } of gradesOf(
    book,
    cells,
    term,
    present.map(({ student }) => student),
  )) {
    const override = kind === 'term' ? overrideOf(grade, book, dice) : null;
    const comment = dice.chance(kind === 'term' ? 0.12 : 0.2) ? dice.pick(comments) : null;
    const final = override ?? grade;
    postings.grades.push({
      ...place,
      student_id: student.id,
      computed_percent: grade.percent,
      computed_letter: grade.letter,
      override_percent: override?.percent ?? null,
      override_letter: override?.letter ?? null,
      override_reason: override?.reason ?? null,
      comment,
      posted_percent: posts ? final.percent : null,
      posted_letter: posts ? final.letter : null,
      posted_comment: posts ? comment : null,
      posted_at: posts ? at : null,
      version: 1 + (override ? 1 : 0) + (comment ? 1 : 0) + (posts ? 1 : 0),
    });
    const change = (
      event: GradeChange['event'],
      minutes: number,
      from: Grade | null,
      to: Grade,
      reason: string | null,
    ) =>
      postings.changes.push({
        ...place,
        student_id: student.id,
        event,
        from_value: gradeText(from),
        to_value: gradeText(to),
        reason,
        changed_at: new Date(at.getTime() - minutes * 60_000),
        ...by,
      });
    if (override) change('overridden', 4, grade, override, override.reason);
    if (posts) change('posted', 0, null, final, override?.reason ?? null);
    else change('updated', 10, null, grade, null);
  }
  postings.sections.push({
    ...place,
    columns_updated_at: new Date(at.getTime() - 10 * 60_000),
    posted_at: posts ? at : null,
    posted_by: posts ? book.teacher.id : null,
    times_posted: posts ? 1 : 0,
    version: posts ? 2 : 1,
  });
}

/** Averages by the rules of the gradebook, of the students who have one. */
function gradesOf(
  book: Book,
  cells: readonly ScoreTuple[],
  term: Term,
  students: readonly Student[],
): { student: Student; grade: Grade }[] {
  const plan = planAverages(averageSetup({ ...book, terms }, term.id));
  const scores = scoresByStudent(cells, book.marks);
  return students.flatMap((student) => {
    const average = explainAverage(plan, scores.get(student.id) ?? [], {
      reader: 'teacher',
      unscored: 'left-out',
    });
    const grade = gradeOf(average, book.scale, AVERAGE_DECIMALS);
    return grade ? [{ student, grade }] : [];
  });
}

const comments = [
  'A pleasure to have in class.',
  'Participates actively in class.',
  'Missing work is lowering the grade.',
  'Please attend tutoring.',
  'Absences affect performance.',
  'Shows steady improvement.',
  'Needs to prepare for tests.',
];

/** Teachers lift some who fell just short of the next letter. */
function overrideOf(grade: Grade, { scale }: Book, dice: Dice): (Grade & { reason: string }) | null {
  if (grade.percent === null) return null;
  const lifted = (Number(grade.percent) + 1).toFixed(2);
  const letter = letterFor(scale, lifted);
  if (letter === grade.letter || !dice.chance(0.3)) return null;
  const enough = scale.steps.find((step) => step.letter === letter)!.minPercent;
  return {
    percent: Number(enough).toFixed(2),
    letter,
    reason: dice.pick(['Improved in every unit', 'Made up work after the cut-off', 'Strong final project']),
  };
}

/** Made when they are needed: exact averages take longer than all the rest, and other tables can be loaded meanwhile. */
export function postingTables(make: () => Postings): SeedTable[] {
  return madeLater([sectionPostings, postedGrades, postedGradeChanges], () => rowsOf(make()));
}

function rowsOf({ sections, grades, changes }: Postings): SeedTable[] {
  return [
    tableOf(
      sectionPostings,
      sections.map((row, i) => ({ id: i + 1, ...row })),
    ),
    tableOf(
      postedGrades,
      grades.map((row, i) => ({ id: i + 1, ...row })),
    ),
    tableOf(
      postedGradeChanges,
      changes.map((row, i) => ({ id: i + 1, ...row })),
    ),
  ];
}

export function windowTable(schoolId: number): SeedTable {
  return tableOf(
    postingWindows,
    WINDOWS.map(({ term, kind, opens, closes, repost }, i) => ({
      id: i + 1,
      school_id: schoolId,
      term_id: term,
      kind,
      opens_on: opens,
      closes_on: closes,
      repost,
    })),
  );
}
