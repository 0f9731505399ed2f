import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { SetupView } from '../../../src/sis/gradebook/types.ts';
import type { SetupRun } from './calls.ts';
import { DraftController } from './draft-controller.ts';
import { formProblem } from './fields.ts';
import {
  checkTermWeights,
  draftOfTermWeights,
  type TermWeightsDraft,
  termWeightChanges,
  weightField,
  weightsInTerm,
} from './term-weights-draft.ts';
import { previewWeights } from './weights.ts';
import { shareWords, weightsSentence } from './words.ts';

type Category = SetupView['categories'][number];
type Term = SetupView['terms'][number];

/**
 * @summary Weights that differ in single terms: a table of categories and terms, with each one's share as it is typed.
 */
@customElement('r-term-weights')
export class TermWeights extends LitElement {
  private readonly form = new DraftController<TermWeightsDraft>(this, 'weight');

  /** The book. */
  @property({ attribute: false }) view!: SetupView;

  /** Makes a change. */
  @property({ attribute: false }) run!: SetupRun;

  protected override createRenderRoot() {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('view')) this.form.meet(draftOfTermWeights(this.view));
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    await this.form.save(checkTermWeights, (_draft, changes) =>
      this.run(async (calls) => {
        for (const weights of termWeightChanges(changes)) await calls.setTermWeights(weights);
      }, msg('Weights saved')),
    );
  }

  private cell(category: Category, term: Term, share: string | null | undefined): TemplateResult {
    const { form } = this;
    const field = weightField(category.id, term.id);
    const value = form.draft?.[field] ?? '';
    if (!this.view.mayEdit) return html`<td class="is-number">${value || category.weight}</td>`;
    const error = form.errors[field];
    const theirs = form.clashes[field];
    const notes = [error ? `w-${field}-error` : '', theirs === undefined ? '' : `w-${field}-theirs`];
    return html`<td>
      <input class="r-input setup-weight" inputmode="decimal" autocomplete="off" placeholder=${category.weight}
        aria-label=${msg(str`${category.name} in ${term.name}; empty is the usual ${category.weight}`)}
        aria-invalid=${error ? 'true' : nothing} aria-describedby=${notes.filter(Boolean).join(' ') || nothing}
        .value=${live(value)}
        @input=${(event: Event) => form.set(field, (event.target as HTMLInputElement).value)} />
      ${share === undefined ? nothing : html`<span class="r-quiet r-small">${shareWords(share)}</span>`}
      ${theirs === undefined ? nothing : html`<span id="w-${field}-theirs" class="setup-theirs r-small">${msg(str`Somebody else set: ${theirs || msg('empty')}`)}</span>`}
      ${error ? html`<span id="w-${field}-error" class="r-error">${error}</span>` : nothing}
    </td>`;
  }

  override render() {
    const { view, form } = this;
    const draft = form.draft ?? {};
    const previews = view.terms.map((term) =>
      previewWeights(view.settings, weightsInTerm(view, draft, term.id)),
    );
    const notes = view.terms.flatMap((term, at) => {
      const preview = previews[at];
      // Terms with the usual weights alone are spoken of above.
      const own = view.categories.some(({ id }) => draft[weightField(id, term.id)]);
      return own && preview && ['short', 'over', 'none', 'unreadable'].includes(preview.kind)
        ? [html`<li><strong>${term.name}:</strong> ${weightsSentence(preview)}</li>`]
        : [];
    });
    return html`<details class="setup-period">
      <summary><strong>${msg('Other weights in a term')}</strong></summary>
      <form class="r-stack" novalidate @submit=${this.submit}>
        <p class="r-quiet">${msg('A weight set here holds in the average of that very term. A semester’s average takes the semester’s own column, not those of its marking periods. Empty is the usual weight.')}</p>
        ${formProblem(form)}
        <div class="r-table-wrap" tabindex="0" role="region" aria-label=${msg('Weights by term')}><table class="r-table is-dense">
          <thead><tr><th scope="col">${msg('Category')}</th><th scope="col" class="is-number">${msg('Usual')}</th>
            ${view.terms.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
          <tbody>${view.categories.map(
            (
              category,
            ) => html`<tr><th scope="row">${category.name}</th><td class="is-number">${category.weight}</td>
              ${view.terms.map((term, at) => {
                const preview = previews[at];
                return this.cell(
                  category,
                  term,
                  preview && 'shares' in preview ? preview.shares.get(category.id) : undefined,
                );
              })}</tr>`,
          )}</tbody>
        </table></div>
        ${notes.length > 0 ? html`<ul class="setup-warns">${notes}</ul>` : nothing}
        ${
          view.mayEdit
            ? html`<div class="r-row">
                <button type="submit" class="r-button is-loud" ?disabled=${!form.dirty || form.saving}>${msg('Save weights')}</button>
                <button type="button" class="r-button" ?disabled=${!form.dirty} @click=${() => form.discard()}>${msg('Discard changes')}</button>
              </div>`
            : nothing
        }
      </form>
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-term-weights': TermWeights;
  }
}
