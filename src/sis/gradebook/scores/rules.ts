/*
 * What a typed cell means. Blank clears it. Otherwise the first that fits: a special mark of this book, a letter of
 * its scale, a percent, points, points out of the column's total. Case and outer blanks do not matter; percents and
 * letters become points of the column, rounded half-up to two places as scores are kept. A score may be
 * above the column's points as far as the headroom says; a column of 0 points is extra credit without maximum.
 * What does not fit is refused with a code and facts and stays as it was typed.
 * Source: domain notes 2.2 (entry, special codes may not clash with the scale) and 5.3 (0 points = extra credit).
 * Example, column of 10 points, headroom 110 %, scale B from 80, mark EX: '8.5' and '8.5/10' and '85%' are 8.5
 * points, 'b' is 8, 'ex' is the mark, '11' is 11, '11.01' is refused (at most 11), 'Q' is an unknown mark.
 */
import Fraction from 'fraction.js';
import { roundHalfUp } from '../averages/exact.ts';
import { percentFor, type Scale, stepOf } from '../scales/rules.ts';

/** A special mark as a cell knows it. */
export type EntryMark = { id: number; code: string };

/**
 * The column a score is typed in. `points`: its total, as a decimal string. `headroomPercent`: how much of the
 * total a score may be (`'100'`: no more than the total; null: without limit).
 */
export type EntryColumn = {
  points: string;
  headroomPercent: string | null;
  scale: Scale | null;
  marks: readonly EntryMark[];
};

/** Why a typed entry was refused; facts hold what the sentence for the teacher needs. */
export type EntryRefusal =
  | { code: 'scores/negative'; facts: { typed: string } }
  | { code: 'scores/above-maximum'; facts: { typed: string; max: string; points: string } }
  | { code: 'scores/too-many-decimals'; facts: { typed: string; decimals: number } }
  | { code: 'scores/not-a-number'; facts: { typed: string } }
  | { code: 'scores/unknown-mark'; facts: { typed: string; known: string[] } }
  | { code: 'scores/other-total'; facts: { typed: string; points: string } }
  | { code: 'scores/percent-of-nothing'; facts: { typed: string } };

/** What a typed cell means: points are a decimal string without needless zeros. */
export type Entry =
  | { kind: 'clear' }
  | { kind: 'points'; points: string }
  | { kind: 'mark'; markId: number; code: string }
  | { kind: 'refused'; refusal: EntryRefusal };

/** Places kept of a score: scores are numeric(8, 2). */
const SCORE_DECIMALS = 2;

/** The greatest score that can be kept, whatever the headroom. */
const GREATEST_SCORE = '999999.99';

const NUMBER = /^-?(\d{1,12}\.?\d{0,30}|\.\d{1,30})$/;

/** Reads one typed cell. Never throws: what cannot be a score is a refusal. */
export function parseEntry(typed: string, column: EntryColumn): Entry {
  const text = plainText(typed);
  if (text === '') return { kind: 'clear' };

  const mark = column.marks.find(({ code }) => sameCode(code, text));
  if (mark !== undefined) return { kind: 'mark', markId: mark.id, code: mark.code };
  const letterPercent = column.scale === null ? null : percentFor(column.scale, text);
  if (letterPercent !== null) return fromPercent(typed, letterPercent, column);
  if (text.endsWith('%')) return percentEntry(typed, text.slice(0, -1).trim(), column);
  const [points, total, ...rest] = text.split('/').map((part) => part.trim());
  if (rest.length > 0) return refused({ code: 'scores/not-a-number', facts: { typed } });
  if (total !== undefined && !isSameNumber(total, column.points)) {
    return refused({ code: 'scores/other-total', facts: { typed, points: plainNumber(column.points) } });
  }
  return pointsEntry(typed, points!, column);
}

/** The greatest score a column takes, as a decimal string. */
export function maximumScore({
  points,
  headroomPercent,
}: Pick<EntryColumn, 'points' | 'headroomPercent'>): string {
  const total = new Fraction(points);
  if (headroomPercent === null || total.n === 0n) return GREATEST_SCORE;
  const max = total.mul(headroomPercent).div(100).floor(SCORE_DECIMALS);
  return max.gt(GREATEST_SCORE) ? GREATEST_SCORE : plainNumber(max);
}

