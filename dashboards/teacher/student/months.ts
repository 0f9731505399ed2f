import { mondayOf, weekday } from '../../../src/shared/days.ts';

/*
 * School days by month, as a calendar of five columns from Monday. A day without school is a gap. Example: September
 * 2025 with school from Tuesday the 2nd: its first week is [gap, 2, 3, 4, 5].
 */

export type Month<Day> = { month: string; weeks: (Day | null)[][] };

/** Months in order, the earliest first; only weeks with a school day. `days` in any order. */
export function monthsOf<Day extends { day: string }>(days: readonly Day[]): Month<Day>[] {
  const months: Month<Day>[] = [];
  let monday = '';
  for (const day of [...days].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const month = day.day.slice(0, 7);
    if (months.at(-1)?.month !== month) {
      months.push({ month, weeks: [] });
      monday = '';
    }
    const { weeks } = months.at(-1)!;
    const week = mondayOf(day.day);
    if (week !== monday) weeks.push([null, null, null, null, null]);
    monday = week;
    const column = weekday(day.day) - 1;
    if (column < 5) weeks.at(-1)![column] = day;
  }
  return months;
}
