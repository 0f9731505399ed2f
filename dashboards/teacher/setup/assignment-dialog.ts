import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { toast } from '../../../components/base/announce.ts';
import '../../../components/base/dialog.ts';
import { termOfDue } from '../../../src/sis/gradebook/assignments/rules.ts';
import type { BookAssignment, SetupView } from '../../../src/sis/gradebook/types.ts';
import {
  type AssignmentDraft,
  assignmentChanges,
  checkAssignment,
  draftOfAssignment,
  draftOfNew,
  newAssignment,
  suggestColumnName,
} from './assignment-draft.ts';
import type { SetupRun } from './calls.ts';
import { DraftController } from './draft-controller.ts';
import { areaField, checkField, formProblem, selectField, textField } from './fields.ts';
import { visibilityWords } from './words.ts';

/** The dialog closed. */
export class AssignmentClosedEvent extends Event {
  constructor() {
    super('r-assignment-closed', { bubbles: true });
  }
}

/**
 * @summary Adds an assignment or changes one. Closed with something unsaved, it offers to go on.
 * @event r-assignment-closed - It closed, saved or not.
 */
@customElement('r-assignment-dialog')
export class AssignmentDialog extends LitElement {
  private readonly form = new DraftController<AssignmentDraft>(this, 'assignment', {
    'gradebook/column-name-taken': 'columnName',
    'gradebook/due-outside-terms': 'dueOn',
    'gradebook/due-before-assigned': 'dueOn',
    'gradebook/assignment-has-scores': 'graded',
  });

  /** Fields of a new assignment that were typed by hand. */
  private readonly typed = new Set<string>();

  @state() private open = false;
  @state() private edited: BookAssignment | null = null;

  /** The book. */
  @property({ attribute: false }) view!: SetupView;

  /** Makes a change. */
  @property({ attribute: false }) run!: SetupRun;

  protected override createRenderRoot() {
    return this;
  }

