/*
 * Grade scale. A percent earns the letter of the highest step it reaches; it is the percent already rounded
 * for showing that is looked up, so a person who reads 89.50 and the step "A from 89.5" sees the A.
 * Headroom: a scale may cap averages (100, or 105 to let five percent of extra credit through, or no cap).
 * A letter typed as a score is worth its step's entry percent, else the least percent that earns it.
 * Source: domain notes, grade scale (minimum, maximum, extra-credit headroom), and "letter from the rounded value".
 * Example: steps A 90, B 80, C 70, D 60, F 0. 88.89 is a B, 90 an A, 59.99 an F; a typed B is worth 80 %.
 */
import Fraction from 'fraction.js';

/** One step: percents are decimal strings; `entryPercent` is what the typed letter is worth as a score. */
export type Step = { letter: string; minPercent: string; entryPercent?: string | null };

/** Steps in any order; `maxPercent` caps averages (`'100'`: no headroom; `null`: no cap). */
export type Scale = { steps: readonly Step[]; maxPercent: string | null };

/**
 * The letter for a percent already rounded for showing (`'88.89'`), or null below the lowest step.
 * Above the highest step it is the highest letter.
 */
export function letterFor(scale: Scale, percent: string): string | null {
  const value = new Fraction(percent);
  let best: { letter: string; from: Fraction } | null = null;
  for (const step of scale.steps) {
    const from = new Fraction(step.minPercent);
    if (from.lte(value) && (best === null || from.gt(best.from))) best = { letter: step.letter, from };
  }
  return best === null ? null : best.letter;
}

/** The step whose letter was typed, whatever its case, or null. */
export function stepOf(scale: Scale, letter: string): Step | null {
  const wanted = sameLetter(letter);
  return scale.steps.find((step) => sameLetter(step.letter) === wanted) ?? null;
}

/** What a typed letter is worth, in percent as a decimal string, or null when the scale has no such letter. */
export function percentFor(scale: Scale, letter: string): string | null {
  const step = stepOf(scale, letter);
  return step === null ? null : (step.entryPercent ?? step.minPercent);
}

/** The percent, or the scale's cap where the percent is above it. */
export function capped(scale: Scale | null, percent: Fraction): Fraction {
  if (scale === null || scale.maxPercent === null) return percent;
  const most = new Fraction(scale.maxPercent);
  return percent.gt(most) ? most : percent;
}

/** Letters compare without case and outer blanks, and with either minus sign. */
function sameLetter(letter: string): string {
  return letter.normalize('NFKC').trim().replace('−', '-').toUpperCase();
}
