import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { answer, apiBase, apiFetch } from '../../../components/api.ts';
import { formatDay, formatInstant } from '../../../components/format.ts';
import type { Problem } from '../../../components/problem.ts';
import type {
  BookAssignment,
  BookStudent,
  ScoreCell,
  ScoreChange,
} from '../../../src/sis/gradebook/types.ts';
import { problemWords } from '../../words/problems.ts';
import type { CellEdit } from './book.ts';

/** Something of the cell other than its score was changed. */
export class CellDetailEvent extends Event {
  readonly edit: CellEdit;

  constructor(edit: CellEdit) {
    super('r-cell-detail', { bubbles: true });
    this.edit = edit;
  }
}

/**
 * @summary The active cell in words: whose score of what, late, missing, comment, history, and why it was not accepted.
 * @event r-cell-detail - Late, missing or the comment was changed ({@link CellDetailEvent}).
 * @event r-cell-keep - After a conflict: save mine over theirs.
 * @event r-cell-drop - After a refusal or a conflict: take what is saved.
 * @event r-cell-why - Show why the student's average is what it is.
 */
@customElement('r-cell-panel')
export class CellPanel extends LitElement {
  @state() private history: ScoreChange[] | null = null;

  /** Whose cell it is, and of what. */
  @property({ attribute: false }) student!: BookStudent;
  @property({ attribute: false }) assignment!: BookAssignment;

  /** The cell as shown, and why it is not saved. */
  @property({ attribute: false }) cell!: ScoreCell;
  @property({ attribute: false }) problem: Problem | undefined;

  /** Nothing can be changed. */
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;

  /** The section, for the cell's history. */
  @property({ type: Number }) section = 0;

  protected override createRenderRoot() {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('student') || changed.has('assignment')) this.history = null;
  }

  private say(event: string): void {
    this.dispatchEvent(new Event(event, { bubbles: true }));
  }

  private edit(edit: CellEdit): void {
    this.dispatchEvent(new CellDetailEvent(edit));
  }

  private async loadHistory(event: ToggleEvent): Promise<void> {
    if (event.newState !== 'open' || this.history) return;
    const path = `${apiBase('gradebook')}/${this.section}/scores/${this.assignment.id}/${this.student.id}/changes`;
    this.history = (
      await answer(apiFetch(path) as Promise<Response & { json(): Promise<{ changes: ScoreChange[] }> }>)
    ).changes;
  }

  private trouble(problem: Problem): TemplateResult {
    const words = problemWords(problem);
    const theirs = (problem.facts.cell as ScoreCell | undefined)?.entry;
    return html`<div class="book-trouble" role="alert">
      <p><strong>${words.says}</strong> ${words.todo}</p>
      <div class="r-row">
        ${
          problem.conflict
            ? html`<button type="button" class="r-button is-small" @click=${() => this.say('r-cell-keep')}>${msg('Save mine')}</button>`
            : nothing
        }
        <button type="button" class="r-button is-small" @click=${() => this.say('r-cell-drop')}>
          ${theirs === undefined || theirs === '' ? msg('Take what is saved') : msg(str`Take ${theirs}`)}
        </button>
      </div>
    </div>`;
  }

  private changes(): TemplateResult {
    if (this.history === null) return html`<p class="r-quiet">${msg('Loading…')}</p>`;
    if (this.history.length === 0) return html`<p class="r-quiet">${msg('Never changed.')}</p>`;
    return html`<ol>${this.history.map(
      (one) => html`<li>${formatInstant(one.at)}, ${one.by}: ${one.from ?? '–'} → ${one.to ?? '–'}</li>`,
    )}</ol>`;
  }

  override render() {
    const { student, assignment, cell, problem, readOnly } = this;
    return html`
      <div class="book-cell-head">
        <p><strong>${student.name}</strong>, ${assignment.name}<br />
          <span class="r-quiet r-small">${msg(str`due ${formatDay(assignment.dueOn)}, ${Number(assignment.points)} points`)}</span></p>
        <button type="button" class="r-button is-small" @click=${() => this.say('r-cell-why')}>${msg('Why this average?')}</button>
      </div>
      ${problem ? this.trouble(problem) : nothing}
      <div class="book-cell-fields">
        <label class="r-check"><input type="checkbox" ?disabled=${readOnly} .checked=${cell.late}
          @change=${(event: Event) => this.edit({ late: (event.target as HTMLInputElement).checked })} /> ${msg('Late')}</label>
        <label class="r-check"><input type="checkbox" ?disabled=${readOnly} .checked=${cell.missing}
          @change=${(event: Event) => this.edit({ missing: (event.target as HTMLInputElement).checked })} /> ${msg('Missing')}</label>
        <label class="book-comment">${msg('Comment')} <input class="r-input" maxlength="500" ?disabled=${readOnly} .value=${cell.comment ?? ''}
          @change=${(event: Event) => this.edit({ comment: (event.target as HTMLInputElement).value.trim() || null })} /></label>
      </div>
      <details @toggle=${(event: ToggleEvent) => this.loadHistory(event)}><summary>${msg('History of this score')}</summary>${this.changes()}</details>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-cell-panel': CellPanel;
  }
  interface GlobalEventHandlersEventMap {
    'r-cell-detail': CellDetailEvent;
  }
}
