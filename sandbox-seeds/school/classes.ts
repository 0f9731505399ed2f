import {
  sectionEnrollments,
  sectionPeriods,
  sectionStaff,
  sections,
} from '../../src/sis/scheduling/schema.ts';
import { periodId, YEAR } from './calendar.ts';
import type { Placement } from './schedule.ts';
import type { Section } from './sections.ts';
import type { StaffMember } from './staff.ts';
import { type SeedTable, tableOf } from './tables.ts';

/** Who stands in a classroom beside, or for, the teacher of record. */
export type Assistance = {
  section: Section;
  staff: StaffMember;
  role: 'co-teacher' | 'substitute';
  from: string;
  to: string | null;
};

const CO_TAUGHT = 4;

/**
 * Special education teachers share four classes each, no two at once. One teacher is on leave for six weeks, and
 * a colleague of the department takes a class in a free period.
 */
export function makeAssistance(all: readonly Section[], people: readonly StaffMember[]): Assistance[] {
  const shared = all.filter(
    ({ course, term }) =>
      term === null && course?.level === 'regular' && /^(English|Mathematics)$/.test(course.department),
  );
  const helpers = people.filter((person) => person.coTeaches);
  const inhabited = new Set<Section>();
  const coTeachers = helpers.flatMap((staff) => {
    const busy = new Set<number>();
    const own = shared.filter((section) => {
      const period = section.periods[0]!;
      if (inhabited.has(section) || busy.has(period) || busy.size === CO_TAUGHT) return false;
      busy.add(period);
      inhabited.add(section);
      return true;
    });
    return own.map((section) => ({
      section,
      staff,
      role: 'co-teacher' as const,
      from: YEAR.starts,
      to: null,
    }));
  });
  return [...coTeachers, ...substitution(all, people)];
}

function substitution(all: readonly Section[], people: readonly StaffMember[]): Assistance[] {
  const section = all.findLast(({ course, term }) => course?.code === 'USH' && term === null)!;
  const isFree = (person: StaffMember) =>
    !all.some((other) => other.teacher === person && other.periods.includes(section.periods[0]!));
  const staff = people.find((person) => person.teaches === section.course!.department && isFree(person));
  return staff ? [{ section, staff, role: 'substitute', from: '2026-11-09', to: '2026-12-18' }] : [];
}

/** Sections with their periods, staff and students. */
export function classTables(
  schoolId: number,
  all: readonly Section[],
  assistance: readonly Assistance[],
  placements: readonly Placement[],
): SeedTable[] {
  const staffing = [
    ...all.map((section) => ({
      section_id: section.id,
      staff_id: section.teacher.id,
      role: 'teacher-of-record' as const,
      starts_on: YEAR.starts,
      ends_on: null,
    })),
    ...assistance.map(({ section, staff, role, from, to }) => ({
      section_id: section.id,
      staff_id: staff.id,
      role,
      starts_on: from,
      ends_on: to,
    })),
  ];
  return [
    tableOf(
      sections,
      all.map((section) => ({
        id: section.id,
        school_id: schoolId,
        course_id: section.courseId,
        school_year_id: YEAR.id,
        term_id: section.term,
        code: section.code,
        kind: section.course ? ('class' as const) : ('homeroom' as const),
        room: section.room,
        seats: section.seats,
      })),
    ),
    tableOf(
      sectionPeriods,
      all
        .flatMap((section) => section.periods.map((place) => ({ section, place })))
        .map(({ section, place }, i) => ({ id: i + 1, section_id: section.id, period_id: periodId(place) })),
    ),
    tableOf(
      sectionStaff,
      staffing.map((row, i) => ({ id: i + 1, ...row })),
    ),
    tableOf(
      sectionEnrollments,
      placements.map(({ section, student, from, to }, i) => ({
        id: i + 1,
        section_id: section.id,
        student_id: student.id,
        starts_on: from,
        ends_on: to,
      })),
    ),
  ];
}
