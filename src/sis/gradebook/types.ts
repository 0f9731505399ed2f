import type {
  AverageMode,
  AverageSetup,
  DropPolicy,
  Explanation,
  MarkBehavior,
  Reader,
  Score,
  Visibility,
  WeightsAre,
} from './averages/types.ts';
import type { Grade, Override, PostingRefusal, PostingState, PostingWindow } from './posting/rules.ts';
import type { Scale } from './scales/rules.ts';

/*
 * What the gradebook answers to a page. Numbers that are graded with are decimal strings ('87.5'), days
 * 'YYYY-MM-DD', instants ISO 8601 in UTC.
 */

export type PostingKind = 'progress' | 'term';

export type SectionLabel = { id: number; code: string; courseTitle: string };

/** A semester or, with `parentId`, one of its marking periods. */
export type BookTerm = {
  id: number;
  parentId: number | null;
  kind: 'semester' | 'quarter';
  code: string;
  name: string;
  startsOn: string;
  endsOn: string;
};

export type BookSettings = {
  id: number;
  nickname: string;
  averageMode: AverageMode;
  weightsAre: WeightsAre;
  dropPolicy: DropPolicy;
  version: number;
};

export type BookScale = Scale & { id: number; name: string };

/** `termWeights`: the weight in the terms where it differs from the usual one. */
export type BookCategory = {
  id: number;
  code: string;
  name: string;
  weight: string;
  defaultPoints: string;
  dropLowest: number;
  dropHighest: number;
  version: number;
  termWeights: { termId: number; weight: string }[];
};

/** `percent` with behavior 'fixed-percent' only. */
export type BookMark = {
  id: number;
  code: string;
  name: string;
  behavior: MarkBehavior;
  percent: string | null;
};

/** `name` as the student is called. 'upcoming': placed in the section from a later day on. */
export type BookStudent = {
  id: number;
  studentNumber: string;
  name: string;
  familyName: string;
  status: 'active' | 'withdrawn' | 'upcoming';
  startsOn: string;
  endsOn: string | null;
};

export type BookAssignment = {
  id: number;
  categoryId: number;
  termId: number;
  name: string;
  columnName: string;
  description: string | null;
  assignedOn: string;
  dueOn: string;
  points: string;
  weight: string;
  extraCredit: boolean;
  neverDrop: boolean;
  graded: boolean;
  visibility: Visibility;
  version: number;
};

/**
 * A cell that has ever been written, kept short since a book has thousands: assignment, student, points, special
 * mark, flags (1 late, 2 missing, 3 both), comment, version. A cell without a tuple is blank and has version 0.
 */
export type ScoreTuple = [
  assignmentId: number,
  studentId: number,
  points: string | null,
  markId: number | null,
  flags: number,
  comment: string | null,
  version: number,
];

/** What averages are computed from: a section's book without its scores. */
export type Book = {
  section: SectionLabel & { schoolId: number; termId: number | null };
  settings: BookSettings;
  scale: BookScale;
  terms: BookTerm[];
  categories: BookCategory[];
  marks: BookMark[];
  /** By due date, then id. Ungraded ones have no column. */
  assignments: BookAssignment[];
};

/** Everything the grid shows, so that it computes every average itself with the rules. */
export type GradebookView = Book & {
  today: string;
  /** The marking period that today is in; between terms the last one begun. */
  currentTermId: number | null;
  /** All sections of the book by code, this one among them. */
  linkedSections: SectionLabel[];
  /** By family name. */
  students: BookStudent[];
  scores: ScoreTuple[];
  /** Whether whoever reads may also write. */
  mayEdit: boolean;
};

/** The book with what its setup page offers and needs to warn of. */
export type SetupView = Omit<
  GradebookView,
  'students' | 'scores' | 'categories' | 'marks' | 'assignments'
> & {
  scales: BookScale[];
  categories: (BookCategory & { assignmentCount: number })[];
  marks: (BookMark & { scoreCount: number })[];
  assignments: (BookAssignment & { scoreCount: number })[];
  /** Sections of the same course, year and teacher that have another book. */
  linkable: SectionLabel[];
};

/** A cell as it stands. `entry` is what the teacher would type to get it: '87.5', 'EX', or '' when blank. */
export type ScoreCell = {
  entry: string;
  points: string | null;
  markId: number | null;
  late: boolean;
  missing: boolean;
  comment: string | null;
  version: number;
};

/**
 * What became of one cell. 'saved' also where nothing had to change. 'conflict': somebody else saved another
 * value since; `cell` is what stands there. 'refused': nothing was changed; `code` and `facts` say why.
 */
