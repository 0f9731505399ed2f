import { attendanceChanges } from './attendance.ts';
import { calendarChanges } from './calendar.ts';
import type { Description } from './describe.ts';
import { enrollmentChanges } from './enrollment.ts';
import { gradebookChanges } from './gradebook.ts';
import { peopleChanges } from './people.ts';
import { schedulingChanges } from './scheduling.ts';
import { schoolChanges } from './schools.ts';

/** How the changes of every table are told, in the order in which the list shows them. */
export const descriptions: Description[] = [
  ...attendanceChanges,
  ...gradebookChanges,
  ...enrollmentChanges,
  ...schedulingChanges,
  ...peopleChanges,
  ...calendarChanges,
  ...schoolChanges,
];
