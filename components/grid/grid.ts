import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { cssVars } from '../css-vars.ts';
import { toClipboard } from './clipboard.ts';
import {
  type Edit,
  GridDraftEvent,
  GridEditEvent,
  GridHistoryEvent,
  GridPasteEvent,
  GridSelectEvent,
} from './events.ts';
import './grid.css';
import './grid-row.ts';
import type { Cell, GridRow } from './grid-row.ts';
import { type Command, commandOf } from './keys.ts';
import {
  at,
  move,
  type Place,
  placesIn,
  type Range,
  rangeOf,
  type Selection,
  type Step,
  within,
} from './selection.ts';

/** What a grid shows. Rows and columns are counted from 0; the page owns the data and answers from memory. */
export type GridSource = {
  rows: number;
  columns: number;
  /** Read-only columns beside the row's head, such as averages. */
  summaries: number;
  rowKey(row: number): string | number;
  rowHead(row: number): TemplateResult | string;
  rowSummaries(row: number): (TemplateResult | string)[];
  corner(): TemplateResult | string;
  summaryHead(index: number): TemplateResult | string;
  columnHead(column: number): TemplateResult | string;
  cell(row: number, column: number): Cell;
  /** The name of a cell for a screen reader: whose score, of what. */
  label(row: number, column: number): string;
};

/** What the rows need to draw themselves. */
export type GridView = {
  source: GridSource;
  selection: Selection;
  range: Range;
  editing: Edit | null;
};

/**
 * @summary An editable grid by the ARIA grid pattern, with a spreadsheet's keyboard and clipboard: arrows, Enter, type to
 * replace, Tab after typing goes right (otherwise it leaves), Ctrl+D, Ctrl+C, Ctrl+V, Ctrl+Z. It refuses nothing and
 * saves nothing: it tells the page what was typed, and shows what the page's source says.
 * @event r-grid-edit - Cells were given text ({@link GridEditEvent}).
 * @event r-grid-draft - The text being typed ({@link GridDraftEvent}).
 * @event r-grid-paste - A block was pasted ({@link GridPasteEvent}).
 * @event r-grid-select - The selection moved ({@link GridSelectEvent}).
 * @event r-grid-history - Undo or redo ({@link GridHistoryEvent}).
 * @cssproperty --head-width - Width of the row heads.
 * @cssproperty --cell-width - Width of the cells.
 */
@customElement('r-grid')
export class Grid extends LitElement {
  private selection: Selection = at({ row: 0, column: 0 });
  private editing: Edit | null = null;
  private dragging = false;

  /** The name of the grid for screen readers; required. */
  @property() label = '';

  /** What is shown; give a new object when rows or columns changed, `refreshRow` when only values did. */
  @property({ attribute: false }) source!: GridSource;

  protected override createRenderRoot() {
    return this;
  }

