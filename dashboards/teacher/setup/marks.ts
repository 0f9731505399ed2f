import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import '../../../components/base/empty.ts';
import '../../../components/base/icon.ts';
import { plural } from '../../../components/format.ts';
import type { SetupView } from '../../../src/sis/gradebook/types.ts';
import type { SetupRun } from './calls.ts';
import './mark-dialog.ts';
import type { MarkDialog } from './mark-dialog.ts';
import './question.ts';
import type { Question } from './question.ts';
import { markBehaviors } from './words.ts';

type Row = SetupView['marks'][number];

/** @summary The special marks that a teacher writes instead of points, and what each does to the average. */
@customElement('r-setup-marks')
export class SetupMarks extends LitElement {
  @query('r-mark-dialog') private dialog!: MarkDialog;
  @query('r-question') private question!: Question;

  /** The book. */
  @property({ attribute: false }) view!: SetupView;

  /** Makes a change. */
  @property({ attribute: false }) run!: SetupRun;

  protected override createRenderRoot() {
    return this;
  }

  private askToDelete({ id, code, scoreCount }: Row): void {
    this.question.ask({
      heading: msg(str`Delete the mark ${code}?`),
      says:
        scoreCount === 0
          ? msg('It stands in no cell.')
          : plural(scoreCount, {
              one: msg('It stands in one cell. Replace it there first.'),
              other: msg(str`It stands in ${scoreCount} cells. Replace it there first.`),
            }),
      confirm: msg('Delete'),
      act: () => this.run((calls) => calls.deleteMark(id), msg(str`${code} deleted`)),
    });
  }

  private row(row: Row): TemplateResult {
    const behavior = markBehaviors().find(({ value }) => value === row.behavior);
    return html`<tr>
      <th scope="row">${row.code}</th>
      <td>${this.view.mayEdit ? html`<button type="button" class="setup-link" @click=${() => this.dialog.edit(row)}>${row.name}</button>` : row.name}</td>
      <td>${behavior?.label}${row.percent === null ? nothing : html` ${row.percent}%`}<br /><span class="r-quiet r-small">${behavior?.says}</span></td>
      <td class="is-number">${row.scoreCount}</td>
      ${
        this.view.mayEdit
          ? html`<td><button type="button" class="r-button is-plain is-small is-icon" aria-label=${msg(str`Delete the mark ${row.code}`)}
              @click=${() => this.askToDelete(row)}><r-icon name="trash"></r-icon></button></td>`
          : nothing
      }
    </tr>`;
  }

  override render() {
    const { marks, mayEdit } = this.view;
    return html`<div class="r-stack">
      <p class="r-quiet">${msg('Type a mark’s code in a cell instead of points. Families see it too.')}</p>
      ${
        mayEdit
          ? html`<div class="r-row"><button type="button" class="r-button" @click=${() => this.dialog.edit(null)}>
              <r-icon name="plus"></r-icon> ${msg('Add a mark')}</button></div>`
          : nothing
      }
      ${
        marks.length === 0
          ? html`<r-empty icon="star" heading=${msg('No special marks yet')}>${msg('EX for exempt and M for missing work are a good start.')}</r-empty>`
          : html`<div class="r-table-wrap" tabindex="0" role="region" aria-label=${msg('Special marks')}><table class="r-table is-dense">
              <thead><tr><th scope="col">${msg('Code')}</th><th scope="col">${msg('Name')}</th><th scope="col">${msg('What it does')}</th>
                <th scope="col" class="is-number">${msg('Cells')}</th>
                ${mayEdit ? html`<th scope="col"><span class="r-hidden-visually">${msg('Delete')}</span></th>` : nothing}</tr></thead>
              <tbody>${marks.map((row) => this.row(row))}</tbody>
            </table></div>`
      }
    </div>
    <r-mark-dialog .view=${this.view} .run=${this.run}></r-mark-dialog>
    <r-question></r-question>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-setup-marks': SetupMarks;
  }
}
