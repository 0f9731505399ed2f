import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import '../../../components/base/empty.ts';
import { formatDay } from '../../../components/format.ts';
import type { ClassAttendanceData } from '../../../src/pages/teacher/attendance.ts';
import { classAttendancePath } from '../../shell/paths.ts';
import { problemWords } from '../../words/problems.ts';

/** The class does not meet on that day: why not, and the nearest day that may be opened. */
export function refusedClass(
  { refused, sectionId, periodId, day }: Extract<ClassAttendanceData, { kind: 'refused' }>,
  today: string,
): TemplateResult {
  const { says, todo } = problemWords({ ...refused, status: 409 });
  const { previous, next } = refused.facts;
  const link = (to: unknown) =>
    typeof to === 'string' && to <= today
      ? html`<a slot="actions" class="r-button" href=${
          periodId === null
            ? `${location.pathname}?day=${to}`
            : classAttendancePath({ sectionId, periodId, day: to })
        }>${formatDay(to)}</a>`
      : nothing;
  return html`<h1>${msg('Attendance')}: ${formatDay(day, 'long')}</h1>
    <r-empty icon="calendar" heading=${says}>${todo} ${link(previous)} ${link(next)}
      <a slot="actions" class="r-button" href="${location.pathname.replace(/\/[^/]*$/, '')}?day=${today}">${msg('Classes today')}</a>
    </r-empty>`;
}