export type CellOutcome =
  | { outcome: 'saved'; changed: boolean; cell: ScoreCell }
  | { outcome: 'conflict'; code: 'shared/stale-edit'; facts: Record<string, unknown>; cell: ScoreCell }
  | { outcome: 'refused'; code: string; facts: Record<string, unknown>; cell: ScoreCell };

/** A cell that was sent, and what became of it. */
export type CellResult = { assignmentId: number; studentId: number } & CellOutcome;

/** A line of a cell's history, newest first. Values as they were written. */
export type ScoreChange = {
  id: number;
  field: 'score' | 'late' | 'missing' | 'comment';
  from: string | null;
  to: string | null;
  at: string;
  by: string;
};

/** An assignment beside its line in the explanation; what the reader may not see is null. */
export type ExplainedAssignment = {
  id: number;
  categoryId: number;
  termId: number;
  name: string;
  columnName: string;
  dueOn: string;
  entry: string | null;
  late: boolean;
  missing: boolean;
  comment: string | null;
};

/**
 * Why this grade. `setup` and `scores` hold only what the reader may see, and give the same explanations with
 * the rules: a what-if replaces scores in them and saves nothing.
 */
export type GradeExplanation = {
  section: SectionLabel;
  student: { id: number; name: string };
  term: BookTerm;
  terms: BookTerm[];
  reader: Reader;
  categories: { id: number; code: string; name: string }[];
  assignments: ExplainedAssignment[];
  marks: BookMark[];
  setup: AverageSetup;
  scores: Score[];
  asOfNow: Explanation;
  ifNothingMore: Explanation;
};

/** A student's grade in one class, for the student's page. Percent rounded; null when nothing counts. */
export type StudentGrade = {
  section: SectionLabel;
  teachers: string[];
  percent: string | null;
  letter: string | null;
  missing: number;
  /** Posted grades of the year's terms, oldest first. */
  posted: { termId: number; kind: PostingKind; percent: string | null; letter: string | null }[];
};

/** An assignment that is past due and not scored for everyone. */
export type MissingWork = {
  sectionId: number;
  sectionCode: string;
  assignmentId: number;
  assignmentName: string;
  dueOn: string;
  unscored: number;
  /** Active students who were in the section when it was due. */
  students: number;
};

/** Where a window stands on a day. */
export type WindowState = 'before' | 'open' | 'closed';

/** A posting window near today, and how far the teacher's sections are. */
export type PostingWork = {
  termId: number;
  termName: string;
  kind: PostingKind;
  opensOn: string;
  closesOn: string;
  window: WindowState;
  sections: { sectionId: number; code: string; posted: boolean }[];
};

export type { Grade };

/**
 * A student's post column. `now`: as the book stands; `column`: as last updated from it, null before that; `willPost`: the
 * override, else the column; `changes`: whether posting would change what the office has; `columnBehind`: whether the
 * average has moved since the update; `overrideDiffers`: whether the override is another grade than the average. `version`
 * 0: nothing was ever put here.
 */
export type PostingRow = {
  student: { id: number; name: string; familyName: string };
  now: Grade;
  column: Grade | null;
  override: Override | null;
  comment: string | null;
  willPost: Grade | null;
  posted: (Grade & { comment: string | null; at: string }) | null;
  changes: boolean;
  columnBehind: boolean;
  overrideDiffers: boolean;
  version: number;
};

/** A marking period and kind that has a window; `name` is the term's. */
export type PostingChoice = {
  termId: number;
  name: string;
  kind: PostingKind;
  opensOn: string;
  closesOn: string;
  state: WindowState;
};

/**
 * The post columns of a section for one marking period. `state`: 'enter-only' grades may be entered, not posted; 'ready'
 * also posted, for the first time or with changes again; 'posted' the office has them. `mayEdit` and `mayPost` say what
 * whoever reads may do today, `refusal` why grades cannot be posted today. `version` 0: nothing was done here yet; it
 * rises with every change to any row.
 */
export type PostingView = {
  section: SectionLabel & { schoolId: number };
  term: BookTerm;
  kind: PostingKind;
  choices: PostingChoice[];
  today: string;
  window: (PostingWindow & { state: WindowState }) | null;
  state: PostingState;
  mayEdit: boolean;
  mayPost: boolean;
  refusal: PostingRefusal | null;
  columnsUpdatedAt: string | null;
  postedAt: string | null;
  postedBy: string | null;
  timesPosted: number;
  scale: BookScale;
  rows: PostingRow[];
  version: number;
};

/** A line of a posted grade's history, newest first. */
export type PostedGradeChange = {
  id: number;
  student: { id: number; name: string };
  event: 'updated' | 'overridden' | 'override-removed' | 'commented' | 'posted' | 'reposted';
  from: string | null;
  to: string | null;
  reason: string | null;
  at: string;
  by: string;
};
