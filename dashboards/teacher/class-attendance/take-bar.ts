import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import '../../../components/base/icon.ts';
import '../../../components/base/save-state.ts';
import { plural } from '../../../components/format.ts';
import { tallyOf } from '../../../components/sis/attendance/draft.ts';
import { tallyWords } from '../../../components/sis/attendance/words.ts';
import type { OpenedClass } from '../../../src/sis/attendance/opened/service.ts';
import type { ClassSession } from './class-session.ts';
import type { AttendanceQueue } from './saving.ts';

/** The bar at the foot: who is away, whether it is saved, undo, and the one button that finishes the class. */
export function takeBar(
  session: ClassSession,
  queue: AttendanceQueue,
  act: { undo: () => void; finish: () => void },
): TemplateResult {
  const { opened, draft, editable } = session;
  const overrides = opened.students.flatMap(({ studentId, mark }): [number, number][] =>
    mark?.overrideCodeId ? [[studentId, mark.overrideCodeId]] : [],
  );
  const tally = tallyWords(tallyOf(draft.marks, new Map(overrides), opened.codes));
  const { state, count } = queue.summary();
  return html`<div class="take-bar r-no-print ${opened.mayMark ? 'is-open' : ''}" role="group" aria-label=${msg('Save and post')}>
    <span class="take-tally"><strong>${tally}</strong> <span class="r-quiet">${plural(draft.marks.size, {
      one: msg('of 1 student'),
      other: msg(str`of ${draft.marks.size} students`),
    })}</span></span>
    ${opened.state === 'posted' ? html`<span class="r-badge is-success"><r-icon name="check"></r-icon> ${msg('Posted')}</span>` : nothing}
    <r-save-state .state=${state} .count=${count}></r-save-state>
    ${session.waitsToPost ? html`<span class="r-small">${msg('Will be posted when there is a connection.')}</span>` : nothing}
    ${
      opened.mayMark
        ? html`<button class="r-button" type="button" ?disabled=${!editable || draft.past.length === 0} @click=${act.undo}>
            <r-icon name="undo"></r-icon> <span class="take-undo">${msg('Undo')}</span></button>
          <button class="r-button ${opened.state === 'posted' ? '' : 'is-loud'}" type="button" ?disabled=${!editable} @click=${act.finish}>${finishWords(opened, tally)}</button>`
        : nothing
    }
  </div>`;
}

function finishWords({ state, school }: OpenedClass, tally: string): string {
  if (school.postMode === 'no-post') return msg(str`Save: ${tally}`);
  return state === 'posted' ? msg(str`Post again: ${tally}`) : msg(str`Post: ${tally}`);
}
