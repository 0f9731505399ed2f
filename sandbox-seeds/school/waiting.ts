import { PAST_DAYS, TERMS, TODAY } from './calendar.ts';
import { Dice } from './dice.ts';
import type { Section } from './sections.ts';
import type { StaffMember } from './staff.ts';

/*
 * The work that lies on the desks of a Wednesday morning: classes not taken yesterday, columns without scores, grades
 * not posted yet. Today itself is untouched.
 */

/** A class meeting: a section in one of its periods (place in the day). */
export type Meeting = { section: Section; place: number };

/** Every meeting of a school day in the first semester, in the order of the bells. */
export function meetingsOf(sections: readonly Section[]): Meeting[] {
  return sections
    .filter((section) => section.now)
    .flatMap((section) => section.periods.map((place) => ({ section, place })))
    .sort((a, b) => a.place - b.place || a.section.n - b.section.n);
}

const meetingKey = ({ section, place }: Meeting, dayIndex: number) => `${section.n}/${place}/${dayIndex}`;

/**
 * Classes that nobody has taken. Yesterday: one of nearly every teacher (the first class of those whose turn in the
 * list is a multiple of four, so that lessons can count on it). Longer ago: forgotten ones, fewer as time goes by.
 */
export class Untaken {
  private readonly keys = new Set<string>();
  /** One class of yesterday per teacher with one to catch up on. */
  readonly yesterday = new Map<StaffMember, Meeting>();

  constructor(seed: string, meetings: readonly Meeting[], people: readonly StaffMember[]) {
    for (const teacher of people.filter((person) => person.teaches !== null)) {
      const dice = new Dice(seed, 'untaken', teacher.n);
      const own = meetings.filter(({ section, place }) => section.teacher === teacher && place > 0);
      const always = teacher.n % 4 === 0;
      if (!always && !dice.chance(0.8)) continue;
      const forgotten = always ? own[0]! : dice.pick(own);
      this.yesterday.set(teacher, forgotten);
      this.keys.add(meetingKey(forgotten, PAST_DAYS.length - 1));
      if (dice.chance(0.2)) this.keys.add(meetingKey(dice.pick(own), PAST_DAYS.length - dice.int(2, 4)));
    }
    const dice = new Dice(seed, 'forgotten');
    for (let day = 0; day < PAST_DAYS.length - 1; day++) {
      for (const meeting of meetings) if (dice.chance(0.0015)) this.keys.add(meetingKey(meeting, day));
    }
  }

  has(meeting: Meeting, dayIndex: number): boolean {
    return this.keys.has(meetingKey(meeting, dayIndex));
  }
}

export type Window = {
  term: number;
  kind: 'progress' | 'term';
  opens: string;
  closes: string;
  repost: 'never' | 'until-close';
};

/** Progress of the second quarter may be posted this week; its grades from next Monday on. */
export const WINDOWS: readonly Window[] = [
  { term: TERMS.q1.id, kind: 'term', opens: '2026-10-19', closes: '2026-10-30', repost: 'until-close' },
  { term: TERMS.q2.id, kind: 'progress', opens: '2026-11-30', closes: '2026-12-04', repost: 'until-close' },
  { term: TERMS.q2.id, kind: 'term', opens: '2026-12-07', closes: '2027-01-08', repost: 'until-close' },
  { term: TERMS.q3.id, kind: 'progress', opens: '2027-02-01', closes: '2027-02-05', repost: 'until-close' },
  { term: TERMS.q3.id, kind: 'term', opens: '2027-03-08', closes: '2027-03-19', repost: 'until-close' },
  { term: TERMS.q4.id, kind: 'progress', opens: '2027-04-19', closes: '2027-04-23', repost: 'never' },
  { term: TERMS.q4.id, kind: 'term', opens: '2027-06-01', closes: '2027-06-11', repost: 'never' },
];

/** School days after which a teacher has scored a piece of work: most within the week, some after three. */
export function gradingDelay(seed: string, teacher: StaffMember): number {
  return new Dice(seed, 'delay', teacher.n).weighted([
    [1, 20],
    [3, 35],
    [5, 25],
    [9, 12],
    [15, 8],
  ]);
}

/** How far a teacher is with this week's progress reports. Every fourth (see above) has not begun. */
export function progressOf(seed: string, teacher: StaffMember): 'posted' | 'ready' | 'not begun' {
  if (teacher.n % 4 === 0) return 'not begun';
  return new Dice(seed, 'progress', teacher.n).weighted([
    ['not begun', 60],
    ['ready', 15],
    ['posted', 25],
  ]);
}

/** Whether work due on a day has been scored by this morning, by a teacher who needs so many school days. */
export function isScored(dueOn: string, delay: number): boolean {
  if (dueOn >= TODAY) return false;
  const since = PAST_DAYS.length - PAST_DAYS.findIndex((day) => day >= dueOn);
  return since > delay;
}
