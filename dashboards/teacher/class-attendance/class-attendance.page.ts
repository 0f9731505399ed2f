import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { announce } from '../../../components/base/announce.ts';
import '../../../components/base/empty.ts';
import '../../../components/base/segmented.ts';
import { isTyping } from '../../../components/base/shortcuts.ts';
import { formatList } from '../../../components/format.ts';
import type { Problem } from '../../../components/problem.ts';
import type { MarkEvent, OfficeEvent } from '../../../components/sis/attendance/events.ts';
import '../../../components/sis/attendance/roster.ts';
import '../../../components/sis/seating/class-seats.ts';
import type { ClassSeats } from '../../../components/sis/seating/class-seats.ts';
import type { Seats } from '../../../components/sis/seating/moves.ts';
import type { SeatsEvent } from '../../../components/sis/seating/seating-chart.ts';
import type { ClassAttendanceData } from '../../../src/pages/teacher/attendance.ts';
import type { OpenedClass } from '../../../src/sis/attendance/opened/service.ts';
import { PageElement } from '../../shell/page-element.ts';
import { studentPath } from '../../shell/paths.ts';
import { problemWords } from '../../words/problems.ts';
import './class-attendance.css';
import { classHead } from './class-head.ts';
import { printedList, printHead } from './class-print.ts';
import { ClassSession } from './class-session.ts';
import { changesCard } from './kept.ts';
import { officeChange } from './office-change.ts';
import './office-dialog.ts';
import { classNotices } from './notices.ts';
import type { OfficeChangeEvent } from './office-dialog.ts';
import { refusedClass } from './refused.ts';
import { attendanceQueue, seatsKey } from './saving.ts';
import { takeBar } from './take-bar.ts';

/**
 * @summary A class's attendance: everyone present by default, one key or tap for each code, saved as it is marked, posted
 * with one button; as a list and as a seating chart.
 */
@customElement('r-class-attendance-page')
export class ClassAttendancePage extends PageElement<ClassAttendanceData> {
  protected override readonly at = 'attendance';

  private readonly queue = attendanceQueue(this.frame.saveScope);
  private readonly session: ClassSession | undefined =
    this.page.data.kind === 'opened'
      ? new ClassSession(this, this.queue, this.page.data.opened, () => this.posted())
      : undefined;
  private started = false;

  @state() private seated: Seats | undefined;
  @state() private view = location.hash === '#seats' ? 'seats' : 'list';
  @state() private office: { studentId: number; problem?: Problem; busy: boolean } | undefined;

