import {
  attendanceChangeRequests,
  attendanceChanges,
  attendanceCodes,
  attendanceMarks,
  attendanceSubmissions,
  dailyAttendance,
  seats,
} from '../../../src/sis/attendance/schema.ts';
import { cast } from '../cast.ts';
import { meetings, placements } from './classes.ts';
import { rowsOf } from './rows.ts';

const { codes: c, dayCodes: d, students: st, sections: se, periods: p, days, staff } = cast;

type Code = (typeof attendanceCodes)['$inferSelect'];

/** The five school days before today, every class posted, but for English yesterday. */
const takenDays = [days.firstOpen, '2025-09-18', days.earlyRelease, days.monday, days.yesterday];
const taken = takenDays.flatMap((day) =>
  meetings
    .filter((meeting) => !(day === days.yesterday && meeting.section === se.english))
    .map((meeting) => ({ day, ...meeting })),
);

const marks = taken.flatMap(({ day, section, period }) =>
  placements
    .filter((place) => place.section === section && place.starts <= day && day <= (place.ends ?? day))
    .map((place) => ({
      section_id: section,
      period_id: period,
      student_id: place.student,
      day,
      ...marked(day, period, place.student),
    })),
);

export const attendanceRows = [
  rowsOf(attendanceCodes, [
    code(c.P, 'P', 'Present', 'present', true, 'class', '1.000', 'p', 'In Attendance', 1),
    code(c.A, 'A', 'Absent', 'absent', false, 'class', '0.000', 'a', 'Unexcused Absence', 2),
    code(c.AE, 'AE', 'Absent, excused', 'absent', true, 'class', '0.000', null, 'Excused Absence', 3),
    code(c.T, 'T', 'Tardy', 'tardy', false, 'class', '1.000', 't', 'Tardy', 4),
    code(c.D, 'D', 'Left early', 'early-departure', false, 'class', '1.000', 'd', 'Early departure', 5),
    code(c.SF, 'SF', 'School function', 'school-function', true, 'class', '1.000', 's', 'In Attendance', 6),
    code(
      c.ISS,
      'ISS',
      'In-school suspension',
      'in-school-suspension',
      true,
      'class',
      '1.000',
      null,
      'In Attendance',
      7,
    ),
    code(
      c.OSS,
      'OSS',
      'Out-of-school suspension',
      'out-of-school-suspension',
      true,
      'class',
      '0.000',
      null,
      'Excused Absence',
      8,
    ),
    code(d.P, 'P', 'Present', 'present', true, 'day', '1.000', null, 'In Attendance', 1),
    code(
      d.AUHD,
      'AUHD',
      'Half day, unexcused',
      'absent',
      false,
      'day',
      '0.500',
      null,
      'Unexcused Absence',
      2,
    ),
    code(d.AEHD, 'AEHD', 'Half day, excused', 'absent', true, 'day', '0.500', null, 'Excused Absence', 3),
    code(
      d.AUFD,
      'AUFD',
      'Full day, unexcused',
      'absent',
      false,
      'day',
      '0.000',
      null,
      'Unexcused Absence',
      4,
    ),
    code(d.AEFD, 'AEFD', 'Full day, excused', 'absent', true, 'day', '0.000', null, 'Excused Absence', 5),
    code(d.T, 'T', 'Tardy', 'tardy', false, 'day', '1.000', null, 'Tardy', 6),
    code(d.D, 'D', 'Left early', 'early-departure', false, 'day', '1.000', null, 'Early departure', 7),
    code(d.SF, 'SF', 'School function', 'school-function', true, 'day', '1.000', null, 'In Attendance', 8),
    code(
      d.ISS,
      'ISS',
      'In-school suspension',
      'in-school-suspension',
      true,
      'day',
      '1.000',
      null,
      'In Attendance',
      9,
    ),
    code(
      d.OSS,
      'OSS',
      'Out-of-school suspension',
      'out-of-school-suspension',
      true,
      'day',
      '0.000',
      null,
      'Excused Absence',
      10,
    ),
  ]),
  rowsOf(
    attendanceMarks,
    marks.map((mark, i) => ({ id: 6001 + i, override_code_id: null, note: null, version: 1, ...mark })),
  ),
  rowsOf(
    attendanceSubmissions,
    taken.map(({ day, section, period }, i) => ({
      id: 7001 + i,
      section_id: section,
      period_id: period,
      day,
      taken_at: instant(day),
      taken_by: teacherOf(section),
      posted_at: instant(day),
      posted_by: teacherOf(section),
      version: 1,
    })),
  ),
  rowsOf(
    dailyAttendance,
    takenDays.flatMap((day, i) =>
      [...new Set(marks.filter((mark) => mark.day === day).map((mark) => mark.student_id))].map(
        (student) => ({
          id: 8001 + i * 10 + (student - st.amara),
          student_id: student,
          school_id: cast.school,
          day,
          override_code_id: null,
          version: 1,
          ...wholeDay(day, student),
        }),
      ),
    ),
  ),
  rowsOf(attendanceChanges, []),
  rowsOf(attendanceChangeRequests, []),
  rowsOf(seats, [
    { id: 9001, section_id: se.biology, student_id: st.amara, row_number: 1, column_number: 1 },
    { id: 9002, section_id: se.biology, student_id: st.ben, row_number: 1, column_number: 2 },
  ]),
];

function code(
  id: number,
  written: string,
  name: string,
  category: Code['category'],
  excused: boolean,
  scope: Code['scope'],
  weight: string,
  key: string | null,
  edfi: string,
  sequence: number,
): Code {
  return {
    id,
    school_id: cast.school,
    code: written,
    name,
    category,
    excused,
    scope,
    weight,
    key,
    edfi_category: edfi,
    sequence,
  };
}

/** Ben missed Monday; Amara came late yesterday; everyone else was there. */
function marked(day: string, period: number, student: number) {
  if (day === days.monday && student === st.ben)
    return { code_id: c.A, arrival_time: null, dismissal_time: null };
  if (day === days.yesterday && student === st.amara && period === p.p1)
    return { code_id: c.T, arrival_time: '08:41:00', dismissal_time: null };
  return { code_id: c.P, arrival_time: null, dismissal_time: null };
}

function wholeDay(day: string, student: number) {
  const periodMinutes = day === days.earlyRelease ? 50 : 90;
  const scheduled = periodMinutes * (student === st.diego ? 3 : 4);
  const absent = day === days.monday && student === st.ben;
  const tardy = day === days.yesterday && student === st.amara;
  return {
    code_id: absent ? d.AUFD : tardy ? d.T : d.P,
    minutes_attended: absent ? 0 : scheduled,
    minutes_scheduled: scheduled,
    value: absent ? '0.000' : '1.000',
    incomplete: day === days.yesterday && student !== st.diego,
  };
}

function teacherOf(section: number): number {
  return section === se.english || section === se.algebra ? staff.lindqvist : staff.okafor;
}

function instant(day: string): Date {
  return new Date(`${day}T21:00:00Z`);
}