  constructor() {
    super();
    this.addEventListener('keydown', (event) => this.onKey(event));
    this.addEventListener('input', (event) => this.onInput(event));
    this.addEventListener('focusout', (event) => this.onFocusOut(event));
    this.addEventListener('pointerdown', (event) => this.onPointerDown(event));
    this.addEventListener('pointerover', (event) => this.onPointerOver(event));
    this.addEventListener('pointerup', () => {
      this.dragging = false;
    });
    this.addEventListener('dblclick', () => this.beginEditing());
    this.addEventListener('copy', (event) => this.onCopy(event));
    this.addEventListener('paste', (event) => this.onPaste(event));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('source')) return;
    const extent = this.extent();
    this.selection = {
      anchor: within(this.selection.anchor, extent),
      active: within(this.selection.active, extent),
    };
    this.refreshRows(0, this.source.rows - 1);
  }

  private extent() {
    return { rows: this.source.rows, columns: this.source.columns };
  }

  private view(): GridView {
    return {
      source: this.source,
      selection: this.selection,
      range: rangeOf(this.selection),
      editing: this.editing,
    };
  }

  private rowElement(row: number): GridRow | undefined {
    return this.querySelector<GridRow>(`r-grid-row[data-row="${row}"]`) ?? undefined;
  }

  private cellElement({ row, column }: Place): HTMLElement | null {
    return this.querySelector(`r-grid-row[data-row="${row}"] > [data-column="${column}"]`);
  }

  private refreshRows(from: number, to: number): void {
    const view = this.view();
    for (let row = from; row <= to; row++) {
      const element = this.rowElement(row);
      if (!element) continue;
      element.view = view;
      element.requestUpdate();
    }
  }

  private placeOf(event: Event): Place | undefined {
    const cell = (event.target as Element).closest<HTMLElement>('[data-column]');
    const row = cell?.closest<GridRow>('r-grid-row');
    return cell && row ? { row: row.row, column: Number(cell.dataset.column) } : undefined;
  }

  private select(selection: Selection, { focus = true } = {}): void {
    const before = rangeOf(this.selection);
    this.selection = selection;
    const now = rangeOf(selection);
    this.refreshRows(Math.min(before.top, now.top), Math.max(before.bottom, now.bottom));
    this.dispatchEvent(new GridSelectEvent(selection));
    if (focus) void this.focusActive();
  }

  private async focusActive(): Promise<void> {
    await this.rowElement(this.selection.active.row)?.updateComplete;
    const cell = this.cellElement(this.selection.active);
    cell?.focus({ preventScroll: true });
    if (cell) this.reveal(cell);
  }

  /** Scrolls a cell out from under the columns and the row that stay in place. */
  private reveal(cell: HTMLElement): void {
    const port = this.getBoundingClientRect();
    const box = cell.getBoundingClientRect();
    const left = port.left + Number.parseFloat(getComputedStyle(this).scrollPaddingLeft || '0');
    const head = this.querySelector('.r-grid-headings')?.getBoundingClientRect().height ?? 0;
    if (box.left < left) this.scrollLeft -= left - box.left;
    else if (box.right > port.right) this.scrollLeft += box.right - port.left - this.clientWidth;
    if (box.top < port.top + head) this.scrollTop -= port.top + head - box.top;
    else if (box.bottom > port.top + this.clientHeight)
      this.scrollTop += box.bottom - port.top - this.clientHeight;
  }

  private beginEditing(text?: string): void {
    const { active } = this.selection;
    const cell = this.source.cell(active.row, active.column);
    if (cell.readOnly || this.editing) return;
    this.editing = { ...active, text: text ?? cell.text };
    this.refreshRows(active.row, active.row);
    void this.focusInput(text === undefined);
    if (text !== undefined) this.dispatchEvent(new GridDraftEvent(active, text));
  }

  private async focusInput(selectAll: boolean): Promise<void> {
    await this.rowElement(this.selection.active.row)?.updateComplete;
    const input = this.querySelector<HTMLInputElement>('.r-grid-input');
    if (!input) return;
    this.reveal(input.parentElement as HTMLElement);
    input.focus({ preventScroll: true });
    if (selectAll) input.select();
  }

  private commit(): void {
    const { editing } = this;
    if (!editing) return;
    this.editing = null;
    this.refreshRows(editing.row, editing.row);
    this.dispatchEvent(new GridDraftEvent(editing, null));
    const before = this.source.cell(editing.row, editing.column);
    if (before.text !== editing.text || before.state === 'refused') {
      this.dispatchEvent(new GridEditEvent([editing], 'typing'));
    }
  }

  private giveUp(): void {
    const { editing } = this;
    if (!editing) return;
    this.editing = null;
    this.refreshRows(editing.row, editing.row);
    this.dispatchEvent(new GridDraftEvent(editing, null));
    void this.focusActive();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing || !this.placeOf(event)) return;
    const handled = this.editing ? this.onEditingKey(event) : this.onCommand(commandOf(event));
    if (!handled) return;
    event.preventDefault();
    event.stopPropagation();
  }

  private onEditingKey(event: KeyboardEvent): boolean {
    const step = stepAfterTyping(event);
    if (event.key === 'Escape') this.giveUp();
    else if (step) {
      this.commit();
      this.select(move(this.selection, step, this.extent()));
    } else return false;
    return true;
  }

  private onCommand(command: Command | undefined): boolean {
    switch (command?.does) {
      case 'move':
        this.select(move(this.selection, command.step, this.extent(), command.extend));
        return true;
      case 'edit':
        this.beginEditing();
        return true;
      case 'type':
        this.beginEditing(command.text);
        return true;
      case 'clear':
        this.edit(
          this.selected().map((place) => ({ ...place, text: '' })),
          'clear',
        );
        return true;
      case 'select-all':
        this.select({
          anchor: { row: 0, column: 0 },
          active: { row: this.source.rows - 1, column: this.source.columns - 1 },
        });
        return true;
      case 'fill-down':
        this.fillDown();
        return true;
      case 'undo':
      case 'redo':
        this.dispatchEvent(new GridHistoryEvent(command.does));
        return true;
      default:
        return false;
    }
  }

  private selected(): Place[] {
    return placesIn(rangeOf(this.selection));
  }

  /** Copies the top row of the selection over the rest; with one row selected, over everything below it. */
  private fillDown(): void {
    const range = rangeOf(this.selection);
    const bottom = range.top === range.bottom ? this.source.rows - 1 : range.bottom;
    const below = placesIn({ ...range, top: range.top + 1, bottom });
    this.edit(
      below.map((place) => ({ ...place, text: this.source.cell(range.top, place.column).text })),
      'fill',
    );
  }

  private edit(edits: Edit[], by: 'fill' | 'clear'): void {
    const changed = edits.filter(({ row, column, text }) => {
      const cell = this.source.cell(row, column);
      return !cell.readOnly && (cell.text !== text || cell.state === 'refused');
    });
    if (changed.length > 0) this.dispatchEvent(new GridEditEvent(changed, by));
  }

  private onInput(event: Event): void {
    if (!this.editing || !(event.target instanceof HTMLInputElement)) return;
    this.editing = { ...this.editing, text: event.target.value };
    this.dispatchEvent(new GridDraftEvent(this.editing, this.editing.text));
  }

  private onFocusOut(event: FocusEvent): void {
    if (this.editing && event.target instanceof HTMLInputElement) this.commit();
  }

  private onPointerDown(event: PointerEvent): void {
    const place = this.placeOf(event);
    if (!place || event.button !== 0 || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    this.commit();
    const again = this.selection.active.row === place.row && this.selection.active.column === place.column;
    if (again && event.pointerType === 'touch') {
      this.beginEditing();
      return;
    }
    this.dragging = event.pointerType === 'mouse';
    this.select(event.shiftKey ? { anchor: this.selection.anchor, active: place } : at(place));
  }

  private onPointerOver(event: PointerEvent): void {
    const place = this.dragging && event.buttons === 1 ? this.placeOf(event) : undefined;
    if (place) this.select({ anchor: this.selection.anchor, active: place }, { focus: false });
  }

  private onCopy(event: ClipboardEvent): void {
    if (this.editing || !event.clipboardData || !this.placeOf(event)) return;
    const range = rangeOf(this.selection);
    const rows: string[][] = [];
    for (let row = range.top; row <= range.bottom; row++) {
      rows.push(
        placesIn({ ...range, top: row, bottom: row }).map(
          (place) => this.source.cell(row, place.column).text,
        ),
      );
    }
    event.clipboardData.setData('text/plain', toClipboard(rows));
    event.preventDefault();
  }

  private onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain');
    if (this.editing || !text || !this.placeOf(event)) return;
    event.preventDefault();
    this.dispatchEvent(new GridPasteEvent(rangeOf(this.selection), text));
  }

  /** Draws one row anew: its values changed. */
  refreshRow(row: number): void {
    this.refreshRows(row, row);
  }

  /** Makes a cell the active one and brings it into sight. */
  goTo(place: Place): void {
    this.select(at(within(place, this.extent())));
  }

  override render() {
    const { source } = this;
    return html`
      <div class="r-grid-body" role="grid" aria-label=${this.label} aria-multiselectable="true"
        aria-rowcount=${source.rows + 1} aria-colcount=${source.columns + source.summaries + 1}
        ${cssVars({ '--summaries': source.summaries })}>
        <div role="row" class="r-grid-headings" aria-rowindex="1">
          <div role="columnheader" class="r-grid-head" aria-colindex="1">${source.corner()}</div>
          ${Array.from(
            { length: source.summaries },
            (_, index) =>
              html`<div role="columnheader" class="r-grid-summary" data-summary=${index} aria-colindex=${index + 2}>${source.summaryHead(index)}</div>`,
          )}
          ${Array.from(
            { length: source.columns },
            (_, column) =>
              html`<div role="columnheader" class="r-grid-column" aria-colindex=${column + 2 + source.summaries}>${source.columnHead(column)}</div>`,
          )}
        </div>
        ${
          source.columns === 0
            ? nothing
            : Array.from(
                { length: source.rows },
                (_, row) => html`<r-grid-row data-row=${row} .row=${row} .view=${this.view()}></r-grid-row>`,
              )
        }
      </div>
    `;
  }
}

function stepAfterTyping(event: KeyboardEvent): Step | undefined {
  if (event.key === 'Enter') return { by: 'cell', rows: event.shiftKey ? -1 : 1, columns: 0 };
  if (event.key === 'Tab') return { by: 'cell', rows: 0, columns: event.shiftKey ? -1 : 1 };
  if (event.key === 'ArrowDown') return { by: 'cell', rows: 1, columns: 0 };
  if (event.key === 'ArrowUp') return { by: 'cell', rows: -1, columns: 0 };
  return undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'r-grid': Grid;
  }
}
