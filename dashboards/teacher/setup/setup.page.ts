import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { announce } from '../../../components/base/announce.ts';
import '../../../components/base/card.ts';
import { asProblem } from '../../../components/problem.ts';
import { QueryController } from '../../../components/query-controller.ts';
import type { SetupView } from '../../../src/sis/gradebook/types.ts';
import { PageElement } from '../../shell/page-element.ts';
import { gradebookPath } from '../../shell/paths.ts';
import './assignments.ts';
import { type SetupRun, setupCalls } from './calls.ts';
import './categories.ts';
import './links.ts';
import './marks.ts';
import './settings.ts';
import './setup.css';

/**
 * @summary What a gradebook is made of: assignments, categories, special marks, settings, and the classes that share it.
 */
@customElement('r-setup-page')
export class SetupPage extends PageElement<SetupView> {
  protected override readonly at = 'gradebook';

  private readonly calls = setupCalls(this.page.data.section.id);
  private readonly query = new QueryController<SetupView>(this, {
    initial: this.page.data,
    load: (signal) => this.calls.load(signal),
  });

  protected override pageTitle() {
    const { section } = this.page.data;
    return msg(str`Assignments and categories ${section.code}`);
  }

  private readonly run: SetupRun = async (work, done) => {
    try {
      await work(this.calls);
    } catch (thrown) {
      const problem = asProblem(thrown);
      // A refusal often means that the book is not what this page shows.
      if (!problem.passing) await this.reload();
      throw problem;
    }
    await this.reload();
    if (done) announce(done);
  };

  private async reload(): Promise<void> {
    await this.query.refresh();
    await this.updateComplete;
  }

  protected override content() {
    const { section } = this.page.data;
    return html`<div class="r-page-head">
        <h1>${msg('Assignments and categories')}</h1>
        <p><a href=${gradebookPath(section.id)}>${section.courseTitle} ${section.code}</a></p>
      </div>
      ${this.ladder(this.query, (view) => this.parts(view))}`;
  }

  private parts(view: SetupView) {
    const { run } = this;
    const linked = view.linkedSections.filter(({ id }) => id !== view.section.id).map(({ code }) => code);
    return html`<nav class="setup-jumps r-no-print" aria-label=${msg('On this page')}>
        <a href="#assignments">${msg('Assignments')}</a> <a href="#categories">${msg('Categories')}</a>
        <a href="#marks">${msg('Special marks')}</a> <a href="#settings">${msg('Settings')}</a>
        <a href="#links">${msg('Linked classes')}</a>
      </nav>
      ${
        linked.length > 0
          ? html`<p class="r-quiet">${msg(str`Shared with ${linked.join(', ')}: changes count there too.`)}</p>`
          : nothing
      }
      ${view.mayEdit ? nothing : html`<p class="r-quiet">${msg('You can look at this gradebook. Its teacher changes it.')}</p>`}
      <div class="r-stack">
        <r-card id="assignments" heading=${msg('Assignments')}>
          <r-setup-assignments .view=${view} .run=${run}></r-setup-assignments></r-card>
        <r-card id="categories" heading=${msg('Categories')}>
          <r-setup-categories .view=${view} .run=${run}></r-setup-categories></r-card>
        <r-card id="marks" heading=${msg('Special marks')}>
          <r-setup-marks .view=${view} .run=${run}></r-setup-marks></r-card>
        <r-card id="settings" heading=${msg('Settings')}>
          <r-setup-settings .view=${view} .run=${run}></r-setup-settings></r-card>
        <r-card id="links" heading=${msg('Linked classes')}>
          <r-setup-links .view=${view} .run=${run}></r-setup-links></r-card>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-setup-page': SetupPage;
  }
}
