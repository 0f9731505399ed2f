import { msg, str } from '@lit/localize';
import { hc } from 'hono/client';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { answer, api, apiBase } from '../../../components/api.ts';
import { announce } from '../../../components/base/announce.ts';
import '../../../components/base/empty.ts';
import '../../../components/base/icon.ts';
import { plural } from '../../../components/format.ts';
import { QueryController } from '../../../components/query-controller.ts';
import type { StudentSearchData } from '../../../src/pages/teacher/students.ts';
import type { FoundStudent } from '../../../src/sis/people/queries.ts';
import type { peopleRoutes } from '../../../src/sis/people/routes.ts';
import type { scheduleRoutes } from '../../../src/sis/scheduling/routes.ts';
import { PageElement } from '../../shell/page-element.ts';
import { studentPath } from '../../shell/paths.ts';
import './students.css';

type Listed = Omit<FoundStudent, 'gradeLevel' | 'homeroom'> & {
  gradeLevel: number | null;
  homeroom?: string | null;
};
type Found = { students: Listed[]; next: string | null };

const PAUSE = 200;

/** @summary Finds students by the first letters of their names or number, or shows those of one class. */
@customElement('r-students-page')
export class StudentsPage extends PageElement<StudentSearchData> {
  protected override readonly at = 'students';

  private readonly people = hc<typeof peopleRoutes>(apiBase('people'), api);
  private readonly schedule = hc<typeof scheduleRoutes>(apiBase('schedule'), api);
  private readonly query = new QueryController<Found>(this, {
    initial: { students: this.page.data.found.items, next: this.page.data.found.next },
    load: (signal) => this.load(signal),
  });
  private waiting: ReturnType<typeof setTimeout> | undefined;

  @state() private text = this.page.data.text;
  @state() private sectionId: number | null = null;

  protected override pageTitle() {
    return msg('Students');
  }

  private async load(signal: AbortSignal, after?: string): Promise<Found> {
    const options = { init: { signal } };
    if (this.sectionId !== null) {
      const param = { sectionId: String(this.sectionId) };
      const list = await answer(this.schedule.sections[':sectionId'].$get({ param, query: {} }, options));
      return { students: list.students, next: null };
    }
    const { schoolId } = this.page.data;
    if (schoolId === null) return { students: [], next: null };
    const query = { schoolId: String(schoolId), text: this.text, ...(after ? { after } : {}) };
    const found = await answer(this.people.students.$get({ query }, options));
    return { students: found.items, next: found.next };
  }

  private async search(): Promise<void> {
    await this.query.refresh();
    const { data } = this.query;
    if (data) announce(this.countWords(data));
  }

  private typed(event: InputEvent): void {
    this.text = (event.target as HTMLInputElement).value;
    this.sectionId = null;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.search(), PAUSE);
  }

  private submitted(event: SubmitEvent): void {
    event.preventDefault();
    clearTimeout(this.waiting);
    history.replaceState(null, '', this.text ? `?text=${encodeURIComponent(this.text)}` : location.pathname);
    void this.search();
  }

  private choose(sectionId: number | null): void {
    this.sectionId = sectionId;
    this.text = '';
    void this.search();
  }

  private async more({ next }: Found): Promise<void> {
    if (next === null) return;
    const following = await this.load(new AbortController().signal, next);
    this.query.set((found) => ({
      students: [...found.students, ...following.students],
      next: following.next,
    }));
  }

  private countWords({ students, next }: Found): string {
    if (next !== null) return msg(str`The first ${students.length} students`);
    return plural(students.length, {
      one: msg('1 student'),
      other: msg(str`${students.length} students`),
    });
  }

  private list(found: Found): TemplateResult {
    if (found.students.length === 0) {
      return html`<r-empty icon="search" heading=${msg('Nobody found')}>${msg('Words must begin a name or a student number. Teachers find the students of their own classes.')}</r-empty>`;
    }
    return html`<p class="r-quiet">${this.countWords(found)}</p>
      <div class="r-table-wrap" tabindex="0" role="region" aria-label=${msg('Students')}><table class="r-table students-list">
        <thead><tr><th scope="col">${msg('Name')}</th><th scope="col">${msg('Number')}</th><th scope="col" class="is-number">${msg('Grade')}</th>
          ${this.sectionId === null ? html`<th scope="col">${msg('Homeroom')}</th>` : nothing}</tr></thead>
        <tbody>${found.students.map(
          (student) => html`<tr>
            <th scope="row"><a href=${studentPath(student.studentId)}>${student.name}</a></th>
            <td>${student.studentNumber}</td><td class="is-number">${student.gradeLevel ?? ''}</td>
            ${this.sectionId === null ? html`<td>${student.homeroom ?? '–'}</td>` : nothing}
          </tr>`,
        )}</tbody>
      </table></div>
      ${found.next === null ? nothing : html`<div><button class="r-button" type="button" @click=${() => this.more(found)}>${msg('Show more')}</button></div>`}`;
  }

  protected override content() {
    const { sections } = this.page.data;
    return html`
      <h1>${msg('Students')}</h1>
      <form class="students-search" role="search" @submit=${this.submitted}>
        <div class="r-field"><label for="text">${msg('Name or number')}</label>
          <input class="r-input" id="text" name="text" type="search" autocomplete="off" .value=${this.text} @input=${this.typed} /></div>
        ${
          sections.length === 0
            ? nothing
            : html`<div class="r-field"><label for="section">${msg('Class')}</label>
              <select class="r-select" id="section" @change=${(event: Event) => this.choose(Number((event.target as HTMLSelectElement).value) || null)}>
                <option value="" ?selected=${this.sectionId === null}>${msg('All')}</option>
                ${sections.map((one) => html`<option value=${one.id} ?selected=${one.id === this.sectionId}>${one.code} ${one.courseTitle}</option>`)}
              </select></div>`
        }
        <button class="r-button" type="submit"><r-icon name="search"></r-icon> ${msg('Search')}</button>
      </form>
      ${this.ladder(this.query, (found) => this.list(found))}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-students-page': StudentsPage;
  }
}
