import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/**
 * @summary A titled part of a page.
 * @slot - What it holds.
 * @slot actions - Buttons and links at the end of the heading's line.
 * @slot footer - A last line, set apart.
 */
@customElement('r-card')
export class Card extends LitElement {
  static override styles = css`
    :host {
      display: block;
      min-width: 0;
      border: var(--r-line-width) solid var(--r-card-border);
      border-radius: var(--r-radius-m);
      background: var(--r-card-fill);
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--r-space-2) var(--r-space-3);
      padding: var(--r-space-3) var(--r-card-padding) 0;
    }
    h2 {
      flex: 1 1 auto;
      margin: 0;
      font-size: var(--r-size-l);
      line-height: 1.25;
    }
    .body {
      padding: var(--r-space-3) var(--r-card-padding) var(--r-card-padding);
    }
    :host([flush]) .body {
      padding: var(--r-space-3) 0 0;
    }
    ::slotted([slot="footer"]) {
      display: block;
      padding: var(--r-space-2) var(--r-card-padding);
      border-block-start: var(--r-line-width) solid var(--r-card-border);
      color: var(--r-text-quiet);
      font-size: var(--r-size-s);
    }
    @media print {
      :host {
        border: 0;
        break-inside: avoid;
      }
    }
  `;

  /** The title; without it there is no header line unless actions are slotted. */
  @property() heading = '';

  /** Lets a table or list reach the card's edges. */
  @property({ type: Boolean, reflect: true }) flush = false;

  override render() {
    return html`
      <div class="head">${this.heading ? html`<h2>${this.heading}</h2>` : nothing}<slot name="actions"></slot></div>
      <div class="body"><slot></slot></div>
      <slot name="footer"></slot>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-card': Card;
  }
}
