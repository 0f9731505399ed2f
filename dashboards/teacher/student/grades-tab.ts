import { msg } from '@lit/localize';
import { hc } from 'hono/client';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { answer, api, apiBase } from '../../../components/api.ts';
import '../../../components/base/card.ts';
import '../../../components/base/empty.ts';
import { QueryController } from '../../../components/query-controller.ts';
import '../../../components/sis/why/why-this-grade.ts';
import type { WhatIfEvent } from '../../../components/sis/why/why-this-grade.ts';
import type { Explanation, Reader } from '../../../src/sis/gradebook/averages/types.ts';
import type { gradebookRoutes } from '../../../src/sis/gradebook/routes.ts';
import type { BookTerm, GradeExplanation, StudentGrade } from '../../../src/sis/gradebook/types.ts';
import '../../shell/problem.ts';
import { problemWords } from '../../words/problems.ts';
import { postingKindWords } from '../words.ts';
import { whatIf } from './what-if.ts';

/**
 * @summary A student's grade in one class: as of now and if nothing more comes in, what was posted, and every number of
 * it, with a what-if that saves nothing. Its numbers are loaded when it is opened.
 */
@customElement('r-section-grade')
export class SectionGrade extends LitElement {
  /** The grade as the list knows it. */
  @property({ attribute: false }) grade!: StudentGrade;
  @property({ type: Number }) student = 0;

  /** As whom the reader sees it. */
  @property() reader: Reader = 'teacher';

  /** Opened at first. */
  @property({ type: Boolean }) open = false;

  @state() private tried: ReadonlyMap<number, string> = new Map();
  @state() private figure: 'asOfNow' | 'ifNothingMore' = 'asOfNow';
  private termId: number | undefined;

  private readonly book = hc<typeof gradebookRoutes>(apiBase('gradebook'), api);
  private readonly query = new QueryController<GradeExplanation>(this, {
    load: (signal) => this.load(signal),
  });

  protected override createRenderRoot() {
    return this;
  }

  private async load(signal: AbortSignal): Promise<GradeExplanation> {
    const param = { sectionId: String(this.grade.section.id), studentId: String(this.student) };
    const query = {
      reader: this.reader,
      ...(this.termId === undefined ? {} : { termId: String(this.termId) }),
    };
    const call = this.book[':sectionId'].students[':studentId'].explanation;
    return answer<GradeExplanation>(call.$get({ param, query }, { init: { signal } }));
  }

  private chooseTerm(event: Event): void {
    this.termId = Number((event.target as HTMLSelectElement).value);
    this.tried = new Map();
    void this.query.refresh();
  }

  private onTry({ assignmentId, text }: WhatIfEvent): void {
    const tried = new Map(this.tried);
    if (text.trim() === '') tried.delete(assignmentId);
    else tried.set(assignmentId, text);
    this.tried = tried;
  }

  private figureWords({ rounded, letter }: Explanation): string {
    return rounded === null ? msg('no average yet') : `${rounded} % ${letter ?? ''}`;
  }

  private headline(grade: StudentGrade): TemplateResult {
    const { data } = this.query;
    const now = grade.percent === null ? msg('no average yet') : `${grade.percent} % ${grade.letter ?? ''}`;
    return html`<dl class="grade-figures">
      <div><dt>${msg('As of now')}</dt><dd>${data ? this.figureWords(data.asOfNow) : now}</dd></div>
      <div><dt>${msg('If nothing more comes in')}</dt><dd>${data ? this.figureWords(data.ifNothingMore) : '…'}</dd></div>
      <div><dt>${msg('Missing')}</dt><dd>${grade.missing}</dd></div>
    </dl>`;
  }

  private posted(terms: BookTerm[]): TemplateResult | typeof nothing {
    const { posted } = this.grade;
    if (posted.length === 0) return nothing;
    return html`<p class="r-row r-small">${msg('Posted')}: ${posted.map((one) => {
      const term = terms.find((each) => each.id === one.termId)?.name ?? '';
      return html`<span class="r-badge">${term} ${postingKindWords(one.kind)}: ${one.letter ?? ''} ${one.percent === null ? '' : `${one.percent} %`}</span>`;
    })}</p>`;
  }

  private why(grade: GradeExplanation): TemplateResult {
    const result = whatIf(grade, this.tried);
    const names = {
      categories: new Map(grade.categories.map((one) => [one.id, one.name])),
      assignments: new Map(grade.assignments.map((one) => [one.id, { name: one.name, dueOn: one.dueOn }])),
    };
    const name = (id: number) => names.assignments.get(id)?.name ?? '';
    return html`<div class="r-row">
        <label class="r-row">${msg('Marking period')} <select class="r-select grade-term" @change=${this.chooseTerm}>${grade.terms.map(
          (term) =>
            html`<option value=${term.id} ?selected=${term.id === grade.term.id}>${term.name}</option>`,
        )}</select></label>
        <label class="r-row">${msg('Show')} <select class="r-select grade-term" @change=${(event: Event) => {
          this.figure = (event.target as HTMLSelectElement).value as 'asOfNow' | 'ifNothingMore';
        }}><option value="asOfNow">${msg('As of now')}</option><option value="ifNothingMore">${msg('If nothing more comes in')}</option></select></label>
        ${
          this.tried.size === 0
            ? nothing
            : html`<button class="r-button is-small" type="button" @click=${() => {
                this.tried = new Map();
              }}>${msg('Clear what-if')}</button>`
        }
      </div>
      ${result.refused.map(({ assignmentId, refusal }) => {
        const { says, todo } = problemWords({ ...refusal, status: 422 });
        return html`<p class="r-error" role="status">${name(assignmentId)}: ${says} ${todo}</p>`;
      })}
      <r-why-this-grade try-out .explanation=${result[this.figure]} .names=${names} .tried=${this.tried} @r-what-if=${this.onTry}></r-why-this-grade>`;
  }

  override render() {
    const { section, teachers } = this.grade;
    const { data, problem } = this.query;
    return html`<r-card heading="${section.courseTitle} ${section.code}">
      <div class="r-stack is-tight">
      <p class="r-quiet">${teachers.join(', ')}</p>
      ${this.headline(this.grade)}
      ${problem ? html`<r-problem .problem=${problem} @r-retry=${() => this.query.refresh()}></r-problem>` : nothing}
      ${
        data
          ? html`${this.posted(data.terms)}<details ?open=${this.open}><summary>${msg('Why this grade?')}<span class="r-hidden-visually"> ${section.courseTitle}</span></summary><div class="r-stack is-tight">${this.why(data)}</div></details>`
          : nothing
      }
      </div>
    </r-card>`;
  }
}

/** A student's grades, one card for each class the reader may see. */
export function gradesTab(
  studentId: number,
  { grades, reader }: { grades: StudentGrade[]; reader: Reader },
  openAt: number | null,
): TemplateResult {
  if (grades.length === 0) {
    return html`<r-empty icon="book" heading=${msg('No grades to show')}>${msg('Teachers see the grades of their own classes.')}</r-empty>`;
  }
  return html`<div class="r-stack">${grades.map(
    (grade) => html`<r-section-grade .grade=${grade} .student=${studentId} reader=${reader}
      ?open=${grade.section.id === openAt || grades.length === 1}></r-section-grade>`,
  )}</div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'r-section-grade': SectionGrade;
  }
}
