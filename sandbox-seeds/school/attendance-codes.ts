import type { DayRules, WeighedCode } from '../../src/sis/attendance/daily/rules.ts';
import { type attendanceCategories, attendanceCodes } from '../../src/sis/attendance/schema.ts';
import { LONGEST_DAY_MINUTES } from './calendar.ts';
import { idOf } from './ids.ts';
import { type SeedTable, tableOf } from './tables.ts';

type Category = (typeof attendanceCategories)[number];
type Code = WeighedCode & { name: string; key: string | null; edfi: string };

const code = (
  n: number,
  written: string,
  name: string,
  category: Category,
  excused: boolean,
  weight: string,
  key: string | null,
  edfi: string,
): Code => ({ id: idOf('attendanceCode', n), code: written, name, category, excused, weight, key, edfi });

/**
 * What is marked in a class. Suspensions are set by the office alone. Ed-Fi categories follow the mapping of the
 * domain notes (4.4): school function and in-school suspension are attendance.
 */
export const CLASS_CODES = {
  P: code(0, 'P', 'Present', 'present', true, '1.000', 'p', 'In Attendance'),
  A: code(1, 'A', 'Absent, unexcused', 'absent', false, '0.000', 'a', 'Unexcused Absence'),
  AE: code(2, 'AE', 'Absent, excused', 'absent', true, '0.000', 'e', 'Excused Absence'),
  T: code(3, 'T', 'Tardy', 'tardy', false, '1.000', 't', 'Tardy'),
  D: code(4, 'D', 'Early departure', 'early-departure', true, '1.000', 'd', 'Early departure'),
  SF: code(5, 'SF', 'School function', 'school-function', true, '1.000', 'f', 'In Attendance'),
  ISS: code(6, 'ISS', 'In-school suspension', 'in-school-suspension', true, '1.000', null, 'In Attendance'),
  OSS: code(
    7,
    'OSS',
    'Out-of-school suspension',
    'out-of-school-suspension',
    true,
    '0.000',
    null,
    'Excused Absence',
  ),
};

export const DAY_CODES = {
  P: code(10, 'P', 'Present', 'present', true, '1.000', null, 'In Attendance'),
  AEFD: code(11, 'AEFD', 'Absent, excused, full day', 'absent', true, '0.000', null, 'Excused Absence'),
  AEHD: code(12, 'AEHD', 'Absent, excused, half day', 'absent', true, '0.500', null, 'Excused Absence'),
  AUFD: code(13, 'AUFD', 'Absent, unexcused, full day', 'absent', false, '0.000', null, 'Unexcused Absence'),
  AUHD: code(14, 'AUHD', 'Absent, unexcused, half day', 'absent', false, '0.500', null, 'Unexcused Absence'),
  SF: code(15, 'SF', 'School function', 'school-function', true, '1.000', null, 'In Attendance'),
  ISS: code(16, 'ISS', 'In-school suspension', 'in-school-suspension', true, '1.000', null, 'In Attendance'),
  OSS: code(
    17,
    'OSS',
    'Out-of-school suspension',
    'out-of-school-suspension',
    true,
    '0.000',
    null,
    'Excused Absence',
  ),
};

/** Codes as small numbers, to keep half a million of them: the place in this list; 0 is no mark. */
export const MARKS = [null, ...Object.values(CLASS_CODES)] as const;
export const MARK = { none: 0, P: 1, A: 2, AE: 3, T: 4, D: 5, SF: 6, ISS: 7, OSS: 8 } as const;

export const DAY_RULES: DayRules = {
  fullDayMinutes: 300,
  halfDayMinutes: 150,
  longestDayMinutes: LONGEST_DAY_MINUTES,
  dailyFrom: 'class',
  mixedAbsence: 'unexcused-wins',
};

export function attendanceCodeTable(schoolId: number): SeedTable {
  const rows = (codes: Code[], scope: 'class' | 'day') =>
    codes.map(({ edfi, ...row }, i) => ({
      ...row,
      school_id: schoolId,
      scope,
      edfi_category: edfi,
      sequence: i + 1,
    }));
  return tableOf(attendanceCodes, [
    ...rows(Object.values(CLASS_CODES), 'class'),
    ...rows(Object.values(DAY_CODES), 'day'),
  ]);
}
