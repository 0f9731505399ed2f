import { msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../../components/base/dialog.ts';
import type { Problem } from '../../../components/problem.ts';
import type { BookScale, PostingRow } from '../../../src/sis/gradebook/types.ts';
import { problemWords } from '../../words/problems.ts';

/** What a teacher puts in a post column; a letter of null takes the computed grade back. */
export type PostingChange = { letter: string | null; reason: string; comment: string | null };

/** A post column was changed. */
export class OverrideEvent extends Event {
  readonly change: PostingChange;

  constructor(change: PostingChange) {
    super('r-override', { bubbles: true });
    this.change = change;
  }
}

/**
 * @summary Changes one student's post column: the letter with a reason, and the comment that families read.
 * @event r-override - Save it ({@link OverrideEvent}).
 * @event r-close - Leave it as it is.
 */
@customElement('r-override-dialog')
export class OverrideDialog extends LitElement {
  @state() private letter = '';
  @state() private reason = '';
  @state() private comment = '';
  @state() private incomplete = false;

  /** The row to change; null: closed. */
  @property({ attribute: false }) row: PostingRow | null = null;

  /** Whose letters can be chosen. */
  @property({ attribute: false }) scale!: BookScale;

  /** Why the last change was not accepted. */
  @property({ attribute: false }) problem: Problem | null = null;

  protected override createRenderRoot() {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('row') || !this.row) return;
    this.letter = this.row.override?.letter ?? '';
    this.reason = this.row.override?.reason ?? '';
    this.comment = this.row.comment ?? '';
    this.incomplete = false;
  }

  private submit(event: Event): void {
    event.preventDefault();
    const reason = this.reason.trim();
    this.incomplete = this.letter !== '' && reason === '';
    if (this.incomplete) return;
    const change = { letter: this.letter || null, reason, comment: this.comment.trim() || null };
    this.dispatchEvent(new OverrideEvent(change));
  }

  override render() {
    const { row, problem } = this;
    const computed = [row?.column?.percent, row?.column?.letter].filter(Boolean).join(' ') || '–';
    return html`<r-dialog .open=${row !== null} heading=${row ? msg(str`Grade of ${row.student.name}`) : ''}>
      <form id="override" class="r-stack" @submit=${this.submit}>
        <p>${msg(str`Computed: ${computed}`)}</p>
        <div class="r-field">
          <label for="override-letter">${msg('Grade to post')}</label>
          <select id="override-letter" class="r-select" .value=${this.letter}
            @change=${(event: Event) => {
              this.letter = (event.target as HTMLSelectElement).value;
            }}>
            <option value="">${msg('As computed')}</option>
            ${this.scale.steps.map((step) => html`<option value=${step.letter} ?selected=${step.letter === this.letter}>${step.letter}</option>`)}
          </select>
        </div>
        ${
          this.letter === ''
            ? nothing
            : html`<div class="r-field">
                <label for="override-reason">${msg('Reason')}</label>
                <input id="override-reason" class="r-input" maxlength="200" .value=${this.reason}
                  aria-invalid=${this.incomplete ? 'true' : nothing} aria-describedby=${this.incomplete ? 'override-reason-error' : nothing}
                  @input=${(event: Event) => {
                    this.reason = (event.target as HTMLInputElement).value;
                  }} />
                ${this.incomplete ? html`<p id="override-reason-error" class="r-error">${msg('Say why the grade differs from the computed one; it is kept in the history.')}</p>` : nothing}
              </div>`
        }
        <div class="r-field">
          <label for="override-comment">${msg('Comment for the family')}</label>
          <textarea id="override-comment" class="r-textarea" maxlength="500" rows="3" .value=${this.comment}
            @input=${(event: Event) => {
              this.comment = (event.target as HTMLTextAreaElement).value;
            }}></textarea>
          <p class="r-hint">${msg(str`${this.comment.length} of 500 characters`)}</p>
        </div>
        ${problem ? html`<p class="r-error" role="alert">${problemWords(problem).says} ${problemWords(problem).todo}</p>` : nothing}
      </form>
      <div slot="footer" class="r-row">
        <button type="button" class="r-button" @click=${() => this.dispatchEvent(new Event('r-close'))}>${msg('Cancel')}</button>
        <button type="submit" form="override" class="r-button is-loud">${msg('Save')}</button>
      </div>
    </r-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-override-dialog': OverrideDialog;
  }
  interface GlobalEventHandlersEventMap {
    'r-override': OverrideEvent;
  }
}
