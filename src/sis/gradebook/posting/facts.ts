import { sql } from 'drizzle-orm';
import type { Ctx } from '../../../db/ctx.ts';
import type { SectionBook } from '../book/queries.ts';
import type { PostingKind } from '../types.ts';
import type { PostingWindow } from './rules.ts';

/** A window of the school year, with its term's name. */
export type SchoolWindow = PostingWindow & { termId: number; termName: string; kind: PostingKind };

/** The standing of one section's post columns; instants as PostgreSQL writes them in JSON. */
export type StandingPosting = {
  termId: number;
  kind: PostingKind;
  columnsUpdatedAt: string | null;
  postedAt: string | null;
  postedBy: string | null;
  timesPosted: number;
  version: number;
};

/** A row of `posted_grades`. */
export type StandingGrade = {
  studentId: number;
  termId: number;
  kind: PostingKind;
  computedPercent: string | null;
  computedLetter: string | null;
  overridePercent: string | null;
  overrideLetter: string | null;
  overrideReason: string | null;
  comment: string | null;
  postedPercent: string | null;
  postedLetter: string | null;
  postedComment: string | null;
  postedAt: string | null;
  version: number;
};

/** What the database knows of a section's posting, in all terms of its year. */
export type PostingFacts = {
  timeZone: string;
  windows: SchoolWindow[];
  postings: StandingPosting[];
  grades: StandingGrade[];
};

/** Reads it in one statement. */
export async function getPostingFacts(ctx: Ctx, { section }: SectionBook): Promise<PostingFacts> {
  const [facts] = await ctx.tx.execute<PostingFacts>(sql`
    select
      (select sc.time_zone from schools sc where sc.id = ${section.schoolId}) as "timeZone",
      (select coalesce(json_agg(json_build_object(
          'termId', w.term_id, 'termName', t.name, 'kind', w.kind, 'opensOn', w.opens_on,
          'closesOn', w.closes_on, 'repost', w.repost) order by w.opens_on, w.kind), '[]')
        from terms t
        join posting_windows w on w.term_id = t.id and w.school_id = ${section.schoolId}
        where t.school_year_id = ${section.schoolYearId}) as windows,
      (select coalesce(json_agg(json_build_object(
          'termId', p.term_id, 'kind', p.kind, 'columnsUpdatedAt', p.columns_updated_at, 'postedAt', p.posted_at,
          'postedBy', f.given_name || ' ' || f.family_name, 'timesPosted', p.times_posted,
          'version', p.version)), '[]')
        from section_postings p
        left join staff f on f.id = p.posted_by
        where p.section_id = ${section.id}) as postings,
      (select coalesce(json_agg(json_build_object(
          'studentId', g.student_id, 'termId', g.term_id, 'kind', g.kind,
          'computedPercent', g.computed_percent::text, 'computedLetter', g.computed_letter,
          'overridePercent', g.override_percent::text, 'overrideLetter', g.override_letter,
          'overrideReason', g.override_reason, 'comment', g.comment,
          'postedPercent', g.posted_percent::text, 'postedLetter', g.posted_letter,
          'postedComment', g.posted_comment, 'postedAt', g.posted_at, 'version', g.version)), '[]')
        from posted_grades g
        where g.section_id = ${section.id}) as grades`);
  return facts!;
}
