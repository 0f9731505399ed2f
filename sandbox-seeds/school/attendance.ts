import { attendanceMarks } from '../../src/sis/attendance/schema.ts';
import { MARK, MARKS } from './attendance-codes.ts';
import { clock, minutesOf, PAST_DAYS, periodId, startOf } from './calendar.ts';
import { daysOf } from './days-of-students.ts';
import { hashOf } from './dice.ts';
import type { Placement } from './schedule.ts';
import type { Section } from './sections.ts';
import type { Student } from './students.ts';
import { type SeedTable, streamOf } from './tables.ts';
import type { Meeting, Untaken } from './waiting.ts';

export const PLACES = 8;

/** A class meeting, and on which of the past days it was taken. */
export type TakenMeeting = Meeting & { taken: readonly boolean[] };

export type NotableMark = { meeting: Meeting; student: Student; day: number; index: number };

/**
 * Who was marked what. `marks` and `overrides` hold a small number (see MARK) per student, day and place of the
 * day, at `at(student, day, place)`; 0 where there is no class, or the class was not taken.
 */
export class Attendance {
  readonly marks: Uint8Array;
  readonly overrides: Uint8Array;
  /** Whether a class of the student's was scheduled, taken or not. */
  readonly scheduled: Uint8Array;
  readonly meetings: readonly TakenMeeting[];
  /** Marks with a history of their own: lateness, and absences that the office excused. */
  readonly notable: NotableMark[] = [];
  readonly rosters: ReadonlyMap<Section, readonly Placement[]>;
  count = 0;

  constructor(
    seed: string,
    students: readonly Student[],
    placements: readonly Placement[],
    meetings: readonly Meeting[],
    untaken: Untaken,
  ) {
    const size = students.length * PAST_DAYS.length * PLACES;
    this.marks = new Uint8Array(size);
    this.overrides = new Uint8Array(size);
    this.scheduled = new Uint8Array(size);
    this.meetings = meetings.map((meeting) => ({
      ...meeting,
      taken: PAST_DAYS.map((_, i) => !untaken.has(meeting, i)),
    }));
    this.rosters = bySection(placements);
    const lives = students.map((student) => daysOf(seed, student));
    for (const meeting of this.meetings) this.mark(meeting, lives);
  }

  at(student: Student, day: number, place: number): number {
    return (student.n * PAST_DAYS.length + day) * PLACES + place;
  }

  /** The code that counts: the office's where there is one. */
  effective(index: number): number {
    return this.overrides[index] || this.marks[index]!;
  }

  private mark(meeting: TakenMeeting, lives: ReturnType<typeof daysOf>[]): void {
    const { section, place, taken } = meeting;
    for (const { student, from, to } of this.rosters.get(section) ?? []) {
      const life = lives[student.n]!;
      for (let i = 0; i < PAST_DAYS.length; i++) {
        const today = life[i];
        if (!today || PAST_DAYS[i]! < from || (to !== null && PAST_DAYS[i]! > to)) continue;
        const index = this.at(student, i, place);
        this.scheduled[index] = 1;
        if (!taken[i]) continue;
        const mark = today.marks[place]!;
        this.marks[index] = mark;
        if (today.excusedLater && mark === MARK.A) this.overrides[index] = MARK.AE;
        if (mark === MARK.T || this.overrides[index] !== 0)
          this.notable.push({ meeting, student, day: i, index });
        this.count++;
      }
    }
  }
}

function bySection(placements: readonly Placement[]): Map<Section, Placement[]> {
  const rosters = new Map<Section, Placement[]>();
  for (const placement of placements) {
    const roster = rosters.get(placement.section);
    if (roster) roster.push(placement);
    else rosters.set(placement.section, [placement]);
  }
  return rosters;
}

const notes = [
  'Note from home',
  'Bus was late',
  'With the nurse until the bell',
  "At the counselor's office",
  'Called by the main office',
  "Doctor's appointment",
];

/** Every mark of sixty days, day by day and class by class. */
export function markTable(attendance: Attendance): SeedTable {
  const columns = [
    'id',
    'section_id',
    'period_id',
    'student_id',
    'day',
    'code_id',
    'override_code_id',
    'arrival_time',
    'dismissal_time',
    'note',
    'version',
  ] as const;
  return streamOf(attendanceMarks, columns, attendance.count, function* () {
    let id = 0;
    for (let i = 0; i < PAST_DAYS.length; i++) {
      const day = PAST_DAYS[i]!;
      for (const { section, place } of attendance.meetings) {
        for (const { student, from, to } of attendance.rosters.get(section) ?? []) {
          const index = attendance.at(student, i, place);
          const mark = attendance.marks[index]!;
          if (mark === MARK.none || day < from || (to !== null && day > to)) continue;
          const override = attendance.overrides[index]!;
          yield [
            ++id,
            section.id,
            periodId(place),
            student.id,
            day,
            MARKS[mark]!.id,
            override === 0 ? null : MARKS[override]!.id,
            mark === MARK.T ? clock(startOf(day, place) + 2 + (hashOf(`late/${index}`) % 14)) : null,
            mark === MARK.D ? clock(startOf(day, place) + minutesOf(day, place) - 3 - (index % 11)) : null,
            mark !== MARK.P && index % 23 === 0 ? notes[index % notes.length]! : null,
            override === 0 ? 1 : 2,
          ];
        }
      }
    }
  });
}
