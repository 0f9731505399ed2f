import { msg, str } from '@lit/localize';
import { formatDay } from '../../components/format.ts';
import { type ProblemTable, text } from './table.ts';

/** Words for refusals of attendance. */
export const attendanceProblems: ProblemTable = {
  'attendance/window-closed': ({ day }) => ({
    says: msg(str`Attendance for ${formatDay(text(day))} is closed.`),
    todo: msg('Ask the attendance office to change it.'),
  }),
  'attendance/future-day': ({ day }) => ({
    says: msg(str`${formatDay(text(day))} has not come yet.`),
    todo: msg('Choose today or an earlier school day.'),
  }),
  'attendance/not-a-school-day': ({ day }) => ({
    says: msg(str`There is no school on ${formatDay(text(day))}.`),
    todo: msg('Choose a school day.'),
  }),
};
