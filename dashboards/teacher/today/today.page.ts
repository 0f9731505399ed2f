import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../../../components/base/card.ts';
import '../../../components/base/empty.ts';
import '../../../components/base/icon.ts';
import { formatDay, formatTime, plural } from '../../../components/format.ts';
import type { TodayData } from '../../../src/pages/teacher/today.ts';
import type { MissingWork, PostingWork } from '../../../src/sis/gradebook/types.ts';
import type { ClassOfDay, UntakenClass } from '../../../src/sis/scheduling/today/queries.ts';
import { PageElement } from '../../shell/page-element.ts';
import { classAttendancePath, gradebookPath, postingPath } from '../../shell/paths.ts';
import { attendanceStateWords, dayKindWords, postingKindWords } from '../words.ts';
import './today.css';

/**
 * @summary A teacher's day: the classes with their attendance, what was never taken, what is not scored, what is to
 * be posted. Everything is a link to where the work is done.
 */
@customElement('r-today-page')
export class TodayPage extends PageElement<TodayData> {
  protected override readonly at = 'today';

  protected override pageTitle() {
    return msg('Today');
  }

  protected override content() {
    const { classes, untaken, day, missing, posting } = this.page.data;
    return html`
      <div class="r-page-head">
        <h1>${formatDay(this.frame.today, 'long')}</h1>
        <p class="r-quiet">${this.greeting()}</p>
      </div>
      <div class="today">
        <r-card heading=${msg('Classes today')} flush>
          ${
            classes.length === 0
              ? html`<r-empty icon="calendar" heading=${msg('No classes today')}>${day ? dayKindWords(day) : msg('You teach no classes here.')}</r-empty>`
              : html`<ol class="today-list" role="list">${classes.map((one) => this.classOfDay(one))}</ol>`
          }
        </r-card>
        ${untaken.length > 0 ? this.untaken(untaken) : nothing}
        ${this.missing(missing)} ${this.posting(posting)}
      </div>
    `;
  }

  private greeting(): string {
    const { classes, untaken } = this.page.data;
    const open = classes.filter((one) => one.state === 'not-taken').length + untaken.length;
    if (classes.length === 0 && open === 0) return msg('Nothing is waiting.');
    if (open === 0) return msg('Attendance is complete.');
    return plural(open, {
      one: msg('Attendance is to be taken for one class.'),
      other: msg(str`Attendance is to be taken for ${open} classes.`),
    });
  }

  private classOfDay(one: ClassOfDay): TemplateResult {
    const href = classAttendancePath({ ...one, day: this.frame.today });
    return html`<li>
      <span class="today-time"><strong>${one.periodCode}</strong> <span class="r-quiet r-small">${formatTime(one.startsAt)}</span></span>
      <span class="today-what">
        <a href=${href}>${one.courseTitle}</a>
        <span class="r-quiet r-small">${one.code} · ${msg(str`Room ${one.room}`)} · ${plural(one.students, {
          one: msg('1 student'),
          other: msg(str`${one.students} students`),
        })}</span>
      </span>
      <span class="today-state">${this.stateBadge(one.state)}</span>
      <span class="today-links">
        ${
          one.kind === 'class'
            ? html`<a class="r-button is-small" href=${gradebookPath(one.sectionId)}>${msg('Gradebook')}<span class="r-hidden-visually"> ${one.code}</span></a>`
            : nothing
        }
      </span>
    </li>`;
  }

  private stateBadge(state: ClassOfDay['state']): TemplateResult {
    const tones = { 'not-taken': 'is-warning', saved: 'is-accent', posted: 'is-success' };
    const icons = { 'not-taken': 'clock', saved: 'pencil', posted: 'check' } as const;
    return html`<span class="r-badge ${tones[state]}"><r-icon name=${icons[state]}></r-icon> ${attendanceStateWords(state)}</span>`;
  }

  private untaken(untaken: UntakenClass[]): TemplateResult {
    return html`<r-card heading=${msg('Attendance never taken')} flush>
      <ol class="today-list" role="list">${untaken.map(
        (one) => html`<li>
          <span class="today-time"><strong>${one.periodCode}</strong></span>
          <span class="today-what">
            <a href=${classAttendancePath(one)}>${formatDay(one.day)}: ${one.courseTitle}</a>
            <span class="r-quiet r-small">${one.code}</span>
          </span>
          <span class="today-state"><span class="r-badge is-danger"><r-icon name="alert"></r-icon> ${msg('Not taken')}</span></span>
        </li>`,
      )}</ol>
    </r-card>`;
  }

  private missing(missing: MissingWork[]): TemplateResult {
    return html`<r-card heading=${msg('Scores to enter')} flush>
      ${
        missing.length === 0
          ? html`<r-empty icon="check" heading=${msg('Nothing to enter')}>${msg('Work that is due and not scored appears here.')}</r-empty>`
          : html`<ol class="today-list" role="list">${missing.map(
              (one) => html`<li>
                <span class="today-what">
                  <a href=${gradebookPath(one.sectionId, { assignmentId: one.assignmentId })}>${one.assignmentName}</a>
                  <span class="r-quiet r-small">${one.sectionCode} · ${msg(str`due ${formatDay(one.dueOn)}`)}</span>
                </span>
                <span class="today-state r-number">${msg(str`${one.unscored} of ${one.students} not scored`)}</span>
              </li>`,
            )}</ol>`
      }
    </r-card>`;
  }

  private posting(posting: PostingWork[]): TemplateResult {
    return html`<r-card heading=${msg('Posting grades')} flush>
      ${
        posting.length === 0
          ? html`<r-empty icon="calendar" heading=${msg('No window is near')}>${msg('Windows for posting appear here two weeks before they open.')}</r-empty>`
          : html`<ol class="today-list" role="list">${posting.map((one) => this.window(one))}</ol>`
      }
    </r-card>`;
  }

  private window(one: PostingWork): TemplateResult {
    const first = one.sections[0];
    const label = `${one.termName}: ${postingKindWords(one.kind)}`;
    return html`<li>
      <span class="today-what">
        ${first ? html`<a href=${postingPath(first.sectionId, one)}>${label}</a>` : label}
        <span class="r-quiet r-small">${this.windowWords(one)}</span>
      </span>
      <span class="today-state r-number">${msg(str`${one.sections.filter((section) => section.posted).length} of ${one.sections.length} posted`)}</span>
    </li>`;
  }

  private windowWords({ window, opensOn, closesOn }: PostingWork): string {
    if (window === 'before') return msg(str`opens ${formatDay(opensOn)}, closes ${formatDay(closesOn)}`);
    if (window === 'open') return msg(str`open until ${formatDay(closesOn)}`);
    return msg(str`closed on ${formatDay(closesOn)}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-today-page': TodayPage;
  }
}
