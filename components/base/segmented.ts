import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** One choice of a segmented control. */
export type Segment = { value: string; label: string; title?: string; disabled?: boolean };

/** Another segment was chosen. */
export class SegmentEvent extends Event {
  readonly value: string;

  constructor(value: string) {
    super('r-choose', { bubbles: true });
    this.value = value;
  }
}

let made = 0;

/**
 * @summary A few choices side by side, one chosen: a radio group, so arrows move and Tab leaves.
 * @event r-choose - `event.value` is the new value.
 */
@customElement('r-segmented')
export class Segmented extends LitElement {
  private readonly name = `r-segmented-${++made}`;

  /** The name of the group for screen readers; required. */
  @property() label = '';

  /** The value of the chosen segment. */
  @property() value = '';

  /** The choices, in order. */
  @property({ attribute: false }) options: Segment[] = [];

  protected override createRenderRoot() {
    return this;
  }

  private choose(value: string): void {
    this.value = value;
    this.dispatchEvent(new SegmentEvent(value));
  }

  override render() {
    return html`
      <div class="r-segments" role="radiogroup" aria-label=${this.label}>
        ${this.options.map(
          (option) => html`
            <label title=${option.title ?? ''}>
              <input type="radio" name=${this.name} .value=${option.value} ?disabled=${option.disabled ?? false}
                .checked=${option.value === this.value} @change=${() => this.choose(option.value)} />
              <span>${option.label}</span>
            </label>
          `,
        )}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-segmented': Segmented;
  }
  interface GlobalEventHandlersEventMap {
    'r-choose': SegmentEvent;
  }
}
