import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { announce, toast } from '../../../components/base/announce.ts';
import '../../../components/base/dialog.ts';
import '../../../components/base/empty.ts';
import '../../../components/base/icon.ts';
import '../../../components/base/notice.ts';
import { formatDay, formatInstant, plural } from '../../../components/format.ts';
import { asProblem, type Problem } from '../../../components/problem.ts';
import { QueryController } from '../../../components/query-controller.ts';
import type { Grade, PostingRow, PostingView } from '../../../src/sis/gradebook/types.ts';
import { PageElement } from '../../shell/page-element.ts';
import { gradebookPath, postingPath, studentPath } from '../../shell/paths.ts';
import { postingKindWords } from '../words.ts';
import { postingCalls } from './calls.ts';
import './override-dialog.ts';
import type { OverrideEvent } from './override-dialog.ts';
import './posting.css';

/**
 * @summary Posting in two steps: copy the averages to the post columns, where a grade may be changed with a reason, then
 * post them to the office. The state is a word and an icon: enter only, ready, posted.
 */
@customElement('r-posting-page')
export class PostingPage extends PageElement<PostingView> {
  protected override readonly at = 'gradebook';

  private readonly calls = postingCalls(this.page.data);
  private readonly query = new QueryController<PostingView>(this, {
    initial: this.page.data,
    load: (signal) => this.calls.load(signal),
  });

  @state() private changing: PostingRow | null = null;
  @state() private problem: Problem | null = null;
  @state() private working = false;

  protected override pageTitle() {
    const { section } = this.page.data;
    return msg(str`Post grades ${section.code}`);
  }

  private async run(work: () => Promise<PostingView>, done: string): Promise<boolean> {
    if (this.working) return false;
    this.working = true;
    this.problem = null;
    try {
      const view = await work();
      this.query.set(() => view);
      if (done) announce(done);
      return true;
    } catch (thrown) {
      this.problem = asProblem(thrown);
      if (this.problem.conflict) await this.query.refresh();
      return false;
    } finally {
      this.working = false;
    }
  }

  private async post(view: PostingView): Promise<void> {
    const posted = await this.run(() => this.calls.post(view.version), '');
    if (posted) toast({ words: msg('Grades posted to the office.') });
  }

  private pin({ state: pinned }: PostingView): TemplateResult {
    const words = {
      'enter-only': msg('Enter only: grades can be entered, not posted yet'),
      ready: msg('Ready: grades can be posted'),
      posted: msg('Posted: the office has these grades'),
    };
    const icons = { 'enter-only': 'pencil', ready: 'upload', posted: 'check' } as const;
    const tones = { 'enter-only': '', ready: 'is-success', posted: 'is-danger' };
    return html`<span class="r-badge ${tones[pinned]}"><r-icon name=${icons[pinned]}></r-icon> ${words[pinned]}</span>`;
  }

  private window({ window, kind }: PostingView): string {
    if (!window) return msg('The school has set no window for posting these grades.');
    const { state: stands, opensOn, closesOn, repost } = window;
    const again =
      repost === 'never' ? msg('They can be posted once.') : msg('They can be posted again until it closes.');
    const what = postingKindWords(kind);
    if (stands === 'before')
      return msg(
        str`The window for ${what} opens on ${formatDay(opensOn, 'long')} and closes on ${formatDay(closesOn, 'long')}. ${again}`,
      );
    if (stands === 'open')
      return msg(str`The window for ${what} is open until ${formatDay(closesOn, 'long')}. ${again}`);
    return msg(
      str`The window for ${what} closed on ${formatDay(closesOn, 'long')}. Corrections go through the office.`,
    );
  }

  private chooser(view: PostingView): TemplateResult {
    return html`<label class="posting-choice r-no-print">${msg('Marking period')}
      <select class="r-select" @change=${(event: Event) => {
        const [termId, kind] = (event.target as HTMLSelectElement).value.split(':');
        location.assign(
          postingPath(view.section.id, { termId: Number(termId), kind: kind as PostingView['kind'] }),
        );
      }}>
        ${view.choices.map(
          (
            one,
          ) => html`<option value="${one.termId}:${one.kind}" ?selected=${one.termId === view.term.id && one.kind === view.kind}>
            ${one.name}: ${postingKindWords(one.kind)}</option>`,
        )}
      </select></label>`;
  }

