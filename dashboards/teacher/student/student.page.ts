import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { spacePath } from '../../../components/api.ts';
import '../../../components/base/icon.ts';
import type { StudentData } from '../../../src/pages/teacher/students.ts';
import { PageElement } from '../../shell/page-element.ts';
import { attendanceTab } from './attendance-tab.ts';
import { gradesTab } from './grades-tab.ts';
import { overviewTab } from './overview.ts';
import './student.css';
import { gradeWords } from './words.ts';

type Tab = 'overview' | 'attendance' | 'grades';

/** @summary A student: who they are and whom to call, their attendance, their grades. The address names the part. */
@customElement('r-student-page')
export class StudentPage extends PageElement<StudentData> {
  protected override readonly at = 'students';

  @state() private tab: Tab = tabOf(location.hash);

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.changed);
  }

  private readonly changed = (): void => {
    this.tab = tabOf(location.hash);
  };

  protected override pageTitle() {
    return this.page.data.overview.student.name;
  }

  private link(tab: Tab, words: string): TemplateResult {
    return html`<a class="r-button is-small" href="#${tab}" aria-current=${tab === this.tab ? 'true' : 'false'}>${words}</a>`;
  }

  private shown(): TemplateResult {
    const { overview, days, grades, reader } = this.page.data;
    if (this.tab === 'attendance') return attendanceTab(overview.attendance, days);
    if (this.tab === 'overview') return overviewTab(overview);
    const section = Number(new URLSearchParams(location.search).get('section')) || null;
    return gradesTab(overview.student.id, { grades, reader }, section);
  }

  protected override content() {
    const { student, enrollment } = this.page.data.overview;
    const grade = gradeWords(enrollment.gradeLevel);
    return html`
      <p class="r-no-print"><a href="${spacePath()}/students"><r-icon name="back"></r-icon> ${msg('Students')}</a></p>
      <div class="r-page-head">
        <div><h1>${student.name}</h1><p>${student.studentNumber} · ${msg(str`Grade ${grade}`)} · ${enrollment.schoolName}</p></div>
        <nav class="r-row r-no-print" aria-label=${msg('Parts of this page')}>
          ${this.link('overview', msg('Overview'))} ${this.link('attendance', msg('Attendance'))} ${this.link('grades', msg('Grades'))}
        </nav>
      </div>
      ${this.shown()}`;
  }
}

function tabOf(hash: string): Tab {
  return hash === '#attendance' || hash === '#grades' ? (hash.slice(1) as Tab) : 'overview';
}

declare global {
  interface HTMLElementTagNameMap {
    'r-student-page': StudentPage;
  }
}
