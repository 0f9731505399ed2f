import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { SectionLabel, SetupView } from '../../../src/sis/gradebook/types.ts';
import type { SetupRun } from './calls.ts';
import './question.ts';
import type { Question } from './question.ts';

/** @summary The classes that share this gradebook, and those of the same course that could. */
@customElement('r-setup-links')
export class SetupLinks extends LitElement {
  @query('r-question') private question!: Question;

  /** The book. */
  @property({ attribute: false }) view!: SetupView;

  /** Makes a change. */
  @property({ attribute: false }) run!: SetupRun;

  protected override createRenderRoot() {
    return this;
  }

  private link({ id, code }: SectionLabel): void {
    this.question.ask({
      heading: msg(str`Link ${code}?`),
      says: msg(
        str`${code} gets the assignments, categories, marks and settings shown here. Its own are deleted. It is refused while its students have scores in its own gradebook.`,
      ),
      confirm: msg('Link'),
      act: () => this.run((calls) => calls.link(id), msg(str`${code} linked`)),
    });
  }

  private unlink({ id, code }: SectionLabel): void {
    this.question.ask({
      heading: msg(str`Unlink ${code}?`),
      says: msg(
        str`${code} gets a copy of everything here, which then changes on its own. It is refused while its students have scores in the shared gradebook.`,
      ),
      confirm: msg('Unlink'),
      act: () => this.run((calls) => calls.unlink(id), msg(str`${code} unlinked`)),
    });
  }

  private linked(section: SectionLabel, shared: boolean): TemplateResult {
    const here = section.id === this.view.section.id;
    return html`<li class="r-row">
      <span>${section.code} · ${section.courseTitle}${here ? html` <span class="r-badge">${msg('this class')}</span>` : nothing}</span>
      ${
        shared && this.view.mayEdit
          ? html`<button type="button" class="r-button is-small is-end" @click=${() => this.unlink(section)}>
              ${msg('Unlink')}<span class="r-hidden-visually"> ${section.code}</span></button>`
          : nothing
      }
    </li>`;
  }

  override render() {
    const { linkedSections, linkable, mayEdit } = this.view;
    const shared = linkedSections.length > 1;
    return html`<div class="r-stack">
      <p class="r-quiet">${msg('Linked classes share one gradebook: an assignment added for one is there for all, with the same categories, marks and settings. Scores stay each student’s own.')}</p>
      <ul class="setup-list" role="list" aria-label=${msg('Classes in this gradebook')}>
        ${linkedSections.map((section) => this.linked(section, shared))}
      </ul>
      ${
        !mayEdit
          ? nothing
          : linkable.length === 0
            ? html`<p class="r-hint">${msg('You teach no other class of this course this year that could be linked.')}</p>`
            : html`<h3>${msg('Can be linked')}</h3>
                <ul class="setup-list" role="list">${linkable.map(
                  (section) => html`<li class="r-row"><span>${section.code} · ${section.courseTitle}</span>
                    <button type="button" class="r-button is-small is-end" @click=${() => this.link(section)}>
                      ${msg('Link')}<span class="r-hidden-visually"> ${section.code}</span></button></li>`,
                )}</ul>`
      }
    </div>
    <r-question></r-question>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-setup-links': SetupLinks;
  }
}
