import { msg, str } from '@lit/localize';
import { hc } from 'hono/client';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { answer, api, apiBase } from '../../../components/api.ts';
import '../../../components/base/card.ts';
import '../../../components/base/empty.ts';
import '../../../components/base/segmented.ts';
import { formatDay, formatInstant, formatTime, plural } from '../../../components/format.ts';
import { asProblem, type Problem } from '../../../components/problem.ts';
import type { ChangesTold, Grouping } from '../../../src/sandbox/changes/queries.ts';
import type { Change, Told } from '../../../src/sandbox/changes/rows.ts';
import type { sandboxRoutes } from '../../../src/sandbox/routes.ts';
import { areaWords, changeWords, fieldWords, whatWords } from './words.ts';

const sandbox = hc<ReturnType<typeof sandboxRoutes>>(apiBase('sandbox'), api);

/**
 * @summary What was changed in the sandbox, in words: whose, in which class, on which day, from what to what.
 */
@customElement('r-changes-list')
export class ChangesList extends LitElement {
  @state() private by: Grouping = 'area';
  @state() private told: ChangesTold | null = null;
  @state() private problem: Problem | null = null;

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(after?: string): Promise<void> {
    try {
      const query = { by: this.by, limit: '50', ...(after ? { after } : {}) };
      const told = (await answer(sandbox.changes.$get({ query }))) as ChangesTold;
      this.told = after && this.told ? { ...told, items: [...this.told.items, ...told.items] } : told;
      this.problem = null;
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }

  private choose(by: Grouping): void {
    this.by = by;
    void this.load();
  }

  private change(change: Change): TemplateResult {
    const where = [
      change.student?.name,
      change.section?.code,
      change.day ? formatDay(change.day) : null,
      ...change.about.map((one) => valueWords(one, one.value)),
    ];
    return html`<tr>
      <th scope="row">${whatWords(change.what)}<br /><span class="r-quiet r-small">${changeWords(change.kind)}</span></th>
      <td>${where.filter(Boolean).join(' · ')}</td>
      <td>${change.fields.map(
        (one) => html`<div><span class="r-quiet r-small">${fieldWords(one.field)}:</span>
          ${valueWords(one, one.from)} → <strong>${valueWords(one, one.to)}</strong></div>`,
      )}</td>
    </tr>`;
  }

  private list({ items, next, counts }: ChangesTold): TemplateResult {
    const total = counts.reduce((sum, one) => sum + one.count, 0);
    if (total === 0) {
      return html`<r-empty icon="check" heading=${msg('No changes yet')}>${msg('What you change in your sandbox appears here, with before and after.')}</r-empty>`;
    }
    return html`
      <p class="controls-pad">${plural(total, { one: msg('1 change.'), other: msg(str`${total} changes.`) })}
        <span class="r-quiet">${counts.map((one) => `${areaWords(one.area)}: ${one.count}`).join(' · ')}</span></p>
      <div class="r-table-wrap" tabindex="0" role="region" aria-label=${msg('What I changed')}><table class="r-table is-dense">
        <thead><tr><th scope="col">${msg('What')}</th><th scope="col">${msg('Whose and where')}</th><th scope="col">${msg('Before → after')}</th></tr></thead>
        <tbody>${items.map((one) => this.change(one))}</tbody>
      </table></div>
      ${next ? html`<p class="controls-pad"><button type="button" class="r-button" @click=${() => this.load(next)}>${msg('Show more')}</button></p>` : nothing}`;
  }

  override render() {
    return html`<r-card heading=${msg('What did I change?')} flush>
      <div slot="actions"><r-segmented label=${msg('Group by')} .value=${this.by}
        .options=${[
          { value: 'area', label: msg('Area') },
          { value: 'day', label: msg('Day') },
          { value: 'student', label: msg('Student') },
          { value: 'class', label: msg('Class') },
        ]}
        @r-choose=${(event: Event & { value: string }) => this.choose(event.value as Grouping)}></r-segmented></div>
      ${this.problem ? html`<r-problem .problem=${this.problem} @r-retry=${() => this.load()}></r-problem>` : nothing}
      ${this.told ? this.list(this.told) : html`<p class="controls-pad r-quiet">${msg('Loading…')}</p>`}
    </r-card>`;
  }
}

function valueWords({ as }: Pick<Told, 'as'>, value: Told['value']): string {
  if (value === null || value === '') return '–';
  switch (as) {
    case 'day':
      return formatDay(String(value));
    case 'clock':
      return formatTime(String(value));
    case 'instant':
      return formatInstant(String(value));
    case 'flag':
      return value ? msg('yes') : msg('no');
    default:
      return String(value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-changes-list': ChangesList;
  }
}
