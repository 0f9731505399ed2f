import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import './code-choice.css';
import { type DraftCode, kindOf } from './draft.ts';
import { MarkEvent } from './events.ts';

let made = 0;

/**
 * @summary The codes of one student side by side, one chosen: a radio group. Every code has its letters and, for
 * screen readers and on hover, its name.
 * @event r-mark - Another code was chosen ({@link MarkEvent}).
 */
@customElement('r-code-choice')
export class CodeChoice extends LitElement {
  private readonly name = `r-code-choice-${++made}`;

  /** The codes that may be set, in order. */
  @property({ attribute: false }) codes: DraftCode[] = [];

  /** The chosen code; one that may not be set is shown beside the others. */
  @property({ attribute: false }) chosen: DraftCode | undefined;

  /** Whose code it is. */
  @property({ type: Number }) student = 0;

  /** The name of the group for screen readers. */
  @property() label = '';

  /** Shows what is chosen, and lets nothing be chosen. */
  @property({ type: Boolean }) disabled = false;

  protected override createRenderRoot() {
    return this;
  }

  /** The focus goes with the choice, also when a key or undo chose. */
  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('chosen') && this.contains(document.activeElement)) this.focusChosen();
  }

  /** Puts the focus on the chosen code. */
  focusChosen(): void {
    this.querySelector<HTMLInputElement>('input:checked')?.focus();
  }

  private shown(): DraftCode[] {
    const { chosen, codes } = this;
    return chosen && !codes.some((code) => code.id === chosen.id) ? [...codes, chosen] : codes;
  }

  private choose(code: DraftCode): void {
    this.dispatchEvent(new MarkEvent(this.student, { codeId: code.id }));
  }

  override render() {
    return html`<div class="r-codes" role="radiogroup" aria-label=${this.label}>${this.shown().map(
      (
        code,
      ) => html`<label class="r-code" data-kind=${kindOf(code.category)} title=${code.key ? `${code.name} (${code.key})` : code.name}>
        <input type="radio" name=${this.name} value=${code.id} ?disabled=${this.disabled}
          .checked=${live(code.id === this.chosen?.id)} aria-keyshortcuts=${code.key ?? nothing} @change=${() => this.choose(code)} />
        <span aria-hidden="true">${code.code}</span><span class="r-hidden-visually">${code.name}</span>
      </label>`,
    )}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-code-choice': CodeChoice;
  }
}