  private steps(view: PostingView): TemplateResult {
    const waiting = view.rows.filter((row) => row.column === null || differs(row.now, row.column)).length;
    const changes = view.rows.filter((row) => row.changes).length;
    const idle = this.working || !view.mayEdit;
    return html`<ol class="posting-steps r-no-print">
      <li>
        <button type="button" class="r-button ${view.columnsUpdatedAt === null || waiting > 0 ? 'is-loud' : ''}" ?disabled=${idle}
          @click=${() => this.run(() => this.calls.update(view.version), msg('Post columns updated'))}>${msg('1. Update post columns')}</button>
        <span class="r-quiet r-small">${
          view.columnsUpdatedAt === null
            ? msg('Not updated yet.')
            : waiting === 0
              ? msg(str`Updated ${formatInstant(view.columnsUpdatedAt)}.`)
              : plural(waiting, {
                  one: msg('One average has moved since.'),
                  other: msg(str`${waiting} averages have moved since.`),
                })
        }</span>
      </li>
      <li>
        <button type="button" class="r-button ${view.state === 'ready' ? 'is-loud' : ''}" ?disabled=${idle || !view.mayPost || view.state !== 'ready'}
          @click=${() => this.post(view)}>${view.timesPosted > 0 ? msg('2. Post again') : msg('2. Post grades')}</button>
        <span class="r-quiet r-small">${
          view.postedAt === null
            ? plural(changes, { one: msg('One grade to post.'), other: msg(str`${changes} grades to post.`) })
            : msg(str`Posted ${formatInstant(view.postedAt)} by ${view.postedBy ?? ''}.`)
        }</span>
      </li>
    </ol>`;
  }

  private row(row: PostingRow, view: PostingView): TemplateResult {
    const { student } = row;
    return html`<tr>
      <th scope="row"><a href=${studentPath(student.id, { sectionId: view.section.id })}>${student.familyName}, ${givenOf(student)}</a></th>
      <td class="is-number">${gradeWords(row.now)}</td>
      <td class="is-number">${gradeWords(row.column)}${row.column && differs(row.now, row.column) ? html` <span class="r-badge is-warning">${msg('moved')}</span>` : nothing}</td>
      <td>${
        row.override
          ? html`<strong>${gradeWords(row.override)}</strong> <span class="r-quiet r-small">${row.override.reason}</span>`
          : nothing
      } ${row.comment ? html`<span class="r-quiet r-small">“${row.comment}”</span>` : nothing}</td>
      <td class="is-number">${gradeWords(row.posted)}${row.posted && row.changes ? html` <span class="r-badge is-warning">${msg('differs')}</span>` : nothing}</td>
      <td class="r-no-print"><button type="button" class="r-button is-small" ?disabled=${!view.mayEdit || row.column === null}
        @click=${() => {
          this.changing = row;
        }}>${msg('Edit')}<span class="r-hidden-visually"> ${student.name}</span></button></td>
    </tr>`;
  }

  private async save({ change }: OverrideEvent): Promise<void> {
    const row = this.changing;
    if (!row) return;
    if (await this.run(() => this.calls.change(row, change, this.query.data ?? this.page.data), msg('Saved')))
      this.changing = null;
  }

  protected override content() {
    return html`${this.ladder(
      this.query,
      (view) => html`
        <div class="r-page-head">
          <h1>${view.term.name}: ${postingKindWords(view.kind)}</h1>
          <p>${view.section.courseTitle} <span class="r-quiet">${view.section.code}</span></p>
          <p>${this.pin(view)}</p>
          <p class="r-quiet">${this.window(view)}</p>
          <a class="r-button is-small r-no-print" href=${gradebookPath(view.section.id)}>${msg('Gradebook')}</a>
        </div>
        ${this.chooser(view)} ${this.steps(view)}
        ${this.problem ? html`<r-problem .problem=${this.problem} without-retry></r-problem>` : nothing}
        ${
          view.rows.length === 0
            ? html`<r-empty icon="people" heading=${msg('No students')}>${msg('Students of the section appear here.')}</r-empty>`
            : html`<div class="r-table-wrap" tabindex="0" role="region" aria-label=${msg('Grades to post')}><table class="r-table is-dense">
                <thead><tr>
                  <th scope="col">${msg('Student')}</th>
                  <th scope="col" class="is-number">${msg('Average now')}</th>
                  <th scope="col" class="is-number">${msg('Post column')}</th>
                  <th scope="col">${msg('Changed to, and comment')}</th>
                  <th scope="col" class="is-number">${msg('Posted')}</th>
                  <th scope="col" class="r-no-print"><span class="r-hidden-visually">${msg('Edit')}</span></th>
                </tr></thead>
                <tbody>${view.rows.map((row) => this.row(row, view))}</tbody>
              </table></div>`
        }
        <r-override-dialog .row=${this.changing} .scale=${view.scale} .problem=${this.problem}
          @r-override=${(event: OverrideEvent) => this.save(event)}
          @r-close=${() => {
            this.changing = null;
          }}></r-override-dialog>
      `,
    )}`;
  }
}

function gradeWords(grade: Grade | null): string {
  if (grade === null || (grade.percent === null && grade.letter === null)) return '–';
  return [grade.percent, grade.letter].filter(Boolean).join(' ');
}

function differs(a: Grade, b: Grade): boolean {
  return Number(a.percent) !== Number(b.percent) || a.letter !== b.letter;
}

function givenOf({ name, familyName }: PostingRow['student']): string {
  return name.endsWith(familyName) ? name.slice(0, -familyName.length).trim() : name;
}

declare global {
  interface HTMLElementTagNameMap {
    'r-posting-page': PostingPage;
  }
}
