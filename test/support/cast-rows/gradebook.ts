import {
  assignments,
  categoryTermWeights,
  gradebookCategories,
  gradebookSections,
  gradebooks,
  gradeScaleSteps,
  gradeScales,
  postedGradeChanges,
  postedGrades,
  postingWindows,
  scoreChanges,
  scores,
  sectionPostings,
  specialMarks,
} from '../../../src/sis/gradebook/schema.ts';
import { cast } from '../cast.ts';
import { rowsOf } from './rows.ts';

const { gradebooks: g, categories: k, assignments: a, specialMarks: m, students: st, terms: t } = cast;

/** Amara's scores are the worked example of averages: 88.8958 by categories, 532 of 595 points in all. */
const cells: [assignment: number, points: Record<number, string>][] = [
  [a.hw1, { [st.amara]: '10.00', [st.ben]: '7.00', [st.chloe]: '9.00' }],
  [a.hw2, { [st.amara]: '9.00', [st.ben]: '8.00', [st.chloe]: '10.00' }],
  [a.hw3, { [st.amara]: '15.00', [st.ben]: '12.00', [st.chloe]: '20.00' }],
  [a.hw4, { [st.amara]: '4.00', [st.ben]: '2.50', [st.chloe]: '5.00' }],
  [a.quiz1, { [st.amara]: '50.00', [st.ben]: '31.00', [st.chloe]: '47.00' }],
  [a.quiz2, { [st.amara]: '42.00', [st.ben]: '35.00', [st.chloe]: '49.00' }],
  [a.quiz3, { [st.amara]: '48.00', [st.ben]: '40.00', [st.chloe]: '50.00' }],
  [a.test1, { [st.amara]: '80.00', [st.ben]: '62.00', [st.chloe]: '95.00' }],
  [a.test2, { [st.amara]: '94.00', [st.ben]: '71.00', [st.chloe]: '98.00' }],
  [a.test3, { [st.amara]: '180.00', [st.chloe]: '196.00' }],
];

export const gradebookRows = [
  rowsOf(gradeScales, [{ id: cast.scale, school_id: cast.school, name: 'Standard', max_percent: '110.00' }]),
  rowsOf(
    gradeScaleSteps,
    (
      [
        ['A', '90.00'],
        ['B', '80.00'],
        ['C', '70.00'],
        ['D', '60.00'],
        ['F', '0.00'],
      ] as const
    ).map(([letter, min], i) => ({ id: 291 + i, grade_scale_id: cast.scale, letter, min_percent: min })),
  ),
  rowsOf(gradebooks, [book(g.biology, 'Biology'), book(g.english, 'English 9')]),
  rowsOf(gradebookSections, [
    { id: 303, gradebook_id: g.biology, section_id: cast.sections.biology },
    { id: 304, gradebook_id: g.english, section_id: cast.sections.english },
  ]),
  rowsOf(gradebookCategories, [
    category(k.homework, g.biology, 'HW', 'Homework', '25.000', '10.00', 1),
    category(k.quizzes, g.biology, 'QZ', 'Quizzes', '25.000', '50.00', 2),
    category(k.tests, g.biology, 'TST', 'Tests', '50.000', '100.00', 3),
    category(k.essays, g.english, 'ESS', 'Essays', '1.000', '100.00', 1),
  ]),
  rowsOf(categoryTermWeights, []),
  rowsOf(specialMarks, [
    { id: m.exempt, gradebook_id: g.biology, code: 'EX', name: 'Exempt', behavior: 'exempt', percent: null },
    { id: m.missing, gradebook_id: g.biology, code: 'M', name: 'Missing', behavior: 'zero', percent: null },
    {
      id: m.full,
      gradebook_id: g.biology,
      code: 'FP',
      name: 'Full points',
      behavior: 'full-points',
      percent: null,
    },
    {
      id: m.half,
      gradebook_id: g.biology,
      code: 'HF',
      name: 'Half',
      behavior: 'fixed-percent',
      percent: '50.00',
    },
    { id: m.seen, gradebook_id: g.biology, code: 'OK', name: 'Seen', behavior: 'no-effect', percent: null },
  ]),
  rowsOf(assignments, [
    task(a.hw1, k.homework, 'HW1', '2025-09-15', '10.00'),
    task(a.hw2, k.homework, 'HW2', '2025-09-16', '10.00'),
    task(a.hw3, k.homework, 'HW3', '2025-09-17', '20.00'),
    task(a.hw4, k.homework, 'HW4', '2025-09-18', '5.00'),
    task(a.quiz1, k.quizzes, 'QZ1', '2025-09-16', '50.00'),
    task(a.quiz2, k.quizzes, 'QZ2', '2025-09-18', '50.00'),
    task(a.quiz3, k.quizzes, 'QZ3', '2025-09-22', '50.00'),
    task(a.test1, k.tests, 'TST1', '2025-09-17', '100.00'),
    task(a.test2, k.tests, 'TST2', '2025-09-19', '100.00'),
    task(a.test3, k.tests, 'TST3', '2025-09-23', '200.00'),
    { ...task(a.essay1, k.essays, 'ESS1', '2025-09-26', '100.00'), gradebook_id: g.english },
  ]),
  rowsOf(
    scores,
    cells.flatMap(([assignment, points]) =>
      Object.entries(points).map(([student, value]) => ({
        id: assignment * 1000 + Number(student),
        assignment_id: assignment,
        student_id: Number(student),
        points: value,
        special_mark_id: null,
        late: false,
        missing: false,
        comment: null,
        version: 1,
      })),
    ),
  ),
  rowsOf(scoreChanges, []),
  rowsOf(postingWindows, [
    window(371, t.q1, 'term', '2025-09-08', '2025-09-16', 'never'),
    window(372, t.q2, 'progress', '2025-09-22', '2025-09-26', 'until-close'),
    window(373, t.q2, 'term', '2025-09-29', '2025-10-07', 'until-close'),
  ]),
  rowsOf(sectionPostings, []),
  rowsOf(postedGrades, []),
  rowsOf(postedGradeChanges, []),
];

function book(id: number, nickname: string) {
  return {
    id,
    school_id: cast.school,
    grade_scale_id: cast.scale,
    nickname,
    average_mode: 'categories-only' as const,
    weights_are: 'ratio' as const,
    drop_policy: 'lowest-percentage' as const,
    version: 1,
  };
}

function category(
  id: number,
  gradebookId: number,
  code: string,
  name: string,
  weight: string,
  points: string,
  sequence: number,
) {
  return {
    id,
    gradebook_id: gradebookId,
    code,
    name,
    weight,
    default_points: points,
    drop_lowest: 0,
    drop_highest: 0,
    sequence,
    version: 1,
  };
}

function task(id: number, categoryId: number, column: string, due: string, points: string) {
  return {
    id,
    gradebook_id: g.biology as number,
    category_id: categoryId,
    term_id: t.q2,
    name: `Assignment ${column}`,
    column_name: column,
    description: null,
    assigned_on: '2025-09-15',
    due_on: due,
    points,
    weight: '1.000',
    extra_credit: false,
    never_drop: false,
    graded: true,
    visibility: 'public' as const,
    version: 1,
  };
}

function window(
  id: number,
  termId: number,
  kind: 'progress' | 'term',
  opens: string,
  closes: string,
  repost: 'never' | 'until-close',
) {
  return { id, school_id: cast.school, term_id: termId, kind, opens_on: opens, closes_on: closes, repost };
}
