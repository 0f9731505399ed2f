import type { AverageMode } from '../../src/sis/gradebook/averages/types.ts';
import {
  categoryTermWeights,
  gradebookCategories,
  gradebookSections,
  gradebooks,
  specialMarks,
} from '../../src/sis/gradebook/schema.ts';
import type {
  BookAssignment,
  BookCategory,
  BookMark,
  BookScale,
  BookSettings,
} from '../../src/sis/gradebook/types.ts';
import { TERMS } from './calendar.ts';
import type { Course } from './courses.ts';
import { Dice } from './dice.ts';
import { PLUS_MINUS, STANDARD } from './grade-scales.ts';
import { idOf } from './ids.ts';
import type { Section } from './sections.ts';
import type { StaffMember } from './staff.ts';
import { type SeedTable, tableOf } from './tables.ts';

/** A teacher's book, in the words of the gradebook; `rhythm` is the order in which work of each category comes. */
export type Book = {
  n: number;
  teacher: StaffMember;
  course: Course;
  sections: Section[];
  settings: BookSettings;
  scale: BookScale;
  categories: BookCategory[];
  marks: BookMark[];
  rhythm: string[];
  assignments: BookAssignment[];
};

/** [code, name, weight, points] and the order in which they come. */
type Plan = { categories: [string, string, number, number][]; rhythm: string };

const plans: Record<Course['department'], Plan> = {
  English: {
    categories: [
      ['RD', 'Reading', 20, 10],
      ['CW', 'Classwork', 15, 10],
      ['ES', 'Essays', 40, 50],
      ['TS', 'Tests', 25, 40],
    ],
    rhythm: 'RD CW RD ES CW RD TS',
  },
  Mathematics: {
    categories: [
      ['HW', 'Homework', 20, 10],
      ['QZ', 'Quizzes', 30, 20],
      ['TS', 'Tests', 50, 100],
    ],
    rhythm: 'HW HW QZ HW TS HW QZ',
  },
  Science: {
    categories: [
      ['HW', 'Homework', 15, 10],
      ['LB', 'Labs', 35, 25],
      ['QZ', 'Quizzes', 20, 20],
      ['TS', 'Tests', 30, 100],
    ],
    rhythm: 'HW LB HW QZ LB HW TS',
  },
  'Social Science': {
    categories: [
      ['HW', 'Homework', 20, 10],
      ['QZ', 'Quizzes', 25, 20],
      ['PR', 'Projects', 30, 50],
      ['TS', 'Tests', 25, 100],
    ],
    rhythm: 'HW QZ HW PR HW QZ TS',
  },
  'Physical Education': {
    categories: [
      ['PT', 'Participation', 60, 10],
      ['SK', 'Skills', 30, 20],
      ['WR', 'Written Work', 10, 20],
    ],
    rhythm: 'PT PT SK PT WR PT SK',
  },
  'World Languages': {
    categories: [
      ['HW', 'Homework', 20, 10],
      ['SP', 'Speaking', 30, 20],
      ['QZ', 'Quizzes', 20, 20],
      ['TS', 'Tests', 30, 50],
    ],
    rhythm: 'HW SP HW QZ HW SP TS',
  },
  'Arts and Technology': {
    categories: [
      ['CW', 'Classwork', 30, 10],
      ['CR', 'Critique', 15, 20],
      ['PJ', 'Projects', 55, 50],
    ],
    rhythm: 'CW CW PJ CW CR CW PJ',
  },
};

/** One book per class; some teachers keep one for all their sections of a course. */
export function makeBooks(seed: string, sections: readonly Section[]): Book[] {
  const groups = new Map<string, Section[]>();
  for (const section of sections) {
    if (!section.course) continue;
    const linked = section.teacher.n % 5 === 1 || section.teacher.n % 5 === 3;
    const key = linked ? `${section.teacher.id}/${section.courseId}/${section.term}` : `${section.id}`;
    groups.set(key, [...(groups.get(key) ?? []), section]);
  }
  return [...groups.values()].map((group, n) => makeBook(seed, n, group));
}

