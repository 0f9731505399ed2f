import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { ClassStudent } from '../../../src/sis/attendance/opened/service.ts';
import type { ChangeRequest } from '../../../src/sis/attendance/requests/queries.ts';
import '../../base/icon.ts';
import { CodeChoice } from './code-choice.ts';
import { type DraftCode, type DraftMark, type MarkChange, timeAsked } from './draft.ts';
import { MarkEvent, OfficeEvent } from './events.ts';
import { historyStrip } from './history-strip.ts';
import { outOfSessionWords } from './words.ts';

/**
 * @summary A student on the class list: name, the last days, the day so far, the codes, and what the chosen code asks
 * for. Out of session it is grey and says why.
 * @event r-mark - Something was entered ({@link MarkEvent}).
 * @event r-office - The office is to change it ({@link OfficeEvent}).
 */
@customElement('r-roster-row')
export class RosterRow extends LitElement {
  /** Who it is. */
  @property({ attribute: false }) student!: ClassStudent;

  /** What is marked; undefined out of session. */
  @property({ attribute: false }) mark: DraftMark | undefined;

  /** Every code of the school's classes. */
  @property({ attribute: false }) codes: DraftCode[] = [];

  /** The days of the history strip. */
  @property({ attribute: false }) days: string[] = [];

  /** Where the student's own page is. */
  @property() href = '';

  /** The mark may be changed here. */
  @property({ type: Boolean }) editable = false;

  /** A button leads to the office: `ask` for the teacher, `set` in the office itself. */
  @property() office: 'ask' | 'set' | '' = '';

  /** A change that the office has been asked for. */
  @property({ attribute: false }) request: ChangeRequest | undefined;

  /** Why the mark was not accepted. */
  @property() problem = '';

  /** It is the day itself, so the time may be taken from the clock. */
  @property({ type: Boolean }) now = false;

  @state() private noteOpen = false;

  protected override createRenderRoot() {
    return this;
  }

  /** Puts the focus on the chosen code. */
  focusChosen(): void {
    const choice = this.querySelector('r-code-choice');
    if (choice instanceof CodeChoice) choice.focusChosen();
  }

  /** Opens the note and puts the focus in it. */
  async openNote(): Promise<void> {
    this.noteOpen = true;
    await this.updateComplete;
    this.querySelector<HTMLInputElement>('.r-roster-note')?.focus();
  }

  private change(change: MarkChange): void {
    this.dispatchEvent(new MarkEvent(this.student.studentId, change));
  }

  private code(id: number | null | undefined): DraftCode | undefined {
    return this.codes.find((code) => code.id === id);
  }

  private time(mark: DraftMark): TemplateResult | typeof nothing {
    const asked = timeAsked(this.code(mark.codeId)?.category ?? '');
    if (!asked) return nothing;
    const label =
      asked === 'arrivalTime'
        ? msg(str`${this.student.name}: arrived at`)
        : msg(str`${this.student.name}: left at`);
    return html`<span class="r-roster-time">
      <span aria-hidden="true">${asked === 'arrivalTime' ? msg('Arrived') : msg('Left')}</span>
      <input class="r-input" type="time" aria-label=${label} .value=${live(mark[asked] ?? '')} ?disabled=${!this.editable}
        @change=${(event: Event) => this.change({ [asked]: (event.target as HTMLInputElement).value || null })} />
      ${
        this.now && this.editable && !mark[asked]
          ? html`<button type="button" class="r-button is-small" @click=${() => this.change({ [asked]: clock() })}>${msg('Now')}</button>`
          : nothing
      }
    </span>`;
  }