  @query('r-class-seats') private chart?: ClassSeats;

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.started) {
      this.started = true;
      await this.queue.start();
      this.session?.takeUp();
      const seats = this.queue
        .pending()
        .find((write) => write.key === seatsKey(this.session?.opened.section.id ?? 0));
      if (seats?.body.kind === 'seats') this.seated = seats.body.seats;
      this.queue.addEventListener('r-save-change', () => this.requestUpdate());
    }
    await super.scheduleUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.pressed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.pressed);
    this.queue.close();
  }

  protected override pageTitle() {
    const code = this.session?.opened.section.code;
    return code ? msg(str`Attendance ${code}`) : msg('Attendance');
  }

  protected override shortcuts() {
    const codes = this.session?.opened.codes.filter((code) => code.key !== null) ?? [];
    return [
      ...codes.map((code) => ({ keys: [code.key!.toUpperCase()], does: code.name })),
      { keys: ['↑', '↓'], does: msg('Student before, next student') },
      { keys: ['←', '→'], does: msg('Code before, next code') },
      { keys: ['Enter'], does: msg('Note') },
      { keys: ['Ctrl', 'Z'], does: msg('Undo') },
      { keys: ['Ctrl', 'Enter'], does: msg('Save and post') },
    ];
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || this.office) return;
    const inTime = event.target instanceof HTMLInputElement && event.target.type === 'time';
    if (event.key.toLowerCase() === 'z' && !event.shiftKey && (inTime || !isTyping(event))) {
      event.preventDefault();
      if (!this.chart?.undo()) this.undo();
    }
    if (event.key === 'Enter' && this.session?.editable) {
      event.preventDefault();
      this.finish();
    }
  };

  private undo(): void {
    const ids = this.session?.undo() ?? [];
    if (ids.length > 0) announce(msg(str`Undone: ${this.names(ids)}`));
  }

  private names(ids: readonly number[]): string {
    const students = this.session?.opened.students ?? [];
    return formatList(students.filter((one) => ids.includes(one.studentId)).map((one) => one.name));
  }

  private onMark(event: MarkEvent): void {
    if (this.session?.editable) this.session.mark(new Map([[event.studentId, event.change]]));
    else this.requestUpdate();
  }

  private copy(copyFrom: NonNullable<OpenedClass['copyFrom']>): void {
    const marks = copyFrom.marks.map(({ studentId, codeId }): [number, { codeId: number }] => [
      studentId,
      { codeId },
    ]);
    if (!this.session?.mark(new Map(marks))) this.session?.save(false);
    announce(msg(str`Copied from ${copyFrom.period}`));
  }

  /** Posts, or where nothing is posted saves the class with everyone as marked. */
  private finish(): void {
    this.session?.save(this.session.opened.school.postMode !== 'no-post');
  }

  private posted(): void {
    if (this.session) announce(msg(str`${this.session.opened.section.code} is posted.`));
  }

  private onSeats(event: SeatsEvent): void {
    const { section } = this.session!.opened;
    this.seated = event.seats;
    const key = seatsKey(section.id);
    const seats = [...event.seats];
    this.queue.put({
      key,
      lane: key,
      body: { kind: 'seats', sectionId: section.id, section: section.code, seats },
    });
  }

  private async onOfficeChange({ codeId, reason }: OfficeChangeEvent): Promise<void> {
    const { session, office } = this;
    if (!session || !office) return;
    this.office = { ...office, busy: true, problem: undefined };
    const problem = await officeChange(session.opened, office.studentId, { codeId, reason });
    this.office = problem ? { ...office, busy: false, problem } : undefined;
    if (problem) return;
    announce(session.opened.mayOverride ? msg('The office’s code is set.') : msg('The office is asked.'));
    await session.query.refresh();
  }

  private problems(): Map<number, string> {
    const problem = this.session?.problem;
    const studentId = problem?.facts.studentId;
    return new Map(problem && typeof studentId === 'number' ? [[studentId, problemWords(problem).says]] : []);
  }

  private body(session: ClassSession, officeDoes: 'ask' | 'set' | ''): TemplateResult {
    const { opened, draft, editable } = session;
    const { today } = this.frame;
    const now = opened.day.day === today;
    const hrefOf = (studentId: number) => studentPath(studentId);
    if (this.view === 'list') {
      return html`<r-roster class="take-screen" .opened=${opened} .marks=${draft.marks} ?editable=${editable} ?now=${now} .office=${officeDoes}
        .problems=${this.problems()} .hrefOf=${hrefOf}></r-roster> ${printedList(opened, draft.marks, this.frame.person.name)}`;
    }
    const here = new Set(draft.marks.keys());
    const latest = now || opened.day.next === null || opened.day.next > today;
    return html`<div class="r-print-only">${printHead(opened, this.frame.person.name)}</div>
      <r-class-seats .opened=${opened} .marks=${draft.marks} ?editable=${editable} ?now=${now} .office=${officeDoes} .hrefOf=${hrefOf}
        .seats=${(this.seated ?? opened.seats).filter((seat) => here.has(seat.studentId))}
        ?may-arrange=${latest && this.frame.person.role === 'teacher'} @r-seats=${this.onSeats}></r-class-seats>`;
  }

  private taking(session: ClassSession): TemplateResult {
    const { opened } = session;
    const officeDoes = opened.mayOverride ? 'set' : opened.mayRequest ? 'ask' : '';
    const asked = opened.students.find((student) => student.studentId === this.office?.studentId);
    const standing = asked?.mark?.overrideCodeId ?? asked?.mark?.codeId;
    return html`
      <div class="take-screen r-stack">${classHead(opened, this.frame.today)} ${classNotices(session, this.queue, (from) => this.copy(from))}</div>
      <div class="r-row r-no-print">
        <r-segmented label=${msg('Show as')} .value=${this.view} .options=${[
          { value: 'list', label: msg('List') },
          { value: 'seats', label: msg('Seating chart') },
        ]} @r-choose=${(event: Event & { value: string }) => this.show(event.value)}></r-segmented>
        <button class="r-button is-end" type="button" @click=${() => print()}><r-icon name="print"></r-icon> ${msg('Print')}</button>
      </div>
      <div class="r-stack" @r-mark=${this.onMark} @r-office=${(event: OfficeEvent) => {
        this.office = { studentId: event.studentId, busy: false };
      }}>${
        session.draft.marks.size === 0
          ? html`<r-empty icon="people" heading=${msg('Nobody is in this class on this day')}>${msg('Students appear when the office places them in the class.')}</r-empty>`
          : this.body(session, officeDoes)
      }</div>
      ${takeBar(session, this.queue, { undo: () => this.undo(), finish: () => this.finish() })} ${changesCard(opened)}
      ${
        this.office && asked
          ? html`<r-office-dialog .student=${asked.name} .standing=${opened.codes.find((code) => code.id === standing)} .codes=${opened.codes}
              ?sets=${opened.mayOverride} ?overridden=${asked.mark?.overrideCodeId != null} ?busy=${this.office.busy} .problem=${this.office.problem}
              @r-office-change=${this.onOfficeChange} @r-close=${() => {
                this.office = undefined;
              }}></r-office-dialog>`
          : nothing
      }`;
  }

  private show(view: string): void {
    this.view = view;
    history.replaceState(null, '', view === 'seats' ? '#seats' : location.pathname + location.search);
  }

  protected override content() {
    const { data } = this.page;
    if (!this.session) return data.kind === 'refused' ? refusedClass(data, this.frame.today) : html``;
    const { session } = this;
    return this.ladder(session.query, () => this.taking(session));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-class-attendance-page': ClassAttendancePage;
  }
}
