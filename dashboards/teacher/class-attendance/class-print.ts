import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { formatDay } from '../../../components/format.ts';
import type { Marks } from '../../../components/sis/attendance/draft.ts';
import type { OpenedClass } from '../../../src/sis/attendance/opened/service.ts';
import { stateWords } from './class-head.ts';

/** What stands at the top of every printed sheet: which class, which day, whose. */
export function printHead(opened: OpenedClass, teacher: string): TemplateResult {
  const { school, section, period, day } = opened;
  return html`<div class="print-head">
    <strong>${section.courseTitle} ${section.code}</strong> · ${period.name} · ${msg(str`Room ${section.room}`)}<br />
    ${school.name} · ${teacher} · ${formatDay(day.day, 'long')} · ${stateWords(opened)}
  </div>`;
}

/** The class list on paper: its head stands on every sheet, with a line to write on for each student. */
export function printedList(opened: OpenedClass, marks: Marks, teacher: string): TemplateResult {
  const students = opened.students.filter((student) => student.inSession);
  return html`<table class="r-table is-dense r-print-only print-list">
    <thead>
      <tr><td colspan="6">${printHead(opened, teacher)}</td></tr>
      <tr>
        <th scope="col" class="is-number">${msg('No.')}</th>
        <th scope="col">${msg('Name')}</th>
        <th scope="col">${msg('Student number')}</th>
        <th scope="col" class="is-number">${msg('Grade')}</th>
        <th scope="col">${msg('Attendance')}</th>
        <th scope="col">${msg('Note')}</th>
      </tr>
    </thead>
    <tbody>${students.map((student, at) => {
      const mark = marks.get(student.studentId);
      const codeId = student.mark?.overrideCodeId ?? mark?.codeId;
      const code = opened.state === 'not-taken' ? undefined : opened.codes.find((one) => one.id === codeId);
      const time = mark?.arrivalTime ?? mark?.dismissalTime ?? '';
      return html`<tr>
        <td class="is-number">${at + 1}</td>
        <th scope="row">${student.name}</th>
        <td>${student.studentNumber}</td>
        <td class="is-number">${student.gradeLevel ?? ''}</td>
        <td>${code ? `${code.code} ${time}` : ''}</td>
        <td class="print-note">${mark?.note ?? ''}</td>
      </tr>`;
    })}</tbody>
  </table>`;
}
