import { schools } from '../../src/sis/schools/schema.ts';
import { assignmentTable, planAssignments } from './assignments.ts';
import { Attendance, markTable } from './attendance.ts';
import { attendanceCodeTable, DAY_RULES } from './attendance-codes.ts';
import { changeTable, dailyTable, deriveDays, requestTable, submissionTable } from './attendance-records.ts';
import { bookTables, makeBooks } from './books.ts';
import { calendarTables, TODAY } from './calendar.ts';
import { classTables, makeAssistance } from './classes.ts';
import { CITY } from './contact.ts';
import { courseTable } from './courses.ts';
import { Dice } from './dice.ts';
import { familyTables, makeFamilies } from './families.ts';
import { gradeScaleTables } from './grade-scales.ts';
import { idOf } from './ids.ts';
import { moveSome } from './moves.ts';
import { makePostings, postingTables, windowTable } from './posting.ts';
import { requestsOf } from './requests.ts';
import { placeStudents } from './schedule.ts';
import { scoreBooks, scoreChangeTable, scoreTable } from './scores.ts';
import { seatTable } from './seating.ts';
import { makeHomerooms, makeSections } from './sections.ts';
import { makeStaff, type StaffMember, staffTables } from './staff.ts';
import { enrollmentTable, type Grade, studentTable } from './students.ts';
import { type SeedTable, tableOf } from './tables.ts';
import { schoolVersion } from './version.ts';
import { meetingsOf, Untaken } from './waiting.ts';

/** `records`: false leaves out all that happened since the first day (marks, scores, grades), as on a day before go-live. */
export type SchoolOptions = { seed?: string; records?: boolean };

/**
 * A school as rows, parents before children. `structure` are the tables that are the same with and without records.
 * `today` is the day it is there.
 */
export type School = {
  key: string;
  code: string;
  name: string;
  version: string;
  today: string;
  tables: SeedTable[];
  structure: SeedTable[];
  summary: Summary;
  staff: readonly StaffMember[];
};

export type Summary = {
  students: number;
  staff: number;
  sections: number;
  marks: number;
  scores: number;
  /** Of all tables together; asking for it makes those that are made later. */
  readonly rows: number;
};

export const SCHOOL = {
  id: idOf('school', 0),
  key: 'larkspur',
  code: 'LARKSPUR',
  name: 'Larkspur Park High School',
};

/** The version that a school generated now would have, without generating it. */
export function versionOf({ seed = SCHOOL.key, records = true }: SchoolOptions = {}): string {
  return schoolVersion({ seed, records });
}

/** Generates the school: always the same one for the same version of the generator and the same options. */
export function generateSchool({ seed = SCHOOL.key, records = true }: SchoolOptions = {}): School {
  const staff = makeStaff(seed);
  const families = makeFamilies(seed);
  const students = families.flatMap((family) => family.children);

  const requests = families.flatMap(({ children, homes }) =>
    children.map((child) => requestsOf(child, new Dice(seed, 'requests', child.n), homes[0]!.language)),
  );
  const classes = makeSections(seed, requests, staff);
  const homerooms = makeHomerooms(countByGrade(students), staff);
  const sections = [...classes, ...homerooms];
  const placements = moveSome(placeStudents(seed, students, requests, classes, homerooms), classes);
  const books = makeBooks(seed, classes);

  const structure = [
    schoolTable(),
    ...calendarTables(SCHOOL.id),
    ...staffTables(staff, SCHOOL.id),
    studentTable(students),
    ...familyTables(families),
    enrollmentTable(students, SCHOOL.id),
    courseTable(SCHOOL.id),
    ...classTables(SCHOOL.id, sections, makeAssistance(classes, staff), placements),
    attendanceCodeTable(SCHOOL.id),
    ...gradeScaleTables(SCHOOL.id),
    ...bookTables(books, SCHOOL.id),
    windowTable(SCHOOL.id),
  ];
  const tables = [...structure, ...(records ? happenings() : [])];
  const { key, code, name } = SCHOOL;
  const version = versionOf({ seed, records });
  return { key, code, name, version, today: TODAY, tables, structure, summary: summaryOf(tables), staff };

  function happenings(): SeedTable[] {
    const meetings = meetingsOf(sections);
    const attendance = new Attendance(
      seed,
      students,
      placements,
      meetings,
      new Untaken(seed, meetings, staff),
    );
    const days = deriveDays(attendance, students);
    const clerk = staff.find(({ roles }) => roles.includes('clerk'))!;
    planAssignments(seed, books);
    const cells = scoreBooks(seed, books, attendance);
    return [
      markTable(attendance),
      submissionTable(attendance),
      dailyTable(days, SCHOOL.id),
      changeTable(attendance, days, clerk),
      requestTable(attendance, clerk),
      seatTable(seed, sections, attendance.rosters),
      assignmentTable(books),
      scoreTable(cells),
      scoreChangeTable(books, cells),
      ...postingTables(() => makePostings(seed, books, cells, attendance)),
    ];
  }
}

function summaryOf(tables: readonly SeedTable[]): Summary {
  const count = (name: string) => tables.find(({ table }) => table === name)?.count ?? 0;
  return {
    students: count('students'),
    staff: count('staff'),
    sections: count('sections'),
    marks: count('attendance_marks'),
    scores: count('scores'),
    get rows() {
      return tables.reduce((sum, table) => sum + table.count, 0);
    },
  };
}

function countByGrade(students: readonly { grade: Grade }[]): Record<Grade, number> {
  const counts: Record<Grade, number> = { 9: 0, 10: 0, 11: 0, 12: 0 };
  for (const { grade } of students) counts[grade]++;
  return counts;
}

function schoolTable(): SeedTable {
  return tableOf(schools, [
    {
      id: SCHOOL.id,
      code: SCHOOL.code,
      name: SCHOOL.name,
      level: 'high',
      street: '1900 Larkspur Avenue',
      ...CITY,
      phone: '312-555-0100',
      time_zone: 'America/Chicago',
      full_day_minutes: DAY_RULES.fullDayMinutes,
      half_day_minutes: DAY_RULES.halfDayMinutes,
      daily_attendance_from: DAY_RULES.dailyFrom,
      mixed_absence: DAY_RULES.mixedAbsence,
      post_mode: 'post',
      allow_date_change: true,
      attendance_open_days: 10,
    },
  ]);
}
