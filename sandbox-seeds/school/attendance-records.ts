import { type DerivedDay, deriveDay } from '../../src/sis/attendance/daily/rules.ts';
import {
  attendanceChangeRequests,
  attendanceChanges,
  attendanceSubmissions,
  dailyAttendance,
} from '../../src/sis/attendance/schema.ts';
import { type Attendance, PLACES } from './attendance.ts';
import { CLASS_CODES, DAY_CODES, DAY_RULES, MARK, MARKS } from './attendance-codes.ts';
import { instant, isEarlyRelease, minutesOf, PAST_DAYS, periodId, startOf } from './calendar.ts';
import { hashOf } from './dice.ts';
import type { StaffMember } from './staff.ts';
import type { Student } from './students.ts';
import { type SeedTable, streamOf, tableOf } from './tables.ts';

const nameOf = ({ given, family }: StaffMember) => `${given} ${family}`;

/** That classes were taken, in the first minutes of each; a few were saved and never posted. */
export function submissionTable({ meetings }: Attendance): SeedTable {
  const taken = PAST_DAYS.flatMap((day, i) =>
    meetings.filter(({ taken }) => taken[i]).map((meeting) => ({ day, ...meeting })),
  );
  const columns = [
    'id',
    'section_id',
    'period_id',
    'day',
    'taken_at',
    'taken_by',
    'posted_at',
    'posted_by',
    'version',
  ] as const;
  return streamOf(attendanceSubmissions, columns, taken.length, function* () {
    let id = 0;
    for (const { day, section, place } of taken) {
      const chance = hashOf(`taken/${day}/${section.id}/${place}`);
      const at = instant(day, startOf(day, place) + 3 + (chance % 7));
      const posted = chance % 50 > 0;
      const by = section.teacher.id;
      yield [++id, section.id, periodId(place), day, at, by, posted ? at : null, posted ? by : null, 1];
    }
  });
}

/** A student's day, with what the office put over it. */
type Day = {
  derived: DerivedDay;
  student: Student;
  day: string;
  override: (typeof DAY_CODES)[keyof typeof DAY_CODES] | null;
};

const NOT_SCHEDULED = 9;
const dayCodes = Object.values(DAY_CODES);

/**
 * The sixty days of every student, by the rule of the attendance area. Most days are alike, so each pattern of
 * periods is derived once.
 */
export function deriveDays(attendance: Attendance, students: readonly Student[]): Day[] {
  const known = new Map<number, DerivedDay | null>();
  const days: Day[] = [];
  for (const student of students) {
    PAST_DAYS.forEach((day, i) => {
      const first = attendance.at(student, i, 0);
      let pattern = isEarlyRelease(day) ? 1 : 2;
      let taken = false;
      for (let index = first; index < first + PLACES; index++) {
        pattern =
          pattern * 10 + (attendance.scheduled[index] === 0 ? NOT_SCHEDULED : attendance.effective(index));
        taken ||= attendance.marks[index] !== MARK.none;
      }
      if (!taken) return;
      if (!known.has(pattern)) known.set(pattern, derive(attendance, first, day));
      const derived = known.get(pattern);
      if (derived) days.push({ derived, student, day, override: officeSays(derived, first) });
    });
  }
  return days;
}

function derive(attendance: Attendance, first: number, day: string): DerivedDay | null {
  const periods = Array.from({ length: PLACES }, (_, place) => place)
    .filter((place) => attendance.scheduled[first + place] === 1)
    .map((place) => {
      const mark = attendance.effective(first + place);
      return {
        minutes: minutesOf(day, place),
        instructional: place > 0,
        homeroom: place === 0,
        taken: mark !== MARK.none,
        code: mark === MARK.P ? null : MARKS[mark]!,
      };
    });
  return deriveDay(periods, DAY_RULES, dayCodes);
}

/** Now and then a letter arrives, and a whole day missed is excused after all. */
function officeSays(derived: DerivedDay, first: number): Day['override'] {
  return derived.codeId === DAY_CODES.AUFD.id && hashOf(`letter/${first}`) % 60 === 0 ? DAY_CODES.AEFD : null;
}

