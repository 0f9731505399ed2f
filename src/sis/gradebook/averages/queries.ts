import { sql } from 'drizzle-orm';
import type { Ctx } from '../../../db/ctx.ts';
import { allow, allows } from '../../../identity/allow.ts';
import { notFound } from '../../../shared/errors.ts';
import { studentNotFound } from '../../people/errors.ts';
import { getSectionBook, listScoreTuples, readBook } from '../book/queries.ts';
import { averageSetup, currentTerm, entryText, scoresByStudent, termIdsWithin } from '../book/rules.ts';
import type {
  Book,
  BookTerm,
  ExplainedAssignment,
  GradeExplanation,
  ScoreTuple,
  SectionLabel,
  StudentGrade,
} from '../types.ts';
import { explainAverage, explainBoth, planAverages } from './rules.ts';
import type { Reader } from './types.ts';

/**
 * Why a student has this grade in a section and term (left out: the marking period of today), for a teacher with
 * everything, for a family without what is not public. Families may ask for their own only, and only as such. Throws
 * `shared/not-found`, `gradebook/no-book`, `identity/not-allowed`.
 */
export async function explainGrade(
  ctx: Ctx,
  {
    sectionId,
    studentId,
    termId,
    reader,
  }: { sectionId: number; studentId: number; termId?: number; reader: Reader },
): Promise<GradeExplanation> {
  const found = await getSectionBook(ctx, sectionId);
  const subject = { schoolId: found.section.schoolId, sectionId, studentId };
  allow(ctx, reader === 'teacher' ? 'gradebook.read' : 'grades.read-student', subject);

  const [book, tuples] = await Promise.all([
    readBook(ctx, found),
    listScoreTuples(ctx, { sectionId, bookId: found.settings.id, studentId }),
  ]);
  const student = book.students.find(({ id }) => id === studentId);
  if (!student) throw studentNotFound(studentId);
  const term = termOrToday(ctx, book.terms, termId);

  const visible = seenBy(reader, { ...book, tuples });
  const setup = averageSetup(visible, term.id);
  const scores = scoresByStudent(visible.tuples, book.marks).get(studentId) ?? [];
  const { id, code, courseTitle } = book.section;
  return {
    section: { id, code, courseTitle },
    student: { id: student.id, name: student.name },
    term,
    terms: book.terms,
    reader,
    categories: book.categories.map(({ id, code, name }) => ({ id, code, name })),
    assignments: explainedAssignments(visible, term.id),
    marks: book.marks,
    setup,
    scores,
    ...explainBoth(planAverages(setup), scores, reader),
  };
}

type OpenBook = Pick<Book, 'settings' | 'scale' | 'terms' | 'categories' | 'assignments' | 'marks'> & {
  tuples: ScoreTuple[];
};

/** For families without private work, and without the scores of work that is public without grades. */
function seenBy(reader: Reader, book: OpenBook): OpenBook {
  if (reader === 'teacher') return book;
  const assignments = book.assignments.filter(({ visibility }) => visibility !== 'private');
  const shown = new Set(assignments.filter((one) => one.visibility === 'public').map(({ id }) => id));
  return { ...book, assignments, tuples: book.tuples.filter(([id]) => shown.has(id)) };
}

function explainedAssignments(
  { assignments, terms, tuples, marks }: OpenBook,
  termId: number,
): ExplainedAssignment[] {
  const within = new Set(termIdsWithin(terms, termId));
  const cells = new Map(tuples.map((tuple) => [tuple[0], tuple]));
  return assignments
    .filter((assignment) => assignment.graded && within.has(assignment.termId))
    .map(({ id, categoryId, termId, name, columnName, dueOn }) => {
      const [, , points, markId, flags, comment] = cells.get(id) ?? [id, 0, null, null, 0, null, 0];
      return {
        id,
        categoryId,
        termId,
        name,
        columnName,
        dueOn,
        entry: cells.has(id) ? entryText({ points, markId }, marks) : null,
        late: (flags & 1) > 0,
        missing: (flags & 2) > 0,
        comment,
      };
    });
}

function termOrToday(ctx: Ctx, terms: readonly BookTerm[], termId: number | undefined): BookTerm {
  const term = termId === undefined ? currentTerm(terms, ctx.today) : terms.find(({ id }) => id === termId);
  if (!term) throw notFound('term', termId);
  return term;
}

type StudentSection = SectionLabel & {
  schoolId: number;
  teachers: string[];
  posted: StudentGrade['posted'];
};

/**
 * A student's grades in all classes the reader may see, as they stand in the marking period of today: for a teacher her
 * own classes, for others at the school and for the family all of them.
 */
export async function listGradesOfStudent(
  ctx: Ctx,
  { studentId, reader }: { studentId: number; reader: Reader },
): Promise<StudentGrade[]> {
  const verb = reader === 'teacher' ? 'gradebook.read' : 'grades.read-student';
  const sections = (await listSectionsWithBook(ctx, studentId)).filter(({ id, schoolId }) =>
    allows(ctx, verb, { schoolId, sectionId: id, studentId }),
  );
  return Promise.all(sections.map((section) => currentGrade(ctx, section, studentId, reader)));
}

async function currentGrade(
  ctx: Ctx,
  { id, code, courseTitle, teachers, posted }: StudentSection,
  studentId: number,
  reader: Reader,
): Promise<StudentGrade> {
  const found = await getSectionBook(ctx, id);
  const [book, tuples] = await Promise.all([
    readBook(ctx, found),
    listScoreTuples(ctx, { sectionId: id, bookId: found.settings.id, studentId }),
  ]);
  const visible = seenBy(reader, { ...book, tuples });
  const term = currentTerm(book.terms, ctx.today);
  const scores = scoresByStudent(visible.tuples, book.marks).get(studentId) ?? [];
  const plan = planAverages(averageSetup(visible, term?.id ?? null));
  const { rounded, letter } = explainAverage(plan, scores, { reader, unscored: 'left-out' });
  return {
    section: { id, code, courseTitle },
    teachers,
    percent: rounded,
    letter,
    missing: visible.tuples.filter(([, , , , flags]) => (flags & 2) > 0).length,
    posted,
  };
}

/** The classes with a book in which a student has a place today, by period, with what was posted in them. */
async function listSectionsWithBook(ctx: Ctx, studentId: number): Promise<StudentSection[]> {
  return ctx.tx.execute<StudentSection>(sql`
    select
      s.id, s.code, c.title as "courseTitle", s.school_id as "schoolId",
      array(
        select f.given_name || ' ' || f.family_name
        from section_staff ss join staff f on f.id = ss.staff_id
        where ss.section_id = s.id
        order by ss.role = 'teacher-of-record' desc, f.family_name) as teachers,
      (select coalesce(json_agg(json_build_object(
          'termId', p.term_id, 'kind', p.kind, 'percent', p.posted_percent::text,
          'letter', p.posted_letter) order by t.ends_on, p.kind), '[]')
        from posted_grades p
        join terms t on t.id = p.term_id
        where p.section_id = s.id and p.student_id = ${studentId} and p.posted_at is not null) as posted
    from section_enrollments e
    join sections s on s.id = e.section_id
    join courses c on c.id = s.course_id
    join gradebook_sections l on l.section_id = s.id
    where e.student_id = ${studentId}
      and e.starts_on <= ${ctx.today} and (e.ends_on is null or e.ends_on >= ${ctx.today})
    order by
      (select min(p.sequence) from section_periods sp join periods p on p.id = sp.period_id where sp.section_id = s.id),
      s.code`);
}
