import { sql } from 'drizzle-orm';
import type { Ctx } from '../../../db/ctx.ts';
import { allow, allows } from '../../../identity/allow.ts';
import { addDays, dayIn } from '../../../shared/days.ts';
import { notFound } from '../../../shared/errors.ts';
import { explainAverage, planAverages } from '../averages/rules.ts';
import { getSectionBook, listScoreTuples, readBook, type SectionBook } from '../book/queries.ts';
import { AVERAGE_DECIMALS, averageSetup, currentTerm, scoresByStudent } from '../book/rules.ts';
import type {
  Book,
  BookStudent,
  PostedGradeChange,
  PostingChoice,
  PostingKind,
  PostingRow,
  PostingView,
  PostingWork,
  ScoreTuple,
} from '../types.ts';
import { chooseWindow, runsInTerm, windowState } from './choices/rules.ts';
import { compareForPosting } from './comparison/rules.ts';
import { notInTerm } from './errors.ts';
import { getPostingFacts, type StandingGrade } from './facts.ts';
import { type Grade, gradeOf, type Override, postingStatus } from './rules.ts';

/** Whose post columns: a section's, of one term and kind. */
export type PostingPlace = { sectionId: number; termId: number; kind: PostingKind };

/**
 * A section's post columns with everything that posting would do; without term and kind, those of the window that is open
 * or nearest. Throws `shared/not-found`, `gradebook/no-book`, `posting/not-in-term`, `identity/not-allowed`.
 */
export async function openPosting(
  ctx: Ctx,
  { sectionId, ...at }: Pick<PostingPlace, 'sectionId'> & Partial<PostingPlace>,
): Promise<PostingView> {
  const found = await getSectionBook(ctx, sectionId);
  allow(ctx, 'posting.read', { schoolId: found.section.schoolId, sectionId });
  return readPosting(ctx, found, at);
}

/** The post columns of a section's book, whoever asks. */
export async function readPosting(
  ctx: Ctx,
  found: SectionBook,
  asked: { termId?: number; kind?: PostingKind },
): Promise<PostingView> {
  const { section, settings } = found;
  const [book, scores, facts] = await Promise.all([
    readBook(ctx, found),
    listScoreTuples(ctx, { sectionId: section.id, bookId: settings.id }),
    getPostingFacts(ctx, found),
  ]);
  const running = new Set(book.terms.filter((term) => runsInTerm(section.termId, term)).map(({ id }) => id));
  const choices = facts.windows
    .filter(({ termId }) => running.has(termId))
    .map(({ termId, termName, kind, opensOn, closesOn }): PostingChoice => {
      const state = windowState({ opensOn, closesOn }, ctx.today);
      return { termId, name: termName, kind, opensOn, closesOn, state };
    });
  const chosen = asked.termId === undefined ? chooseWindow(choices) : undefined;
  const termId = asked.termId ?? chosen?.termId ?? currentTerm(book.terms, ctx.today)?.id;
  const kind = asked.kind ?? chosen?.kind ?? 'term';
  const term = book.terms.find(({ id }) => id === termId);
  if (!term) throw notFound('term', termId);
  if (!running.has(term.id)) throw notInTerm({ section: section.code, term: term.name });

  const here = (one: { termId: number; kind: PostingKind }) => one.termId === term.id && one.kind === kind;
  const window = facts.windows.find(here) ?? null;
  const posting = facts.postings.find(here);
  const postedOn = posting?.postedAt ? dayIn(facts.timeZone, new Date(posting.postedAt)) : null;
  const status = postingStatus(window, postedOn, ctx.today);
  const rows = rowsOf(book, scores, facts.grades.filter(here), term.id);
  const again = status.mayPost && rows.some(({ changes }) => changes);
  const subject = { schoolId: section.schoolId, sectionId: section.id };
  return {
    section: book.section,
    term,
    kind,
    choices,
    today: ctx.today,
    window: window && {
      opensOn: window.opensOn,
      closesOn: window.closesOn,
      repost: window.repost,
      state: windowState(window, ctx.today),
    },
    state: status.state === 'posted' && again ? 'ready' : status.state,
    mayEdit: status.mayEdit && allows(ctx, 'posting.edit', subject),
    mayPost: status.mayPost && allows(ctx, 'posting.post', subject),
    refusal: status.refusal,
    columnsUpdatedAt: instant(posting?.columnsUpdatedAt),
    postedAt: instant(posting?.postedAt),
    postedBy: posting?.postedBy ?? null,
    timesPosted: posting?.timesPosted ?? 0,
    scale: book.scale,
    rows,
    version: posting?.version ?? 0,
  };
}

