import { html, type TemplateResult } from 'lit';
import type { StripDay } from '../../../src/sis/attendance/rules.ts';
import { formatDay } from '../../format.ts';
import { type DraftCode, kindOf } from './draft.ts';
import './history-strip.css';
import { stripWords } from './words.ts';

/** The last school days of a student, oldest first, in letters; in words for screen readers. */
export function historyStrip(
  days: readonly string[],
  strip: readonly StripDay[],
  codes: readonly DraftCode[],
): TemplateResult {
  return html`<span class="r-strip" role="img" aria-label=${stripWords(days, strip, codes)}>${strip.map(
    (entry, at) => stripDay(days[at] ?? '', entry, codes),
  )}</span>`;
}

function stripDay(day: string, entry: StripDay, codes: readonly DraftCode[]): TemplateResult {
  if (entry.state !== 'taken') {
    const letter = entry.state === 'not-taken' ? '?' : '–';
    return html`<span class="r-strip-day" data-kind=${entry.state} title=${formatDay(day)}>${letter}</span>`;
  }
  const code = codes.find((one) => one.id === entry.codeId);
  const long = (code?.code.length ?? 0) > 2 ? 'is-long' : '';
  return html`<span class="r-strip-day ${long}" data-kind=${kindOf(code?.category ?? 'present')}
    title="${formatDay(day)}: ${code?.name ?? ''}">${code?.category === 'present' ? '·' : (code?.code ?? '')}</span>`;
}
