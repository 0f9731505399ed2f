import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  numeric,
  pgTable,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';
import { id } from '../../db/ids.ts';
import { terms } from '../calendar/schema.ts';
import { staff, students } from '../people/schema.ts';
import { sections } from '../scheduling/schema.ts';
import { schools } from '../schools/schema.ts';

const percent = () => numeric({ precision: 6, scale: 2 });
const points = () => numeric({ precision: 8, scale: 2 });

export const gradeScales = pgTable(
  'grade_scales',
  {
    id: id(),
    school_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => schools.id),
    name: text().notNull(),
    /** How far extra credit may carry an average; null: without limit. */
    max_percent: percent(),
  },
  (t) => [unique('grade_scales_one_per_school_and_name').on(t.school_id, t.name)],
);

export const gradeScaleSteps = pgTable(
  'grade_scale_steps',
  {
    id: id(),
    grade_scale_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => gradeScales.id),
    letter: text().notNull(),
    min_percent: percent().notNull(),
  },
  (t) => [
    unique('grade_scale_steps_one_per_scale_and_letter').on(t.grade_scale_id, t.letter),
    unique('grade_scale_steps_one_per_scale_and_minimum').on(t.grade_scale_id, t.min_percent),
  ],
);

/** A teacher's book. Linked sections share one book, and with it categories and assignments. */
export const gradebooks = pgTable(
  'gradebooks',
  {
    id: id(),
    school_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => schools.id),
    grade_scale_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => gradeScales.id),
    nickname: text().notNull(),
    average_mode: text({
      enum: ['total-points', 'category-total-points', 'categories-only', 'categories-and-assignments'],
    }).notNull(),
    weights_are: text({ enum: ['ratio', 'percent'] })
      .notNull()
      .default('ratio'),
    drop_policy: text({ enum: ['lowest-percentage', 'best-for-student'] })
      .notNull()
      .default('lowest-percentage'),
    version: integer().notNull().default(1),
  },
  (t) => [
    index('gradebooks_school_id_idx').on(t.school_id),
    index('gradebooks_grade_scale_id_idx').on(t.grade_scale_id),
    check(
      'gradebooks_average_mode_is_known',
      sql`${t.average_mode} in ('total-points', 'category-total-points', 'categories-only', 'categories-and-assignments')`,
    ),
    check('gradebooks_weights_kind_is_known', sql`${t.weights_are} in ('ratio', 'percent')`),
    check(
      'gradebooks_drop_policy_is_known',
      sql`${t.drop_policy} in ('lowest-percentage', 'best-for-student')`,
    ),
  ],
);

export const gradebookSections = pgTable(
  'gradebook_sections',
  {
    id: id(),
    gradebook_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => gradebooks.id),
    section_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => sections.id),
  },
  (t) => [
    unique('gradebook_sections_one_book_per_section').on(t.section_id),
    index('gradebook_sections_gradebook_id_idx').on(t.gradebook_id),
  ],
);

export const gradebookCategories = pgTable(
  'gradebook_categories',
  {
    id: id(),
    gradebook_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => gradebooks.id),
    code: text().notNull(),
    name: text().notNull(),
    weight: numeric({ precision: 7, scale: 3 }).notNull(),
    default_points: points().notNull(),
    drop_lowest: integer().notNull().default(0),
    drop_highest: integer().notNull().default(0),
    sequence: integer().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique('gradebook_categories_one_per_book_and_code').on(t.gradebook_id, t.code),
    check('gradebook_categories_weight_not_negative', sql`${t.weight} >= 0`),
    check('gradebook_categories_drops_not_negative', sql`${t.drop_lowest} >= 0 and ${t.drop_highest} >= 0`),
    check('gradebook_categories_default_points_not_negative', sql`${t.default_points} >= 0`),
  ],
);

/** A category's weight in one term, where it differs from the usual one. */
export const categoryTermWeights = pgTable(
  'category_term_weights',
  {
    id: id(),
    category_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => gradebookCategories.id, { onDelete: 'cascade' }),
    term_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => terms.id),
    weight: numeric({ precision: 7, scale: 3 }).notNull(),
  },
  (t) => [
    unique('category_term_weights_one_per_category_and_term').on(t.category_id, t.term_id),
    index('category_term_weights_term_id_idx').on(t.term_id),
    check('category_term_weights_weight_not_negative', sql`${t.weight} >= 0`),
  ],
);

