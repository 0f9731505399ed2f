import type Fraction from 'fraction.js';

/** A score that may be dropped: its value and what it is divided by, `size` above zero. */
export type Candidate = { value: Fraction; size: Fraction };

/** Candidates of one category, of which at most `most` may go. */
export type DropGroup = { candidates: readonly Candidate[]; most: number };

/** What stays whatever is dropped: scores never dropped, and extra credit (value without size). */
export type Fixed = { value: Fraction; size: Fraction };

/**
 * The drops that make (sum of values kept) / (sum of sizes kept) greatest: for each group the places of the
 * dropped candidates. Among equals the earlier place goes. Something of positive size must be left whatever is
 * dropped.
 *
 * For a guess g of the ratio, dropping the candidates with the least value - g * size is best; the ratio of what
 * is kept is the next guess. Guesses only rise, and one that repeats is the exact optimum (Kane and Kane,
 * "Dropping Lowest Grades", Mathematics Magazine 79, 2006; Dinkelbach, "On Nonlinear Fractional Programming",
 * Management Science 13, 1967). Given g the groups are independent of each other, so one guess serves them all.
 */
export function bestDrops(groups: readonly DropGroup[], fixed: Fixed): number[][] {
  const whole = inWholeNumbers(groups, fixed);
  let guess = ratioKept(
    whole,
    groups.map(() => []),
  );
  for (;;) {
    const drops = whole.groups.map((group) => leastWorth(group, guess));
    const next = ratioKept(whole, drops);
    if (next.value * guess.size === guess.value * next.size) return drops;
    guess = next;
  }
}

type Whole = { value: bigint; size: bigint };
type WholeGroup = { candidates: Whole[]; most: number };

/** Scales values and sizes to integers: the ratio changes by a constant factor, and what is best does not. */
function inWholeNumbers(groups: readonly DropGroup[], fixed: Fixed): { groups: WholeGroup[]; fixed: Whole } {
  const all = [fixed, ...groups.flatMap((group) => group.candidates)];
  const valueScale = commonDenominator(all.map((one) => one.value));
  const sizeScale = commonDenominator(all.map((one) => one.size));
  const whole = ({ value, size }: Candidate): Whole => ({
    value: (value.s * value.n * valueScale) / value.d,
    size: (size.s * size.n * sizeScale) / size.d,
  });
  return {
    fixed: whole(fixed),
    groups: groups.map(({ candidates, most }) => ({ candidates: candidates.map(whole), most })),
  };
}

/** Of one group, the places of at most `most` candidates that do not lift the guessed ratio. */
function leastWorth({ candidates, most }: WholeGroup, guess: Whole): number[] {
  if (most <= 0) return [];
  return candidates
    .map(({ value, size }, place) => ({ place, worth: value * guess.size - guess.value * size }))
    .filter(({ worth }) => worth <= 0n)
    .sort((a, b) => (a.worth < b.worth ? -1 : a.worth > b.worth ? 1 : a.place - b.place))
    .slice(0, most)
    .map(({ place }) => place);
}

function ratioKept({ groups, fixed }: { groups: WholeGroup[]; fixed: Whole }, drops: number[][]): Whole {
  const kept = { ...fixed };
  for (const [index, { candidates }] of groups.entries()) {
    const dropped = new Set(drops[index]);
    for (const [place, { value, size }] of candidates.entries()) {
      if (dropped.has(place)) continue;
      kept.value += value;
      kept.size += size;
    }
  }
  return kept;
}

function commonDenominator(values: readonly Fraction[]): bigint {
  let common = 1n;
  for (const { d } of values) if (common % d !== 0n) common *= d / gcd(common, d);
  return common;
}

function gcd(a: bigint, b: bigint): bigint {
  let [left, right] = [a, b];
  while (right !== 0n) [left, right] = [right, left % right];
  return left;
}
