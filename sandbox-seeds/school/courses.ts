import { courses } from '../../src/sis/scheduling/schema.ts';
import { idOf } from './ids.ts';
import type { Department } from './staff.ts';
import type { Grade } from './students.ts';
import { type SeedTable, tableOf } from './tables.ts';

export type Level = (typeof levels)[keyof typeof levels];

/**
 * A course of the catalog. `seats` per section; `double`: it meets two periods in a row; `half`: one semester,
 * and `pairedWith` is what the same students take in the other one.
 */
export type Course = {
  id: number;
  code: string;
  title: string;
  subject: string;
  department: Department;
  level: Level;
  credits: string;
  grade: Grade | null;
  seats: number;
  double: boolean;
  half: boolean;
};

const SEATS = 33;
const levels = { r: 'regular', h: 'honors', a: 'advanced-placement' } as const;

type Extra = Partial<Pick<Course, 'seats' | 'double' | 'half' | 'subject'>>;
type Line = [code: string, title: string, level: keyof typeof levels, grade: Grade | null, extra?: Extra];

const double: Extra = { double: true, seats: 30 };
const half: Extra = { half: true };
const lab: Extra = { double: true, seats: 28 };

const catalog: Record<Department, Line[]> = {
  English: [
    ['ENG9', 'English I', 'r', 9],
    ['ENG9H', 'Honors English I', 'h', 9],
    ['ENG10', 'English II', 'r', 10],
    ['ENG10H', 'Honors English II', 'h', 10],
    ['ENG11', 'English III', 'r', 11],
    ['APLANG', 'AP English Language', 'a', 11],
    ['ENG12', 'English IV', 'r', 12],
    ['APLIT', 'AP English Literature', 'a', 12],
  ],
  Mathematics: [
    ['ALG1', 'Algebra I', 'r', 9],
    ['GEOH', 'Honors Geometry', 'h', 9],
    ['GEO', 'Geometry', 'r', 10],
    ['ALG2H', 'Honors Algebra II', 'h', 10],
    ['ALG2', 'Algebra II', 'r', 11],
    ['PCALH', 'Honors Precalculus', 'h', 11],
    ['PCAL', 'Precalculus', 'r', 12],
    ['STAT', 'Probability and Statistics', 'r', 12],
    ['APCALC', 'AP Calculus AB', 'a', 12],
  ],
  Science: [
    ['BIO', 'Biology', 'r', 9],
    ['BIOH', 'Honors Biology with Lab', 'h', 9, lab],
    ['CHEM', 'Chemistry', 'r', 10],
    ['CHEMH', 'Honors Chemistry with Lab', 'h', 10, lab],
    ['PHYS', 'Physics', 'r', 11],
    ['APPHY', 'AP Physics 1 with Lab', 'a', 11, double],
    ['ENV', 'Environmental Science', 'r', 12],
    ['ANAT', 'Anatomy and Physiology', 'h', 12],
    ['APBIO', 'AP Biology with Lab', 'a', 12, double],
  ],
  'Social Science': [
    ['WST', 'World Studies', 'r', 9],
    ['WSTH', 'Honors World Studies', 'h', 9],
    ['MWH', 'Modern World History', 'r', 10],
    ['APWH', 'AP World History', 'a', 10],
    ['USH', 'United States History', 'r', 11],
    ['APUSH', 'AP United States History', 'a', 11],
    ['CIV', 'Civics', 'r', 12, half],
    ['ECO', 'Economics', 'r', 12, half],
  ],
  'Physical Education': [
    ['PE1', 'Physical Education I', 'r', 9, { seats: 48 }],
    ['PE2', 'Physical Education II', 'r', 11, { seats: 48 }],
    ['HLT', 'Health', 'r', 10, half],
    ['DRV', 'Driver Education', 'r', 10, half],
  ],
  'World Languages': [
    ['SPA1', 'Spanish I', 'r', 9],
    ['SPA2', 'Spanish II', 'r', 10],
    ['SPAH', 'Spanish for Heritage Speakers', 'h', null],
    ['FRE1', 'French I', 'r', 9],
    ['FRE2', 'French II', 'r', 10],
    ['CHI1', 'Chinese I', 'r', null],
    ['ARA1', 'Arabic I', 'r', null],
  ],
  'Arts and Technology': [
    ['ART1', 'Studio Art I', 'r', null],
    ['ART2', 'Studio Art II', 'r', null],
    ['BAND', 'Concert Band', 'r', null, { seats: 44, subject: 'Music' }],
    ['CHOR', 'Chorus', 'r', null, { seats: 44, subject: 'Music' }],
    ['DRAMA', 'Drama', 'r', null],
    ['CSI', 'Introduction to Computer Science', 'r', null, { subject: 'Technology' }],
    ['APCSP', 'AP Computer Science Principles', 'a', null, { subject: 'Technology' }],
    ['FOOD', 'Culinary Arts', 'r', null, { subject: 'Technology' }],
    ['DESIGN', 'Engineering Design', 'r', null, { subject: 'Technology' }],
    ['JOURN', 'Journalism', 'r', null],
    ['FILM', 'Film and Media', 'r', null],
    ['PSY', 'Psychology', 'r', null, { subject: 'Social Science' }],
  ],
};

export const COURSES: readonly Course[] = (Object.entries(catalog) as [Department, Line[]][])
  .flatMap(([department, lines]) => lines.map((line) => ({ department, line })))
  .map(({ department, line: [code, title, level, grade, extra = {}] }, n) => ({
    id: idOf('course', n),
    code,
    title,
    subject: extra.subject ?? (department === 'Arts and Technology' ? 'Fine Arts' : department),
    department,
    level: levels[level],
    credits: extra.half ? '0.50' : extra.double ? '1.50' : '1.00',
    grade,
    seats: extra.seats ?? SEATS,
    double: extra.double ?? false,
    half: extra.half ?? false,
  }));

const byCode = new Map(COURSES.map((course) => [course.code, course]));

/** A course of the catalog; throws RangeError when there is none of that code. */
export function courseOf(code: string): Course {
  const course = byCode.get(code);
  if (!course) throw new RangeError(`No course ${code}`);
  return course;
}

/** What half a year is followed by: whoever has Health first has Driver Education second, and the other way. */
export const OTHER_HALF: Record<string, string> = { HLT: 'DRV', DRV: 'HLT', CIV: 'ECO', ECO: 'CIV' };

/** One homeroom "course" per grade, after those of the catalog. */
export const homeroomCourse = (grade: Grade) => ({
  id: idOf('course', COURSES.length + grade - 9),
  code: `HR${grade}`,
  title: `Homeroom ${grade}`,
});

export function courseTable(schoolId: number): SeedTable {
  return tableOf(courses, [
    ...COURSES.map(({ id, code, title, subject, level, credits }) => ({
      id,
      school_id: schoolId,
      code,
      title,
      subject,
      level,
      credits,
    })),
    ...([9, 10, 11, 12] as const).map((grade) => ({
      ...homeroomCourse(grade),
      school_id: schoolId,
      subject: 'Homeroom',
      level: 'non-credit' as const,
      credits: '0.00',
    })),
  ]);
}
