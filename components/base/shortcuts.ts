import { msg } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './dialog.ts';

/** One line of the shortcut list: keys pressed together, and what they do. */
export type Shortcut = { keys: string[]; does: string };

/**
 * @summary The list of keyboard shortcuts, one key away: ? opens it anywhere except while typing.
 */
@customElement('r-shortcuts')
export class Shortcuts extends LitElement {
  @state() private open = false;

  /** The page's shortcuts; with none the element does nothing. */
  @property({ attribute: false }) shortcuts: Shortcut[] = [];

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.pressed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.pressed);
  }

  /** Opens the list. */
  show(): void {
    this.open = true;
  }

  private pressed = (event: KeyboardEvent): void => {
    if (event.key !== '?' || event.ctrlKey || event.metaKey || this.shortcuts.length === 0) return;
    if (isTyping(event)) return;
    event.preventDefault();
    this.open = true;
  };

  override render() {
    if (this.shortcuts.length === 0) return nothing;
    return html`
      <r-dialog heading=${msg('Keyboard shortcuts')} ?open=${this.open} @r-close=${() => {
        this.open = false;
      }}>
        <dl class="r-facts">
          ${this.shortcuts.map(
            ({ keys, does }) => html`
              <dt>${keys.map((key, at) => html`${at ? ' + ' : nothing}<kbd>${key}</kbd>`)}</dt>
              <dd>${does}</dd>
            `,
          )}
        </dl>
      </r-dialog>
    `;
  }
}

/** Whether a key belongs to a text field, so that it must not be taken for a shortcut. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

declare global {
  interface HTMLElementTagNameMap {
    'r-shortcuts': Shortcuts;
  }
}
