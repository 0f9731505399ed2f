import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { announce } from '../../../components/base/announce.ts';
import '../../../components/base/empty.ts';
import '../../../components/base/icon.ts';
import { formatDay, plural } from '../../../components/format.ts';
import { asProblem, type Problem } from '../../../components/problem.ts';
import { nextVisibility } from '../../../src/sis/gradebook/assignments/rules.ts';
import type { Visibility } from '../../../src/sis/gradebook/averages/types.ts';
import type { SetupView } from '../../../src/sis/gradebook/types.ts';
import './assignment-dialog.ts';
import type { AssignmentDialog } from './assignment-dialog.ts';
import type { SetupRun } from './calls.ts';
import { byPeriod, type PeriodOfAssignments } from './periods.ts';
import './question.ts';
import type { Question } from './question.ts';
import { visibilityWords } from './words.ts';

type Row = SetupView['assignments'][number];

/**
 * @summary All assignments of a book, by marking period and due date. The address `#assignment-5` opens that one.
 */
@customElement('r-setup-assignments')
export class SetupAssignments extends LitElement {
  @query('r-assignment-dialog') private dialog!: AssignmentDialog;
  @query('r-question') private question!: Question;

  /** Visibilities that were chosen and are not saved yet. */
  @state() private chosen: ReadonlyMap<number, Visibility> = new Map();
  @state() private problem: Problem | null = null;

  private saving: Promise<void> = Promise.resolve();

  /** The book. */
  @property({ attribute: false }) view!: SetupView;

