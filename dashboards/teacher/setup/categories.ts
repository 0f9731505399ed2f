import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import '../../../components/base/empty.ts';
import '../../../components/base/icon.ts';
import { plural } from '../../../components/format.ts';
import type { SetupView } from '../../../src/sis/gradebook/types.ts';
import type { SetupRun } from './calls.ts';
import './category-dialog.ts';
import type { CategoryDialog } from './category-dialog.ts';
import './question.ts';
import type { Question } from './question.ts';
import './term-weights.ts';
import { previewWeights, type WeightsPreview } from './weights.ts';
import './weights-table.ts';
import { shareWords, weightsSentence } from './words.ts';

type Row = SetupView['categories'][number];

/**
 * @summary The kinds of work: what each weighs, its usual points, and how many scores it drops; and what the weights are
 * in single terms.
 */
@customElement('r-setup-categories')
export class SetupCategories extends LitElement {
  @query('r-category-dialog') private dialog!: CategoryDialog;
  @query('r-question') private question!: Question;

  /** The book. */
  @property({ attribute: false }) view!: SetupView;

  /** Makes a change. */
  @property({ attribute: false }) run!: SetupRun;

  protected override createRenderRoot() {
    return this;
  }

  private askToDelete({ id, name, assignmentCount }: Row): void {
    this.question.ask({
      heading: msg(str`Delete ${name}?`),
      says:
        assignmentCount === 0
          ? msg('No assignment is in it. The weights of the others stay as they are.')
          : plural(assignmentCount, {
              one: msg('One assignment is in it. Move it to another category first.'),
              other: msg(str`${assignmentCount} assignments are in it. Move them to another category first.`),
            }),
      confirm: msg('Delete'),
      act: () => this.run((calls) => calls.deleteCategory(id), msg(str`${name} deleted`)),
    });
  }

  private row(row: Row, preview: WeightsPreview): TemplateResult {
    const { mayEdit } = this.view;
    return html`<tr>
      <th scope="row">${row.code}</th>
      <td>${mayEdit ? html`<button type="button" class="setup-link" @click=${() => this.dialog.edit(row)}>${row.name}</button>` : row.name}</td>
      <td class="is-number">${row.weight}</td>
      ${'shares' in preview ? html`<td class="is-number">${shareWords(preview.shares.get(row.id))}</td>` : nothing}
      <td class="is-number">${row.defaultPoints}</td>
      <td class="is-number">${row.dropLowest}</td>
      <td class="is-number">${row.dropHighest}</td>
      <td class="is-number">${row.assignmentCount}</td>
      ${
        mayEdit
          ? html`<td><button type="button" class="r-button is-plain is-small is-icon" aria-label=${msg(str`Delete ${row.name}`)}
              @click=${() => this.askToDelete(row)}><r-icon name="trash"></r-icon></button></td>`
          : nothing
      }
    </tr>`;
  }

  private table(preview: WeightsPreview): TemplateResult {
    return html`<div class="r-table-wrap" tabindex="0" role="region" aria-label=${msg('Categories')}><table class="r-table is-dense">
        <thead><tr>
          <th scope="col">${msg('Code')}</th><th scope="col">${msg('Name')}</th><th scope="col" class="is-number">${msg('Weight')}</th>
          ${'shares' in preview ? html`<th scope="col" class="is-number">${msg('Share of the average')}</th>` : nothing}
          <th scope="col" class="is-number">${msg('Usual points')}</th>
          <th scope="col" class="is-number">${msg('Drop lowest')}</th><th scope="col" class="is-number">${msg('Drop highest')}</th>
          <th scope="col" class="is-number">${msg('Assignments')}</th>
          ${this.view.mayEdit ? html`<th scope="col"><span class="r-hidden-visually">${msg('Delete')}</span></th>` : nothing}
        </tr></thead>
        <tbody>${this.view.categories.map((row) => this.row(row, preview))}</tbody>
      </table></div>
      <p class=${['short', 'over', 'none'].includes(preview.kind) ? 'setup-warns' : 'r-quiet'}>${weightsSentence(preview)}</p>`;
  }

  override render() {
    const { categories, settings, mayEdit } = this.view;
    const preview = previewWeights(
      settings,
      categories.map(({ id, weight }) => ({ categoryId: id, weight })),
    );
    return html`<div class="r-stack">
      ${
        mayEdit
          ? html`<div class="r-row"><button type="button" class="r-button" @click=${() => this.dialog.edit(null)}>
              <r-icon name="plus"></r-icon> ${msg('Add a category')}</button></div>`
          : nothing
      }
      ${
        categories.length === 0
          ? html`<r-empty icon="list" heading=${msg('No categories yet')}>${msg('Homework, quizzes, tests: each kind of work has its weight in the average.')}</r-empty>`
          : html`${this.table(preview)}
              ${preview.kind === 'unused' ? nothing : html`<r-term-weights .view=${this.view} .run=${this.run}></r-term-weights>`}`
      }
    </div>
    <r-category-dialog .view=${this.view} .run=${this.run}></r-category-dialog>
    <r-question></r-question>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-setup-categories': SetupCategories;
  }
}
