import { msg } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ClassStudent, OpenedClass } from '../../../src/sis/attendance/opened/service.ts';
import { LARGEST_ROOM } from '../../../src/sis/attendance/seating/rules.ts';
import { announce } from '../../base/announce.ts';
import '../../base/icon.ts';
import type { Marks } from '../attendance/draft.ts';
import '../attendance/roster-row.ts';
import './class-seats.css';
import { fill, type Room, resized, roomFor, type Seats } from './moves.ts';
import './seating-chart.ts';
import { type SeatChosenEvent, SeatsEvent } from './seating-chart.ts';

/**
 * @summary A class's seating chart with its tools: marking on it, with everything about the chosen student below, and
 * arranging it, with undo.
 * @event r-mark - A student was marked.
 * @event r-office - The office is to change a mark.
 * @event r-seats - The chart was changed.
 */
@customElement('r-class-seats')
export class ClassSeats extends LitElement {
  @property({ attribute: false }) opened!: OpenedClass;
  @property({ attribute: false }) marks: Marks = new Map();
  @property({ attribute: false }) seats: Seats = [];

  /** Marks may be changed. */
  @property({ type: Boolean }) editable = false;

  /** It is the day itself. */
  @property({ type: Boolean }) now = false;

  /** Seats may be moved. */
  @property({ type: Boolean, attribute: 'may-arrange' }) mayArrange = false;

  /** What the office's button does; '' for none. */
  @property() office: 'ask' | 'set' | '' = '';

  /** The address of a student's page. */
  @property({ attribute: false }) hrefOf: (studentId: number) => string = () => '';

  @state() private arranging = false;
  @state() private chosen: number | undefined;
  @state() private wanted: Room | undefined;
  @state() private past: Seats[] = [];

  protected override createRenderRoot() {
    return this;
  }

  /** Takes back the last change of the chart; false when there is none, or marks are shown. */
  undo(): boolean {
    const before = this.past.at(-1);
    if (!this.arranging || !before) return false;
    this.past = this.past.slice(0, -1);
    this.dispatchEvent(new SeatsEvent(before));
    announce(msg('Seating chart as before'));
    return true;
  }

  private students(): ClassStudent[] {
    return this.opened.students.filter((student) => student.inSession);
  }

  private room(): Room {
    const needed = roomFor(this.seats, this.students().length);
    return this.wanted ? resized(this.seats, this.wanted) : needed;
  }

  private changeTo(seats: Seats): void {
    this.past = [...this.past, this.seats];
    this.dispatchEvent(new SeatsEvent(seats));
  }

  private onSeats(event: SeatsEvent): void {
    if (event.target === this) return;
    event.stopPropagation();
    this.changeTo(event.seats);
  }

  private size(which: keyof Room, label: string): TemplateResult {
    const room = this.room();
    return html`<label class="r-row">${label}
      <input class="r-input seats-size" type="number" min="1" max=${LARGEST_ROOM} .value=${String(room[which])}
        @change=${(event: Event) => {
          this.wanted = { ...room, [which]: Number((event.target as HTMLInputElement).value) };
        }} /></label>`;
  }

  private tools(): TemplateResult {
    if (!this.arranging) {
      return html`<div class="r-row r-no-print">
        <button class="r-button" type="button" @click=${() => {
          this.arranging = true;
        }}><r-icon name="seats"></r-icon> ${msg('Arrange seats')}</button></div>`;
    }
    const everyone = this.students().map((student) => student.studentId);
    return html`<div class="r-row r-no-print" role="group" aria-label=${msg('Arrange seats')}>
      <button class="r-button is-loud" type="button" @click=${() => {
        this.arranging = false;
      }}>${msg('Done arranging')}</button>
      <button class="r-button" type="button" @click=${() => this.changeTo(fill(this.seats, everyone, this.room()))}>${msg('Seat everyone by name')}</button>
      <button class="r-button" type="button" ?disabled=${this.seats.length === 0} @click=${() => this.changeTo([])}>${msg('Clear the chart')}</button>
      <button class="r-button is-icon" type="button" aria-label=${msg('Undo')} title=${msg('Undo')} ?disabled=${this.past.length === 0}
        @click=${() => this.undo()}><r-icon name="undo"></r-icon></button>
      ${this.size('rows', msg('Rows'))} ${this.size('columns', msg('Columns'))}
    </div>
    <p class="r-quiet r-no-print">${msg('Drag a student to a seat. Or tap a student, or press Space on one, then choose the seat and do the same. Delete takes a student off the chart.')}</p>`;
  }

  private detail(): TemplateResult | typeof nothing {
    const student = this.students().find((one) => one.studentId === this.chosen);
    if (!student || this.arranging) return nothing;
    const requests = this.opened.requests.filter((request) => request.studentId === student.studentId);
    return html`<div class="r-no-print seats-detail"><r-roster-row .student=${student} .mark=${this.marks.get(student.studentId)}
      .codes=${this.opened.codes} .days=${this.opened.historyDays} .href=${this.hrefOf(student.studentId)} .request=${requests.at(-1)}
      .office=${this.office} ?editable=${this.editable} ?now=${this.now}></r-roster-row></div>`;
  }

  override render() {
    return html`
      ${this.mayArrange ? this.tools() : nothing}
      ${this.editable && !this.arranging ? html`<p class="r-quiet r-no-print">${msg('A tap goes through present, absent and tardy. All codes, the time and a note of the chosen student stand below.')}</p>` : nothing}
      <r-seating-chart .students=${this.students()} .codes=${this.opened.codes} .marks=${this.marks} .seats=${this.seats} .room=${this.room()}
        ?arranging=${this.arranging} ?editable=${this.editable} @r-seats=${this.onSeats}
        @r-seat-chosen=${(event: SeatChosenEvent) => {
          this.chosen = event.studentId;
        }}></r-seating-chart>
      ${this.detail()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-class-seats': ClassSeats;
  }
}