  private note(mark: DraftMark): TemplateResult {
    const { name } = this.student;
    if (!this.editable) return html`${mark.note ? html`<span class="r-small">${mark.note}</span>` : nothing}`;
    if (!this.noteOpen && !mark.note) {
      return html`<button type="button" class="r-button is-plain is-small is-icon" title=${msg('Add a note')}
        aria-label=${msg(str`Add a note: ${name}`)} @click=${() => this.openNote()}><r-icon name="comment"></r-icon></button>`;
    }
    return html`<input class="r-input r-roster-note" maxlength="500" placeholder=${msg('Note')} aria-label=${msg(str`Note: ${name}`)}
      .value=${live(mark.note ?? '')} @change=${(event: Event) => this.change({ note: (event.target as HTMLInputElement).value || null })}
      @keyup=${(event: KeyboardEvent) => event.key === 'Enter' && this.focusChosen()} />`;
  }

  private officeButton(): TemplateResult | typeof nothing {
    const { office, student } = this;
    if (office === '' || this.request?.state === 'open') return nothing;
    const label = office === 'ask' ? msg('Ask the office') : msg('Set the office’s code');
    return html`<button type="button" class="r-button is-small r-no-print" @click=${() => this.dispatchEvent(new OfficeEvent(student.studentId))}>
      ${label}<span class="r-hidden-visually">: ${student.name}</span></button>`;
  }

  private requestWords(request: ChangeRequest): string {
    switch (request.state) {
      case 'open':
        return msg(str`The office is asked for ${request.to}: ${request.reason}`);
      case 'accepted':
        return msg(str`The office changed it to ${request.to}.`);
      case 'refused':
        return msg(str`The office did not change it to ${request.to}.`);
    }
  }

  private marked(mark: DraftMark): TemplateResult {
    const override = this.code(this.student.mark?.overrideCodeId);
    return html`
      <r-code-choice .codes=${this.codes.filter((code) => code.key !== null)} .chosen=${this.code(mark.codeId)} .student=${this.student.studentId}
        label=${msg(str`Attendance of ${this.student.name}`)} ?disabled=${!this.editable}></r-code-choice>
      <span class="r-roster-more">
        ${override ? html`<span class="r-badge is-accent" title=${override.name}>${msg(str`Office: ${override.code}`)}<span class="r-hidden-visually"> ${override.name}</span></span>` : nothing}
        ${this.time(mark)} ${this.note(mark)} ${this.officeButton()}
      </span>
      ${this.request ? html`<p class="r-roster-line r-small"><r-icon name="clock"></r-icon> ${this.requestWords(this.request)}</p>` : nothing}
      ${this.problem ? html`<p class="r-roster-line r-error"><r-icon name="error"></r-icon> ${this.problem}</p>` : nothing}`;
  }

  private daily(): TemplateResult {
    const { daily } = this.student;
    if (!daily)
      return html`<span class="r-roster-daily r-quiet"><span class="r-hidden-visually">${msg('Whole day: nothing yet')}</span></span>`;
    const so = daily.incomplete ? msg('so far') : '';
    return html`<span class="r-roster-daily" title=${daily.name}><span class="r-hidden-visually">${msg('Whole day')}: ${daily.name}</span>
      <span aria-hidden="true"><span class="r-roster-day-word">${msg('Day')} </span><strong>${daily.code}</strong></span>
      <span class="r-quiet r-small">${so}</span></span>`;
  }

  override render() {
    const { student, mark } = this;
    const given = student.name.endsWith(student.familyName)
      ? student.name.slice(0, -student.familyName.length).trim()
      : student.name;
    const about = [
      student.studentNumber,
      student.gradeLevel === null ? '' : msg(str`grade ${student.gradeLevel}`),
    ];
    return html`
      <span class="r-roster-name"><a href=${this.href}>${student.familyName}, ${given}</a>
        <span class="r-quiet r-small">${about.filter(Boolean).join(' · ')}</span></span>
      ${historyStrip(this.days, student.history, this.codes)}
      ${this.daily()}
      ${student.inSession && mark ? this.marked(mark) : html`<span class="r-roster-out r-quiet">${outOfSessionWords(student.why)}</span>`}`;
  }
}

/** The time of day on this device. */
function clock(): string {
  return new Date().toTimeString().slice(0, 5);
}

declare global {
  interface HTMLElementTagNameMap {
    'r-roster-row': RosterRow;
  }
}
