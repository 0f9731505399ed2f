import { msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { toast } from '../../../components/base/announce.ts';
import '../../../components/base/dialog.ts';
import { plural } from '../../../components/format.ts';
import type { SetupView } from '../../../src/sis/gradebook/types.ts';
import type { SetupRun } from './calls.ts';
import { DraftController } from './draft-controller.ts';
import { formProblem, radioField, textField } from './fields.ts';
import { checkMark, draftOfMark, type MarkDraft, markChanges, NEW_MARK, newMark } from './mark-draft.ts';
import { markBehaviors } from './words.ts';

type Row = SetupView['marks'][number];

/** @summary Adds a special mark or changes one. Closed with something unsaved, it offers to go on. */
@customElement('r-mark-dialog')
export class MarkDialog extends LitElement {
  private readonly form = new DraftController<MarkDraft>(this, 'mark', {
    'scores/mark-blank': 'code',
    'scores/mark-taken': 'code',
    'scores/mark-is-a-letter': 'code',
    'scores/mark-reads-as-a-number': 'code',
    'gradebook/percent-not-fitting': 'percent',
  });

  @state() private open = false;
  @state() private edited: Row | null = null;

  /** The book. */
  @property({ attribute: false }) view!: SetupView;

  /** Makes a change. */
  @property({ attribute: false }) run!: SetupRun;

  protected override createRenderRoot() {
    return this;
  }

  /** Opens with a mark, or with an empty form for a new one. */
  edit(mark: Row | null): void {
    this.edited = mark;
    this.form.begin(mark ? draftOfMark(mark) : NEW_MARK);
    this.open = true;
  }

  private close(): void {
    this.open = false;
    if (!this.form.dirty) return;
    this.form.resting = true;
    toast({
      words: msg('The mark was not saved.'),
      action: {
        label: msg('Go on editing'),
        run: () => {
          this.form.resting = false;
          this.open = true;
        },
      },
    });
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const { edited } = this;
    const saved = await this.form.save(
      (draft) => checkMark(draft, this.view, edited?.id ?? null),
      (draft, changes) =>
        edited === null
          ? this.run((calls) => calls.createMark(newMark(draft)), msg(str`${draft.code} added`))
          : this.run(
              (calls) => calls.updateMark(edited.id, markChanges(draft, changes)),
              msg(str`${draft.code} saved`),
            ),
    );
    if (!saved) return;
    this.form.discard();
    this.open = false;
  }

  override render() {
    const { form, edited } = this;
    const heading = edited ? msg(str`Special mark: ${edited.code}`) : msg('New special mark');
    return html`<r-dialog .open=${this.open} heading=${heading} @r-close=${this.close}>
      <form id="mark-form" class="r-stack" novalidate @submit=${this.submit}>
        ${formProblem(form)}
        ${
          edited && edited.scoreCount > 0
            ? html`<p class="r-hint">${plural(edited.scoreCount, {
                one: msg('It stands in one cell; a change changes that student’s average.'),
                other: msg(str`It stands in ${edited.scoreCount} cells; a change changes those averages.`),
              })}</p>`
            : nothing
        }
        <div class="setup-pair">
          ${textField(form, 'code', { label: msg('Code'), maxlength: 4, autofocus: true, hint: msg('At most 4 characters, no letter of the grade scale.') })}
          ${textField(form, 'name', { label: msg('Name'), maxlength: 40 })}
        </div>
        ${radioField(form, 'behavior', { label: msg('What it does'), options: markBehaviors() })}
        ${form.draft?.behavior === 'fixed-percent' ? textField(form, 'percent', { label: msg('Percent'), decimal: true }) : nothing}
      </form>
      <div slot="footer" class="r-row">
        <button type="button" class="r-button" @click=${this.close}>${msg('Cancel')}</button>
        <button type="submit" form="mark-form" class="r-button is-loud" ?disabled=${form.saving}>
          ${edited ? msg('Save') : msg('Add mark')}</button>
      </div>
    </r-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-mark-dialog': MarkDialog;
  }
}
