import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { spacePath } from '../../../components/api.ts';
import '../../../components/base/card.ts';
import '../../../components/base/empty.ts';
import '../../../components/base/icon.ts';
import '../../../components/base/save-state.ts';
import { formatDay, formatTime, plural } from '../../../components/format.ts';
import type { AttendanceDayData } from '../../../src/pages/teacher/attendance.ts';
import type { ClassOfDay, UntakenClass } from '../../../src/sis/scheduling/today/queries.ts';
import { PageElement } from '../../shell/page-element.ts';
import { classAttendancePath } from '../../shell/paths.ts';
import { otherClasses } from '../class-attendance/notices.ts';
import { attendanceQueue } from '../class-attendance/saving.ts';
import { attendanceStateWords, dayKindWords } from '../words.ts';
import './attendance.css';

const tones = { 'not-taken': 'is-warning', saved: 'is-accent', posted: 'is-success' };
const icons = { 'not-taken': 'clock', saved: 'pencil', posted: 'check' } as const;

/**
 * @summary A teacher's classes of a day with the state of their attendance, and the earlier ones that wait. It also sends
 * what a class's page could not.
 */
@customElement('r-attendance-page')
export class AttendancePage extends PageElement<AttendanceDayData> {
  protected override readonly at = 'attendance';

  private readonly queue = attendanceQueue(this.frame.saveScope);

  override connectedCallback(): void {
    super.connectedCallback();
    this.queue.addEventListener('r-save-change', () => this.requestUpdate());
    void this.queue.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.queue.close();
  }

  protected override pageTitle() {
    return msg('Attendance');
  }

  private get shownDay(): string {
    return this.page.data.day?.day ?? this.frame.today;
  }

  private dayChoice(): TemplateResult {
    const { today } = this.frame;
    const { day } = this.page.data;
    const path = (to: string) => `${spacePath()}/attendance?day=${to}`;
    const step = (to: string | null | undefined, icon: 'chevron-left' | 'chevron-right', words: string) =>
      to && to <= today
        ? html`<a class="r-button is-icon" href=${path(to)} title=${formatDay(to)} aria-label="${words}: ${formatDay(to)}"><r-icon name=${icon}></r-icon></a>`
        : html`<span class="r-button is-icon" role="link" aria-disabled="true" aria-label=${words}><r-icon name=${icon}></r-icon></span>`;
    return html`<nav class="r-row classes-day" aria-label=${msg('Day')}>
      ${step(day?.previous, 'chevron-left', msg('School day before'))}
      <input class="r-input" type="date" aria-label=${msg('Day')} max=${today} .value=${this.shownDay}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLInputElement;
          if (value) location.assign(path(value));
        }} />
      ${step(day?.next, 'chevron-right', msg('School day after'))}
      ${this.shownDay === today ? nothing : html`<a class="r-button is-plain" href=${path(today)}>${msg('Today')}</a>`}
    </nav>`;
  }

  private classOfDay(one: ClassOfDay): TemplateResult {
    const room = msg(str`Room ${one.room}`);
    const students = plural(one.students, {
      one: msg('1 student'),
      other: msg(str`${one.students} students`),
    });
    return html`<li>
      <span class="classes-period"><strong>${one.periodCode}</strong> <span class="r-quiet r-small">${formatTime(one.startsAt)}</span></span>
      <span class="classes-what">
        <a href=${classAttendancePath({ ...one, day: this.shownDay })}>${one.courseTitle}</a>
        <span class="r-quiet r-small">${one.code} · ${room} · ${students}</span>
      </span>
      <span class="r-badge ${tones[one.state]}"><r-icon name=${icons[one.state]}></r-icon> ${attendanceStateWords(one.state)}</span>
    </li>`;
  }

  private untaken(untaken: UntakenClass[]): TemplateResult {
    return html`<r-card heading=${msg('Earlier classes that wait')} flush>
      <ol class="classes-list" role="list">${untaken.map(
        (one) => html`<li>
          <span class="classes-period"><strong>${one.periodCode}</strong></span>
          <span class="classes-what">
            <a href=${classAttendancePath(one)}>${formatDay(one.day)}: ${one.courseTitle}</a>
            <span class="r-quiet r-small">${one.code}</span>
          </span>
          <span class="r-badge ${tones[one.state]}"><r-icon name=${icons[one.state]}></r-icon> ${attendanceStateWords(one.state)}</span>
        </li>`,
      )}</ol>
    </r-card>`;
  }

  protected override content() {
    const { classes, day, untaken } = this.page.data;
    const { state, count } = this.queue.summary();
    return html`
      <div class="r-page-head">
        <h1>${msg('Attendance')}: ${formatDay(this.shownDay, 'long')}</h1>
        <r-save-state .state=${state} .count=${count}></r-save-state>
        ${this.dayChoice()}
      </div>
      ${otherClasses(this.queue)}
      <r-card heading=${msg('Classes of the day')} flush>
        ${
          classes.length === 0
            ? html`<r-empty icon="calendar" heading=${msg('No classes on this day')}>${day ? dayKindWords(day) : msg('You teach no classes here.')}</r-empty>`
            : html`<ol class="classes-list" role="list">${classes.map((one) => this.classOfDay(one))}</ol>`
        }
      </r-card>
      ${untaken.length > 0 ? this.untaken(untaken) : nothing}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-attendance-page': AttendancePage;
  }
}
