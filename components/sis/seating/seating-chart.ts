import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ClassStudent } from '../../../src/sis/attendance/opened/service.ts';
import { announce } from '../../base/announce.ts';
import { cssVars } from '../../css-vars.ts';
import { type DraftCode, kindOf, type Marks, nextCode } from '../attendance/draft.ts';
import { MarkEvent } from '../attendance/events.ts';
import { type DropTarget, SeatDrag } from './drag.ts';
import {
  freePlaces,
  type Place,
  placeOf,
  put,
  type Room,
  type Seats,
  stepped,
  studentAt,
  takeOut,
} from './moves.ts';
import './seating-chart.css';
import { carryWords, placeWords, seatWords } from './words.ts';

/** The chart was changed. */
export class SeatsEvent extends Event {
  readonly seats: Seats;

  constructor(seats: Seats) {
    super('r-seats', { bubbles: true });
    this.seats = seats;
  }
}

/** A student was chosen on the chart, so that everything about them can be entered beside it. */
export class SeatChosenEvent extends Event {
  readonly studentId: number;

  constructor(studentId: number) {
    super('r-seat-chosen', { bubbles: true });
    this.studentId = studentId;
  }
}

/**
 * @summary The room from above, the front row first. Marking: a tap or Space goes through present, absent, tardy; the key
 * of a code sets it. Arranging: drag, or pick up with a tap, Space or Enter, choose with the arrows, put down the same
 * way; Delete puts a student into the tray, Escape puts them back.
 * @event r-mark - A student was marked.
 * @event r-seats - The chart was changed ({@link SeatsEvent}).
 * @event r-seat-chosen - A student was chosen ({@link SeatChosenEvent}).
 */
@customElement('r-seating-chart')
export class SeatingChart extends LitElement {
  /** Those in session, by name. */
  @property({ attribute: false }) students: ClassStudent[] = [];
  @property({ attribute: false }) codes: DraftCode[] = [];
  @property({ attribute: false }) marks: Marks = new Map();
  @property({ attribute: false }) seats: Seats = [];
  @property({ attribute: false }) room: Room = { rows: 5, columns: 6 };

  /** Seats are moved, not marked. */
  @property({ type: Boolean }) arranging = false;

  /** Marks may be changed. */
  @property({ type: Boolean }) editable = false;

  @state() private at: Place = { row: 1, column: 1 };
  @state() private carried: number | undefined;

  private readonly drag = new SeatDrag((studentId, target) => this.dropped(studentId, target));

  protected override createRenderRoot() {
    return this;
  }

  protected override willUpdate(): void {
    if (!this.arranging) this.carried = undefined;
    const { row, column } = this.at;
    this.at = { row: Math.min(row, this.room.rows), column: Math.min(column, this.room.columns) };
  }

  /** Puts the focus on a seat. */
  async focusSeat(place: Place): Promise<void> {
    this.at = place;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.r-seat[tabindex="0"]')?.focus();
  }

  private student(studentId: number | undefined): ClassStudent | undefined {
    return this.students.find((student) => student.studentId === studentId);
  }

  private tray(): ClassStudent[] {
    return this.students.filter(({ studentId }) => placeOf(this.seats, studentId) === undefined);
  }

  private code(studentId: number): DraftCode | undefined {
    const codeId = this.student(studentId)?.mark?.overrideCodeId ?? this.marks.get(studentId)?.codeId;
    return this.codes.find((code) => code.id === codeId);
  }

  private mark(studentId: number, code: DraftCode | undefined): void {
    this.dispatchEvent(new SeatChosenEvent(studentId));
    if (!this.editable || !code) return;
    this.dispatchEvent(new MarkEvent(studentId, { codeId: code.id }));
    announce(`${this.student(studentId)?.name}: ${code.name}`);
  }

  private cycle(studentId: number): void {
    this.mark(studentId, nextCode(this.codes, this.marks.get(studentId)?.codeId ?? 0));
  }

  private pickUp(studentId: number): void {
    this.carried = studentId;
    announce(carryWords(this.student(studentId)?.name ?? ''));
  }

  private move(seats: Seats, words: string): void {
    this.carried = undefined;
    if (seats !== this.seats) this.dispatchEvent(new SeatsEvent(seats));
    announce(words);
  }

  private putDown(studentId: number, place: Place): void {
    const name = this.student(studentId)?.name ?? '';
    const other = this.student(studentAt(this.seats, place))?.name;
    const words = `${name}: ${placeWords(place)}`;
    const swapped = other && other !== name ? msg(str`${words}, in place of ${other}`) : words;
    this.move(put(this.seats, studentId, place), swapped);
    void this.focusSeat(place);
  }

  private intoTray(studentId: number): void {
    this.move(takeOut(this.seats, studentId), msg(str`${this.student(studentId)?.name ?? ''} has no seat`));
  }

