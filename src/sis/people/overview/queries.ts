import { sql } from 'drizzle-orm';
import type { Ctx } from '../../../db/ctx.ts';
import { allow } from '../../../identity/allow.ts';
import { yearsBetween } from '../../../shared/days.ts';
import {
  attendanceRate,
  isChronicallyAbsent,
  isChronicallyTruant,
  totalsOf,
} from '../../attendance/rates/rules.ts';
import { type DayOfRecord, listDailyRecords, listDaysOfRecord } from '../../attendance/records/queries.ts';
import { type Enrollment, listEnrollments } from '../../enrollment/queries.ts';
import { coversDay } from '../../enrollment/rules.ts';
import { type ScheduledClass, scheduleOf } from '../../scheduling/queries.ts';
import { studentNotFound } from '../errors.ts';
import { type Contact, getStudent, type Home, listContacts, listHomes, type Student } from '../queries.ts';
import { calledName, listedName } from '../rules.ts';

type DayWithoutMarks = Omit<DayOfRecord, 'marks'>;

/** Days of the school year so far. Days in text may hold a half: '1.5'. `rate`: percent attended, '94.3'. */
export type AttendanceSummary = {
  membershipDays: number;
  absentDays: string;
  unexcusedDays: string;
  tardyDays: number;
  incompleteDays: number;
  rate: string | null;
  chronicallyAbsent: boolean;
  chronicallyTruant: boolean;
};

export type StudentOverview = {
  student: Student & { name: string; listedName: string; age: number };
  /** The stay that covers today, else the latest one. */
  enrollment: Enrollment;
  enrollments: Enrollment[];
  homes: Home[];
  contacts: Contact[];
  schedule: ScheduledClass[];
  attendance: AttendanceSummary;
};

/**
 * A student's page: names, school, homes, contacts, today's classes, attendance of the year so far. Teachers see
 * the students of their classes, families their own; a guardian sees no other household's address.
 * Throws `shared/not-found`.
 */
export async function getStudentOverview(ctx: Ctx, studentId: number): Promise<StudentOverview> {
  const enrollment = await readableEnrollment(ctx, 'student.read', studentId);
  const { schoolId } = enrollment;
  const [student, enrollments, homes, contacts, schedule, days] = await Promise.all([
    getStudent(ctx, studentId),
    listEnrollments(ctx, studentId),
    listHomes(ctx, studentId),
    listContacts(ctx, studentId),
    scheduleOf(ctx, studentId, ctx.today),
    yearToDate(ctx, studentId, schoolId),
  ]);
  return {
    student: {
      ...student,
      name: calledName(student),
      listedName: listedName(student),
      age: yearsBetween(student.birthDate, ctx.today),
    },
    enrollment,
    enrollments,
    ...ownHousehold(ctx, homes, contacts),
    schedule,
    attendance: summaryOf(days, ctx.today),
  };
}

/** A student's attendance from one day to another, and the year so far. Same readers as the overview. */
export async function getStudentAttendance(
  ctx: Ctx,
  studentId: number,
  range: { from: string; to: string },
): Promise<{ days: DayOfRecord[]; summary: AttendanceSummary }> {
  const { schoolId } = await readableEnrollment(ctx, 'attendance.read-student', studentId);
  const [days, year] = await Promise.all([
    listDaysOfRecord(ctx, studentId, schoolId, range),
    yearToDate(ctx, studentId, schoolId),
  ]);
  return { days, summary: summaryOf(year, ctx.today) };
}

/** The stay to show, once the reader is allowed to: through the school, a class of theirs, or as family. */
async function readableEnrollment(
  ctx: Ctx,
  verb: 'student.read' | 'attendance.read-student',
  studentId: number,
): Promise<Enrollment> {
  const enrollments = await listEnrollments(ctx, studentId);
  const enrollment = enrollments.find((stay) => coversDay(stay, ctx.today)) ?? enrollments[0];
  if (!enrollment) throw studentNotFound(studentId);
  const [shared] = await ctx.tx.execute<{ sectionId: number }>(sql`
    select section_id as "sectionId"
    from section_enrollments
    where student_id = ${studentId} and section_id = any(${sql.param(ctx.actor.sectionIds)}::bigint[])
    limit 1`);
  allow(ctx, verb, { schoolId: enrollment.schoolId, studentId, sectionId: shared?.sectionId });
  return enrollment;
}

async function yearToDate(ctx: Ctx, studentId: number, schoolId: number): Promise<DayWithoutMarks[]> {
  const [year] = await ctx.tx.execute<{ from: string }>(sql`
    select max(starts_on)::text as from from school_years where school_id = ${schoolId} and starts_on <= ${ctx.today}`);
  return year?.from ? listDailyRecords(ctx, studentId, schoolId, { from: year.from, to: ctx.today }) : [];
}

/** Today counts once something of it is on record. */
function summaryOf(days: readonly DayWithoutMarks[], today: string): AttendanceSummary {
  const counted = days.filter((day) => day.member && (day.day < today || day.daily !== null));
  const recorded = counted.flatMap((day) => (day.daily ? [day.daily] : []));
  const totals = totalsOf(counted.length, recorded);
  return {
    membershipDays: counted.length,
    absentDays: String(totals.absent / 1000),
    unexcusedDays: String(totals.unexcused / 1000),
    tardyDays: recorded.filter((day) => day.category === 'tardy').length,
    incompleteDays: counted.filter((day) => day.daily === null || day.daily.incomplete).length,
    rate: attendanceRate(totals),
    chronicallyAbsent: isChronicallyAbsent(totals),
    chronicallyTruant: isChronicallyTruant(totals),
  };
}

function ownHousehold(ctx: Ctx, homes: Home[], contacts: Contact[]): { homes: Home[]; contacts: Contact[] } {
  const { grants, personId } = ctx.actor;
  if (!grants.every((grant) => grant.role === 'guardian')) return { homes, contacts };
  const self = contacts.find((contact) => contact.guardianId === personId);
  return {
    homes: homes.filter((home) => home.householdId === self?.householdId),
    contacts: contacts.filter(
      (contact) => contact.guardianId === personId || contact.householdId === self?.householdId,
    ),
  };
}
