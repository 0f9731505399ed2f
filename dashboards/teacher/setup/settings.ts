import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { UpdateSettings } from '../../../src/sis/gradebook/book/service.ts';
import type { SetupView } from '../../../src/sis/gradebook/types.ts';
import type { SetupRun } from './calls.ts';
import { DraftController, type FieldErrors } from './draft-controller.ts';
import { formProblem, radioField, selectField, textField } from './fields.ts';
import { averageModes, dropPolicies, weightKinds } from './words.ts';

type SettingsDraft = {
  nickname: string;
  averageMode: string;
  weightsAre: string;
  dropPolicy: string;
  scaleId: string;
};

/** @summary How a book averages, drops scores and gives letters, each choice with what it does. */
@customElement('r-setup-settings')
export class SetupSettings extends LitElement {
  private readonly form = new DraftController<SettingsDraft>(this, 'settings', {
    'scores/mark-is-a-letter': 'scaleId',
  });

  /** The book. */
  @property({ attribute: false }) view!: SetupView;

  /** Makes a change. */
  @property({ attribute: false }) run!: SetupRun;

  protected override createRenderRoot() {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('view')) this.form.meet(draftOfSettings(this.view));
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    await this.form.save(checkSettings, (_draft, { scaleId, ...changes }) => {
      const { version } = this.view.settings;
      const scale = scaleId === undefined ? {} : { scaleId: Number(scaleId) };
      const json = { version, ...changes, ...scale } as UpdateSettings;
      return this.run((calls) => calls.updateSettings(json), msg('Settings saved'));
    });
  }

  private scale(): TemplateResult | typeof nothing {
    const { scales, scale } = this.view;
    const shown = scales.find(({ id }) => String(id) === this.form.draft?.scaleId) ?? scale;
    return html`<div>
      <table class="r-table is-dense setup-scale">
        <caption>${shown.name}</caption>
        <thead><tr><th scope="col">${msg('Letter')}</th><th scope="col" class="is-number">${msg('From')}</th></tr></thead>
        <tbody>${[...shown.steps]
          .sort((a, b) => Number(b.minPercent) - Number(a.minPercent))
          .map(
            ({ letter, minPercent }) =>
              html`<tr><th scope="row">${letter}</th><td class="is-number">${minPercent}%</td></tr>`,
          )}</tbody>
      </table>
      <p class="r-hint">${
        shown.maxPercent === null
          ? msg('Averages have no upper limit.')
          : msg(str`Scores and averages go up to ${shown.maxPercent}%.`)
      } ${msg('The letter is looked up by the average as it is shown, rounded to two decimals. The school sets the scales.')}</p>
    </div>`;
  }

  override render() {
    const { form, view } = this;
    const disabled = !view.mayEdit;
    const noWeights = form.draft?.averageMode === 'total-points';
    return html`<form class="r-stack" novalidate @submit=${this.submit}>
      ${formProblem(form)}
      ${view.mayEdit ? textField(form, 'nickname', { label: msg('Name of the gradebook'), maxlength: 60 }) : nothing}
      <div class="setup-settings">
        ${radioField(form, 'averageMode', { label: msg('How averages are made'), options: averageModes(), disabled })}
        <div class="r-stack">
          ${radioField(form, 'weightsAre', { label: msg('Category weights are'), options: weightKinds(), disabled })}
          ${noWeights ? html`<p class="r-hint">${msg('Total points ignore weights.')}</p>` : nothing}
          ${radioField(form, 'dropPolicy', { label: msg('Which low scores are dropped'), options: dropPolicies(), disabled })}
        </div>
        <div class="r-stack">
          ${
            view.mayEdit
              ? selectField(form, 'scaleId', {
                  label: msg('Grade scale'),
                  options: view.scales.map(({ id, name }) => ({ value: String(id), label: name })),
                })
              : nothing
          }
          ${this.scale()}
        </div>
      </div>
      ${
        view.mayEdit
          ? html`${form.dirty ? html`<p class="r-hint">${msg('Every average of this gradebook changes when you save. Posted grades stay as they are.')}</p>` : nothing}
              <div class="r-row">
                <button type="submit" class="r-button is-loud" ?disabled=${!form.dirty || form.saving}>${msg('Save settings')}</button>
                <button type="button" class="r-button" ?disabled=${!form.dirty} @click=${() => form.discard()}>${msg('Discard changes')}</button>
              </div>`
          : nothing
      }
    </form>`;
  }
}

function draftOfSettings({ settings, scale }: SetupView): SettingsDraft {
  const { nickname, averageMode, weightsAre, dropPolicy } = settings;
  return { nickname, averageMode, weightsAre, dropPolicy, scaleId: String(scale.id) };
}

function checkSettings({ nickname }: SettingsDraft): FieldErrors<SettingsDraft> {
  return nickname === '' ? { nickname: msg('Enter a name.') } : {};
}

declare global {
  interface HTMLElementTagNameMap {
    'r-setup-settings': SetupSettings;
  }
}