  private dropped(studentId: number, target: DropTarget): void {
    if (target === 'tray') this.intoTray(studentId);
    else if (target) this.putDown(studentId, target);
  }

  private clicked(event: MouseEvent, place: Place): void {
    if (this.drag.wasDrag(event)) return;
    this.at = place;
    this.chosen(place);
  }

  /** What a tap, Space or Enter does on a place. */
  private chosen(place: Place): void {
    const studentId = studentAt(this.seats, place);
    if (this.arranging) {
      if (this.carried !== undefined) this.putDown(this.carried, place);
      else if (studentId !== undefined) this.pickUp(studentId);
    } else if (studentId !== undefined && this.student(studentId)) this.cycle(studentId);
  }

  private pressed(event: KeyboardEvent, place: Place): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const studentId = studentAt(this.seats, place);
    const to = stepped(place, event.key, this.room);
    const code = this.codes.find((one) => one.key?.toLowerCase() === event.key.toLowerCase());
    if (to) void this.focusSeat(to);
    else if (event.key === ' ' || event.key === 'Enter') this.chosen(place);
    else if (event.key === 'Escape' && this.carried !== undefined)
      this.move(this.seats, msg('Left as it was'));
    else if (event.key === 'Delete' && this.arranging && studentId !== undefined) this.intoTray(studentId);
    else if (code && !this.arranging && studentId !== undefined) this.mark(studentId, code);
    else return;
    event.preventDefault();
  }

  private trayChosen(event: MouseEvent, studentId: number): void {
    if (this.drag.wasDrag(event)) return;
    if (!this.arranging) {
      this.cycle(studentId);
      return;
    }
    this.pickUp(studentId);
    void this.focusSeat(freePlaces(this.seats, this.room)[0] ?? this.at);
  }

  private name(student: ClassStudent, code: DraftCode | undefined): TemplateResult {
    return html`<span class="r-seat-name">${student.name}</span>${
      this.arranging || !code
        ? nothing
        : html`<span class="r-seat-code" data-kind=${kindOf(code.category)} aria-hidden="true">${code.code}</span><span class="r-hidden-visually">, ${code.name}</span>`
    }`;
  }

  private seat(place: Place): TemplateResult {
    const student = this.student(studentAt(this.seats, place));
    const code = student ? this.code(student.studentId) : undefined;
    const focused = place.row === this.at.row && place.column === this.at.column;
    return html`<div role="gridcell" class="r-seat ${student ? '' : 'is-empty'} ${this.carried !== undefined && this.carried === student?.studentId ? 'is-carried' : ''}"
      tabindex=${focused ? 0 : -1} data-row=${place.row} data-column=${place.column}
      @click=${(event: MouseEvent) => this.clicked(event, place)} @keydown=${(event: KeyboardEvent) => this.pressed(event, place)}
      @pointerdown=${(event: PointerEvent) => this.arranging && student && this.drag.begin(event, student.studentId)}
      ><span class="r-hidden-visually">${seatWords(place, student === undefined)}</span>${student ? this.name(student, code) : nothing}</div>`;
  }

  private trayList(): TemplateResult | typeof nothing {
    const tray = this.tray();
    if (tray.length === 0 && !this.arranging) return nothing;
    return html`<div class="r-tray" data-tray role="group" aria-label=${msg('Without a seat')}>
      <span class="r-label">${msg('Without a seat')}</span>
      ${tray.length === 0 ? html`<span class="r-quiet">${msg('Everyone has a seat.')}</span>` : nothing}
      ${tray.map((student) => {
        const code = this.code(student.studentId);
        return html`<button type="button" class="r-seat ${this.carried === student.studentId ? 'is-carried' : ''}"
          @click=${(event: MouseEvent) => this.trayChosen(event, student.studentId)}
          @pointerdown=${(event: PointerEvent) => this.arranging && this.drag.begin(event, student.studentId)}
          >${this.name(student, code)}</button>`;
      })}
    </div>`;
  }

  override render() {
    const { rows, columns } = this.room;
    const range = (length: number) => Array.from({ length }, (_, at) => at + 1);
    return html`
      <div class="r-room ${this.arranging ? 'is-arranging' : ''}" ${cssVars({ '--columns': columns })}>
        <p class="r-room-front">${msg('Front of the room')}</p>
        <div class="r-seats" role="grid" aria-label=${msg('Seating chart')}>${range(rows).map(
          (row) =>
            html`<div role="row" class="r-seats-row">${range(columns).map((column) => this.seat({ row, column }))}</div>`,
        )}</div>
      </div>
      ${this.trayList()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-seating-chart': SeatingChart;
  }
  interface GlobalEventHandlersEventMap {
    'r-seats': SeatsEvent;
    'r-seat-chosen': SeatChosenEvent;
  }
}
