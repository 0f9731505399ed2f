import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import '../../../components/base/card.ts';
import '../../../components/base/notice.ts';
import { formatInstant, formatTime } from '../../../components/format.ts';
import { type DraftMark, type Marks, marksOf, sameMark } from '../../../components/sis/attendance/draft.ts';
import type { KeptChange } from '../../../src/sis/attendance/changes/queries.ts';
import type { OpenedClass } from '../../../src/sis/attendance/opened/service.ts';
import type { Standing } from './class-session.ts';
import { presentOf } from './saving.ts';

/** Who changed what of the class, newest first; nothing while nothing was changed. */
export function changesCard({ changes }: OpenedClass): TemplateResult | typeof nothing {
  if (changes.length === 0) return nothing;
  return html`<r-card heading=${msg('Changes')} flush class="r-no-print">
    <div class="take-changes" tabindex="0" role="region" aria-label=${msg('Changes')}><table class="r-table is-dense">
      <thead><tr>
        <th scope="col">${msg('Student')}</th><th scope="col">${msg('What')}</th><th scope="col">${msg('From')}</th>
        <th scope="col">${msg('To')}</th><th scope="col">${msg('By')}</th><th scope="col">${msg('When')}</th>
      </tr></thead>
      <tbody>${changes.map(
        (change) => html`<tr>
          <th scope="row">${change.student}</th>
          <td>${fieldWords(change.field)}${change.afterPosting ? html` <span class="r-badge is-warning">${msg('after posting')}</span>` : nothing}</td>
          <td>${valueWords(change, change.from)}</td><td>${valueWords(change, change.to)}</td>
          <td>${change.changedBy}</td><td>${formatInstant(change.changedAt)}</td>
        </tr>`,
      )}</tbody>
    </table></div>
  </r-card>`;
}

function fieldWords(field: KeptChange['field']): string {
  switch (field) {
    case 'code':
      return msg('Attendance');
    case 'override':
      return msg('Set by the office');
    case 'arrival':
      return msg('Arrived');
    case 'dismissal':
      return msg('Left');
    case 'note':
      return msg('Note');
    case 'day':
      return msg('Whole day');
  }
}

function valueWords({ field }: KeptChange, value: string | null): string {
  if (value === null) return '–';
  return field === 'arrival' || field === 'dismissal' ? formatTime(value) : value;
}

/** Somebody else saved the class first: what differs, and the choice between theirs and mine. */
export function conflictNotice(
  opened: OpenedClass,
  standing: Standing,
  mine: Marks,
  choose: { theirs: () => void; mine: () => void },
): TemplateResult {
  const theirs = marksOf(mine.keys(), standing.marks, presentOf(opened.codes));
  const differing = opened.students.filter(({ studentId }) => {
    const mark = mine.get(studentId);
    return mark !== undefined && !sameMark(mark, theirs.get(studentId));
  });
  const code = (mark: DraftMark | undefined) =>
    opened.codes.find((one) => one.id === mark?.codeId)?.name ?? '';
  return html`<r-notice kind="danger" role="alert" heading=${
    standing.takenBy
      ? msg(str`This class was saved elsewhere while you marked it here (taken by ${standing.takenBy}).`)
      : msg('This class was saved elsewhere while you marked it here.')
  }>
    ${msg('Nothing of yours is lost. Choose which marks are right:')}
    <ul>${differing.map(
      ({ studentId, name }) =>
        html`<li>${msg(str`${name}: here ${code(mine.get(studentId))}, there ${code(theirs.get(studentId))}`)}</li>`,
    )}</ul>
    <div slot="actions" class="r-row">
      <button class="r-button" type="button" @click=${choose.theirs}>${msg('Keep what was saved there')}</button>
      <button class="r-button is-loud" type="button" @click=${choose.mine}>${msg('Save mine')}</button>
    </div>
  </r-notice>`;
}
