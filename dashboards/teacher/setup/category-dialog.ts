import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { toast } from '../../../components/base/announce.ts';
import '../../../components/base/dialog.ts';
import type { BookCategory, SetupView } from '../../../src/sis/gradebook/types.ts';
import type { SetupRun } from './calls.ts';
import {
  type CategoryDraft,
  categoryChanges,
  checkCategory,
  draftOfCategory,
  NEW_CATEGORY,
  newCategory,
} from './category-draft.ts';
import { DraftController } from './draft-controller.ts';
import { formProblem, textField } from './fields.ts';
import { previewWeights } from './weights.ts';
import './weights-table.ts';

/** Where a category that is not saved yet stands in a preview. */
const UNSAVED = 0;

/**
 * @summary Adds a category or changes one, with what the weights then come to. Closed with something unsaved, it
 * offers to go on.
 */
@customElement('r-category-dialog')
export class CategoryDialog extends LitElement {
  private readonly form = new DraftController<CategoryDraft>(this, 'category', {
    'gradebook/category-code-taken': 'code',
  });

  @state() private open = false;
  @state() private edited: BookCategory | null = null;

  /** The book. */
  @property({ attribute: false }) view!: SetupView;

  /** Makes a change. */
  @property({ attribute: false }) run!: SetupRun;

  protected override createRenderRoot() {
    return this;
  }

  /** Opens with a category, or with an empty form for a new one. */
  edit(category: BookCategory | null): void {
    this.edited = category;
    this.form.begin(category ? draftOfCategory(category) : NEW_CATEGORY);
    this.open = true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('view') || !this.open || !this.edited) return;
    const now = this.view.categories.find(({ id }) => id === this.edited?.id);
    if (!now || now.version === this.edited.version) return;
    this.edited = now;
    this.form.meet(draftOfCategory(now));
  }

  private close(): void {
    this.open = false;
    if (!this.form.dirty) return;
    this.form.resting = true;
    toast({
      words: msg('The category was not saved.'),
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
    const saved = await this.form.save(checkCategory, (draft, changes) =>
      edited === null
        ? this.run((calls) => calls.createCategory(newCategory(draft)), msg(str`${draft.name} added`))
        : this.run(
            (calls) => calls.updateCategory(edited.id, categoryChanges(changes, edited.version)),
            msg(str`${draft.name} saved`),
          ),
    );
    if (!saved) return;
    this.form.discard();
    this.open = false;
  }

  private preview(draft: CategoryDraft): TemplateResult {
    const { settings, categories } = this.view;
    const own = {
      id: this.edited?.id ?? UNSAVED,
      name: draft.name || msg('This category'),
      weight: draft.weight,
    };
    const others = categories.map(({ id, name, weight }) => (id === own.id ? own : { id, name, weight }));
    const all = this.edited ? others : [...others, own];
    const preview = previewWeights(
      settings,
      all.map(({ id, weight }) => ({ categoryId: id, weight })),
    );
    return html`<r-weights-table .categories=${all} .preview=${preview}></r-weights-table>`;
  }

  override render() {
    const { form, edited } = this;
    const heading = edited ? msg(str`Category: ${edited.name}`) : msg('New category');
    return html`<r-dialog .open=${this.open} heading=${heading} @r-close=${this.close}>
      <form id="category-form" class="r-stack" novalidate @submit=${this.submit}>
        ${formProblem(form)}
        <div class="setup-pair">
          ${textField(form, 'code', { label: msg('Code'), maxlength: 6, autofocus: true, hint: msg('At most 6 characters; stands at the head of columns.') })}
          ${textField(form, 'name', { label: msg('Name'), maxlength: 40 })}
          ${textField(form, 'weight', { label: msg('Weight'), decimal: true })}
          ${textField(form, 'defaultPoints', { label: msg('Usual points'), decimal: true, hint: msg('Filled in for new assignments.') })}
          ${textField(form, 'dropLowest', { label: msg('Drop lowest'), decimal: true, hint: msg('How many of a student’s scores.') })}
          ${textField(form, 'dropHighest', { label: msg('Drop highest'), decimal: true, hint: msg('How many of a student’s scores.') })}
        </div>
        ${form.draft ? this.preview(form.draft) : nothing}
      </form>
      <div slot="footer" class="r-row">
        <button type="button" class="r-button" @click=${this.close}>${msg('Cancel')}</button>
        <button type="submit" form="category-form" class="r-button is-loud" ?disabled=${form.saving}>
          ${edited ? msg('Save') : msg('Add category')}</button>
      </div>
    </r-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-category-dialog': CategoryDialog;
  }
}
