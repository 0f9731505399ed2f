import { expect, test } from 'vitest';
import { monthsOf } from '../../../../dashboards/teacher/student/months.ts';

const shown = (...days: string[]) =>
  monthsOf(days.map((day) => ({ day }))).map(({ month, weeks }) => ({
    month,
    weeks: weeks.map((week) => week.map((day) => day?.day.slice(8) ?? '--').join(' ')),
  }));

test('days without school are gaps, weeks begin on Monday', () => {
  expect(shown('2025-09-02', '2025-09-03', '2025-09-05', '2025-09-08')).toEqual([
    { month: '2025-09', weeks: ['-- 02 03 -- 05', '08 -- -- -- --'] },
  ]);
});

test('a week over the end of a month stands in both, in order whatever the order given', () => {
  expect(shown('2025-10-01', '2025-09-30')).toEqual([
    { month: '2025-09', weeks: ['-- 30 -- -- --'] },
    { month: '2025-10', weeks: ['-- -- 01 -- --'] },
  ]);
});

test('without days there is no month', () => {
  expect(shown()).toEqual([]);
});
