import { sql } from 'drizzle-orm';
import { clock, type Description, day, describe, flag, named, number, text, word } from './describe.ts';

export const calendarChanges: Description[] = [
  describe({
    area: 'calendar',
    table: 'school_years',
    what: 'schoolYear',
    about: { school_id: named('school', 'schools') },
    fields: { name: text('name'), starts_on: day('startsOn'), ends_on: day('endsOn') },
  }),
  describe({
    area: 'calendar',
    table: 'terms',
    what: 'term',
    about: { school_year_id: named('schoolYear', 'school_years') },
    fields: {
      parent_id: named('partOf', 'terms'),
      kind: word('kind'),
      code: text('code'),
      name: text('name'),
      starts_on: day('startsOn'),
      ends_on: day('endsOn'),
      sequence: number('sequence'),
    },
  }),
  describe({
    area: 'calendar',
    table: 'calendar_days',
    what: 'schoolDay',
    day: sql`r.day`,
    told: ['day'],
    about: { school_id: named('school', 'schools') },
    fields: {
      kind: word('kind'),
      bell_schedule_id: named('bellSchedule', 'bell_schedules'),
      note: text('note'),
    },
    untold: ['school_year_id'],
  }),
  describe({
    area: 'calendar',
    table: 'periods',
    what: 'period',
    about: { school_id: named('school', 'schools') },
    fields: {
      code: text('code'),
      name: text('name'),
      sequence: number('sequence'),
      instructional: flag('instructional'),
      homeroom: flag('homeroom'),
    },
  }),
  describe({
    area: 'calendar',
    table: 'bell_schedules',
    what: 'bellSchedule',
    about: { school_id: named('school', 'schools') },
    fields: { code: text('code'), name: text('name') },
  }),
  describe({
    area: 'calendar',
    table: 'bell_times',
    what: 'bellTime',
    about: {
      bell_schedule_id: named('bellSchedule', 'bell_schedules'),
      period_id: named('period', 'periods'),
    },
    fields: { starts_at: clock('startsAt'), ends_at: clock('endsAt'), minutes: number('minutes') },
  }),
];