export function dailyTable(days: readonly Day[], schoolId: number): SeedTable {
  const columns = [
    'id',
    'student_id',
    'school_id',
    'day',
    'code_id',
    'override_code_id',
    'minutes_attended',
    'minutes_scheduled',
    'value',
    'incomplete',
    'version',
  ] as const;
  return streamOf(dailyAttendance, columns, days.length, function* () {
    let id = 0;
    for (const { student, day, override, derived } of days) {
      yield [
        ++id,
        student.id,
        schoolId,
        day,
        derived.codeId,
        override?.id ?? null,
        derived.minutesAttended,
        derived.minutesScheduled,
        override?.weight ?? derived.value,
        derived.incomplete,
        override ? 2 : 1,
      ];
    }
  });
}

type Change = Omit<(typeof attendanceChanges)['$inferSelect'], 'id'>;

/** Absences that the office excused, absences that turned out to be lateness, days that a letter excused. */
export function changeTable(attendance: Attendance, days: readonly Day[], clerk: StaffMember): SeedTable {
  const changes: Change[] = [];
  const byClerk = { changed_by: clerk.id, changed_by_name: nameOf(clerk) };
  for (const { meeting, student, day: i, index } of attendance.notable) {
    const { section, place } = meeting;
    const day = PAST_DAYS[i]!;
    const at = { section_id: section.id, period_id: periodId(place), student_id: student.id, day };
    const begins = startOf(day, place);
    if (attendance.overrides[index] !== 0) {
      const minute = 600 + (student.n % 280);
      changes.push({
        ...at,
        field: 'override',
        from_value: null,
        to_value: CLASS_CODES.AE.code,
        after_posting: minute > begins,
        changed_at: new Date(instant(day, minute)),
        ...byClerk,
      });
    } else if (index % 3 === 0) {
      changes.push({
        ...at,
        field: 'code',
        from_value: CLASS_CODES.A.code,
        to_value: CLASS_CODES.T.code,
        after_posting: true,
        changed_at: new Date(instant(day, begins + 18)),
        changed_by: section.teacher.id,
        changed_by_name: nameOf(section.teacher),
      });
    }
  }
  for (const { student, day, override } of days) {
    if (!override) continue;
    changes.push({
      section_id: null,
      period_id: null,
      student_id: student.id,
      day,
      field: 'day',
      from_value: null,
      to_value: override.code,
      after_posting: true,
      changed_at: new Date(instant(day, 15 * 60 + 20)),
      ...byClerk,
    });
  }
  return tableOf(
    attendanceChanges,
    changes.map((change, i) => ({ id: i + 1, ...change })),
  );
}

const reasons = [
  'Was with me to finish a test',
  'Brought a note from the clinic',
  'Marked the wrong row',
  'Came in during announcements',
];

/** Requests for classes that are closed to teachers: some decided, some on the clerk's desk. */
export function requestTable(attendance: Attendance, clerk: StaffMember): SeedTable {
  const old = PAST_DAYS.length - 14;
  const absences = [...Array(24).keys()].flatMap((turn) => {
    const i = old - turn;
    for (const { section, place } of attendance.meetings.slice(turn * 11 + 48)) {
      const found = (attendance.rosters.get(section) ?? []).find(({ student, from, to }) => {
        const index = attendance.at(student, i, place);
        const isThere = PAST_DAYS[i]! >= from && (to === null || PAST_DAYS[i]! <= to);
        const accepted = turn % 4 === 1;
        return (
          isThere && attendance.marks[index] === MARK.A && (attendance.overrides[index] !== 0) === accepted
        );
      });
      if (found) return [{ section, place, student: found.student, day: PAST_DAYS[i]!, turn }];
    }
    return [];
  });
  return tableOf(
    attendanceChangeRequests,
    absences.map(({ section, place, student, day, turn }, i) => {
      const state =
        turn % 4 === 1 ? ('accepted' as const) : turn % 4 === 3 ? ('refused' as const) : ('open' as const);
      return {
        id: i + 1,
        section_id: section.id,
        period_id: periodId(place),
        student_id: student.id,
        day,
        code_id: CLASS_CODES.AE.id,
        reason: reasons[turn % reasons.length]!,
        state,
        requested_at: new Date(instant(PAST_DAYS.at(state === 'open' ? -2 : -4)!, 900 + turn)),
        requested_by: section.teacher.id,
        decided_at: state === 'open' ? null : new Date(instant(PAST_DAYS.at(-3)!, 560 + turn)),
        decided_by: state === 'open' ? null : clerk.id,
      };
    }),
  );
}
