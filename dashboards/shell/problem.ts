import { msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../components/base/notice.ts';
import type { Problem } from '../../components/problem.ts';
import { problemWords } from '../words/problems.ts';

/** The reader wants the same thing tried again. */
export class RetryEvent extends Event {
  constructor() {
    super('r-retry', { bubbles: true });
  }
}

/**
 * @summary A refusal or failure in words: what happened and what to do. An alert, so it is read at once.
 * @event r-retry - The reader pressed Try again (offered when trying again may help).
 */
@customElement('r-problem')
export class ProblemNotice extends LitElement {
  /** What went wrong; nothing is shown without it. */
  @property({ attribute: false }) problem: Problem | undefined;

  /** Leaves the button out, where something else tries again. */
  @property({ type: Boolean, attribute: 'without-retry' }) withoutRetry = false;

  protected override createRenderRoot() {
    return this;
  }

  override render() {
    const { problem } = this;
    if (!problem) return nothing;
    const { says, todo } = problemWords(problem);
    const retry = problem.passing && !this.withoutRetry;
    return html`
      <r-notice kind=${problem.offline ? 'warning' : 'danger'} role="alert" heading=${says}>
        ${todo}
        ${
          problem.status >= 500 && problem.requestId
            ? html`<span class="r-small">${msg(str`Report number: ${problem.requestId}`)}</span>`
            : nothing
        }
        ${
          retry
            ? html`<button slot="actions" class="r-button is-small" type="button"
                @click=${() => this.dispatchEvent(new RetryEvent())}>${msg('Try again')}</button>`
            : nothing
        }
      </r-notice>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-problem': ProblemNotice;
  }
  interface GlobalEventHandlersEventMap {
    'r-retry': RetryEvent;
  }
}
