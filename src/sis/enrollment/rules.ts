/*
 * Membership: a student belongs to a school (or a section) from the first day to the last, both included; without
 * a last day, until further notice.
 * Example: entered August 25, left September 17: a member on September 17, not on September 18.
 */

export type Membership = { startsOn: string; endsOn: string | null };

export function coversDay({ startsOn, endsOn }: Membership, day: string): boolean {
  return startsOn <= day && (endsOn === null || day <= endsOn);
}

/** How many of the days (in any order) fall into at least one of the memberships. */
export function membershipDays(days: readonly string[], memberships: readonly Membership[]): number {
  return days.filter((day) => memberships.some((membership) => coversDay(membership, day))).length;
}
