import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import '../../../components/base/icon.ts';
import { formatDay, formatInstant, formatTime } from '../../../components/format.ts';
import type { OpenedClass } from '../../../src/sis/attendance/opened/service.ts';
import { classAttendancePath } from '../../shell/paths.ts';
import { attendanceStateWords } from '../words.ts';

/** Which class, which day, which period, and how its attendance stands. */
export function classHead(opened: OpenedClass, today: string): TemplateResult {
  const { section, period } = opened;
  return html`
    <div class="r-page-head">
      <div>
        <h1>${section.courseTitle} <span class="r-quiet">${section.code}</span></h1>
        <p>${period.name} · ${formatTime(period.startsAt)}–${formatTime(period.endsAt)} · ${msg(str`Room ${section.room}`)}</p>
      </div>
      ${dayChoice(opened, today)}
    </div>
    ${opened.periods.length > 1 ? periodChoice(opened) : nothing}
    ${stateLine(opened)}`;
}

function dayChoice({ section, period, day }: OpenedClass, today: string): TemplateResult {
  const path = (to: string) =>
    classAttendancePath({ sectionId: section.id, periodId: period.id, day: to }) + location.hash;
  const step = (to: string | null, icon: 'chevron-left' | 'chevron-right', words: string) =>
    to === null || to > today
      ? html`<span class="r-button is-icon" aria-disabled="true" role="link" aria-label=${words}><r-icon name=${icon}></r-icon></span>`
      : html`<a class="r-button is-icon" href=${path(to)} title=${formatDay(to)} aria-label="${words}: ${formatDay(to)}"><r-icon name=${icon}></r-icon></a>`;
  return html`<nav class="r-row take-day r-no-print" aria-label=${msg('Day')}>
    ${step(day.previous, 'chevron-left', msg('School day before'))}
    <input class="r-input" type="date" aria-label=${msg('Day')} .value=${day.day} max=${today}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLInputElement;
        if (value) location.assign(path(value));
      }} />
    ${step(day.next, 'chevron-right', msg('School day after'))}
    ${day.day === today ? nothing : html`<a class="r-button is-plain" href=${path(today)}>${msg('Today')}</a>`}
  </nav>`;
}

function periodChoice({ section, day, period, periods }: OpenedClass): TemplateResult {
  return html`<nav class="r-row r-no-print" aria-label=${msg('Periods of this class')}>${periods.map(
    (one) => html`<a class="r-button is-small" aria-current=${one.id === period.id ? 'page' : nothing}
      href=${classAttendancePath({ sectionId: section.id, periodId: one.id, day: day.day })}>${one.name}
      <span class="r-quiet">${attendanceStateWords(one.state)}</span></a>`,
  )}</nav>`;
}

function stateLine(opened: OpenedClass): TemplateResult {
  const { state, takenAt, takenBy, postedAt, postedBy } = opened;
  const tones = { 'not-taken': 'is-warning', saved: 'is-accent', posted: 'is-success' };
  const icons = { 'not-taken': 'clock', saved: 'pencil', posted: 'check' } as const;
  const who =
    state === 'posted'
      ? msg(str`by ${postedBy ?? ''}, ${formatInstant(postedAt ?? '')}`)
      : state === 'saved'
        ? msg(str`by ${takenBy ?? ''}, ${formatInstant(takenAt ?? '')}`)
        : formatDay(opened.day.day, 'long');
  return html`<p class="r-row take-state">
    <span class="r-badge ${tones[state]}"><r-icon name=${icons[state]}></r-icon> ${stateWords(opened)}</span>
    <span class="r-quiet">${who}</span>
    ${closedWords(opened) ? html`<span><r-icon name="lock"></r-icon> ${closedWords(opened)}</span>` : nothing}
  </p>`;
}

/** Where nothing is posted, saved is all there is. */
export function stateWords({ state, school }: OpenedClass): string {
  return state === 'saved' && school.postMode === 'no-post' ? msg('Saved') : attendanceStateWords(state);
}

function closedWords({ closed, mayRequest }: OpenedClass): string {
  switch (closed) {
    case 'already-posted':
      return msg('Posted for good: changes go to the office.');
    case 'future-day':
      return msg('This day has not come yet.');
    case 'date-change-off':
      return msg('This school takes attendance on the day itself.');
    case 'window-closed':
      return mayRequest
        ? msg('Closed: changes go to the office.')
        : msg('Closed. Ask the office to take this class.');
    default:
      return '';
  }
}
