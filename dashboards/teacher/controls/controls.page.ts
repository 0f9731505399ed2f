import { msg, str } from '@lit/localize';
import { hc } from 'hono/client';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { answer, api, apiBase } from '../../../components/api.ts';
import '../../../components/base/card.ts';
import '../../../components/base/dialog.ts';
import '../../../components/base/icon.ts';
import { formatDay, formatInstant } from '../../../components/format.ts';
import { asProblem, type Problem } from '../../../components/problem.ts';
import { QueryController } from '../../../components/query-controller.ts';
import type { Checkpoint } from '../../../src/sandbox/checkpoints/service.ts';
import type { ControlState, sandboxRoutes } from '../../../src/sandbox/routes.ts';
import type { Page } from '../../../src/shared/paging.ts';
import { PageElement } from '../../shell/page-element.ts';
import './changes-list.ts';
import './controls.css';
import './persona-choice.ts';
import type { PersonaEvent } from './persona-choice.ts';

type Told = { controls: ControlState; checkpoints: Checkpoint[] };

const sandbox = hc<ReturnType<typeof sandboxRoutes>>(apiBase('sandbox'), api);

/**
 * @summary The controls of one's own sandbox: its date, whom one acts as, checkpoints, what was changed, reset, and the way
 * back from a reset. Every one of them can be undone.
 */
@customElement('r-controls-page')
export class ControlsPage extends PageElement<null> {
  protected override readonly at = 'controls';

  private readonly query = new QueryController<Told>(this, {
    load: async (signal) => {
      const init = { init: { signal } };
      const [controls, checkpoints] = await Promise.all([
        answer(sandbox.index.$get({}, init)),
        answer(sandbox.checkpoints.$get({}, init)),
      ]);
      return { controls, checkpoints } as unknown as Told;
    },
  });

  @state() private problem: { at: string; problem: Problem } | null = null;
  @state() private confirming = false;
  @state() private working = false;

  protected override pageTitle() {
    return msg('My sandbox');
  }

  /** Runs a control and shows the whole page anew, since every part of it may show another school day. */
  private async run(at: string, work: () => Promise<unknown>): Promise<void> {
    if (this.working) return;
    this.working = true;
    this.problem = null;
    try {
      await work();
      location.reload();
    } catch (thrown) {
      this.problem = { at, problem: asProblem(thrown) };
      this.confirming = false;
      this.working = false;
    }
  }

  private trouble(at: string): TemplateResult | typeof nothing {
    return this.problem?.at === at
      ? html`<r-problem .problem=${this.problem.problem} without-retry></r-problem>`
      : nothing;
  }

  private date({ controls }: Told): TemplateResult {
    const { startsOn, endsOn } = controls.school.year;
    const submit = (event: Event) => {
      event.preventDefault();
      const date = String(new FormData(event.target as HTMLFormElement).get('date'));
      void this.run('date', () => answer(sandbox.date.$put({ json: { date } })));
    };
    const later = (days: number) =>
      void this.run('date', () =>
        answer(sandbox.date.$put({ json: { date: addDays(controls.date, days) } })),
      );
    return html`<r-card heading=${msg('Date')}>
      <div class="r-stack">
        <p>${msg(str`In your sandbox it is ${formatDay(controls.date, 'long')}. The school year runs from ${formatDay(startsOn)} to ${formatDay(endsOn)}.`)}</p>
        <form class="r-row" @submit=${submit}>
          <label class="r-field">${msg('Go to')} <input class="r-input" type="date" name="date" required min=${controls.date} max=${endsOn} .value=${controls.date} /></label>
          <button class="r-button" ?disabled=${this.working}>${msg('Set the date')}</button>
        </form>
        <div class="r-row">
          <button type="button" class="r-button is-small" ?disabled=${this.working} @click=${() => later(1)}>${msg('A day on')}</button>
          <button type="button" class="r-button is-small" ?disabled=${this.working} @click=${() => later(7)}>${msg('A week on')}</button>
        </div>
        <p class="r-hint">${msg('The date goes forward only. A reset or a checkpoint brings back an earlier one.')}</p>
        ${this.trouble('date')}
      </div>
    </r-card>`;
  }

  private persona({ controls }: Told): TemplateResult {
    const choose = ({ kind, id }: PersonaEvent) =>
      void this.run('persona', () => answer(sandbox.persona.$put({ json: { kind, id } })));
    return html`<r-card heading=${msg('Acting as')}>
      <div class="r-stack">
        <p><strong>${controls.persona.name}</strong></p>
        <r-persona-choice .search=${searchPersonas} @r-persona=${choose}></r-persona-choice>
        ${this.trouble('persona')}
      </div>
    </r-card>`;
  }

