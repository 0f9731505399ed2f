import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { send } from '../../../components/api.ts';
import { asProblem, type Problem } from '../../../components/problem.ts';
import { PageElement } from '../../shell/page-element.ts';
import '../../shell/preferences.ts';
import { chosenPeople, type DemoPerson } from './people.ts';
import './sign-in.css';

/** `people` are those one can sign in as when `demo` is on; `next` is the page that was asked for. */
export type SignInData = { demo: boolean; people: DemoPerson[]; next?: string };

/** How many people are shown before a search narrows them. */
const SHOWN = 8;

/**
 * @summary Sign-in by email and password, or, in a demonstration, by choosing one of its generated people.
 */
@customElement('r-sign-in-page')
export class SignInPage extends PageElement<SignInData> {
  @state() private problem: Problem | undefined;
  @state() private busy = false;
  @state() private sought = '';
  @state() private missing: { email: boolean; password: boolean } = { email: false, password: false };

  protected override pageTitle() {
    return msg('Sign in');
  }

  private submitted(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const fields = new FormData(form);
    const email = String(fields.get('email')).trim();
    const password = String(fields.get('password'));
    this.missing = { email: email === '', password: password === '' };
    const first = this.missing.email ? 'email' : this.missing.password ? 'password' : undefined;
    if (first) form.querySelector<HTMLInputElement>(`#${first}`)?.focus();
    else void this.signIn({ email, password });
  }

  private async signIn(who: { email: string; password: string } | { accountId: number }): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = undefined;
    try {
      const { next } = await send<{ next: string }>('POST', '/api/sessions', {
        ...who,
        next: this.page.data.next,
      });
      location.assign(next);
    } catch (thrown) {
      this.problem = asProblem(thrown);
      this.busy = false;
    }
  }

  protected override content() {
    const { demo } = this.page.data;
    return html`
      <div class="sign-in">
        <header class="sign-in-head">
          <p class="sign-in-name">Rehearsal</p>
          <p class="r-quiet">${msg('Practice the school’s new system before it counts.')}</p>
        </header>
        <div class="sign-in-ways">
          ${this.form()} ${demo ? this.people() : nothing}
        </div>
        <footer><r-preferences></r-preferences></footer>
      </div>
    `;
  }

  private form() {
    return html`
      <section class="sign-in-box" aria-labelledby="form-title">
        <h1 id="form-title">${this.pageTitle()}</h1>
        <r-problem .problem=${this.problem} without-retry></r-problem>
        <form class="r-stack" novalidate @submit=${this.submitted}>
          ${this.field('email', msg('Email address'), 'email', 'username', msg('Enter your email address.'))}
          ${this.field('password', msg('Password'), 'password', 'current-password', msg('Enter your password.'))}
          <button class="r-button is-loud" type="submit" ?disabled=${this.busy}>${msg('Sign in')}</button>
        </form>
      </section>
    `;
  }

  private field(
    name: 'email' | 'password',
    label: string,
    type: string,
    autocomplete: 'username' | 'current-password',
    ask: string,
  ) {
    const missing = this.missing[name];
    const refused = this.problem?.errorAt(name) !== undefined;
    return html`
      <div class="r-field">
        <label for=${name}>${label}</label>
        <input class="r-input" id=${name} name=${name} type=${type} autocomplete=${autocomplete} required
          aria-invalid=${missing || refused ? 'true' : nothing}
          aria-describedby=${missing || refused ? `${name}-error` : nothing} />
        ${missing || refused ? html`<p class="r-error" id="${name}-error">${ask}</p>` : nothing}
      </div>
    `;
  }

  private people() {
    const found = chosenPeople(this.page.data.people, this.sought);
    const shown = found.slice(0, SHOWN);
    return html`
      <section class="sign-in-box" aria-labelledby="people-title">
        <h2 id="people-title">${msg('Or be somebody in the demonstration')}</h2>
        <p class="r-quiet">${msg('All of them are made up. No password is needed.')}</p>
        <div class="r-field">
          <label for="seek">${msg('Search by name, role, or subject')}</label>
          <input class="r-input" id="seek" type="search" autocomplete="off" .value=${this.sought}
            @input=${(event: InputEvent) => {
              this.sought = (event.target as HTMLInputElement).value;
            }} />
        </div>
        <ul role="list" class="sign-in-people">
          ${shown.map(
            (person) => html`
              <li>
                <button type="button" ?disabled=${this.busy}
                  @click=${() => this.signIn({ accountId: person.accountId })}>
                  <strong>${person.name}</strong>
                  <span class="r-quiet">${person.note}</span>
                </button>
              </li>
            `,
          )}
        </ul>
        <p class="r-quiet r-small" role="status">
          ${
            found.length === 0
              ? msg('Nobody fits. Search for fewer letters.')
              : msg(str`${shown.length} of ${found.length} shown.`)
          }
        </p>
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-sign-in-page': SignInPage;
  }
}