/** Why a special mark may not have this code, or null when it may. `marks` are the book's others. */
export type MarkCodeRefusal = {
  code:
    | 'scores/mark-blank'
    | 'scores/mark-taken'
    | 'scores/mark-is-a-letter'
    | 'scores/mark-reads-as-a-number';
  facts: { typed: string };
};

/** A mark's code is unique in its book, is no letter of the scale and cannot be read as a score. */
export function refuseMarkCode(
  typed: string,
  { scale, marks }: Pick<EntryColumn, 'scale' | 'marks'>,
): MarkCodeRefusal | null {
  const code = plainText(typed);
  const facts = { typed };
  if (code === '') return { code: 'scores/mark-blank', facts };
  if (marks.some((mark) => sameCode(mark.code, code))) return { code: 'scores/mark-taken', facts };
  if (scale !== null && stepOf(scale, code) !== null) return { code: 'scores/mark-is-a-letter', facts };
  if (/^[-+.]?\d|[%/]/.test(code)) return { code: 'scores/mark-reads-as-a-number', facts };
  return null;
}

/** Text without outer blanks (also those that do not break), full-width forms, and other minus signs. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replaceAll('−', '-').trim();
}

function percentEntry(typed: string, percent: string, column: EntryColumn): Entry {
  const wrong = refuseNumber(typed, percent, column);
  return wrong === null ? fromPercent(typed, percent, column) : refused(wrong);
}

function fromPercent(typed: string, percent: string, column: EntryColumn): Entry {
  const total = new Fraction(column.points);
  if (total.n === 0n) return refused({ code: 'scores/percent-of-nothing', facts: { typed } });
  return withinMaximum(typed, new Fraction(roundHalfUp(total.mul(percent).div(100), SCORE_DECIMALS)), column);
}

function pointsEntry(typed: string, points: string, column: EntryColumn): Entry {
  const wrong = refuseNumber(typed, points, column);
  if (wrong !== null) return refused(wrong);
  const decimals = points.split('.')[1]?.replace(/0+$/, '').length ?? 0;
  if (decimals > SCORE_DECIMALS) {
    return refused({ code: 'scores/too-many-decimals', facts: { typed, decimals: SCORE_DECIMALS } });
  }
  return withinMaximum(typed, new Fraction(withoutOpenPoint(points)), column);
}

function withinMaximum(typed: string, points: Fraction, column: EntryColumn): Entry {
  const max = maximumScore(column);
  if (points.gt(max)) {
    const facts = { typed, max, points: plainNumber(column.points) };
    return refused({ code: 'scores/above-maximum', facts });
  }
  return { kind: 'points', points: plainNumber(points) };
}

/** Why a text is not a number from 0 on; a text with a letter in it was meant as a mark. */
function refuseNumber(typed: string, text: string, { marks }: EntryColumn): EntryRefusal | null {
  if (NUMBER.test(text)) {
    const below = text.startsWith('-') && new Fraction(withoutOpenPoint(text)).n !== 0n;
    return below ? { code: 'scores/negative', facts: { typed } } : null;
  }
  return /^\p{L}/u.test(text)
    ? { code: 'scores/unknown-mark', facts: { typed, known: marks.map(({ code }) => code) } }
    : { code: 'scores/not-a-number', facts: { typed } };
}

function isSameNumber(text: string, number: string): boolean {
  return NUMBER.test(text) && new Fraction(withoutOpenPoint(text)).equals(number);
}

function plainNumber(value: Fraction | string): string {
  return roundHalfUp(value, SCORE_DECIMALS).replace(/\.?0+$/, '');
}

function withoutOpenPoint(number: string): string {
  return number.replace(/\.$/, '');
}

function sameCode(code: string, typed: string): boolean {
  return plainText(code).toUpperCase() === typed.toUpperCase();
}

function refused(refusal: EntryRefusal): Entry {
  return { kind: 'refused', refusal };
}
