/*
 * When a section runs: the days of its term, or of the whole school year when it has none.
 * Example: a first-semester section does not run in the second, so nothing of it is ever "not taken" there.
 */

export type Run = { startsOn: string; endsOn: string };

export function runsOn({ startsOn, endsOn }: Run, day: string): boolean {
  return startsOn <= day && day <= endsOn;
}
