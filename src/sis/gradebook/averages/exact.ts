import Fraction from 'fraction.js';

/** Places to which the steps of an explanation are shown; the final figure is rounded from the exact one. */
const SHOWN_PLACES = 4;

/** Nothing, exactly. */
export const ZERO = new Fraction(0);

/** A whole, in percent. */
export const HUNDRED = new Fraction(100);

/**
 * Rounds half-up (87.445 to two places is 87.45), from a decimal string or a fraction string ('8001/90').
 * Round once, and from the exact figure: 89.446 is 89 as a whole number, though it is 89.45 to two places
 * and 89.5 to one.
 */
export function roundHalfUp(value: Fraction | string, places: number): string {
  const exact = typeof value === 'string' ? new Fraction(value) : value;
  const doubled = 2n * exact.s * exact.n * 10n ** BigInt(places) + exact.d;
  const units = floorDivide(doubled, 2n * exact.d);
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const sign = units < 0n ? '-' : '';
  return places === 0 ? sign + whole : `${sign}${whole}.${digits.slice(digits.length - places)}`;
}

/** A step of an explanation: to four places, without trailing zeros. */
export function shown(value: Fraction): string {
  if (value.d === 1n) return (value.s * value.n).toString();
  return roundHalfUp(value, SHOWN_PLACES).replace(/\.?0+$/, '');
}

/** Exact sum, reduced once at its end. */
export function sum(values: readonly Fraction[]): Fraction {
  let numerator = 0n;
  let denominator = 1n;
  for (const { s, n, d } of values) {
    if (denominator % d === 0n) numerator += s * n * (denominator / d);
    else {
      numerator = numerator * d + s * n * denominator;
      denominator *= d;
    }
  }
  return new Fraction(numerator, denominator);
}

/** Below zero when `a` is less than `b`, above when it is more. */
export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = [a.s * a.n * b.d, b.s * b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
}

function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
}
