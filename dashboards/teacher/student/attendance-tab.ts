import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import '../../../components/base/card.ts';
import '../../../components/base/empty.ts';
import { formatDay, formatTime } from '../../../components/format.ts';
import { kindOf } from '../../../components/sis/attendance/draft.ts';
import type { DayOfRecord, RecordedMark } from '../../../src/sis/attendance/records/queries.ts';
import type { AttendanceSummary } from '../../../src/sis/people/overview/queries.ts';
import { type Month, monthsOf } from './months.ts';

/** The year so far in totals, as a calendar, and day by day where something was marked. */
export function attendanceTab(summary: AttendanceSummary, days: DayOfRecord[]): TemplateResult {
  return html`
    ${totals(summary)}
    <r-card heading=${msg('By month')}>
      <div class="student-months">${monthsOf(days).map(monthTable)}</div>
      ${legend(days)}
    </r-card>
    ${markedDays(days)}`;
}

function totals(summary: AttendanceSummary): TemplateResult {
  const figures: [string, string][] = [
    [msg('Attended'), summary.rate === null ? '–' : `${summary.rate} %`],
    [msg('School days'), String(summary.membershipDays)],
    [msg('Days absent'), summary.absentDays],
    [msg('of them not excused'), summary.unexcusedDays],
    [msg('Days tardy'), String(summary.tardyDays)],
    [msg('Days not complete'), String(summary.incompleteDays)],
  ];
  return html`<dl class="student-figures">${figures.map(
    ([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`,
  )}</dl>
  ${summary.chronicallyAbsent ? html`<p><span class="r-badge is-danger">${msg('Chronically absent')}</span> ${msg('At least a tenth of the days, excused or not.')}</p>` : nothing}
  ${summary.chronicallyTruant ? html`<p><span class="r-badge is-danger">${msg('Chronically truant')}</span> ${msg('At least a twentieth of the days without a valid cause.')}</p>` : nothing}`;
}

function monthTable({ month, weeks }: Month<DayOfRecord>): TemplateResult {
  const weekdays = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05'];
  return html`<table class="student-month">
    <caption>${monthName(month)}</caption>
    <thead><tr>${weekdays.map((day) => html`<th scope="col" abbr=${formatDay(day, 'weekday')}>${formatDay(day, 'weekday').slice(0, 2)}</th>`)}</tr></thead>
    <tbody>${weeks.map((week) => html`<tr>${week.map((day) => (day ? dayCell(day) : html`<td></td>`))}</tr>`)}</tbody>
  </table>`;
}

function dayCell(day: DayOfRecord): TemplateResult {
  const { daily, member } = day;
  const words = dayWords(day);
  const kind = daily ? kindOf(daily.category) : member ? 'not-taken' : 'not-available';
  const letters = daily ? (daily.category === 'present' ? '·' : daily.code) : member ? '?' : '–';
  return html`<td class="student-day ${letters.length > 2 ? 'is-long' : ''} ${daily?.incomplete ? 'is-incomplete' : ''}" data-kind=${kind} title="${formatDay(day.day)}: ${words}">
    <span class="student-date">${Number(day.day.slice(8))}</span>
    <span aria-hidden="true">${letters}</span><span class="r-hidden-visually">${words}</span></td>`;
}

function dayWords({ daily, member }: DayOfRecord): string {
  if (daily) return daily.incomplete ? msg(str`${daily.name}, so far`) : daily.name;
  return member ? msg('nothing taken yet') : msg('not at this school then');
}

function monthName(month: string): string {
  const date = new Date(`${month}-15T00:00:00Z`);
  const style = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(document.documentElement.lang || 'en', style).format(date);
}

function legend(days: DayOfRecord[]): TemplateResult {
  const codes = new Map(
    days.flatMap(({ daily }) =>
      daily && daily.category !== 'present' ? [[daily.code, daily.name] as const] : [],
    ),
  );
  return html`<p class="r-row r-small r-quiet"><span><strong>·</strong> ${msg('present')}</span>
    ${[...codes].map(([code, name]) => html`<span><strong>${code}</strong> ${name}</span>`)}
    <span><strong>?</strong> ${msg('not taken')}</span> <span>${msg('dashed: a class is not taken yet')}</span></p>`;
}

function markedDays(days: DayOfRecord[]): TemplateResult {
  const marked = days.filter(
    (day) => (day.daily && day.daily.category !== 'present') || day.marks.length > 0,
  );
  return html`<r-card heading=${msg('Absences and other marks')} flush>${
    marked.length === 0
      ? html`<r-empty icon="check" heading=${msg('None')}>${msg('Present on every day so far.')}</r-empty>`
      : html`<div class="student-scroll" tabindex="0" role="region" aria-label=${msg('Absences and other marks')}><table class="r-table is-dense">
        <thead><tr><th scope="col">${msg('Day')}</th><th scope="col">${msg('Whole day')}</th><th scope="col">${msg('Classes')}</th></tr></thead>
        <tbody>${marked.map(
          (day) => html`<tr><th scope="row">${formatDay(day.day)}</th>
            <td>${day.daily ? html`<strong>${day.daily.code}</strong> ${day.daily.name}` : '–'}
              ${day.daily?.overridden ? html`<span class="r-badge is-accent">${msg('Set by the office')}</span>` : nothing}</td>
            <td>${day.marks.map(classMark)}</td></tr>`,
        )}</tbody></table></div>`
  }</r-card>`;
}

function classMark(mark: RecordedMark): TemplateResult {
  const times = [
    mark.arrivalTime ? msg(str`arrived ${formatTime(mark.arrivalTime)}`) : '',
    mark.dismissalTime ? msg(str`left ${formatTime(mark.dismissalTime)}`) : '',
    mark.note ?? '',
  ].filter(Boolean);
  return html`<div>${mark.periodCode} ${mark.section}: <strong title=${mark.name}>${mark.code}</strong><span class="r-hidden-visually"> ${mark.name}</span>
    ${times.length > 0 ? html`<span class="r-quiet r-small">${times.join(' · ')}</span>` : nothing}</div>`;
}