/** Marks that a teacher defines beside points: what is written, and what it does to an average. */
export const specialMarks = pgTable(
  'special_marks',
  {
    id: id(),
    gradebook_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => gradebooks.id),
    code: text().notNull(),
    name: text().notNull(),
    behavior: text({ enum: ['exempt', 'zero', 'full-points', 'fixed-percent', 'no-effect'] }).notNull(),
    percent: percent(),
  },
  (t) => [
    unique('special_marks_one_per_book_and_code').on(t.gradebook_id, t.code),
    check(
      'special_marks_behavior_is_known',
      sql`${t.behavior} in ('exempt', 'zero', 'full-points', 'fixed-percent', 'no-effect')`,
    ),
    check(
      'special_marks_percent_when_fixed',
      sql`(${t.behavior} = 'fixed-percent') = (${t.percent} is not null)`,
    ),
  ],
);

export const assignments = pgTable(
  'assignments',
  {
    id: id(),
    gradebook_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => gradebooks.id),
    category_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => gradebookCategories.id),
    /** The marking period in which it counts. */
    term_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => terms.id),
    name: text().notNull(),
    /** The short name at the head of its column. */
    column_name: text().notNull(),
    description: text(),
    assigned_on: date().notNull(),
    due_on: date().notNull(),
    /** Zero points: extra credit, counted above the line only. */
    points: points().notNull(),
    weight: numeric({ precision: 7, scale: 3 }).notNull().default('1'),
    extra_credit: boolean().notNull().default(false),
    never_drop: boolean().notNull().default(false),
    /** Not graded: shown to families, without a column. */
    graded: boolean().notNull().default(true),
    visibility: text({ enum: ['public', 'public-no-grades', 'private'] })
      .notNull()
      .default('public'),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique('assignments_one_per_book_term_and_column').on(t.gradebook_id, t.term_id, t.column_name),
    index('assignments_category_id_idx').on(t.category_id),
    index('assignments_term_id_idx').on(t.term_id),
    check('assignments_points_not_negative', sql`${t.points} >= 0`),
    check('assignments_weight_not_negative', sql`${t.weight} >= 0`),
    check('assignments_due_after_assigned', sql`${t.assigned_on} <= ${t.due_on}`),
    check(
      'assignments_visibility_is_known',
      sql`${t.visibility} in ('public', 'public-no-grades', 'private')`,
    ),
  ],
);

/** A cell of the book. No row, or neither points nor mark: not scored yet. */
export const scores = pgTable(
  'scores',
  {
    id: id(),
    assignment_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => assignments.id),
    student_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => students.id),
    points: points(),
    special_mark_id: bigint({ mode: 'number' }).references(() => specialMarks.id),
    late: boolean().notNull().default(false),
    missing: boolean().notNull().default(false),
    comment: text(),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique('scores_one_per_assignment_and_student').on(t.assignment_id, t.student_id),
    index('scores_student_id_idx').on(t.student_id),
    index('scores_special_mark_id_idx').on(t.special_mark_id),
    check('scores_points_or_special_mark', sql`${t.points} is null or ${t.special_mark_id} is null`),
  ],
);

/** The history of a cell: who, when, from, to, as it was written. Append-only. */
export const scoreChanges = pgTable(
  'score_changes',
  {
    id: id(),
    assignment_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => assignments.id),
    student_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => students.id),
    field: text({ enum: ['score', 'late', 'missing', 'comment'] }).notNull(),
    from_value: text(),
    to_value: text(),
    changed_at: timestamp({ withTimezone: true }).notNull(),
    changed_by: bigint({ mode: 'number' }).references(() => staff.id),
    changed_by_name: text().notNull(),
  },
  (t) => [
    index('score_changes_assignment_id_student_id_idx').on(t.assignment_id, t.student_id),
    index('score_changes_student_id_idx').on(t.student_id),
    index('score_changes_changed_by_idx').on(t.changed_by),
    check('score_changes_field_is_known', sql`${t.field} in ('score', 'late', 'missing', 'comment')`),
  ],
);

