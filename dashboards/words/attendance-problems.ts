import { msg, str } from '@lit/localize';
import { formatDay, formatInstant } from '../../components/format.ts';
import { type ProblemTable, text, texts } from './table.ts';

const day = (value: unknown) => formatDay(text(value));

/** Words for refusals of attendance. */
export const attendanceProblems: ProblemTable = {
  'attendance/future-day': (facts) => ({
    says: msg(str`${day(facts.day)} has not come yet.`),
    todo: msg('Choose today or an earlier school day.'),
  }),
  'attendance/not-a-school-day': (facts) => ({
    says: msg(str`There is no school on ${day(facts.day)}.`),
    todo: facts.previous
      ? msg(str`The last school day before it is ${day(facts.previous)}.`)
      : msg('Choose a school day.'),
  }),
  'attendance/window-closed': (facts) => ({
    says: msg(str`Attendance for ${day(facts.day)} is closed.`),
    todo: facts.firstOpen
      ? msg(
          str`You can still enter days from ${day(facts.firstOpen)} on. For earlier ones ask the attendance office.`,
        )
      : msg('Ask the attendance office to change it.'),
  }),
  'attendance/date-change-off': (facts) => ({
    says: msg(str`This school takes attendance on the day itself, not for ${day(facts.day)}.`),
    todo: msg('Ask the attendance office to change it.'),
  }),
  'attendance/period-not-met': (facts) => ({
    says: msg(str`${text(facts.section)} does not meet in that period.`),
    todo: facts.periods
      ? msg(str`It meets in: ${texts(facts.periods)}.`)
      : msg('Choose one of its own periods.'),
  }),
  'attendance/section-not-running': (facts) => ({
    says: msg(str`${text(facts.section)} does not run on ${day(facts.day)}.`),
    todo: msg(str`It runs from ${day(facts.from)} to ${day(facts.to)}.`),
  }),
  'attendance/not-enrolled': (facts) => ({
    says: msg(str`The student was not in ${text(facts.section)} on ${day(facts.day)}.`),
    todo: msg('Load the page again for the class list of that day.'),
  }),
  'attendance/student-twice': () => ({
    says: msg('One student stands twice in what was sent.'),
    todo: msg('Load the page again and enter it once.'),
  }),
  'attendance/unknown-code': () => ({
    says: msg('The school does not use this attendance code here.'),
    todo: msg('Choose a code from the list.'),
  }),
  'attendance/code-needs-office': (facts) => ({
    says: msg(str`Only the attendance office enters the code ${text(facts.code)}.`),
    todo: msg('Choose another code, or tell the office.'),
  }),
  'attendance/already-posted': (facts) => ({
    says: facts.postedBy
      ? msg(str`${text(facts.postedBy)} posted this class on ${formatInstant(text(facts.postedAt))}.`)
      : msg('This class is posted.'),
    todo: msg('Changes now go to the attendance office.'),
  }),
  'attendance/school-does-not-post': () => ({
    says: msg('This school does not post attendance.'),
    todo: msg('Nothing more is needed: marks count as soon as they are saved.'),
  }),
  'attendance/not-taken': (facts) => ({
    says: msg(str`Attendance of ${text(facts.section)} has not been taken on ${day(facts.day)}.`),
    todo: msg('Take it first; then it can be corrected.'),
  }),
  'attendance/codes-missing': () => ({
    says: msg('The school has not set its attendance codes.'),
    todo: msg('Ask the attendance office to set them.'),
  }),
  'attendance/request-already-open': () => ({
    says: msg('The office already has a change for this student.'),
    todo: msg('Wait for its decision, or tell the office.'),
  }),
  'attendance/request-already-decided': () => ({
    says: msg('This change has been decided already.'),
    todo: msg('Load the page again to see the decision.'),
  }),
  'attendance/seat-taken': (facts) => ({
    says: msg(str`Two students have the seat in row ${text(facts.row)}, column ${text(facts.column)}.`),
    todo: msg('Move one of them.'),
  }),
  'attendance/staff-only': () => ({
    says: msg('Attendance is taken by a member of the staff.'),
    todo: msg('In a sandbox, act as a teacher or clerk of the school.'),
  }),
  'attendance/still-open': () => ({
    says: msg('This class can still be changed without asking the office.'),
    todo: msg('Change the mark in the list and post it again.'),
  }),
};
