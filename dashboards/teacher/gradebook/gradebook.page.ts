import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { announce, toast } from '../../../components/base/announce.ts';
import '../../../components/base/dialog.ts';
import '../../../components/base/empty.ts';
import '../../../components/base/menu.ts';
import type { MenuItem } from '../../../components/base/menu.ts';
import '../../../components/base/save-state.ts';
import type {
  GridDraftEvent,
  GridEditEvent,
  GridHistoryEvent,
  GridPasteEvent,
  GridSelectEvent,
} from '../../../components/grid/events.ts';
import '../../../components/grid/grid.ts';
import type { Grid, GridSource } from '../../../components/grid/grid.ts';
import { at, placesIn, type Range, rangeOf, type Selection } from '../../../components/grid/selection.ts';
import type { SavedEvent } from '../../../components/save-queue.ts';
import '../../../components/sis/why/why-this-grade.ts';
import type { GradebookData } from '../../../src/pages/teacher/gradebook.ts';
import {
  namesStudents,
  type Paste,
  pasteBlock,
  pasteByStudent,
} from '../../../src/sis/gradebook/scores/paste/rules.ts';
import type { BookAssignment, BookStudent, CellResult } from '../../../src/sis/gradebook/types.ts';
import { PageElement } from '../../shell/page-element.ts';
import { gradebookPath, gradebookSetupPath, postingPath, studentPath } from '../../shell/paths.ts';
import { problemWords } from '../../words/problems.ts';
import { type BookView, type CellEdit, cellKey, OpenBook } from './book.ts';
import './cell-panel.ts';
import type { CellDetailEvent } from './cell-panel.ts';
import './gradebook.css';
import { type CellStep, EditHistory } from './history.ts';
import './paste-preview.ts';
import { type ScoreQueue, type ScoreWrite, scoreQueue } from './saving.ts';
import { gridSource } from './source.ts';

type EntryEdit = { assignmentId: number; studentId: number; entry: string };

/**
 * @summary The gradebook of a section: students by assignments, averages moving as scores are typed. Everything typed is
 * saved by itself; what is refused stays in its cell, marked.
 */
@customElement('r-gradebook-page')
export class GradebookPage extends PageElement<GradebookData> {
  protected override readonly at = 'gradebook';
  protected override readonly wide = true;

  private readonly queue: ScoreQueue = scoreQueue(this.page.data.section.id, this.frame.saveScope);
  private readonly history = new EditHistory();
  private book!: OpenBook;
  private source: GridSource | undefined;
  private unsettled = new Set<number>();
  private started = false;

  @state() private selection: Selection = at({ row: 0, column: 0 });
  @state() private paste: Paste | null = null;
  @state() private whyStudent: number | null = null;

