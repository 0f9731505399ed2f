import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatList } from '../../../components/format.ts';
import { asProblem, type Problem } from '../../../components/problem.ts';
import type { PersonaRow } from '../../../src/sandbox/personas.ts';
import { roleName } from '../../words/roles.ts';

/** Someone of the school was chosen to act as. */
export class PersonaEvent extends Event {
  readonly kind: PersonaRow['kind'];
  readonly id: number;

  constructor({ kind, id }: PersonaRow) {
    super('r-persona', { bubbles: true });
    this.kind = kind;
    this.id = id;
  }
}

/**
 * @summary Finds anyone of the school by name, title or child, and chooses them.
 * @event r-persona - Someone was chosen ({@link PersonaEvent}).
 */
@customElement('r-persona-choice')
export class PersonaChoice extends LitElement {
  @state() private found: PersonaRow[] | null = null;
  @state() private problem: Problem | null = null;
  private asked = 0;

  /** Finds people. */
  @property({ attribute: false }) search!: (text: string) => Promise<PersonaRow[]>;

  protected override createRenderRoot() {
    return this;
  }

  private async find(text: string): Promise<void> {
    const ask = ++this.asked;
    if (text.trim().length < 2) {
      this.found = null;
      return;
    }
    try {
      const found = await this.search(text.trim());
      if (ask === this.asked) this.found = found;
      this.problem = null;
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }

  private who(person: PersonaRow): string {
    if (person.kind === 'student') return msg(str`student, grade ${person.gradeLevel ?? ''}`);
    if (person.kind === 'guardian') return msg(str`family of ${formatList(person.children)}`);
    return person.title ?? person.roles.map(roleName).join(', ');
  }

  private results(): TemplateResult | typeof nothing {
    if (this.problem) return html`<r-problem .problem=${this.problem} without-retry></r-problem>`;
    if (this.found === null) return nothing;
    if (this.found.length === 0) return html`<p class="r-quiet">${msg('Nobody of that name.')}</p>`;
    return html`<ul class="controls-list" role="list">${this.found.map(
      (person) => html`<li>
        <span><strong>${person.name}</strong> <span class="r-quiet r-small">${this.who(person)}</span></span>
        <button type="button" class="r-button is-small" @click=${() => this.dispatchEvent(new PersonaEvent(person))}>
          ${msg('Act as')}<span class="r-hidden-visually"> ${person.name}</span></button>
      </li>`,
    )}</ul>`;
  }

  override render() {
    return html`<label class="r-field">${msg('Find a staff member, parent or student')}
        <input class="r-input" type="search" autocomplete="off" @input=${(event: Event) => this.find((event.target as HTMLInputElement).value)} /></label>
      <div aria-live="polite">${this.results()}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-persona-choice': PersonaChoice;
  }
  interface GlobalEventHandlersEventMap {
    'r-persona': PersonaEvent;
  }
}
