import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './icon.ts';
import type { IconName } from './icon.ts';

export type NoticeKind = 'info' | 'success' | 'warning' | 'danger';

const ICONS: Record<NoticeKind, IconName> = {
  info: 'info',
  success: 'check',
  warning: 'alert',
  danger: 'error',
};

/**
 * @summary A sentence that matters, set apart by icon, line and color. It does not announce itself; when it
 * appears in answer to something, put `role="alert"` (a refusal) or `role="status"` on it.
 * @slot - The sentence.
 * @slot actions - What can be done about it.
 */
@customElement('r-notice')
export class Notice extends LitElement {
  static override styles = css`
    :host {
      --fill: var(--r-accent-fill-quiet);
      --line: var(--r-accent-border-loud);
      --text: var(--r-accent-on-quiet);
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--r-space-1) var(--r-space-3);
      padding: var(--r-space-3);
      border: var(--r-line-width) solid var(--line);
      border-inline-start-width: 4px;
      border-radius: var(--r-radius-m);
      background: var(--fill);
      color: var(--text);
    }
    :host([kind="success"]) {
      --fill: var(--r-success-fill-quiet);
      --line: var(--r-success-border-loud);
      --text: var(--r-success-on-quiet);
    }
    :host([kind="warning"]) {
      --fill: var(--r-warning-fill-quiet);
      --line: var(--r-warning-border-loud);
      --text: var(--r-warning-on-quiet);
    }
    :host([kind="danger"]) {
      --fill: var(--r-danger-fill-quiet);
      --line: var(--r-danger-border-loud);
      --text: var(--r-danger-on-quiet);
    }
    r-icon {
      margin-block-start: 0.1em;
    }
    strong {
      display: block;
    }
    slot[name="actions"] {
      display: block;
    }
    ::slotted([slot="actions"]) {
      margin-block-start: var(--r-space-2);
    }
  `;

  /** How grave it is. */
  @property({ reflect: true }) kind: NoticeKind = 'info';

  /** A few words before the sentence. */
  @property() heading = '';

  override render() {
    return html`
      <r-icon .name=${ICONS[this.kind]}></r-icon>
      <div>
        ${this.heading ? html`<strong>${this.heading}</strong>` : nothing}
        <slot></slot>
        <slot name="actions"></slot>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-notice': Notice;
  }
}