  @query('r-grid') private grid?: Grid;

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.started) {
      this.started = true;
      await this.queue.start();
      const unsaved = this.queue
        .pending()
        .map((write): [string, CellEdit] => [write.key, editOf(write.body)]);
      const { currentTermId } = this.page.data;
      this.book = new OpenBook(
        this.page.data,
        { termId: currentTermId, categoryId: null, sort: 'name' },
        unsaved,
      );
      this.queue.addEventListener('r-saved', (event) =>
        this.saved(event as SavedEvent<ScoreWrite, CellResult[]>),
      );
      this.queue.addEventListener('r-save-change', () => this.refreshUnsettled());
    }
    await super.scheduleUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.queue.close();
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    const wanted = /^#assignment-(\d+)$/.exec(location.hash)?.[1];
    const column = this.book.assignments.findIndex((one) => one.id === Number(wanted));
    if (column < 0) return;
    const row = this.book.students.findIndex(
      (student) => this.book.cell(Number(wanted), student.id).entry === '',
    );
    void this.grid?.updateComplete.then(() => this.grid?.goTo({ row: Math.max(row, 0), column }));
  }

  protected override pageTitle() {
    const { section } = this.page.data;
    return msg(str`Gradebook ${section.code}`);
  }

  protected override shortcuts() {
    return [
      { keys: ['↑', '↓', '←', '→'], does: msg('Move') },
      { keys: ['Enter'], does: msg('Edit, then save and go down') },
      { keys: ['Tab'], does: msg('After typing: save and go right') },
      { keys: ['Shift', '↓'], does: msg('Select more cells') },
      { keys: ['Ctrl', 'D'], does: msg('Fill down') },
      { keys: ['Ctrl', 'E'], does: msg('Excuse the selected cells') },
      { keys: ['Ctrl', 'C'], does: msg('Copy for a spreadsheet') },
      { keys: ['Ctrl', 'V'], does: msg('Paste from a spreadsheet') },
      { keys: ['Ctrl', 'Z'], does: msg('Undo') },
      { keys: ['Ctrl', 'Y'], does: msg('Redo') },
      { keys: ['Delete'], does: msg('Clear') },
    ];
  }

  private student(row: number): BookStudent | undefined {
    return this.book.students[row];
  }

  private assignment(column: number): BookAssignment | undefined {
    return this.book.assignments[column];
  }

  private readonly saving = (assignmentId: number, studentId: number) => {
    const key = cellKey(assignmentId, studentId);
    const problem = this.queue.problem(key);
    return { state: this.queue.state(key), why: problem ? problemWords(problem).says : undefined };
  };

  private saved(event: SavedEvent<ScoreWrite, CellResult[]>): void {
    for (const result of event.result) {
      const waits = this.queue.state(cellKey(result.assignmentId, result.studentId)) !== undefined;
      this.book.settle(result.assignmentId, result.studentId, result.cell, !waits);
    }
  }

  /** Draws the rows anew whose cells are, or just were, on their way. */
  private refreshUnsettled(): void {
    const now = new Set(this.queue.pending().map((write) => write.body.studentId));
    for (const [row, student] of this.book.students.entries()) {
      if (now.has(student.id) || this.unsettled.has(student.id)) this.grid?.refreshRow(row);
    }
    this.unsettled = now;
    this.requestUpdate();
  }

  /** One object as long as rows and columns are the same, so that the grid draws only what changed. */
  private gridSource(): GridSource {
    this.source ??= gridSource(this.book, this.saving, { both: window.innerWidth >= 900 });
    return this.source;
  }

  private show(view: Partial<BookView>): void {
    this.book = this.book.shown(view);
    this.source = undefined;
    this.requestUpdate();
  }

  private write(edits: { assignmentId: number; studentId: number; edit: CellEdit }[]): void {
    const waiting = new Map(this.queue.pending().map((write) => [write.key, write.body]));
    this.queue.putAll(
      edits.map(({ assignmentId, studentId, edit }) => {
        const key = cellKey(assignmentId, studentId);
        this.book.edit(assignmentId, studentId, edit);
        const { version } = this.book.saved(assignmentId, studentId);
        return {
          key,
          lane: 'scores',
          body: { ...waiting.get(key), assignmentId, studentId, ...edit, version },
        };
      }),
    );
  }

  private writeEntries(edits: EntryEdit[]): void {
    this.write(
      edits.map(({ assignmentId, studentId, entry }) => ({ assignmentId, studentId, edit: { entry } })),
    );
    const refused = edits.filter(({ assignmentId, studentId }) => {
      const assignment = this.book.assignments.find((one) => one.id === assignmentId);
      return assignment && this.book.entry(assignment, studentId).kind === 'refused';
    });
    const first = refused[0];
    const of = this.book.assignments.find((one) => one.id === first?.assignmentId);
    const entry = first && of ? this.book.entry(of, first.studentId) : undefined;
    if (entry?.kind === 'refused')
      announce(problemWords({ ...entry.refusal, status: 422 }).says, { assertive: true });
  }

  private edit(edits: EntryEdit[]): void {
    const step: CellStep[] = edits.map(({ assignmentId, studentId, entry }) => ({
      assignmentId,
      studentId,
      before: this.book.cell(assignmentId, studentId).entry,
      after: entry,
    }));
    this.history.did(step);
    this.writeEntries(edits);
  }

  private onEdit(event: GridEditEvent): void {
    const edits = event.edits.flatMap(({ row, column, text }) => {
      const [student, assignment] = [this.student(row), this.assignment(column)];
      return student && assignment
        ? [{ assignmentId: assignment.id, studentId: student.id, entry: text.trim() }]
        : [];
    });
    this.edit(edits);
  }

  private onDraft({ place, text }: GridDraftEvent): void {
    const [student, assignment] = [this.student(place.row), this.assignment(place.column)];
    if (!student || !assignment) return;
    this.book.type(assignment.id, student.id, text);
    this.grid?.refreshRow(place.row);
  }

  private onHistory({ does }: { does: GridHistoryEvent['does'] }): void {
    const edits = does === 'undo' ? this.history.undo() : this.history.redo();
    if (!edits) return;
    this.writeEntries(edits);
    announce(does === 'undo' ? msg('Undone') : msg('Done again'));
    const first = edits[0];
    const row = this.book.students.findIndex((one) => one.id === first?.studentId);
    const column = this.book.assignments.findIndex((one) => one.id === first?.assignmentId);
    if (row >= 0 && column >= 0) this.grid?.goTo({ row, column });
  }

  private onPaste({ range, text }: GridPasteEvent): void {
    const { top: row, left: column } = range;
    const target = { row, column, rows: range.bottom - row + 1, columns: range.right - column + 1 };
    const students = this.book.students.map(({ id, studentNumber, name, familyName }) => ({
      id,
      studentNumber,
      lastName: familyName,
      firstName: name.endsWith(familyName) ? name.slice(0, -familyName.length).trim() : name,
    }));
    const columns = this.book.assignments.map((one) => ({ ...this.book.column(one), assignmentId: one.id }));
    const paste = namesStudents(text, students)
      ? pasteByStudent(text, column, { students, columns })
      : pasteBlock(text, target, { students, columns });
    if (paste.changes.length === 1 && paste.refused.length + paste.unplaced.length === 0)
      this.acceptPaste(paste);
    else this.paste = paste;
  }

  private acceptPaste({ changes, refused }: Paste): void {
    this.paste = null;
    this.edit(
      [...changes, ...refused].map(({ assignmentId, studentId, typed }) => ({
        assignmentId,
        studentId,
        entry: typed.trim(),
      })),
    );
  }

  private onKey(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'e') return;
    event.preventDefault();
    this.excuse(rangeOf(this.selection));
  }

  private excuse(range: Range): void {
    const mark = this.book.exemptMark;
    if (!mark) {
      toast({ words: msg('Define a special mark that excuses first, under Assignments and categories.') });
      return;
    }
    this.fill(range, mark.code, () => true);
  }

  private fill(range: Range, entry: string, takes: (now: string) => boolean): void {
    const edits = placesIn(range).flatMap(({ row, column }) => {
      const [student, assignment] = [this.student(row), this.assignment(column)];
      if (!student || !assignment || student.status === 'upcoming') return [];
      const now = this.book.cell(assignment.id, student.id).entry;
      return takes(now) && now !== entry
        ? [{ assignmentId: assignment.id, studentId: student.id, entry }]
        : [];
    });
    if (edits.length === 0) return;
    this.edit(edits);
    toast({
      words: msg(str`${edits.length} cells changed to ${entry}.`),
      action: { label: msg('Undo'), run: () => this.onHistory({ does: 'undo' }) },
    });
  }

  private column(): Range {
    const { column } = this.selection.active;
    return { top: 0, bottom: this.book.students.length - 1, left: column, right: column };
  }

  private columnMenu(): MenuItem[] {
    const { row, column } = this.selection.active;
    const [student, assignment] = [this.student(row), this.assignment(column)];
    const entry = student && assignment ? this.book.cell(assignment.id, student.id).entry : '';
    return [
      {
        value: 'fill',
        label: entry ? msg(str`Fill blank cells with ${entry}`) : msg('Fill blank cells with this one'),
        disabled: !entry,
      },
      { value: 'excuse', label: msg('Excuse everyone'), disabled: !this.book.exemptMark },
      '-',
      { value: 'edit', label: msg('Edit assignment') },
    ];
  }

  private onColumn(picked: string): void {
    const { row, column } = this.selection.active;
    const [student, assignment] = [this.student(row), this.assignment(column)];
    if (!student || !assignment) return;
    if (picked === 'fill')
      this.fill(this.column(), this.book.cell(assignment.id, student.id).entry, (now) => now === '');
    if (picked === 'excuse') this.excuse(this.column());
    if (picked === 'edit')
      location.assign(`${gradebookSetupPath(this.page.data.section.id)}#assignment-${assignment.id}`);
  }

  private keep(assignmentId: number, studentId: number): void {
    const problem = this.queue.problem(cellKey(assignmentId, studentId));
    const theirs = problem?.facts.cell as CellResult['cell'] | undefined;
    if (theirs) this.book.settle(assignmentId, studentId, theirs, false);
    this.write([{ assignmentId, studentId, edit: {} }]);
  }

  private drop(assignmentId: number, studentId: number): void {
    const key = cellKey(assignmentId, studentId);
    const theirs =
      (this.queue.problem(key)?.facts.cell as CellResult['cell'] | undefined) ??
      this.book.saved(assignmentId, studentId);
    this.book.settle(assignmentId, studentId, theirs, true);
    this.queue.discard(key);
  }

  private toolbar(): TemplateResult {
    const { terms, categories, section, linkedSections, mySections } = this.page.data;
    const { view } = this.book;
    const assignment = this.assignment(this.selection.active.column);
    return html`<div class="book-tools r-no-print">
      <label>${msg('Class')}
        <select class="r-select" @change=${(event: Event) => location.assign(gradebookPath(Number((event.target as HTMLSelectElement).value)))}>
          ${mySections.map((one) => html`<option value=${one.id} ?selected=${one.id === section.id}>${one.code} ${one.courseTitle}</option>`)}
        </select></label>
      <label>${msg('Marking period')}
        <select class="r-select" @change=${(event: Event) => this.show({ termId: Number((event.target as HTMLSelectElement).value) || null })}>
          <option value="" ?selected=${view.termId === null}>${msg('All')}</option>
          ${terms.map((term) => html`<option value=${term.id} ?selected=${term.id === view.termId}>${term.name}</option>`)}
        </select></label>
      <label>${msg('Category')}
        <select class="r-select" @change=${(event: Event) => this.show({ categoryId: Number((event.target as HTMLSelectElement).value) || null })}>
          <option value="">${msg('All')}</option>
          ${categories.map((one) => html`<option value=${one.id} ?selected=${one.id === view.categoryId}>${one.name}</option>`)}
        </select></label>
      <label>${msg('Sort by')}
        <select class="r-select" @change=${(event: Event) => this.show({ sort: (event.target as HTMLSelectElement).value as BookView['sort'] })}>
          <option value="name">${msg('Name')}</option>
          <option value="average">${msg('Average, lowest first')}</option>
        </select></label>
      <span class="r-row">
        <button type="button" class="r-button is-icon" aria-label=${msg('Undo')} title=${msg('Undo')} ?disabled=${!this.history.canUndo}
          @click=${() => this.onHistory({ does: 'undo' })}><r-icon name="undo"></r-icon></button>
        <button type="button" class="r-button is-icon" aria-label=${msg('Redo')} title=${msg('Redo')} ?disabled=${!this.history.canRedo}
          @click=${() => this.onHistory({ does: 'redo' })}><r-icon name="redo"></r-icon></button>
        ${
          assignment
            ? html`<r-menu label=${msg(str`Column ${assignment.columnName}`)} .items=${this.columnMenu()}
                @r-pick=${(event: Event & { value: string }) => this.onColumn(event.value)}></r-menu>`
            : nothing
        }
      </span>
      <span class="r-row book-links">
        ${
          linkedSections.length > 1
            ? html`<span class="r-quiet r-small">${msg(
                str`Linked with ${linkedSections
                  .filter((one) => one.id !== section.id)
                  .map((one) => one.code)
                  .join(', ')}`,
              )}</span>`
            : nothing
        }
        <r-save-state .state=${this.queue.summary().state} .count=${this.queue.summary().count}></r-save-state>
      </span>
    </div>`;
  }

  private panel(): TemplateResult | typeof nothing {
    const { row, column } = this.selection.active;
    const [student, assignment] = [this.student(row), this.assignment(column)];
    if (!student || !assignment) return nothing;
    const key = cellKey(assignment.id, student.id);
    return html`<r-cell-panel .student=${student} .assignment=${assignment} .cell=${this.book.cell(assignment.id, student.id)}
      .problem=${this.queue.problem(key)} .section=${this.page.data.section.id} ?read-only=${!this.page.data.mayEdit}
      @r-cell-detail=${(event: CellDetailEvent) => this.write([{ assignmentId: assignment.id, studentId: student.id, edit: event.edit }])}
      @r-cell-keep=${() => this.keep(assignment.id, student.id)}
      @r-cell-drop=${() => this.drop(assignment.id, student.id)}
      @r-cell-why=${() => {
        this.whyStudent = student.id;
      }}></r-cell-panel>`;
  }

  private why(): TemplateResult {
    const student = this.page.data.students.find((one) => one.id === this.whyStudent);
    const { categories, assignments, section } = this.page.data;
    const names = {
      categories: new Map(categories.map((one) => [one.id, one.name])),
      assignments: new Map(assignments.map((one) => [one.id, { name: one.name, dueOn: one.dueOn }])),
    };
    return html`<r-dialog .open=${student !== undefined} heading=${student ? msg(str`Why this grade? ${student.name}`) : ''}
      @r-close=${() => {
        this.whyStudent = null;
      }}>
      ${
        student
          ? html`<r-why-this-grade .explanation=${this.book.explain(student.id)} .names=${names}></r-why-this-grade>
            <p><a href=${studentPath(student.id, { sectionId: section.id })}>${msg('Open the student’s page, with what-if')}</a></p>`
          : nothing
      }
    </r-dialog>`;
  }

  private pasteNames() {
    return {
      student: (id: number) => this.page.data.students.find((one) => one.id === id)?.name ?? '',
      assignment: (id: number) => this.page.data.assignments.find((one) => one.id === id)?.columnName ?? '',
      before: ({ assignmentId, studentId }: { assignmentId: number; studentId: number }) =>
        this.book.cell(assignmentId, studentId).entry,
    };
  }

  protected override content() {
    const { section, currentTermId } = this.page.data;
    const { students, assignments } = this.book;
    return html`
      <div class="r-page-head">
        <h1>${section.courseTitle} <span class="r-quiet">${section.code}</span></h1>
        <nav class="r-row r-no-print" aria-label=${msg('This gradebook')}>
          <a class="r-button is-small" href=${gradebookSetupPath(section.id)}>${msg('Assignments and categories')}</a>
          ${
            currentTermId === null
              ? nothing
              : html`<a class="r-button is-small" href=${postingPath(section.id, { termId: currentTermId, kind: 'term' })}>${msg('Post grades')}</a>`
          }
        </nav>
      </div>
      ${this.toolbar()}
      ${
        students.length === 0 || assignments.length === 0
          ? html`<r-empty icon="grid" heading=${msg('No columns yet')}>${msg('Assignments of this marking period and category appear here as columns.')}
              <a slot="actions" class="r-button" href=${gradebookSetupPath(section.id)}>${msg('Add an assignment')}</a></r-empty>`
          : html`<r-grid label=${msg('Scores')} .source=${this.gridSource()}
              @keydown=${this.onKey}
              @r-grid-edit=${this.onEdit} @r-grid-draft=${this.onDraft} @r-grid-history=${this.onHistory} @r-grid-paste=${this.onPaste}
              @r-grid-select=${(event: GridSelectEvent) => {
                this.selection = event.selection;
              }}></r-grid>
            <p class="r-quiet r-small book-hint">${msg('Type points, a percent, a letter or a special mark. Press ? for all keys.')}</p>
            ${this.panel()}`
      }
      ${this.why()}
      <r-paste-preview .paste=${this.paste} .names=${this.pasteNames()}
        @r-paste-accept=${() => this.paste && this.acceptPaste(this.paste)}
        @r-paste-close=${() => {
          this.paste = null;
        }}></r-paste-preview>
    `;
  }
}

function editOf({ assignmentId: _a, studentId: _s, version: _v, ...edit }: ScoreWrite): CellEdit {
  return edit;
}

declare global {
  interface HTMLElementTagNameMap {
    'r-gradebook-page': GradebookPage;
  }
}