function makeBook(seed: string, n: number, sections: Section[]): Book {
  const { teacher, course } = sections[0] as Section & { course: Course };
  const dice = new Dice(seed, 'book', teacher.n, course.code);
  const plan = plans[course.department];
  const id = idOf('gradebook', n);
  const averageMode = dice.weighted<AverageMode>([
    ['category-total-points', 35],
    ['total-points', 27],
    ['categories-only', 23],
    ['categories-and-assignments', 15],
  ]);
  const codes = sections.map(({ code }) => code);
  return {
    n,
    teacher,
    course,
    sections,
    settings: {
      id,
      nickname: sections.length === 1 ? `${course.title} ${codes[0]!.split('-').at(-1)}` : course.title,
      averageMode,
      weightsAre: dice.chance(0.25) ? 'percent' : 'ratio',
      dropPolicy: dice.chance(0.35) ? 'best-for-student' : 'lowest-percentage',
      version: 1,
    },
    scale: teacher.n % 3 === 0 ? PLUS_MINUS : STANDARD,
    categories: categoriesOf(n, plan, dice),
    marks: marksOf(n, dice),
    rhythm: plan.rhythm.split(' '),
    assignments: [],
  };
}

/** Many drop the lowest of the smallest work; few also the highest; some weigh tests more in the second quarter. */
function categoriesOf(n: number, { categories }: Plan, dice: Dice): BookCategory[] {
  const drops = dice.chance(0.5);
  const trims = drops && dice.chance(0.15);
  const shifts = dice.chance(0.15);
  return categories.map(([code, name, weight, points], i) => {
    const last = i === categories.length - 1;
    return {
      id: n * 10 + i + 1,
      code,
      name,
      weight: String(weight),
      defaultPoints: String(points),
      dropLowest: drops && i === 0 ? (dice.chance(0.2) ? 2 : 1) : 0,
      dropHighest: trims && i === 0 ? 1 : 0,
      version: 1,
      termWeights:
        shifts && (i === 0 || last)
          ? [{ termId: TERMS.q2.id, weight: String(last ? weight + 10 : weight - 10) }]
          : [],
    };
  });
}

function marksOf(n: number, dice: Dice): BookMark[] {
  const marks: [string, string, BookMark['behavior'], string | null][] = [
    ['M', 'Missing', 'zero', null],
    ['EX', 'Exempt', 'exempt', null],
    ['I', 'Incomplete', 'no-effect', null],
  ];
  if (dice.chance(0.4)) marks.push(['HC', 'Half credit', 'fixed-percent', '50']);
  if (dice.chance(0.2)) marks.push(['CR', 'Full credit', 'full-points', null]);
  return marks.map(([code, name, behavior, percent], i) => ({
    id: n * 10 + i + 1,
    code,
    name,
    behavior,
    percent,
  }));
}

export function bookTables(books: readonly Book[], schoolId: number): SeedTable[] {
  const categories = books.flatMap((book) => book.categories.map((category, i) => ({ book, category, i })));
  return [
    tableOf(
      gradebooks,
      books.map(({ settings, scale }) => ({
        id: settings.id,
        school_id: schoolId,
        grade_scale_id: scale.id,
        nickname: settings.nickname,
        average_mode: settings.averageMode,
        weights_are: settings.weightsAre,
        drop_policy: settings.dropPolicy,
        version: settings.version,
      })),
    ),
    tableOf(
      gradebookSections,
      books
        .flatMap(({ settings, sections }) => sections.map((section) => ({ settings, section })))
        .map(({ settings, section }, i) => ({
          id: i + 1,
          gradebook_id: settings.id,
          section_id: section.id,
        })),
    ),
    tableOf(
      gradebookCategories,
      categories.map(({ book, category, i }) => ({
        id: category.id,
        gradebook_id: book.settings.id,
        code: category.code,
        name: category.name,
        weight: category.weight,
        default_points: category.defaultPoints,
        drop_lowest: category.dropLowest,
        drop_highest: category.dropHighest,
        sequence: i + 1,
        version: category.version,
      })),
    ),
    tableOf(
      categoryTermWeights,
      categories
        .flatMap(({ category }) => category.termWeights.map((set) => ({ category, set })))
        .map(({ category, set }, i) => ({
          id: i + 1,
          category_id: category.id,
          term_id: set.termId,
          weight: set.weight,
        })),
    ),
    tableOf(
      specialMarks,
      books.flatMap(({ settings, marks }) =>
        marks.map((mark) => ({ ...mark, gradebook_id: settings.id, percent: mark.percent })),
      ),
    ),
  ];
}