  /** Makes a change. */
  @property({ attribute: false }) run!: SetupRun;

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.openFromAddress);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.openFromAddress);
  }

  protected override firstUpdated(): void {
    this.openFromAddress();
  }

  private readonly openFromAddress = () => {
    const id = Number(/^#assignment-(\d+)$/.exec(location.hash)?.[1]);
    const row = this.view.assignments.find((one) => one.id === id);
    if (row && this.view.mayEdit) this.dialog.edit(row);
  };

  private edit(row: Row): void {
    history.replaceState(null, '', `#assignment-${row.id}`);
    this.dialog.edit(row);
  }

  private closed(): void {
    if (location.hash.startsWith('#assignment-'))
      history.replaceState(null, '', location.pathname + location.search);
  }

  private askToDelete({ id, name }: Row): void {
    const scores = this.view.assignments.find((one) => one.id === id)?.scoreCount ?? 0;
    this.question.ask({
      heading: msg(str`Delete ${name}?`),
      says:
        scores === 0
          ? msg('It has no scores.')
          : plural(scores, {
              one: msg('One score goes with it, and its history. This can not be taken back.'),
              other: msg(str`${scores} scores go with it, and their history. This can not be taken back.`),
            }),
      confirm: scores === 0 ? msg('Delete') : msg('Delete with its scores'),
      act: () =>
        this.run(
          (calls) => calls.deleteAssignment(id, scores === 0 ? 'keep' : 'delete'),
          msg(str`${name} deleted`),
        ),
    });
  }

  private cycle(row: Row): void {
    const next = nextVisibility(this.chosen.get(row.id) ?? row.visibility);
    this.chosen = new Map(this.chosen).set(row.id, next);
    announce(`${row.name}: ${visibilityWords(next)}`);
    // One after another: each is sent with the version that the one before it left.
    this.saving = this.saving.then(() => this.saveVisibility(row.id));
  }

  private async saveVisibility(id: number): Promise<void> {
    const visibility = this.chosen.get(id);
    const row = this.view.assignments.find((one) => one.id === id);
    if (visibility === undefined || !row) return;
    this.problem = null;
    try {
      if (row.visibility !== visibility) {
        await this.run((calls) => calls.updateAssignment(id, { version: row.version, visibility }), '');
      }
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
    if (this.chosen.get(id) !== visibility) return;
    const chosen = new Map(this.chosen);
    chosen.delete(id);
    this.chosen = chosen;
  }

  private visibility(row: Row): TemplateResult {
    const now = this.chosen.get(row.id) ?? row.visibility;
    const words = visibilityWords(now);
    if (!this.view.mayEdit) return html`${words}`;
    const next = visibilityWords(nextVisibility(now));
    return html`<button type="button" class="r-button is-small setup-visibility" title=${msg(str`Change to: ${next}`)}
      @click=${() => this.cycle(row)}>${words}<span class="r-hidden-visually">, ${row.name}. ${msg(str`Change to: ${next}`)}</span></button>`;
  }

  private row(row: Row): TemplateResult {
    const { mayEdit, categories } = this.view;
    const category = categories.find(({ id }) => id === row.categoryId);
    const flags = [
      row.extraCredit || Number(row.points) === 0 ? msg('Extra credit') : '',
      row.neverDrop ? msg('Never dropped') : '',
      row.graded ? '' : msg('Not graded'),
    ].filter(Boolean);
    return html`<tr>
      <th scope="row" class="setup-name">
        ${mayEdit ? html`<button type="button" class="setup-link" @click=${() => this.edit(row)}>${row.name}</button>` : row.name}
        <span class="r-quiet r-small">${row.columnName}</span>
      </th>
      <td title=${category?.name ?? nothing}>${category?.code}</td>
      <td class="setup-day">${formatDay(row.dueOn)}</td>
      <td class="is-number">${row.points}</td>
      <td class="is-number">${row.weight}</td>
      <td><span class="setup-flags">${flags.map((words) => html`<span class="r-badge">${words}</span>`)}</span></td>
      <td>${this.visibility(row)}</td>
      ${
        mayEdit
          ? html`<td><button type="button" class="r-button is-plain is-small is-icon" aria-label=${msg(str`Delete ${row.name}`)}
              @click=${() => this.askToDelete(row)}><r-icon name="trash"></r-icon></button></td>`
          : nothing
      }
    </tr>`;
  }

  private period({ term, rows }: PeriodOfAssignments): TemplateResult {
    const count = plural(rows.length, {
      one: msg('one assignment'),
      other: msg(str`${rows.length} assignments`),
    });
    return html`<details class="setup-period" ?open=${term.id === this.view.currentTermId}>
      <summary><strong>${term.name}</strong>
        <span class="r-quiet">${formatDay(term.startsOn, 'short')} – ${formatDay(term.endsOn, 'short')} · ${count}</span></summary>
      ${
        rows.length === 0
          ? html`<p class="r-quiet">${msg('Nothing counts in this marking period yet.')}</p>`
          : html`<div class="r-table-wrap"><table class="r-table is-dense">
              <caption class="r-hidden-visually">${msg(str`Assignments of ${term.name}`)}</caption>
              <thead><tr>
                <th scope="col">${msg('Name, column')}</th><th scope="col">${msg('Category')}</th><th scope="col">${msg('Due')}</th>
                <th scope="col" class="is-number">${msg('Points')}</th><th scope="col" class="is-number">${msg('Weight')}</th>
                <th scope="col">${msg('Also')}</th><th scope="col">${msg('Visibility')}</th>
                ${this.view.mayEdit ? html`<th scope="col"><span class="r-hidden-visually">${msg('Delete')}</span></th>` : nothing}
              </tr></thead>
              <tbody>${repeat(
                rows,
                ({ id }) => id,
                (row) => this.row(row),
              )}</tbody>
            </table></div>`
      }
    </details>`;
  }

  private trouble() {
    if (!this.problem) return nothing;
    return this.problem.conflict
      ? html`<r-notice kind="warning" role="alert" heading=${msg('Somebody else changed this meanwhile.')}>
          ${msg('The list now shows what they saved. Choose the visibility again if it should be another.')}</r-notice>`
      : html`<r-problem .problem=${this.problem} without-retry></r-problem>`;
  }

  override render() {
    const { assignments, categories, mayEdit } = this.view;
    const add = html`<button type="button" class="r-button is-loud" ?disabled=${categories.length === 0}
      @click=${() => this.dialog.edit(null)}><r-icon name="plus"></r-icon> ${msg('Add an assignment')}</button>`;
    return html`<div class="r-stack">
      ${mayEdit ? html`<div class="r-row">${add}</div>` : nothing}
      ${
        categories.length === 0
          ? html`<p class="r-quiet">${msg('An assignment belongs to a category: add a category first.')}</p>`
          : nothing
      }
      ${this.trouble()}
      ${
        assignments.length === 0
          ? html`<r-empty icon="list" heading=${msg('No assignments yet')}>${msg('Each one becomes a column of the gradebook.')}</r-empty>`
          : html`<div class="r-stack is-tight">${byPeriod(this.view).map((one) => this.period(one))}</div>
              <p class="r-hint">${msg('Public: families see the assignment and its score. Public, no grades: they see it without a score. Private: they do not see it. Only public scores count in the average families see.')}</p>`
      }
    </div>
    <r-assignment-dialog .view=${this.view} .run=${this.run} @r-assignment-closed=${this.closed}></r-assignment-dialog>
    <r-question></r-question>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-setup-assignments': SetupAssignments;
  }
}
