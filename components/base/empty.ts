import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './icon.ts';
import type { IconName } from './icon.ts';

/**
 * @summary Where nothing is yet: says why, and what to do first.
 * @slot - One or two sentences.
 * @slot actions - The first step.
 */
@customElement('r-empty')
export class Empty extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      justify-items: center;
      gap: var(--r-space-2);
      padding: var(--r-space-6) var(--r-space-4);
      color: var(--r-text-quiet);
      text-align: center;
    }
    r-icon {
      width: 2rem;
      height: 2rem;
    }
    p {
      margin: 0;
      color: var(--r-text);
      font-weight: var(--r-weight-strong);
    }
    .why {
      max-width: 32rem;
    }
  `;

  /** What is not here, in a few words. */
  @property() heading = '';

  /** A drawing of the thing that is missing. */
  @property() icon: IconName = 'info';

  override render() {
    return html`
      <r-icon .name=${this.icon}></r-icon>
      <p>${this.heading}</p>
      <div class="why"><slot></slot></div>
      <slot name="actions"></slot>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-empty': Empty;
  }
}
