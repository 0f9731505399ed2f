import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CategoryLine, Explanation, ItemLine } from '../../../src/sis/gradebook/averages/types.ts';
import { formatDay } from '../../format.ts';
import './why-this-grade.css';
import { modeWords, standingWords, unscoredWords } from './words.ts';

/** What the explanation's numbers are called. */
export type GradeNames = {
  categories: ReadonlyMap<number, string>;
  assignments: ReadonlyMap<number, { name: string; dueOn: string }>;
};

/** A score was tried out; `text` is as typed, and empty gives the try up. Nothing is saved. */
export class WhatIfEvent extends Event {
  readonly assignmentId: number;
  readonly text: string;

  constructor(assignmentId: number, text: string) {
    super('r-what-if', { bubbles: true });
    this.assignmentId = assignmentId;
    this.text = text;
  }
}

/**
 * @summary Every number of an average, from the items that counted to the rounded figure, so that a reader with a
 * pencil can redo it. With `try-out` each score has a field for a what-if, which saves nothing.
 * @event r-what-if - A score was tried out ({@link WhatIfEvent}).
 */
@customElement('r-why-this-grade')
export class WhyThisGrade extends LitElement {
  /** What the rules say. */
  @property({ attribute: false }) explanation!: Explanation;

  /** The names of categories and assignments. */
  @property({ attribute: false }) names!: GradeNames;

  /** Assignments whose score is only tried out. */
  @property({ attribute: false }) tried: ReadonlyMap<number, string> = new Map();

  /** Gives each score a field to try another one. */
  @property({ type: Boolean, attribute: 'try-out' }) tryOut = false;

  protected override createRenderRoot() {
    return this;
  }

  private item(item: ItemLine): TemplateResult {
    const assignment = this.names.assignments.get(item.assignmentId);
    const name = assignment?.name ?? '';
    const counts = item.standing === 'counted' || item.standing === 'extra-credit';
    const tried = this.tried.get(item.assignmentId);
    return html`<tr class=${counts ? nothing : 'is-left-out'}>
      <th scope="row">${name}<span class="r-quiet r-small"> ${assignment ? formatDay(assignment.dueOn, 'short') : ''}</span></th>
      <td class="is-number">${item.earned ?? '–'} / ${item.possible}</td>
      <td class="is-number">${item.percent === null ? '–' : `${item.percent} %`}</td>
      <td>${standingWords(item)}</td>
      ${
        this.tryOut
          ? html`<td class="r-no-print"><input class="r-input r-try" aria-label=${msg(str`Try a score for ${name}`)} .value=${tried ?? ''}
              @input=${(event: InputEvent) =>
                this.dispatchEvent(
                  new WhatIfEvent(item.assignmentId, (event.target as HTMLInputElement).value),
                )} /></td>`
          : nothing
      }
    </tr>`;
  }

  private category(line: CategoryLine): TemplateResult {
    const name = this.names.categories.get(line.categoryId) ?? '';
    return html`<section class="r-why-category">
      <h3>${name}</h3>
      <p>${this.categoryWords(line)}</p>
      ${
        line.items.length === 0
          ? nothing
          : html`<div class="r-table-wrap" tabindex="0" role="region" aria-label=${name}><table class="r-table is-dense">
              <thead><tr>
                <th scope="col">${msg('Assignment')}</th>
                <th scope="col" class="is-number">${msg('Points')}</th>
                <th scope="col" class="is-number">${msg('Percent')}</th>
                <th scope="col">${msg('Counts')}</th>
                ${this.tryOut ? html`<th scope="col" class="r-no-print">${msg('What if')}</th>` : nothing}
              </tr></thead>
              <tbody>${line.items.map((item) => this.item(item))}</tbody>
            </table></div>`
      }
    </section>`;
  }

  private categoryWords(line: CategoryLine): string {
    if (line.leftOut === 'nothing-counted')
      return msg('Nothing counts here yet, so the category is left out.');
    if (line.leftOut === 'no-weight') return msg(str`${line.percent} %, but the category has no weight.`);
    const points = msg(str`${line.earned} of ${line.possible} points counted`);
    const extra = line.extra === '0' ? '' : msg(str`, and ${line.extra} points of extra credit`);
    if (line.weightUsed === null) return msg(str`${points}${extra}.`);
    const weight =
      line.weightUsed === line.weightSet
        ? msg(str`weight ${line.weightUsed} %`)
        : msg(str`weight ${line.weightSet}, which is ${line.weightUsed} % of what counts now`);
    return msg(str`${points}${extra}: ${line.percent} %, ${weight}.`);
  }

  private formula(): TemplateResult {
    const { formula, rounded } = this.explanation;
    if (formula === null) {
      return html`<p>${msg('Nothing counts yet, so there is no average. A blank is not a zero.')}</p>`;
    }
    if (formula.kind === 'points') {
      return html`<p class="r-formula">${formula.earned} ÷ ${formula.possible} × 100 = <strong>${rounded} %</strong></p>`;
    }
    const terms = formula.terms.map((term) => `${term.weight} × ${term.percent}`).join(' + ');
    return html`<p class="r-formula">(${terms}) ÷ ${formula.divisor}</p>
      <p class="r-formula">= ${formula.sum} ÷ ${formula.divisor} = <strong>${rounded} %</strong></p>`;
  }

  override render() {
    const { explanation } = this;
    const { letter, rounded } = explanation;
    return html`
      <p class="r-why-figure">${rounded === null ? msg('No average yet') : html`<strong>${rounded} %</strong> ${letter ?? ''}`}
        <span class="r-quiet">${unscoredWords(explanation.unscored)}</span>
        ${this.tried.size > 0 ? html`<span class="r-badge is-warning">${msg('What if: not saved')}</span>` : nothing}
      </p>
      ${this.formula()}
      <p class="r-quiet">${modeWords(explanation)}</p>
      ${explanation.capped ? html`<p class="r-quiet">${msg('The grade scale caps the average here.')}</p>` : nothing}
      ${explanation.categories.map((line) => this.category(line))}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-why-this-grade': WhyThisGrade;
  }
  interface GlobalEventHandlersEventMap {
    'r-what-if': WhatIfEvent;
  }
}
