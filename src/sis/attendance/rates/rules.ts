/*
 * Rates over days of membership. Attendance rate = days attended ÷ days of membership (Chicago Public Schools,
 * "present days over membership days"); rates of groups are never averaged, their sums are divided.
 * Chronic absence (Illinois, Public Act 100-0156): absent for at least 10 % of the days, with or without valid
 * cause, suspensions out of school included. Chronic truancy: at least 5 % without valid cause.
 * Example: 18 of 180 days absent is chronic, 17.5 is not. Thousandths of days keep it exact.
 */

/** Days in thousandths: a half day absent is 500. A day not taken is a day of membership without absence. */
export type DayTotals = { membership: number; absent: number; unexcused: number };

/** A day on record. `value` is the part attended, such as '0.500'; a truant's day is not excused. */
export type RecordedDay = { value: string; excused: boolean };

export const noDays: DayTotals = { membership: 0, absent: 0, unexcused: 0 };

/** Totals of one student: `membershipDays` school days so far, `recorded` those of them that have a code. */
export function totalsOf(membershipDays: number, recorded: readonly RecordedDay[]): DayTotals {
  const missed = (day: RecordedDay) => 1000 - Math.round(Number(day.value) * 1000);
  return {
    membership: membershipDays * 1000,
    absent: recorded.reduce((total, day) => total + missed(day), 0),
    unexcused: recorded.reduce((total, day) => total + (day.excused ? 0 : missed(day)), 0),
  };
}

/** Totals of a group: sums, so that its rate is not an average of averages. */
export function addTotals(a: DayTotals, b: DayTotals): DayTotals {
  return {
    membership: a.membership + b.membership,
    absent: a.absent + b.absent,
    unexcused: a.unexcused + b.unexcused,
  };
}

/** Percent attended, half-up to a tenth ('94.3'); null without a day of membership. */
export function attendanceRate({ membership, absent }: DayTotals): string | null {
  if (membership === 0) return null;
  return (Math.floor(((membership - absent) * 2000 + membership) / (2 * membership)) / 10).toFixed(1);
}

export function isChronicallyAbsent({ membership, absent }: DayTotals): boolean {
  return membership > 0 && absent * 10 >= membership;
}

export function isChronicallyTruant({ membership, unexcused }: DayTotals): boolean {
  return membership > 0 && unexcused * 20 >= membership;
}
