import { msg, str } from '@lit/localize';
import type { ClassStudent } from '../../../src/sis/attendance/opened/service.ts';
import type { StripDay } from '../../../src/sis/attendance/rules.ts';
import { formatDay, formatList, plural } from '../../format.ts';
import type { DraftCode, Tally } from './draft.ts';

/** Why a student of the list is not marked on this day. */
export function outOfSessionWords(why: ClassStudent['why']): string {
  switch (why) {
    case 'not-yet':
      return msg('Not in session: joins the class later');
    case 'left':
      return msg('Not in session: has left the class');
    case 'withdrawn':
      return msg('Not in session: not at this school on this day');
    default:
      return msg('Not in session');
  }
}

/** Who was away: "3 absent, 1 tardy"; "everyone present" when nobody was. */
export function tallyWords({ absent, tardy, other }: Tally): string {
  const parts = [
    absent > 0 ? msg(str`${absent} absent`) : '',
    tardy > 0 ? msg(str`${tardy} tardy`) : '',
    other > 0 ? plural(other, { one: msg('1 other'), other: msg(str`${other} others`) }) : '',
  ].filter(Boolean);
  return parts.length === 0 ? msg('everyone present') : parts.join(', ');
}

/** A history strip in a sentence: only the days that were not plainly present. */
export function stripWords(
  days: readonly string[],
  strip: readonly StripDay[],
  codes: readonly DraftCode[],
): string {
  if (strip.length === 0) return msg('No earlier days');
  const away = strip.flatMap((entry, at) => {
    const day = formatDay(days[at] ?? '');
    if (entry.state === 'not-taken') return [msg(str`${day} not taken`)];
    if (entry.state === 'not-available') return [];
    const code = codes.find((one) => one.id === entry.codeId);
    return code && code.category !== 'present' ? [`${day} ${code.name}`] : [];
  });
  const span = plural(strip.length, {
    one: msg('Last school day'),
    other: msg(str`Last ${strip.length} school days`),
  });
  return away.length === 0
    ? msg(str`${span}: nothing marked`)
    : msg(str`${span}: ${formatList(away)}; otherwise present`);
}
