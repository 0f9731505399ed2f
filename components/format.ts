const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

function locale(): string {
  return document.documentElement.lang || 'en';
}

/** A school day (`2025-10-14`) in words: `long` Tuesday, October 14, 2025 · `medium` Tue, Oct 14 · `short` 10/14. */
export function formatDay(day: string, style: 'long' | 'medium' | 'short' | 'weekday' = 'medium'): string {
  const parts = DAY.exec(day);
  if (!parts) return day;
  const date = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
  return new Intl.DateTimeFormat(locale(), { ...DAY_STYLES[style], timeZone: 'UTC' }).format(date);
}

const DAY_STYLES: Record<'long' | 'medium' | 'short' | 'weekday', Intl.DateTimeFormatOptions> = {
  long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  medium: { weekday: 'short', month: 'short', day: 'numeric' },
  short: { month: 'numeric', day: 'numeric' },
  weekday: { weekday: 'long' },
};

/** A time of day (`08:05:00`) as people read it: 8:05 AM. */
export function formatTime(time: string): string {
  const [hours, minutes] = time.split(':').map(Number);
  const date = new Date(Date.UTC(2000, 0, 1, hours ?? 0, minutes ?? 0));
  return new Intl.DateTimeFormat(locale(), { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(
    date,
  );
}

/** An instant (ISO string with zone) in the reader's words, in the school's time zone when it is given. */
export function formatInstant(instant: string, timeZone?: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    date,
  );
}

/** A number with the reader's separators; `digits` after the point. Exact decimals stay strings elsewhere. */
export function formatNumber(value: number, digits = 0): string {
  return new Intl.NumberFormat(locale(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** Names joined as a list: "Ana, Luis, and Wei". */
export function formatList(items: string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(items);
}

/**
 * The form of a sentence that fits a number: `plural(n, { one: msg('1 class'), other: msg(str`${n} classes`) })`.
 */
export function plural(count: number, forms: { one: string; other: string }): string {
  return new Intl.PluralRules(locale()).select(count) === 'one' ? forms.one : forms.other;
}
