import { sql } from 'drizzle-orm';
import type { Ctx } from '../../../db/ctx.ts';
import { allow, allows } from '../../../identity/allow.ts';
import { sectionNotFound } from '../../scheduling/errors.ts';
import type {
  Book,
  BookAssignment,
  BookCategory,
  BookMark,
  BookScale,
  BookSettings,
  BookStudent,
  BookTerm,
  GradebookView,
  ScoreTuple,
  SectionLabel,
} from '../types.ts';
import { noBook } from './errors.ts';
import { currentTerm, termIdsWithin } from './rules.ts';

/** A section with its book's settings, if it has a book: what every verb of the gradebook begins with. */
export type SectionBook = {
  section: Book['section'] & { kind: 'class' | 'homeroom'; schoolYearId: number; courseId: number };
  settings: BookSettings;
  scale: Omit<BookScale, 'steps'>;
};

/**
 * Everything the grid of a section shows, in three statements; of one term (a semester with its marking periods)
 * when `termId` is given. Throws `shared/not-found`, `gradebook/no-book`, `identity/not-allowed`.
 */
export async function openGradebook(
  ctx: Ctx,
  { sectionId, termId }: { sectionId: number; termId?: number },
): Promise<GradebookView> {
  const found = await getSectionBook(ctx, sectionId);
  const subject = { schoolId: found.section.schoolId, sectionId };
  allow(ctx, 'gradebook.read', subject);

  const [book, scores] = await Promise.all([
    readBook(ctx, found),
    listScoreTuples(ctx, { sectionId, bookId: found.settings.id }),
  ]);
  const shown = termId === undefined ? book : withinTerm(book, termId);
  const columns = new Set(shown.assignments.map(({ id }) => id));
  return {
    ...shown,
    scores: termId === undefined ? scores : scores.filter(([assignmentId]) => columns.has(assignmentId)),
    today: ctx.today,
    currentTermId: currentTerm(book.terms, ctx.today)?.id ?? null,
    mayEdit: allows(ctx, 'scores.save', subject),
  };
}

type SectionBookRow = {
  id: number;
  code: string;
  courseTitle: string;
  schoolId: number;
  termId: number | null;
  kind: 'class' | 'homeroom';
  schoolYearId: number;
  courseId: number;
  bookId: number | null;
  nickname: string;
  averageMode: BookSettings['averageMode'];
  weightsAre: BookSettings['weightsAre'];
  dropPolicy: BookSettings['dropPolicy'];
  version: number;
  scaleId: number;
  scaleName: string;
  maxPercent: string | null;
};

/** A section, with its book when it has one. Throws `shared/not-found`. */
export async function findSectionBook(
  ctx: Ctx,
  sectionId: number,
): Promise<{ section: SectionBook['section']; book: SectionBook | null }> {
  const [row] = await ctx.tx.execute<SectionBookRow>(sql`
    select
      s.id, s.code, c.title as "courseTitle", s.school_id as "schoolId", s.term_id as "termId", s.kind,
      s.school_year_id as "schoolYearId", s.course_id as "courseId",
      g.id as "bookId", g.nickname, g.average_mode as "averageMode", g.weights_are as "weightsAre",
      g.drop_policy as "dropPolicy", g.version,
      gs.id as "scaleId", gs.name as "scaleName", trim_scale(gs.max_percent)::text as "maxPercent"
    from sections s
    join courses c on c.id = s.course_id
    left join gradebook_sections l on l.section_id = s.id
    left join gradebooks g on g.id = l.gradebook_id
    left join grade_scales gs on gs.id = g.grade_scale_id
    where s.id = ${sectionId}`);
  if (!row) throw sectionNotFound(sectionId);

  const { id, code, courseTitle, schoolId, termId, kind, schoolYearId, courseId } = row;
  const section = { id, code, courseTitle, schoolId, termId, kind, schoolYearId, courseId };
  if (row.bookId === null) return { section, book: null };
  const { nickname, averageMode, weightsAre, dropPolicy, version } = row;
  return {
    section,
    book: {
      section,
      settings: { id: row.bookId, nickname, averageMode, weightsAre, dropPolicy, version },
      scale: { id: row.scaleId, name: row.scaleName, maxPercent: row.maxPercent },
    },
  };
}

/** A section that has a book. Throws `shared/not-found`, `gradebook/no-book`. */
export async function getSectionBook(ctx: Ctx, sectionId: number): Promise<SectionBook> {
  const { section, book } = await findSectionBook(ctx, sectionId);
  if (!book) throw noBook({ section: section.code, sectionId });
  return book;
}

type BookParts = {
  steps: BookScale['steps'];
  terms: BookTerm[];
  categories: BookCategory[];
  marks: BookMark[];
  assignments: BookAssignment[];
  students: BookStudent[];
  linkedSections: SectionLabel[];
};

