import { msg } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ClassStudent, OpenedClass } from '../../../src/sis/attendance/opened/service.ts';
import { announce } from '../../base/announce.ts';
import { isTyping } from '../../base/shortcuts.ts';
import type { Marks } from './draft.ts';
import { MarkEvent } from './events.ts';
import './roster.css';
import './roster-row.ts';
import type { RosterRow } from './roster-row.ts';

/**
 * @summary The class list with everyone's codes. Up and Down go from student to student, the key of a code sets it for
 * the student in focus, Enter opens the note. With the focus nowhere Down begins at the first student.
 * @event r-mark - A student was marked.
 * @event r-office - The office is to change a mark.
 */
@customElement('r-roster')
export class Roster extends LitElement {
  /** The class as it was opened. */
  @property({ attribute: false }) opened!: OpenedClass;

  /** What is marked now. */
  @property({ attribute: false }) marks: Marks = new Map();

  /** Marks may be changed. */
  @property({ type: Boolean }) editable = false;

  /** It is the day itself. */
  @property({ type: Boolean }) now = false;

  /** What the office's button does; '' for none. */
  @property() office: 'ask' | 'set' | '' = '';

  /** Why a student's mark was not accepted. */
  @property({ attribute: false }) problems: ReadonlyMap<number, string> = new Map();

  /** The address of a student's page. */
  @property({ attribute: false }) hrefOf: (studentId: number) => string = () => '';

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.begun);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.begun);
  }

  /** Puts the focus on a student's code. */
  focusStudent(studentId: number): void {
    this.row(studentId)?.focusChosen();
  }

  private rows(): RosterRow[] {
    return [...this.querySelectorAll('r-roster-row')].filter((row) => row.student.inSession);
  }

  private row(studentId: number): RosterRow | undefined {
    return this.rows().find((row) => row.student.studentId === studentId);
  }

  private begun = (event: KeyboardEvent): void => {
    const nowhere = document.activeElement === document.body || document.activeElement?.id === 'main';
    if (event.key !== 'ArrowDown' || !nowhere || !this.editable) return;
    event.preventDefault();
    this.rows()[0]?.focusChosen();
  };

  private pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    const row = (event.target as Element).closest('r-roster-row');
    if (!row?.student.inSession) return;
    if (this.moved(event.key, row)) event.preventDefault();
    else if (this.editable && this.keyed(event, row)) event.preventDefault();
  }

  private moved(key: string, row: RosterRow): boolean {
    const rows = this.rows();
    const at = rows.indexOf(row);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[key];
    if (to === undefined) return false;
    rows[Math.min(Math.max(to, 0), rows.length - 1)]?.focusChosen();
    return true;
  }

  private keyed(event: KeyboardEvent, row: RosterRow): boolean {
    const { studentId } = row.student;
    const onControl = (event.target as Element).matches('a, button');
    if (event.key === 'Enter' && !onControl) {
      void row.openNote();
      return true;
    }
    const code = this.opened.codes.find((one) => one.key?.toLowerCase() === event.key.toLowerCase());
    if (!code || event.key === ' ') return false;
    this.dispatchEvent(new MarkEvent(studentId, { codeId: code.id }));
    if (onControl) announce(`${row.student.name}: ${code.name}`);
    return true;
  }

  private student(student: ClassStudent): TemplateResult {
    const { opened } = this;
    const requests = opened.requests.filter((request) => request.studentId === student.studentId);
    return html`<li class=${student.inSession ? nothing : 'is-out'} data-student=${student.studentId}>
      <r-roster-row .student=${student} .mark=${this.marks.get(student.studentId)} .codes=${opened.codes} .days=${opened.historyDays}
        .href=${this.hrefOf(student.studentId)} .request=${requests.at(-1)} .office=${this.office} ?editable=${this.editable} ?now=${this.now}
        .problem=${this.problems.get(student.studentId) ?? ''}></r-roster-row>
    </li>`;
  }

  override render() {
    const { codes, students } = this.opened;
    return html`
      <p class="r-roster-key r-small r-quiet" aria-hidden="true">${codes
        .filter((code) => code.key !== null)
        .map(
          (code) =>
            html`<span><strong>${code.code}</strong> ${code.name}${code.key?.toUpperCase() === code.code ? nothing : html` <kbd>${code.key}</kbd>`}</span>`,
        )}
        <span><strong>·</strong> ${msg('present')}</span> <span><strong>?</strong> ${msg('not taken')}</span>
        ${this.editable ? html`<span class="r-roster-hint"><kbd>↓</kbd> ${msg('begins')} <kbd>?</kbd> ${msg('lists the keys')}</span>` : nothing}</p>
      <ol class="r-roster" role="list" aria-label=${msg('Class list')} @keydown=${this.pressed}>${repeat(
        students,
        (student) => student.studentId,
        (student) => this.student(student),
      )}</ol>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-roster': Roster;
  }
}
