/*
 * Terms of a school year: two semesters, each with its marking periods (quarters). A day belongs to at most one
 * of each; between terms it belongs to none.
 * Example: S1 from August 25 to October 3, with Q1 to September 12: September 24 is in S1 and Q2.
 */

export type Term = {
  id: number;
  parentId: number | null;
  kind: 'semester' | 'quarter';
  code: string;
  name: string;
  startsOn: string;
  endsOn: string;
};

/** The semester and the quarter that a day is in. */
export type TermsOfDay = { semester: Term | null; quarter: Term | null };

export function termsOf(terms: readonly Term[], day: string): TermsOfDay {
  const covering = (kind: Term['kind']) =>
    terms.find((term) => term.kind === kind && term.startsOn <= day && day <= term.endsOn) ?? null;
  return { semester: covering('semester'), quarter: covering('quarter') };
}

/** Minutes from one time of day to another, both 'HH:MM' or 'HH:MM:SS'; seconds are left out. */
export function minutesBetween(from: string, to: string): number {
  return minutesOf(to) - minutesOf(from);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