/** The lists of a book, read in one statement. */
export async function readBook(
  ctx: Ctx,
  { section, settings, scale }: SectionBook,
): Promise<Book & Pick<BookParts, 'students' | 'linkedSections'>> {
  const [parts] = await ctx.tx.execute<BookParts>(sql`
    select
      -- The letters of the scale.
      (select coalesce(json_agg(json_build_object(
          'letter', st.letter, 'minPercent', trim_scale(st.min_percent)::text) order by st.min_percent desc), '[]')
        from grade_scale_steps st where st.grade_scale_id = ${scale.id}) as steps,
      -- Semesters before their marking periods.
      (select coalesce(json_agg(json_build_object(
          'id', t.id, 'parentId', t.parent_id, 'kind', t.kind, 'code', t.code, 'name', t.name,
          'startsOn', t.starts_on, 'endsOn', t.ends_on) order by t.starts_on, t.kind desc), '[]')
        from terms t where t.school_year_id = ${section.schoolYearId}) as terms,
      -- Categories with the weights that differ by term.
      (select coalesce(json_agg(json_build_object(
          'id', k.id, 'code', k.code, 'name', k.name, 'weight', trim_scale(k.weight)::text,
          'defaultPoints', trim_scale(k.default_points)::text, 'dropLowest', k.drop_lowest,
          'dropHighest', k.drop_highest, 'version', k.version,
          'termWeights', (
            select coalesce(json_agg(json_build_object(
              'termId', w.term_id, 'weight', trim_scale(w.weight)::text)), '[]')
            from category_term_weights w where w.category_id = k.id)) order by k.sequence, k.id), '[]')
        from gradebook_categories k where k.gradebook_id = ${settings.id}) as categories,
      (select coalesce(json_agg(json_build_object(
          'id', m.id, 'code', m.code, 'name', m.name, 'behavior', m.behavior,
          'percent', trim_scale(m.percent)::text) order by m.code), '[]')
        from special_marks m where m.gradebook_id = ${settings.id}) as marks,
      (select coalesce(json_agg(json_build_object(
          'id', a.id, 'categoryId', a.category_id, 'termId', a.term_id, 'name', a.name,
          'columnName', a.column_name, 'description', a.description, 'assignedOn', a.assigned_on,
          'dueOn', a.due_on, 'points', trim_scale(a.points)::text, 'weight', trim_scale(a.weight)::text,
          'extraCredit', a.extra_credit, 'neverDrop', a.never_drop, 'graded', a.graded,
          'visibility', a.visibility, 'version', a.version) order by a.due_on, a.id), '[]')
        from assignments a where a.gradebook_id = ${settings.id}) as assignments,
      -- Everyone ever placed in the section, with the whole stretch of their stays.
      (select coalesce(json_agg(json_build_object(
          'id', p.id, 'studentNumber', p.student_number, 'name', p.name, 'familyName', p.family_name,
          'status', p.status, 'startsOn', p.starts_on, 'endsOn', p.ends_on)
          order by p.family_name, p.name, p.id), '[]')
        from (${placed(ctx, section.id)}) as p) as students,
      (select coalesce(json_agg(json_build_object(
          'id', s.id, 'code', s.code, 'courseTitle', c.title) order by s.code), '[]')
        from gradebook_sections l
        join sections s on s.id = l.section_id
        join courses c on c.id = s.course_id
        where l.gradebook_id = ${settings.id}) as "linkedSections"`);

  const { steps, ...lists } = parts!;
  return {
    section: {
      id: section.id,
      code: section.code,
      courseTitle: section.courseTitle,
      schoolId: section.schoolId,
      termId: section.termId,
    },
    settings,
    scale: { ...scale, steps },
    ...lists,
  };
}

/** Who has a place in a section: with one that covers today they are active, with only later ones upcoming. */
function placed(ctx: Ctx, sectionId: number) {
  return sql`
    select
      st.id, st.student_number, coalesce(st.preferred_name, st.given_name) || ' ' || st.family_name as name,
      st.family_name, min(e.starts_on) as starts_on,
      case when bool_or(e.ends_on is null) then null else max(e.ends_on) end as ends_on,
      case
        when bool_or(e.starts_on <= ${ctx.today} and (e.ends_on is null or e.ends_on >= ${ctx.today})) then 'active'
        when bool_or(e.starts_on > ${ctx.today}) then 'upcoming'
        else 'withdrawn'
      end as status
    from section_enrollments e
    join students st on st.id = e.student_id
    where e.section_id = ${sectionId}
    group by st.id, st.student_number, st.preferred_name, st.given_name, st.family_name`;
}

/** The cells of a section's students in a book, or those of one student. */
export async function listScoreTuples(
  ctx: Ctx,
  { sectionId, bookId, studentId }: { sectionId: number; bookId: number; studentId?: number },
): Promise<ScoreTuple[]> {
  const [row] = await ctx.tx.execute<{ tuples: ScoreTuple[] }>(sql`
    select coalesce(json_agg(json_build_array(
      sc.assignment_id, sc.student_id, trim_scale(sc.points)::text, sc.special_mark_id,
      sc.late::int + 2 * sc.missing::int, sc.comment, sc.version)), '[]') as tuples
    from assignments a
    join scores sc on sc.assignment_id = a.id
    where a.gradebook_id = ${bookId} and a.graded
      and ${
        studentId === undefined
          ? sql`sc.student_id in (select e.student_id from section_enrollments e where e.section_id = ${sectionId})`
          : sql`sc.student_id = ${studentId}`
      }`);
  return row!.tuples;
}

function withinTerm<B extends Book>(book: B, termId: number): B {
  const within = new Set(termIdsWithin(book.terms, termId));
  return { ...book, assignments: book.assignments.filter((assignment) => within.has(assignment.termId)) };
}
