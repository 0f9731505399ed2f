import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { GridView } from './grid.ts';
import { contains } from './selection.ts';

/** A cell as it is shown. */
export type Cell = {
  /** What stands in it, and what is copied and edited. */
  text: string;
  /** How its saving stands; `refused` was not accepted and keeps what was typed. */
  state?: 'saving' | 'offline' | 'refused' | 'conflict';
  /** Small marks beside the text, such as late or comment, each a word for screen readers and a letter. */
  flags?: { letter: string; words: string }[];
  /** Looks: excused, dropped, missing. */
  tone?: 'quiet' | 'struck' | 'alarm';
  /** Why it was refused or what it means; read with the cell. */
  note?: string;
  readOnly?: boolean;
};

/**
 * @summary One row of `<r-grid>`. A row renders alone, so a keystroke costs one row and not the grid.
 */
@customElement('r-grid-row')
export class GridRow extends LitElement {
  /** The grid's view of data, selection and editing; the grid asks for an update when it changes. */
  @property({ attribute: false }) view!: GridView;

  /** Which row this is, from 0. */
  @property({ type: Number }) row = 0;

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'row');
  }

  private cell(column: number): TemplateResult {
    const { selection, range, editing, source } = this.view;
    const { row } = this;
    const cell = source.cell(row, column);
    const isActive = selection.active.row === row && selection.active.column === column;
    const isEdited = editing?.row === row && editing.column === column;
    const classes = {
      'r-grid-cell': true,
      'is-selected': contains(range, { row, column }),
      'is-active': isActive,
      [`is-${cell.state}`]: cell.state !== undefined,
      [`is-${cell.tone}`]: cell.tone !== undefined,
    };
    return html`<div role="gridcell" class=${classMap(classes)} data-column=${column} aria-colindex=${column + 2 + source.summaries}
      tabindex=${isActive && !isEdited ? 0 : -1} aria-selected=${contains(range, { row, column })}
      aria-invalid=${cell.state === 'refused' || cell.state === 'conflict' ? 'true' : nothing}
      aria-readonly=${cell.readOnly ? 'true' : nothing} title=${cell.note ?? nothing}
      >${
        isEdited
          ? html`<input class="r-grid-input" .value=${editing.text} aria-label=${source.label(row, column)}
              autocomplete="off" autocapitalize="off" spellcheck="false" />`
          : html`<span>${cell.text}</span>${(cell.flags ?? []).map(
              (flag) => html`<abbr title=${flag.words}>${flag.letter}</abbr>`,
            )}${cell.note ? html`<span class="r-hidden-visually">${cell.note}</span>` : nothing}`
      }</div>`;
  }

  override render() {
    const { source } = this.view;
    this.setAttribute('aria-rowindex', String(this.row + 2));
    return html`<div role="rowheader" class="r-grid-head" aria-colindex="1">${source.rowHead(this.row)}</div>${source
      .rowSummaries(this.row)
      .map(
        (summary, index) =>
          html`<div role="gridcell" class="r-grid-summary" data-summary=${index} aria-colindex=${index + 2} aria-readonly="true">${summary}</div>`,
      )}${Array.from({ length: source.columns }, (_, column) => this.cell(column))}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-grid-row': GridRow;
  }
}
