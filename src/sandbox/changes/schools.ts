import { type Description, describe, flag, number, text, word } from './describe.ts';

export const schoolChanges: Description[] = [
  describe({
    area: 'schools',
    table: 'schools',
    what: 'school',
    fields: {
      code: text('code'),
      name: text('name'),
      level: word('level'),
      street: text('street'),
      city: text('city'),
      state: text('state'),
      postal_code: text('postalCode'),
      phone: text('phone'),
      time_zone: text('timeZone'),
      full_day_minutes: number('fullDayMinutes'),
      half_day_minutes: number('halfDayMinutes'),
      daily_attendance_from: word('dailyAttendanceFrom'),
      mixed_absence: word('mixedAbsence'),
      post_mode: word('postMode'),
      allow_date_change: flag('allowDateChange'),
      attendance_open_days: number('attendanceOpenDays'),
    },
  }),
];
