import { msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../../components/base/dialog.ts';
import type { Problem } from '../../../components/problem.ts';
import type { ClassCodeRow } from '../../../src/sis/attendance/queries.ts';
import '../../shell/problem.ts';

/** A change was asked of the office, or set in the office (then without a reason; `codeId` null takes it off). */
export class OfficeChangeEvent extends Event {
  readonly codeId: number | null;
  readonly reason: string;

  constructor(codeId: number | null, reason: string) {
    super('r-office-change', { bubbles: true });
    this.codeId = codeId;
    this.reason = reason;
  }
}

/**
 * @summary Asks for another code for one student, with a reason for the office; in the office itself it sets the code.
 * @event r-office-change - What was chosen ({@link OfficeChangeEvent}).
 * @event r-close - It was closed.
 */
@customElement('r-office-dialog')
export class OfficeDialog extends LitElement {
  @state() private codeId: number | null = null;
  @state() private missing = { code: false, reason: false };

  /** Whose mark. */
  @property() student = '';

  /** What stands now. */
  @property({ attribute: false }) standing: ClassCodeRow | undefined;

  /** Every code, the office's own too. */
  @property({ attribute: false }) codes: ClassCodeRow[] = [];

  /** In the office itself. */
  @property({ type: Boolean }) sets = false;

  /** The office's code stands, so it may be taken off. */
  @property({ type: Boolean }) overridden = false;

  /** On its way. */
  @property({ type: Boolean }) busy = false;

  /** Why it was not accepted. */
  @property({ attribute: false }) problem: Problem | undefined;

  protected override createRenderRoot() {
    return this;
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    const reason = this.querySelector('textarea')?.value.trim() ?? '';
    this.missing = { code: this.codeId === null, reason: !this.sets && reason === '' };
    if (this.missing.code) this.querySelector<HTMLInputElement>('input')?.focus();
    else if (this.missing.reason) this.querySelector('textarea')?.focus();
    else this.dispatchEvent(new OfficeChangeEvent(this.codeId, reason));
  }

  override render() {
    const { student, standing, sets } = this;
    return html`<r-dialog open heading=${sets ? msg(str`Set the office’s code: ${student}`) : msg(str`Ask the office: ${student}`)}>
      <form id="office-form" class="r-stack" novalidate @submit=${this.submit}>
        <p>${sets ? msg('Your code counts in place of the teacher’s mark, which is kept.') : msg('This class can no longer be changed here. The office decides, and you see its answer in the list.')}
          ${standing ? msg(str`Now: ${standing.name}.`) : nothing}</p>
        <fieldset class="r-field">
          <legend>${msg('It should be')}</legend>
          <div class="office-codes">${this.codes
            .filter((code) => code.id !== standing?.id)
            .map(
              (code) => html`<label class="r-check"><input type="radio" name="office-code" value=${code.id}
                aria-describedby=${this.missing.code ? 'office-code-error' : nothing} @change=${() => {
                  this.codeId = code.id;
                }} /> <span><strong>${code.code}</strong> ${code.name}</span></label>`,
            )}</div>
          ${this.missing.code ? html`<span class="r-error" id="office-code-error">${msg('Choose a code.')}</span>` : nothing}
        </fieldset>
        ${
          sets
            ? nothing
            : html`<div class="r-field"><label for="office-reason">${msg('Reason')}</label>
              <textarea class="r-textarea" id="office-reason" maxlength="500" aria-invalid=${String(this.missing.reason)}
                aria-describedby=${this.missing.reason ? 'office-reason-error' : nothing}></textarea>
              ${this.missing.reason ? html`<span class="r-error" id="office-reason-error">${msg('Say why: the office decides by it.')}</span>` : nothing}</div>`
        }
        <r-problem .problem=${this.problem} without-retry></r-problem>
      </form>
      ${
        sets && this.overridden
          ? html`<button slot="footer" class="r-button" type="button" ?disabled=${this.busy}
              @click=${() => this.dispatchEvent(new OfficeChangeEvent(null, ''))}>${msg('Let the teacher’s mark count')}</button>`
          : nothing
      }
      <button slot="footer" class="r-button is-loud" type="submit" form="office-form" ?disabled=${this.busy}>${sets ? msg('Set') : msg('Send to the office')}</button>
    </r-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-office-dialog': OfficeDialog;
  }
  interface GlobalEventHandlersEventMap {
    'r-office-change': OfficeChangeEvent;
  }
}
