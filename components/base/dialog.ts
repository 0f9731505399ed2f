import { msg } from '@lit/localize';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import './icon.ts';

/** Fired when the dialog closed by Escape, its close button, or a click outside; not when `open` is set false. */
export class DialogCloseEvent extends Event {
  constructor() {
    super('r-close', { bubbles: true, composed: true });
  }
}

/**
 * @summary The browser's modal dialog with a title and a close button. Focus goes in, stays in, and comes back.
 * @event r-close - The reader closed it; set `open` to false.
 * @slot - What it holds. An element with `autofocus` gets the focus.
 * @slot footer - Buttons, the most likely one last.
 */
@customElement('r-dialog')
export class Dialog extends LitElement {
  static override styles = css`
    dialog {
      width: min(var(--width, 34rem), calc(100vw - 2rem));
      max-height: calc(100dvh - 2rem);
      padding: 0;
      border: var(--r-line-width) solid var(--r-neutral-border-normal);
      border-radius: var(--r-radius-m);
      background: var(--r-surface-raised);
      color: var(--r-text);
      box-shadow: var(--r-shadow-overlay);
    }
    dialog::backdrop {
      background: var(--r-backdrop);
    }
    .frame {
      display: grid;
      gap: var(--r-space-4);
      padding: var(--r-space-4);
    }
    .head {
      display: flex;
      align-items: start;
      justify-content: space-between;
      gap: var(--r-space-3);
    }
    h2 {
      margin: 0;
      font-size: var(--r-size-l);
      line-height: 1.3;
    }
    .close {
      display: grid;
      place-items: center;
      flex: none;
      width: 2rem;
      height: 2rem;
      margin: -0.25rem -0.25rem 0 0;
      padding: 0;
      border: 0;
      border-radius: var(--r-radius-s);
      background: none;
      color: inherit;
      font: inherit;
      cursor: pointer;
    }
    .close:hover {
      background: var(--r-neutral-fill-normal);
    }
    .close:focus-visible {
      outline: var(--r-focus-width) solid var(--r-focus-color);
    }
    .foot {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: var(--r-space-2);
    }
  `;

  @query('dialog') private dialog!: HTMLDialogElement;

  /** Shown, over everything else. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** The title, and the dialog's name for screen readers. */
  @property() heading = '';

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    if (this.open && !this.dialog.open) this.dialog.showModal();
    if (!this.open && this.dialog.open) this.dialog.close();
  }

  private closed(): void {
    if (!this.open) return;
    this.open = false;
    this.dispatchEvent(new DialogCloseEvent());
  }

  private clicked(event: MouseEvent): void {
    if (event.target === this.dialog) this.dialog.close();
  }

  override render() {
    return html`
      <dialog aria-labelledby="heading" @close=${this.closed} @click=${this.clicked}>
        <div class="frame">
          <div class="head">
            <h2 id="heading">${this.heading}</h2>
            <button class="close" type="button" aria-label=${msg('Close')} @click=${() => this.dialog.close()}>
              <r-icon name="close"></r-icon>
            </button>
          </div>
          <div><slot></slot></div>
          <div class="foot"><slot name="footer"></slot></div>
        </div>
      </dialog>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-dialog': Dialog;
  }
  interface GlobalEventHandlersEventMap {
    'r-close': DialogCloseEvent;
  }
}
