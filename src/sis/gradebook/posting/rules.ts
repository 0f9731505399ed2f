/*
 * Posting. Two steps: the averages are copied into post columns, then the columns are posted to the office. The pin
 * of a section and marking period is black (enter only), green (ready: enter and post) or red (posted). Posting is
 * open from a window's first to its last day; once posted, it may be repeated until it closes, or never. A
 * teacher may put another grade in a post column, with a reason; it prevails until it is taken away.
 * Source: Aspen help, "Update post columns" (pushpins, multiple posts); domain notes 2.2.
 * Example: window 2026-03-23 to 2026-03-27, repost until close. On 03-20 black, opens 03-23; on 03-23 and 03-27
 * green; posted on 03-25, red and may post again on 03-27; on 03-30 red and closed. With "never", red cannot repost.
 */
import Fraction from 'fraction.js';
import { roundHalfUp } from '../averages/exact.ts';
import type { Explanation } from '../averages/types.ts';
import { letterFor, type Scale, stepOf } from '../scales/rules.ts';

/** When a marking period's grades may be posted: ISO days, both included. */
export type PostingWindow = { opensOn: string; closesOn: string; repost: 'never' | 'until-close' };

export type PostingState = 'enter-only' | 'ready' | 'posted';

/** Why grades cannot be posted now. */
export type PostingRefusal =
  | { code: 'posting/no-window'; facts: Record<string, never> }
  | { code: 'posting/not-open-yet'; facts: { opensOn: string } }
  | { code: 'posting/closed'; facts: { closedOn: string } }
  | { code: 'posting/already-posted'; facts: { postedOn: string } };

/** The pin, whether post columns may be edited, and whether (or why not) they may be posted. */
export type PostingStatus = {
  state: PostingState;
  mayEdit: boolean;
  mayPost: boolean;
  refusal: PostingRefusal | null;
};

/**
 * The state of a section's post columns on a day. `window` null: the school has set none for the period;
 * `postedOn` null: not posted yet. Columns may be edited until they can no longer be posted.
 */
export function postingStatus(
  window: PostingWindow | null,
  postedOn: string | null,
  today: string,
): PostingStatus {
  const refusal = refusePosting(window, postedOn, today);
  const mayPost = refusal === null;
  const state = postedOn !== null ? 'posted' : mayPost ? 'ready' : 'enter-only';
  const ended = window !== null && today > window.closesOn;
  return { state, mayEdit: mayPost || (state === 'enter-only' && !ended), mayPost, refusal };
}

function refusePosting(
  window: PostingWindow | null,
  postedOn: string | null,
  today: string,
): PostingRefusal | null {
  if (window === null) return { code: 'posting/no-window', facts: {} };
  if (today < window.opensOn) return { code: 'posting/not-open-yet', facts: { opensOn: window.opensOn } };
  if (today > window.closesOn) return { code: 'posting/closed', facts: { closedOn: window.closesOn } };
  if (postedOn !== null && window.repost === 'never') {
    return { code: 'posting/already-posted', facts: { postedOn } };
  }
  return null;
}

/** A grade in a post column: percent as a decimal string, letter of the scale. */
export type Grade = { percent: string | null; letter: string | null };

/**
 * The grade an average is posted as, or null when nothing counts. Rounded from the exact average, not from
 * the figure shown: 89.446 is posted as 89 with no decimals, and not by way of 89.45 and 89.5 as 90.
 */
export function gradeOf(average: Explanation, scale: Scale, decimals: number): Grade | null {
  if (average.exact === null) return null;
  const percent = roundHalfUp(average.exact, decimals);
  return { percent, letter: letterFor(scale, percent) };
}

/** Why a grade put in by hand was refused. */
export type OverrideRefusal =
  | { code: 'posting/reason-missing'; facts: Record<string, never> }
  | { code: 'posting/reason-too-long'; facts: { most: number } }
  | { code: 'posting/grade-missing'; facts: Record<string, never> }
  | { code: 'posting/not-a-percent'; facts: { typed: string } }
  | { code: 'posting/percent-out-of-range'; facts: { typed: string; max: string } }
  | { code: 'posting/unknown-letter'; facts: { typed: string; known: string[] } };

/** A grade that prevails over the computed one, with its reason. */
export type Override = Grade & { reason: string };

const LONGEST_REASON = 500;
const GREATEST_PERCENT = '999.99';

/**
 * Reads a grade put in by hand: a percent ('87', '87.5 %'), a letter, or both; the letter is looked up when only a
 * percent is given. Needs a reason. Percents are rounded half-up to `decimals`.
 */
export function readOverride(
  typed: { percent: string | null; letter: string | null; reason: string },
  scale: Scale,
  decimals: number,
): { override: Override } | { refusal: OverrideRefusal } {
  const reason = typed.reason.trim();
  if (reason === '') return { refusal: { code: 'posting/reason-missing', facts: {} } };
  if (reason.length > LONGEST_REASON) {
    return { refusal: { code: 'posting/reason-too-long', facts: { most: LONGEST_REASON } } };
  }
  const percentText = (typed.percent ?? '').trim().replace(/\s*%$/, '');
  const letterText = (typed.letter ?? '').trim();
  if (percentText === '' && letterText === '')
    return { refusal: { code: 'posting/grade-missing', facts: {} } };

  const step = letterText === '' ? null : stepOf(scale, letterText);
  if (letterText !== '' && step === null) {
    const known = scale.steps.map(({ letter }) => letter);
    return { refusal: { code: 'posting/unknown-letter', facts: { typed: letterText, known } } };
  }
  if (percentText === '') return { override: { percent: null, letter: step!.letter, reason } };
  if (!/^-?\d{1,9}(\.\d{1,30})?$/.test(percentText)) {
    return { refusal: { code: 'posting/not-a-percent', facts: { typed: percentText } } };
  }
  const max = scale.maxPercent ?? GREATEST_PERCENT;
  const percent = roundHalfUp(percentText, decimals);
  if (new Fraction(percent).compare(0) < 0 || new Fraction(percent).gt(max)) {
    return { refusal: { code: 'posting/percent-out-of-range', facts: { typed: percentText, max } } };
  }
  return { override: { percent, letter: step?.letter ?? letterFor(scale, percent), reason } };
}
