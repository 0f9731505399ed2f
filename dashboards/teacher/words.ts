import { msg } from '@lit/localize';
import type { SessionDay } from '../../src/sis/calendar/queries.ts';

/** How attendance of a class stands. */
export function attendanceStateWords(state: 'not-taken' | 'saved' | 'posted'): string {
  switch (state) {
    case 'not-taken':
      return msg('Not taken');
    case 'saved':
      return msg('Saved, not posted');
    case 'posted':
      return msg('Posted');
  }
}

/** Which grades are posted: those in the middle of a marking period, or those at its end. */
export function postingKindWords(kind: 'progress' | 'term'): string {
  return kind === 'progress' ? msg('progress grades') : msg('term grades');
}

/** Why there is no school on a day. */
export function dayKindWords({ kind, note }: SessionDay): string {
  const words = {
    instructional: msg('None of your classes meet on this day.'),
    'early-release': msg('None of your classes meet on this day.'),
    holiday: msg('A holiday.'),
    break: msg('Between terms.'),
    institute: msg('A day for staff only.'),
  };
  const says = kind === null ? msg('School is not in session.') : words[kind];
  return note === null ? says : `${says} ${note}`;
}
