import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import '../../../components/base/notice.ts';
import '../../shell/problem.ts';
import type { DraftController } from './draft-controller.ts';
import type { Fields } from './rebase.ts';

type Name<Draft> = keyof Draft & string;

type TextOptions = {
  label: string;
  hint?: string;
  type?: 'text' | 'date';
  /** A number as text, so that nothing passes through a float. */
  decimal?: boolean;
  maxlength?: number;
  autofocus?: boolean;
};

/** A line of text, a date or a decimal, with its hint, its error and what somebody else set. */
export function textField<Draft extends Fields>(
  form: DraftController<Draft>,
  name: Name<Draft>,
  { label, hint, type = 'text', decimal, maxlength, autofocus }: TextOptions,
): TemplateResult {
  const id = `${form.id}-${name}`;
  return html`<div class="r-field">
    <label for=${id}>${label}</label>
    <input id=${id} class="r-input" type=${type} autocomplete="off" maxlength=${maxlength ?? nothing}
      inputmode=${decimal ? 'decimal' : nothing} ?autofocus=${autofocus}
      aria-invalid=${form.errors[name] ? 'true' : nothing} aria-describedby=${described(form, name, hint)}
      .value=${live(String(form.draft?.[name] ?? ''))}
      @input=${(event: Event) => form.set(name, (event.target as HTMLInputElement).value as Draft[Name<Draft>])} />
    ${below(form, name, hint)}
  </div>`;
}

/** Several lines of text. */
export function areaField<Draft extends Fields>(
  form: DraftController<Draft>,
  name: Name<Draft>,
  { label, hint, maxlength }: Pick<TextOptions, 'label' | 'hint' | 'maxlength'>,
): TemplateResult {
  const id = `${form.id}-${name}`;
  return html`<div class="r-field">
    <label for=${id}>${label}</label>
    <textarea id=${id} class="r-textarea" rows="3" maxlength=${maxlength ?? nothing}
      aria-invalid=${form.errors[name] ? 'true' : nothing} aria-describedby=${described(form, name, hint)}
      .value=${live(String(form.draft?.[name] ?? ''))}
      @input=${(event: Event) => form.set(name, (event.target as HTMLTextAreaElement).value as Draft[Name<Draft>])}></textarea>
    ${below(form, name, hint)}
  </div>`;
}

export type Option = { value: string; label: string };

/** One of several values, in a list. */
export function selectField<Draft extends Fields>(
  form: DraftController<Draft>,
  name: Name<Draft>,
  { label, hint, options }: { label: string; hint?: string; options: Option[] },
): TemplateResult {
  const id = `${form.id}-${name}`;
  const value = String(form.draft?.[name] ?? '');
  return html`<div class="r-field">
    <label for=${id}>${label}</label>
    <select id=${id} class="r-select" aria-invalid=${form.errors[name] ? 'true' : nothing}
      aria-describedby=${described(form, name, hint)}
      @change=${(event: Event) => form.set(name, (event.target as HTMLSelectElement).value as Draft[Name<Draft>])}>
      ${options.map((one) => html`<option value=${one.value} .selected=${live(one.value === value)}>${one.label}</option>`)}
    </select>
    ${below(form, name, hint, options)}
  </div>`;
}

/** One of a few values that each need a sentence. */
export function radioField<Draft extends Fields>(
  form: DraftController<Draft>,
  name: Name<Draft>,
  { label, options, disabled }: { label: string; options: (Option & { says: string })[]; disabled?: boolean },
): TemplateResult {
  return html`<fieldset class="r-field setup-radios" ?disabled=${disabled} aria-describedby=${described(form, name, undefined)}>
    <legend>${label}</legend>
    ${options.map(
      ({ value, label: words, says }) => html`<div>
        <label class="r-check"><input type="radio" name="${form.id}-${name}" value=${value} aria-describedby="${form.id}-${name}-${value}"
          .checked=${live(form.draft?.[name] === value)}
          @change=${() => form.set(name, value as Draft[Name<Draft>])} /> ${words}</label>
        <p id="${form.id}-${name}-${value}" class="r-hint">${says}</p>
      </div>`,
    )}
    ${below(form, name, undefined, options)}
  </fieldset>`;
}

/** Yes or no. */
export function checkField<Draft extends Fields>(
  form: DraftController<Draft>,
  name: Name<Draft>,
  { label, hint }: { label: string; hint?: string },
): TemplateResult {
  const id = `${form.id}-${name}`;
  return html`<div class="setup-check">
    <label class="r-check"><input id=${id} type="checkbox" aria-invalid=${form.errors[name] ? 'true' : nothing}
      aria-describedby=${described(form, name, hint)} .checked=${live(form.draft?.[name] === true)}
      @change=${(event: Event) => form.set(name, (event.target as HTMLInputElement).checked as Draft[Name<Draft>])} /> ${label}</label>
    ${below(form, name, hint)}
  </div>`;
}

/** Why a form was not saved, where that belongs to no field; after a conflict, how both were put together. */
export function formProblem<Draft extends Fields>(
  form: DraftController<Draft>,
): TemplateResult | typeof nothing {
  if (!form.problem) return nothing;
  if (!form.problem.conflict) return html`<r-problem .problem=${form.problem} without-retry></r-problem>`;
  return html`<r-notice kind="warning" role="alert" heading=${msg('Somebody else changed this meanwhile.')}>
    ${
      Object.keys(form.clashes).length > 0
        ? msg(
            'What you typed is still here. Where both of you changed something, theirs stands below yours. Save again to keep yours.',
          )
        : msg('What you typed is still here, together with their changes. Look over it and save again.')
    }
  </r-notice>`;
}

function described<Draft extends Fields>(
  form: DraftController<Draft>,
  name: Name<Draft>,
  hint: string | undefined,
): string | typeof nothing {
  const id = `${form.id}-${name}`;
  const ids = [
    hint ? `${id}-hint` : '',
    form.clashes[name] === undefined ? '' : `${id}-theirs`,
    form.errors[name] ? `${id}-error` : '',
  ].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : nothing;
}

function below<Draft extends Fields>(
  form: DraftController<Draft>,
  name: Name<Draft>,
  hint: string | undefined,
  options: Option[] = [],
): TemplateResult {
  const id = `${form.id}-${name}`;
  const error = form.errors[name];
  return html`${hint ? html`<p id="${id}-hint" class="r-hint">${hint}</p>` : nothing}
    ${theirs(form, name, options)}
    ${error ? html`<p id="${id}-error" class="r-error">${error}</p>` : nothing}`;
}

function theirs<Draft extends Fields>(
  form: DraftController<Draft>,
  name: Name<Draft>,
  options: Option[],
): TemplateResult | typeof nothing {
  const value = form.clashes[name];
  if (value === undefined) return nothing;
  const words =
    typeof value === 'boolean'
      ? value
        ? msg('yes')
        : msg('no')
      : (options.find((one) => one.value === value)?.label ?? (value || msg('empty')));
  return html`<p id="${form.id}-${name}-theirs" class="setup-theirs r-small">
    ${msg(str`Somebody else set this to: ${words}`)}
    <button type="button" class="r-button is-small" @click=${() => form.set(name, value as Draft[Name<Draft>])}>${msg('Take theirs')}</button>
  </p>`;
}