  /** Opens with an assignment, or with an empty form for a new one. */
  edit(assignment: BookAssignment | null): void {
    this.edited = assignment;
    this.typed.clear();
    this.form.begin(assignment ? draftOfAssignment(assignment) : draftOfNew(this.view));
    this.open = true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('view') || !this.open || !this.edited) return;
    const now = this.view.assignments.find(({ id }) => id === this.edited?.id);
    if (!now || now.version === this.edited.version) return;
    this.edited = now;
    this.form.meet(draftOfAssignment(now));
  }

  private close(): void {
    this.open = false;
    this.dispatchEvent(new AssignmentClosedEvent());
    if (!this.form.dirty) return;
    this.form.resting = true;
    toast({
      words: msg('The assignment was not saved.'),
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
      (draft) => checkAssignment(draft, this.view.terms),
      (draft, changes) =>
        edited === null
          ? this.run((calls) => calls.createAssignment(newAssignment(draft)), msg(str`${draft.name} added`))
          : this.run(
              (calls) => calls.updateAssignment(edited.id, assignmentChanges(changes, edited.version)),
              msg(str`${draft.name} saved`),
            ),
    );
    if (!saved) return;
    this.form.discard();
    this.open = false;
    this.dispatchEvent(new AssignmentClosedEvent());
  }

  /** A new assignment follows its name and category until its own column name and points are typed. */
  private follow(): void {
    if (this.edited) return;
    const { name, categoryId } = this.form.changes;
    const category = this.view.categories.find(({ id }) => String(id) === categoryId);
    if (name !== undefined && !this.typed.has('columnName')) {
      this.form.set('columnName', suggestColumnName(name));
    }
    if (category && !this.typed.has('points')) this.form.set('points', category.defaultPoints);
  }

  private onInput(event: Event): void {
    const field = (event.target as HTMLElement).id.replace('assignment-', '');
    this.typed.add(field);
    this.follow();
  }

  private termField(draft: AssignmentDraft): TemplateResult {
    const quarters = this.view.terms.filter(({ kind }) => kind === 'quarter');
    const ofDue = quarters.find(({ id }) => id === termOfDue(quarters, draft.dueOn));
    const byDue = ofDue ? msg(str`By the due date: ${ofDue.name}`) : msg('By the due date');
    const apart = ofDue !== undefined && draft.termId !== '' && draft.termId !== String(ofDue.id);
    return selectField(this.form, 'termId', {
      label: msg('Counts in'),
      options: [
        ...(this.edited ? [] : [{ value: '', label: byDue }]),
        ...quarters.map(({ id, name }) => ({ value: String(id), label: name })),
      ],
      hint: apart ? msg(str`The due date is in ${ofDue.name}.`) : undefined,
    });
  }

  private fields(draft: AssignmentDraft): TemplateResult {
    const { form, view } = this;
    const visibilities = ['public', 'public-no-grades', 'private'] as const;
    const byWeight = view.settings.averageMode === 'categories-and-assignments';
    return html`
      ${textField(form, 'name', { label: msg('Name'), maxlength: 120, autofocus: true })}
      <div class="setup-pair">
        ${textField(form, 'columnName', { label: msg('Column name'), maxlength: 12, hint: msg('At most 12 characters.') })}
        ${selectField(form, 'categoryId', {
          label: msg('Category'),
          options: view.categories.map(({ id, code, name }) => ({
            value: String(id),
            label: `${code} · ${name}`,
          })),
        })}
        ${textField(form, 'assignedOn', { label: msg('Assigned'), type: 'date' })}
        ${textField(form, 'dueOn', { label: msg('Due'), type: 'date' })}
        ${this.termField(draft)}
        ${selectField(form, 'visibility', {
          label: msg('Visibility'),
          options: visibilities.map((value) => ({ value, label: visibilityWords(value) })),
          hint:
            draft.visibility === 'public'
              ? undefined
              : msg('Its scores are left out of the average families see.'),
        })}
        ${textField(form, 'points', {
          label: msg('Points'),
          decimal: true,
          hint:
            Number(draft.points) === 0 && draft.points !== ''
              ? msg('Of 0 points: scores are extra credit.')
              : undefined,
        })}
        ${textField(form, 'weight', {
          label: msg('Weight in its category'),
          decimal: true,
          hint: byWeight ? undefined : msg('Counts only when the book averages categories and assignments.'),
        })}
      </div>
      <div class="r-stack is-tight">
        ${checkField(form, 'extraCredit', { label: msg('Extra credit: adds points, can not lower the average') })}
        ${checkField(form, 'neverDrop', { label: msg('Never dropped') })}
        ${checkField(form, 'graded', {
          label: msg('Graded'),
          hint: draft.graded ? undefined : msg('Families see it, but it has no column and no scores.'),
        })}
      </div>
      ${areaField(form, 'description', { label: msg('Description for families'), maxlength: 4000 })}
    `;
  }

  override render() {
    const { form, edited } = this;
    const heading = edited ? msg(str`Assignment: ${edited.name}`) : msg('New assignment');
    return html`<r-dialog .open=${this.open} heading=${heading} @r-close=${this.close}>
      <form id="assignment-form" class="r-stack" novalidate @submit=${this.submit} @input=${this.onInput} @change=${this.follow}>
        ${formProblem(form)} ${form.draft ? this.fields(form.draft) : nothing}
      </form>
      <div slot="footer" class="r-row">
        <button type="button" class="r-button" @click=${this.close}>${msg('Cancel')}</button>
        <button type="submit" form="assignment-form" class="r-button is-loud" ?disabled=${form.saving}>
          ${edited ? msg('Save') : msg('Add assignment')}</button>
      </div>
    </r-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-assignment-dialog': AssignmentDialog;
  }
  interface GlobalEventHandlersEventMap {
    'r-assignment-closed': AssignmentClosedEvent;
  }
}
