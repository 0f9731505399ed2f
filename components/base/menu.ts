import { html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import './icon.ts';
import type { IconName } from './icon.ts';

/** One command of a menu; `keys` is the shortcut that does the same. `'-'` is a line between groups. */
export type MenuItem =
  | { value: string; label: string; icon?: IconName; keys?: string; disabled?: boolean }
  | '-';

/** A command was picked. */
export class PickEvent extends Event {
  readonly value: string;

  constructor(value: string) {
    super('r-pick', { bubbles: true });
    this.value = value;
  }
}

const EDGE = 8;

/**
 * @summary A button that opens a menu of commands: the browser's popover, with the keys of a menu (arrows,
 * Home, End, first letters, Escape). For choices that stay chosen use `r-segmented` or a select.
 * @event r-pick - `event.value` is the value of the command.
 */
@customElement('r-menu')
export class Menu extends LitElement {
  @query('.r-menu') private menu!: HTMLElement;
  @query('button') private button!: HTMLButtonElement;

  /** The words on the button, or its name when only `icon` is shown. */
  @property() label = '';

  /** Shown on the button in place of the words. */
  @property() icon: IconName | '' = '';

  /** Classes of the button besides `r-button`. */
  @property({ attribute: 'button-class' }) buttonClass = '';

  /** The commands, in order. */
  @property({ attribute: false }) items: MenuItem[] = [];

  protected override createRenderRoot() {
    return this;
  }

  /** Opens the menu, with the focus on its first command. */
  open(): void {
    this.menu.showPopover();
  }

  private toggled(event: ToggleEvent): void {
    const open = event.newState === 'open';
    this.button.setAttribute('aria-expanded', String(open));
    if (!open) return;
    this.place();
    this.commands()[0]?.focus();
  }

  private place(): void {
    const button = this.button.getBoundingClientRect();
    const menu = this.menu.getBoundingClientRect();
    const below = button.bottom + menu.height + EDGE <= innerHeight;
    const top = below ? button.bottom + 2 : Math.max(EDGE, button.top - menu.height - 2);
    const left = Math.max(EDGE, Math.min(button.left, innerWidth - menu.width - EDGE));
    this.menu.style.setProperty('top', `${top}px`);
    this.menu.style.setProperty('left', `${left}px`);
  }

  private pick(value: string): void {
    this.menu.hidePopover();
    this.button.focus();
    this.dispatchEvent(new PickEvent(value));
  }

  private buttonPressed(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    this.open();
  }

  private menuPressed(event: KeyboardEvent): void {
    if (event.key === 'Tab') {
      this.menu.hidePopover();
      return;
    }
    const commands = this.commands();
    const to = destination(event.key, commands, commands.indexOf(document.activeElement as HTMLElement));
    if (!to) return;
    event.preventDefault();
    event.stopPropagation();
    to.focus();
  }

  private commands(): HTMLElement[] {
    return [...this.menu.querySelectorAll<HTMLElement>('[role="menuitem"]:not(:disabled)')];
  }

  override render() {
    return html`
      <button type="button" class="r-button ${this.buttonClass} ${this.icon ? 'is-icon' : ''}"
        aria-haspopup="menu" aria-expanded="false" aria-label=${this.icon ? this.label : nothing}
        @click=${this.open} @keydown=${this.buttonPressed}>
        ${
          this.icon
            ? html`<r-icon .name=${this.icon}></r-icon>`
            : html`${this.label}<r-icon name="chevron-down"></r-icon>`
        }
      </button>
      <div class="r-menu" popover role="menu" aria-label=${this.label}
        @toggle=${this.toggled} @keydown=${this.menuPressed}>
        ${this.items.map((item) => (item === '-' ? html`<hr />` : this.command(item)))}
      </div>
    `;
  }

  private command({ value, label, icon, keys, disabled }: Exclude<MenuItem, '-'>) {
    return html`
      <button type="button" role="menuitem" class="r-menu-item" tabindex="-1" ?disabled=${disabled ?? false}
        @click=${() => this.pick(value)}>
        ${icon ? html`<r-icon .name=${icon}></r-icon>` : nothing}
        <span>${label}</span>
        ${keys ? html`<span class="r-menu-keys">${keys}</span>` : nothing}
      </button>
    `;
  }
}

/** Where a key leads from the command at `from`, or undefined when the key is not the menu's. */
function destination(key: string, commands: HTMLElement[], from: number): HTMLElement | undefined {
  const last = commands.length - 1;
  if (key === 'ArrowDown') return commands[from < last ? from + 1 : 0];
  if (key === 'ArrowUp') return commands[from > 0 ? from - 1 : last];
  if (key === 'Home') return commands[0];
  if (key === 'End') return commands[last];
  if (key.length !== 1 || key === ' ') return undefined;
  const after = [...commands.slice(from + 1), ...commands.slice(0, from + 1)];
  return after.find((command) => command.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()));
}

declare global {
  interface HTMLElementTagNameMap {
    'r-menu': Menu;
  }
  interface GlobalEventHandlersEventMap {
    'r-pick': PickEvent;
  }
}