/** A row per student who is in the section, or of whom something stands in its post columns. */
function rowsOf(
  book: Book & { students: BookStudent[] },
  tuples: readonly ScoreTuple[],
  grades: readonly StandingGrade[],
  termId: number,
): PostingRow[] {
  const plan = planAverages(averageSetup(book, termId));
  const scores = scoresByStudent(tuples, book.marks);
  const standing = new Map(grades.map((grade) => [grade.studentId, grade]));
  const students = book.students.filter(({ id, status }) => status === 'active' || standing.has(id));
  const columns = students.map(({ id }) => {
    const explained = explainAverage(plan, scores.get(id) ?? [], { reader: 'teacher', unscored: 'left-out' });
    const average = gradeOf(explained, book.scale, AVERAGE_DECIMALS);
    return { studentId: id, average, ...columnOf(standing.get(id)) };
  });
  const comparisons = compareForPosting(columns);
  return students.map(({ id, name, familyName }, index) => {
    const { average, studentId: _, ...column } = columns[index]!;
    const { next, change, columnBehind, overrideDiffers } = comparisons[index]!;
    const recommented = column.comment !== (column.posted?.comment ?? null);
    return {
      student: { id, name, familyName },
      now: average ?? { percent: null, letter: null },
      ...column,
      willPost: next,
      changes: next !== null && (change !== 'same' || recommented),
      columnBehind,
      overrideDiffers,
    };
  });
}

type StandingColumn = Pick<PostingRow, 'column' | 'override' | 'comment' | 'posted' | 'version'>;

function columnOf(standing: StandingGrade | undefined): StandingColumn {
  if (!standing) return { column: null, override: null, comment: null, posted: null, version: 0 };
  const { comment, postedComment, postedAt, overrideReason, version } = standing;
  const override: Override | null =
    overrideReason === null
      ? null
      : { percent: standing.overridePercent, letter: standing.overrideLetter, reason: overrideReason };
  const posted: PostingRow['posted'] =
    postedAt === null
      ? null
      : {
          percent: standing.postedPercent,
          letter: standing.postedLetter,
          comment: postedComment,
          at: new Date(postedAt).toISOString(),
        };
  return {
    column: gradeOrNone(standing.computedPercent, standing.computedLetter),
    override,
    comment,
    posted,
    version,
  };
}

function gradeOrNone(percent: string | null, letter: string | null): Grade | null {
  return percent === null && letter === null ? null : { percent, letter };
}

function instant(text: string | null | undefined): string | null {
  return text ? new Date(text).toISOString() : null;
}

/** Days before its opening from which a window is announced, and after its closing until which it is shown. */
const ANNOUNCED_DAYS = 14;
const SHOWN_DAYS = 7;

/** The windows near today for the sections of whoever acts, by the day they close. */
export async function listPostingWork(ctx: Ctx): Promise<PostingWork[]> {
  if (ctx.actor.sectionIds.length === 0) return [];
  const rows = await ctx.tx.execute<Omit<PostingWork, 'window'>>(sql`
    select
      w.term_id as "termId", t.name as "termName", w.kind, w.opens_on::text as "opensOn",
      w.closes_on::text as "closesOn",
      json_agg(json_build_object(
        'sectionId', s.id, 'code', s.code, 'posted', p.posted_at is not null) order by s.code) as sections
    from sections s
    join gradebook_sections l on l.section_id = s.id
    join terms t on t.school_year_id = s.school_year_id
      and (s.term_id is null or t.id = s.term_id or t.parent_id = s.term_id)
    join posting_windows w on w.term_id = t.id and w.school_id = s.school_id
    left join section_postings p on p.section_id = s.id and p.term_id = w.term_id and p.kind = w.kind
    where s.id = any(${sql.param(ctx.actor.sectionIds)}::bigint[])
      and w.opens_on <= ${addDays(ctx.today, ANNOUNCED_DAYS)}
      and w.closes_on >= ${addDays(ctx.today, -SHOWN_DAYS)}
    group by w.term_id, t.name, w.kind, w.opens_on, w.closes_on
    order by w.closes_on, w.opens_on, w.kind`);
  return rows.map((row) => ({ ...row, window: windowState(row, ctx.today) }));
}

/** What was done to a section's post columns of a term, newest first; of one student when given. */
export async function listPostedGradeChanges(
  ctx: Ctx,
  { sectionId, termId, kind, studentId }: PostingPlace & { studentId?: number },
): Promise<PostedGradeChange[]> {
  const { section } = await getSectionBook(ctx, sectionId);
  allow(ctx, 'posting.read', { schoolId: section.schoolId, sectionId });
  return ctx.tx.execute<PostedGradeChange>(sql`
    select
      h.id,
      json_build_object(
        'id', st.id, 'name', coalesce(st.preferred_name, st.given_name) || ' ' || st.family_name) as student,
      h.event, h.from_value as "from", h.to_value as "to", h.reason,
      to_char(h.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, h.changed_by_name as by
    from posted_grade_changes h
    join students st on st.id = h.student_id
    where h.section_id = ${sectionId} and h.term_id = ${termId} and h.kind = ${kind}
      ${studentId === undefined ? sql`` : sql`and h.student_id = ${studentId}`}
    order by h.changed_at desc, h.id desc`);
}