/** When grades of a marking period may be posted (both days included). */
export const postingWindows = pgTable(
  'posting_windows',
  {
    id: id(),
    school_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => schools.id),
    term_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => terms.id),
    kind: text({ enum: ['progress', 'term'] }).notNull(),
    opens_on: date().notNull(),
    closes_on: date().notNull(),
    repost: text({ enum: ['never', 'until-close'] }).notNull(),
  },
  (t) => [
    unique('posting_windows_one_per_school_term_and_kind').on(t.school_id, t.term_id, t.kind),
    index('posting_windows_term_id_idx').on(t.term_id),
    check('posting_windows_kind_is_known', sql`${t.kind} in ('progress', 'term')`),
    check('posting_windows_close_after_opening', sql`${t.opens_on} <= ${t.closes_on}`),
    check('posting_windows_repost_rule_is_known', sql`${t.repost} in ('never', 'until-close')`),
  ],
);

/** The state of a section's post columns for a marking period. */
export const sectionPostings = pgTable(
  'section_postings',
  {
    id: id(),
    section_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => sections.id),
    term_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => terms.id),
    kind: text({ enum: ['progress', 'term'] }).notNull(),
    columns_updated_at: timestamp({ withTimezone: true }),
    posted_at: timestamp({ withTimezone: true }),
    posted_by: bigint({ mode: 'number' }).references(() => staff.id),
    times_posted: integer().notNull().default(0),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique('section_postings_one_per_section_term_and_kind').on(t.section_id, t.term_id, t.kind),
    index('section_postings_term_id_idx').on(t.term_id),
    index('section_postings_posted_by_idx').on(t.posted_by),
    check('section_postings_kind_is_known', sql`${t.kind} in ('progress', 'term')`),
    check('section_postings_posted_by_someone', sql`(${t.posted_at} is null) = (${t.posted_by} is null)`),
  ],
);

/** A student's post column: what was computed, what the teacher put, and what has been posted to the office. */
export const postedGrades = pgTable(
  'posted_grades',
  {
    id: id(),
    section_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => sections.id),
    student_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => students.id),
    term_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => terms.id),
    kind: text({ enum: ['progress', 'term'] }).notNull(),
    computed_percent: percent(),
    computed_letter: text(),
    override_percent: percent(),
    override_letter: text(),
    override_reason: text(),
    comment: text(),
    posted_percent: percent(),
    posted_letter: text(),
    posted_comment: text(),
    posted_at: timestamp({ withTimezone: true }),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique('posted_grades_one_per_section_student_term_and_kind').on(
      t.section_id,
      t.student_id,
      t.term_id,
      t.kind,
    ),
    index('posted_grades_student_id_idx').on(t.student_id),
    index('posted_grades_term_id_idx').on(t.term_id),
    check('posted_grades_kind_is_known', sql`${t.kind} in ('progress', 'term')`),
    check(
      'posted_grades_override_has_a_reason',
      sql`${t.override_letter} is null or ${t.override_reason} is not null`,
    ),
    check('posted_grades_comment_is_short', sql`length(${t.comment}) <= 500`),
  ],
);

/** The history of a posted grade: who, when, from, to, why. Append-only. */
export const postedGradeChanges = pgTable(
  'posted_grade_changes',
  {
    id: id(),
    section_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => sections.id),
    student_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => students.id),
    term_id: bigint({ mode: 'number' })
      .notNull()
      .references(() => terms.id),
    kind: text({ enum: ['progress', 'term'] }).notNull(),
    event: text({
      enum: ['updated', 'overridden', 'override-removed', 'commented', 'posted', 'reposted'],
    }).notNull(),
    from_value: text(),
    to_value: text(),
    reason: text(),
    changed_at: timestamp({ withTimezone: true }).notNull(),
    changed_by: bigint({ mode: 'number' }).references(() => staff.id),
    changed_by_name: text().notNull(),
  },
  (t) => [
    index('posted_grade_changes_section_id_term_id_idx').on(t.section_id, t.term_id),
    index('posted_grade_changes_student_id_idx').on(t.student_id),
    index('posted_grade_changes_term_id_idx').on(t.term_id),
    index('posted_grade_changes_changed_by_idx').on(t.changed_by),
    check('posted_grade_changes_kind_is_known', sql`${t.kind} in ('progress', 'term')`),
    check(
      'posted_grade_changes_event_is_known',
      sql`${t.event} in ('updated', 'overridden', 'override-removed', 'commented', 'posted', 'reposted')`,
    ),
  ],
);
