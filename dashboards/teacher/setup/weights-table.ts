import { msg } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { WeightsPreview } from './weights.ts';
import { shareWords, weightsSentence } from './words.ts';

/**
 * @summary What the weights of a book's categories come to: each one's share of the average, and a sentence that says
 * what it means.
 */
@customElement('r-weights-table')
export class WeightsTable extends LitElement {
  /** The categories, in their order. */
  @property({ attribute: false }) categories: { id: number; name: string; weight: string }[] = [];

  /** What their weights come to. */
  @property({ attribute: false }) preview: WeightsPreview = { kind: 'none' };

  protected override createRenderRoot() {
    return this;
  }

  override render() {
    const { preview } = this;
    const warns = preview.kind === 'short' || preview.kind === 'over' || preview.kind === 'none';
    return html`<div class="setup-weights">
      ${
        'shares' in preview
          ? html`<dl class="setup-shares">${this.categories.map(
              ({ id, name }) =>
                html`<div><dt>${name}</dt><dd>${shareWords(preview.shares.get(id))}</dd></div>`,
            )}</dl>`
          : nothing
      }
      <p class=${warns ? 'setup-warns' : 'r-quiet'}>${warns ? html`<strong>${msg('Note:')}</strong> ` : nothing}${weightsSentence(preview)}</p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-weights-table': WeightsTable;
  }
}
