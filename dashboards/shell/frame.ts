import { msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../components/base/icon.ts';
import type { IconName } from '../../components/base/icon.ts';
import { formatDay } from '../../components/format.ts';
import { asProblem, type Problem } from '../../components/problem.ts';
import { roleName } from '../words/roles.ts';
import type { Frame, PageName } from './page-data.ts';
import './preferences.ts';
import './problem.ts';
import { signOut } from './session.ts';

/**
 * @summary The head of every signed-in page: where one is (sandbox or live, by frame, icon and words), on
 * which day, as whom; the pages; and the account's menu. Its first link skips to `#main`.
 */
@customElement('r-frame')
export class SiteFrame extends LitElement {
  @state() private problem: Problem | undefined;

  /** Who and where. */
  @property({ attribute: false }) frame!: Frame;

  /** The page of the navigation that is shown. */
  @property() at: PageName | '' = '';

  protected override createRenderRoot() {
    return this;
  }

  private async leave(): Promise<void> {
    try {
      await signOut();
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }

  override render() {
    return html`
      <a class="r-skip r-hidden-visually" href="#main">${msg('Skip to the page')}</a>
      <header class="r-head">
        ${this.place()}
        <div class="r-head-line">
          <nav aria-label=${msg('Pages')}>
            <ul role="list">
              ${this.link('today', 'calendar', msg('Today'))}
              ${this.link('attendance', 'check', msg('Attendance'))}
              ${this.link('gradebook', 'grid', msg('Gradebook'))}
              ${this.link('students', 'people', msg('Students'))}
              ${this.frame.space === 'sandbox' ? this.link('controls', 'sandbox', msg('Sandbox')) : nothing}
            </ul>
          </nav>
          ${this.account()}
        </div>
        ${this.problem ? html`<r-problem .problem=${this.problem}></r-problem>` : nothing}
      </header>
    `;
  }

  private place() {
    const { space, schoolName, today, person, persona } = this.frame;
    const sandbox = space === 'sandbox';
    const day = html`<time datetime=${today}>${formatDay(today, 'medium')}</time>`;
    return html`
      <div class="r-place">
        <span class="r-place-kind">
          <r-icon name=${sandbox ? 'sandbox' : 'building'}></r-icon>
          <strong>${sandbox ? msg('Sandbox') : msg('Live')}</strong>
        </span>
        <span class="r-place-name">${schoolName}</span>
        <span class="r-place-day"><span class="r-hidden-visually">${msg('Date')}:</span> ${day}</span>
        ${
          persona
            ? html`<span class="r-place-persona"><r-icon name="person"></r-icon> ${msg(
                str`Acting as ${person.name}, ${roleName(person.role)}`,
              )}</span>`
            : nothing
        }
        <span class="r-place-say">
          ${sandbox ? msg('Practice only. Nothing here is real.') : msg('Real records. Changes count.')}
        </span>
        ${
          sandbox
            ? html`<a class="r-place-link" href="/sandbox/controls">${msg('Date, reset, changes')}</a>`
            : nothing
        }
      </div>
    `;
  }

  private link(page: PageName, icon: IconName, words: string) {
    return html`
      <li>
        <a href="/${this.frame.space}/${page}" aria-current=${page === this.at ? 'page' : nothing}>
          <r-icon name=${icon}></r-icon> ${words}
        </a>
      </li>
    `;
  }

  private account() {
    const { account, person, persona } = this.frame;
    return html`
      <button class="r-button is-plain r-account" type="button" popovertarget="r-account-menu"
        aria-label=${msg(str`Account: ${account.name}`)}>
        <r-icon name="person"></r-icon>
        <span class="r-account-name">${account.name}</span>
        <r-icon name="chevron-down"></r-icon>
      </button>
      <div id="r-account-menu" class="r-account-menu" popover>
        <p>
          <strong>${account.name}</strong>
          ${persona ? nothing : html`<br /><span class="r-quiet">${roleName(person.role)}</span>`}
        </p>
        <r-preferences></r-preferences>
        <button class="r-button" type="button" @click=${this.leave}>${msg('Sign out')}</button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-frame': SiteFrame;
  }
}
