import type { TodaysClasses } from '../../sis/scheduling/today/queries.ts';

/** An assignment that is due and not scored for everyone. */
export type MissingWork = {
  sectionId: number;
  sectionCode: string;
  assignmentId: number;
  assignmentName: string;
  dueOn: string;
  unscored: number;
  students: number;
};

/** A posting window near today, and how far the teacher's sections are. */
export type PostingWork = {
  termId: number;
  termName: string;
  kind: 'progress' | 'term';
  opensOn: string;
  closesOn: string;
  window: 'before' | 'open' | 'closed';
  sections: { sectionId: number; code: string; posted: boolean }[];
};

/** What waits for a teacher today. */
export type TodayData = TodaysClasses & { missing: MissingWork[]; posting: PostingWork[] };
