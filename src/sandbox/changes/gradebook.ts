import { sql } from 'drizzle-orm';
import {
  type Description,
  day,
  describe,
  flag,
  instant,
  named,
  number,
  silence,
  text,
  word,
} from './describe.ts';

const ofBook = { gradebook_id: named('gradebook', 'gradebooks') };

/** Of the classes that share a book, the one the student is in; of a book's own rows, the first. */
const sectionOfBook = (book: ReturnType<typeof sql>) =>
  sql`(select min(b.section_id) from gradebook_sections b where b.gradebook_id = ${book})`;
const sectionOfScore = sql`(
  select min(b.section_id)
  from assignments a
  join gradebook_sections b on b.gradebook_id = a.gradebook_id
  join section_enrollments e on e.section_id = b.section_id and e.student_id = r.student_id
  where a.id = r.assignment_id
)`;

/** A student's or a class's grades of one marking period. */
const ofPosting = { term_id: named('term', 'terms'), kind: word('kind') };

export const gradebookChanges: Description[] = [
  describe({
    area: 'gradebook',
    table: 'grade_scales',
    what: 'gradeScale',
    about: { school_id: named('school', 'schools') },
    fields: { name: text('name'), max_percent: number('maxPercent') },
  }),
  describe({
    area: 'gradebook',
    table: 'grade_scale_steps',
    what: 'gradeScaleStep',
    about: { grade_scale_id: named('gradeScale', 'grade_scales') },
    fields: { letter: text('letter'), min_percent: number('minPercent') },
  }),
  describe({
    area: 'gradebook',
    table: 'gradebooks',
    what: 'gradebook',
    section: sectionOfBook(sql`r.id`),
    fields: {
      nickname: text('nickname'),
      grade_scale_id: named('gradeScale', 'grade_scales'),
      average_mode: word('averageMode'),
      weights_are: word('weightsAre'),
      drop_policy: word('dropPolicy'),
    },
    untold: ['school_id'],
  }),
  describe({
    area: 'gradebook',
    table: 'gradebook_sections',
    what: 'linkedSection',
    section: sql`r.section_id`,
    told: ['section_id'],
    fields: ofBook,
  }),
  describe({
    area: 'gradebook',
    table: 'gradebook_categories',
    what: 'category',
    section: sectionOfBook(sql`r.gradebook_id`),
    about: ofBook,
    fields: {
      code: text('code'),
      name: text('name'),
      weight: number('weight'),
      default_points: number('defaultPoints'),
      drop_lowest: number('dropLowest'),
      drop_highest: number('dropHighest'),
      sequence: number('sequence'),
    },
  }),
  describe({
    area: 'gradebook',
    table: 'category_term_weights',
    what: 'categoryWeight',
    section: sectionOfBook(
      sql`(select c.gradebook_id from gradebook_categories c where c.id = r.category_id)`,
    ),
    about: { category_id: named('category', 'gradebook_categories'), term_id: named('term', 'terms') },
    fields: { weight: number('weight') },
  }),
  describe({
    area: 'gradebook',
    table: 'special_marks',
    what: 'specialMark',
    section: sectionOfBook(sql`r.gradebook_id`),
    about: ofBook,
    fields: {
      code: text('code'),
      name: text('name'),
      behavior: word('behavior'),
      percent: number('percent'),
    },
  }),
  describe({
    area: 'gradebook',
    table: 'assignments',
    what: 'assignment',
    section: sectionOfBook(sql`r.gradebook_id`),
    fields: {
      name: text('name'),
      column_name: text('columnName'),
      category_id: named('category', 'gradebook_categories'),
      term_id: named('term', 'terms'),
      description: text('description'),
      assigned_on: day('assignedOn'),
      due_on: day('dueOn'),
      points: number('points'),
      weight: number('weight'),
      extra_credit: flag('extraCredit'),
      never_drop: flag('neverDrop'),
      graded: flag('graded'),
      visibility: word('visibility'),
    },
    about: ofBook,
  }),
  describe({
    area: 'gradebook',
    table: 'scores',
    what: 'score',
    student: sql`r.student_id`,
    section: sectionOfScore,
    told: ['student_id'],
    about: { assignment_id: named('assignment', 'assignments') },
    fields: {
      points: number('points'),
      special_mark_id: named('specialMark', 'special_marks'),
      late: flag('late'),
      missing: flag('missing'),
      comment: text('comment'),
    },
  }),
  silence('gradebook', 'score_changes', 'the score itself tells what was changed'),
  describe({
    area: 'gradebook',
    table: 'posting_windows',
    what: 'postingWindow',
    about: { school_id: named('school', 'schools'), ...ofPosting },
    fields: { opens_on: day('opensOn'), closes_on: day('closesOn'), repost: word('repost') },
  }),
  describe({
    area: 'gradebook',
    table: 'section_postings',
    what: 'posting',
    section: sql`r.section_id`,
    told: ['section_id'],
    about: ofPosting,
    fields: {
      columns_updated_at: instant('columnsUpdatedAt'),
      posted_at: instant('postedAt'),
      posted_by: named('postedBy', 'staff'),
      times_posted: number('timesPosted'),
    },
  }),
  describe({
    area: 'gradebook',
    table: 'posted_grades',
    what: 'postedGrade',
    student: sql`r.student_id`,
    section: sql`r.section_id`,
    told: ['student_id', 'section_id'],
    about: ofPosting,
    fields: {
      computed_percent: number('computedPercent'),
      computed_letter: text('computedLetter'),
      override_percent: number('overridePercent'),
      override_letter: text('overrideLetter'),
      override_reason: text('overrideReason'),
      comment: text('comment'),
      posted_percent: number('postedPercent'),
      posted_letter: text('postedLetter'),
      posted_comment: text('postedComment'),
    },
    untold: ['posted_at'],
  }),
  silence('gradebook', 'posted_grade_changes', 'the grade itself tells what was changed'),
];
