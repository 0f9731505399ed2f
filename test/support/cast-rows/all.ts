import { attendanceRows } from './attendance.ts';
import { calendarRows } from './calendar.ts';
import { classRows } from './classes.ts';
import { gradebookRows } from './gradebook.ts';
import { peopleRows } from './people.ts';
import type { CastTable } from './rows.ts';

/** The whole cast, parents before children. */
export const castRows: CastTable[] = [
  ...calendarRows,
  ...peopleRows,
  ...classRows,
  ...attendanceRows,
  ...gradebookRows,
];
