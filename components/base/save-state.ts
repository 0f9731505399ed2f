import { msg } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './icon.ts';
import type { IconName } from './icon.ts';

/** `idle` shows nothing; `offline` means kept on this device and sent later; `failed` means refused. */
export type SaveStateName = 'idle' | 'saving' | 'saved' | 'offline' | 'failed';

/**
 * @summary Whether what was typed is safe. A polite live region: changes are read aloud.
 */
@customElement('r-save-state')
export class SaveState extends LitElement {
  /** What became of the last edits. */
  @property() state: SaveStateName = 'idle';

  /** How many edits are waiting or refused, shown when over one. */
  @property({ type: Number }) count = 0;

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'status');
  }

  override render() {
    const { icon, words } = this.shown();
    return html`
      <span class="r-save-state" data-state=${this.state}>
        ${icon ? html`<r-icon .name=${icon}></r-icon>` : nothing}
        <span>${words}${this.count > 1 ? ` (${this.count})` : nothing}</span>
      </span>
    `;
  }

  private shown(): { icon?: IconName; words: string } {
    switch (this.state) {
      case 'idle':
        return { words: '' };
      case 'saving':
        return { icon: 'save', words: msg('Saving…') };
      case 'saved':
        return { icon: 'check', words: msg('Saved') };
      case 'offline':
        return { icon: 'offline', words: msg('Not saved yet: no connection. Kept on this device.') };
      case 'failed':
        return { icon: 'error', words: msg('Not saved: look at the marked entries.') };
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-save-state': SaveState;
  }
}
