import { msg, str } from '@lit/localize';
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../../components/base/dialog.ts';
import { plural } from '../../../components/format.ts';
import type { Paste, PastedCell } from '../../../src/sis/gradebook/scores/paste/rules.ts';
import { problemWords } from '../../words/problems.ts';

/** The names that a preview shows. */
export type PasteNames = {
  student(id: number): string;
  assignment(id: number): string;
  before(cell: PastedCell): string;
};

/**
 * @summary What a paste will change and what it can not, before anything is saved.
 * @event r-paste-accept - Paste it; refused entries stay in their cells, marked.
 * @event r-paste-close - Leave everything as it is.
 */
@customElement('r-paste-preview')
export class PastePreview extends LitElement {
  /** The paste, as the rules read it; null: closed. */
  @property({ attribute: false }) paste: Paste | null = null;

  /** Names for its students and assignments. */
  @property({ attribute: false }) names!: PasteNames;

  protected override createRenderRoot() {
    return this;
  }

  private say(event: 'r-paste-accept' | 'r-paste-close'): void {
    this.dispatchEvent(new Event(event));
  }

  private line(cell: PastedCell, says: string): TemplateResult {
    return html`<tr>
      <th scope="row">${this.names.student(cell.studentId)}</th>
      <td>${this.names.assignment(cell.assignmentId)}</td>
      <td class="is-number">${this.names.before(cell) || '–'} → ${cell.typed || '–'}</td>
      <td>${says}</td>
    </tr>`;
  }

  private summary({ changes, refused, unplaced }: Paste): string {
    const good = plural(changes.length, {
      one: msg('1 cell can be pasted.'),
      other: msg(str`${changes.length} cells can be pasted.`),
    });
    const bad = refused.length + unplaced.length;
    if (bad === 0) return good;
    return `${good} ${plural(bad, { one: msg('1 entry was refused.'), other: msg(str`${bad} entries were refused.`) })}`;
  }

  override render() {
    const { paste } = this;
    return html`<r-dialog .open=${paste !== null} heading=${msg('Paste scores')} @r-close=${() => this.say('r-paste-close')}>
      ${
        paste === null
          ? ''
          : html`
            <p>${this.summary(paste)}</p>
            <ul>${paste.unplaced.map((one) => html`<li>${problemWords({ ...one, status: 422 }).says}</li>`)}</ul>
            <div class="r-table-wrap" tabindex="0" role="region" aria-label=${msg('What will change')}>
              <table class="r-table is-dense">
                <thead><tr>
                  <th scope="col">${msg('Student')}</th><th scope="col">${msg('Assignment')}</th>
                  <th scope="col" class="is-number">${msg('Change')}</th><th scope="col">${msg('Note')}</th>
                </tr></thead>
                <tbody>
                  ${paste.refused.map((cell) => this.line(cell, problemWords({ ...cell.entry.refusal, status: 422 }).says))}
                  ${paste.changes.map((cell) => this.line(cell, ''))}
                </tbody>
              </table>
            </div>`
      }
      <div slot="footer" class="r-row">
        <button type="button" class="r-button" @click=${() => this.say('r-paste-close')}>${msg('Cancel')}</button>
        <button type="button" class="r-button is-loud" ?disabled=${!paste || paste.changes.length + paste.refused.length === 0}
          @click=${() => this.say('r-paste-accept')}>${msg('Paste')}</button>
      </div>
    </r-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-paste-preview': PastePreview;
  }
}
