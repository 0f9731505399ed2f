import { msg } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../../components/base/dialog.ts';
import { asProblem, type Problem } from '../../../components/problem.ts';
import '../../shell/problem.ts';

/** What is asked before something is done that can not be taken back. `act` throws a Problem when it is refused. */
export type Asked = {
  heading: string;
  says: string;
  confirm: string;
  act: () => Promise<void>;
};

/**
 * @summary Asks before something is done. Refusals stand in the dialog, which stays open.
 */
@customElement('r-question')
export class Question extends LitElement {
  @state() private asked: Asked | null = null;
  @state() private open = false;
  @state() private problem: Problem | null = null;
  @state() private working = false;

  protected override createRenderRoot() {
    return this;
  }

  /** Opens with a question. */
  ask(asked: Asked): void {
    this.asked = asked;
    this.problem = null;
    this.open = true;
  }

  private close(): void {
    this.open = false;
  }

  private async confirm(): Promise<void> {
    if (!this.asked || this.working) return;
    this.working = true;
    this.problem = null;
    try {
      await this.asked.act();
      this.open = false;
    } catch (thrown) {
      this.problem = asProblem(thrown);
    } finally {
      this.working = false;
    }
  }

  override render() {
    return html`<r-dialog .open=${this.open} heading=${this.asked?.heading ?? ''} @r-close=${this.close}>
      <div class="r-stack">
        <p>${this.asked?.says}</p>
        ${this.problem ? html`<r-problem .problem=${this.problem} without-retry></r-problem>` : nothing}
      </div>
      <div slot="footer" class="r-row">
        <button type="button" class="r-button" @click=${this.close}>${msg('Cancel')}</button>
        <button type="button" class="r-button is-danger is-loud" ?disabled=${this.working} @click=${this.confirm}>
          ${this.asked?.confirm}</button>
      </div>
    </r-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-question': Question;
  }
}