  private checkpoints({ controls, checkpoints }: Told): TemplateResult {
    const submit = (event: Event) => {
      event.preventDefault();
      const name = String(new FormData(event.target as HTMLFormElement).get('name')).trim();
      if (name) void this.run('checkpoints', () => answer(sandbox.checkpoints.$post({ json: { name } })));
    };
    const { generation } = controls;
    return html`<r-card heading=${msg('Checkpoints')}>
      <div class="r-stack">
        <form class="r-row" @submit=${submit}>
          <label class="r-field">${msg('Keep this state under a name')} <input class="r-input" name="name" required maxlength="80" /></label>
          <button class="r-button" ?disabled=${this.working}>${msg('Make a checkpoint')}</button>
        </form>
        ${this.trouble('checkpoints')}
        ${
          checkpoints.length === 0
            ? html`<p class="r-quiet">${msg('None yet. A checkpoint lets you try something and come back.')}</p>`
            : html`<ul class="controls-list" role="list">${checkpoints.map(
                (one) => html`<li>
                  <span><strong>${one.name}</strong> <span class="r-quiet r-small">${formatDay(one.date)} · ${msg(str`made ${formatInstant(String(one.madeAt))}`)}</span></span>
                  <span class="r-row">
                    <button type="button" class="r-button is-small" ?disabled=${this.working}
                      @click=${() => this.run('checkpoints', () => answer(sandbox.checkpoints[':id'].restorations.$post({ param: { id: String(one.id) }, json: { generation } })))}>
                      ${msg('Restore')}<span class="r-hidden-visually"> ${one.name}</span></button>
                    <button type="button" class="r-button is-small is-danger" ?disabled=${this.working}
                      @click=${() => this.run('checkpoints', () => answer(sandbox.checkpoints[':id'].$delete({ param: { id: String(one.id) } })))}>
                      ${msg('Delete')}<span class="r-hidden-visually"> ${one.name}</span></button>
                  </span>
                </li>`,
              )}</ul>`
        }
      </div>
    </r-card>`;
  }

  private reset({ controls }: Told): TemplateResult {
    const { generation, lastResetAt, undoUntil, newerSchool } = controls;
    return html`<r-card heading=${msg('Reset')}>
      <div class="r-stack">
        <p>${msg('A reset gives you the school as it was on the first day of your sandbox. Nothing is lost for good: you can undo it.')}</p>
        ${newerSchool ? html`<p>${msg('A newer edition of the school is there; a reset brings it.')}</p>` : nothing}
        <div class="r-row">
          <button type="button" class="r-button is-danger" ?disabled=${this.working}
            @click=${() => {
              this.confirming = true;
            }}><r-icon name="reset"></r-icon> ${msg('Reset my sandbox')}</button>
          ${
            undoUntil
              ? html`<button type="button" class="r-button" ?disabled=${this.working}
                  @click=${() => this.run('reset', () => answer(sandbox.resets.current.$delete({ query: { generation: String(generation) } })))}>
                  <r-icon name="undo"></r-icon> ${msg('Undo the last reset')}</button>`
              : nothing
          }
        </div>
        ${undoUntil ? html`<p class="r-hint">${msg(str`Reset or restored ${formatInstant(String(lastResetAt))}; can be undone until ${formatInstant(String(undoUntil))}.`)}</p>` : nothing}
        ${this.trouble('reset')}
      </div>
      <r-dialog .open=${this.confirming} heading=${msg('Reset my sandbox?')} @r-close=${() => {
        this.confirming = false;
      }}>
        <p>${msg('Your changes go, and the date goes back. You can undo this afterwards.')}</p>
        <div slot="footer" class="r-row">
          <button type="button" class="r-button" @click=${() => {
            this.confirming = false;
          }}>${msg('Cancel')}</button>
          <button type="button" class="r-button is-danger is-loud" ?disabled=${this.working}
            @click=${() => this.run('reset', () => answer(sandbox.resets.$post({ json: { generation } })))}>${msg('Reset')}</button>
        </div>
      </r-dialog>
    </r-card>`;
  }

  protected override content() {
    return html`<div class="r-page-head">
        <h1>${this.pageTitle()}</h1>
        <p class="r-quiet">${msg('Only you see this school. Nothing in it can reach a person outside it.')}</p>
      </div>
      ${this.ladder(
        this.query,
        (told) => html`<div class="controls">
            ${this.date(told)} ${this.reset(told)} ${this.checkpoints(told)} ${this.persona(told)}
          </div>
          <r-changes-list></r-changes-list>`,
      )}`;
  }
}

async function searchPersonas(search: string) {
  const found = await answer(sandbox.personas.$get({ query: { search, limit: '20' } }));
  return (found as Page<ControlState['persona']>).items;
}

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

declare global {
  interface HTMLElementTagNameMap {
    'r-controls-page': ControlsPage;
  }
}
