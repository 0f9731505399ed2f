import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import '../../../components/base/notice.ts';
import { formatDay } from '../../../components/format.ts';
import type { OpenedClass } from '../../../src/sis/attendance/opened/service.ts';
import { classAttendancePath } from '../../shell/paths.ts';
import '../../shell/problem.ts';
import { problemWords } from '../../words/problems.ts';
import { type ClassSession, meetingOf } from './class-session.ts';
import { conflictNotice } from './kept.ts';
import { type AttendanceQueue, type ClassMeeting, marksKey, seatsKey } from './saving.ts';

/** Other classes whose marks were not accepted; each is a link to where that is settled. */
export function otherClasses(queue: AttendanceQueue, here?: ClassMeeting): TemplateResult[] {
  const own = here ? marksKey(here) : '';
  return queue.pending().flatMap(({ key, body }) => {
    const problem = key === own ? undefined : queue.problem(key);
    if (!problem || body.kind !== 'marks') return [];
    return [
      html`<r-notice kind="danger" role="alert" heading=${msg(str`Marks of ${body.section} on ${formatDay(body.day)} are not saved.`)}>
        ${problemWords(problem).says} ${problemWords(problem).todo}
        <a slot="actions" class="r-button" href=${classAttendancePath(body)}>${msg('Open the class')}</a>
      </r-notice>`,
    ];
  });
}

/** Why the seating chart was not saved, with the way out. */
export function seatsProblem(queue: AttendanceQueue, sectionId: number): TemplateResult | typeof nothing {
  const key = seatsKey(sectionId);
  const problem = queue.problem(key);
  if (!problem) return nothing;
  return html`<r-problem .problem=${problem} without-retry></r-problem>
    <div class="r-row"><button class="r-button" type="button" @click=${() => queue.retry(key)}>${msg('Send again')}</button>
    <button class="r-button" type="button" @click=${() => {
      queue.discard(key);
      location.reload();
    }}>${msg('Give up what was not saved')}</button></div>`;
}

/** All that stands above the list: what was not saved and why, what may be copied, what other classes wait for. */
export function classNotices(
  session: ClassSession,
  queue: AttendanceQueue,
  copy: (from: NonNullable<OpenedClass['copyFrom']>) => void,
): TemplateResult {
  const { opened } = session;
  const { copyFrom } = opened;
  return html`
    ${notSaved(session)}
    ${
      copyFrom && session.editable
        ? html`<r-notice kind="info" heading=${msg(str`${copyFrom.period} is taken.`)}>
            ${msg('Who came late there is offered as present here.')}
            <button slot="actions" class="r-button" type="button" @click=${() => copy(copyFrom)}>${msg(str`Copy from ${copyFrom.period}`)}</button>
          </r-notice>`
        : nothing
    }
    ${otherClasses(queue, meetingOf(opened))} ${seatsProblem(queue, opened.section.id)}`;
}

function notSaved(session: ClassSession): TemplateResult | typeof nothing {
  const { opened, standing, problem } = session;
  if (standing) {
    return conflictNotice(opened, standing, session.draft.marks, {
      theirs: () => void session.keepTheirs(),
      mine: () => session.keepMine(),
    });
  }
  if (!problem) return nothing;
  return html`<r-problem .problem=${problem} without-retry></r-problem>
    <div class="r-row"><button class="r-button" type="button" @click=${() => session.retry()}>${msg('Send again')}</button>
    <button class="r-button" type="button" @click=${() => session.keepTheirs()}>${msg('Give up what was not saved')}</button></div>`;
}
