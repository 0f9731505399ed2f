import { answer } from '../../../components/api.ts';
import { asProblem, type Problem } from '../../../components/problem.ts';
import type { OpenedClass } from '../../../src/sis/attendance/opened/service.ts';
import { attendanceApi } from './saving.ts';

/**
 * Asks the office for another code, or in the office sets it (`codeId` null: takes it off). Gives the problem when it
 * was not accepted.
 */
export async function officeChange(
  opened: OpenedClass,
  studentId: number,
  { codeId, reason }: { codeId: number | null; reason: string },
): Promise<Problem | undefined> {
  const student =
    attendanceApi().classes[':sectionId'].days[':day'].periods[':periodId'].students[':studentId'];
  const param = {
    sectionId: String(opened.section.id),
    day: opened.day.day,
    periodId: String(opened.period.id),
    studentId: String(studentId),
  };
  const version = opened.students.find((one) => one.studentId === studentId)?.mark?.version ?? 0;
  try {
    if (opened.mayOverride) await answer(student.override.$put({ param, json: { version, codeId } }));
    else if (codeId !== null) await answer(student.requests.$post({ param, json: { codeId, reason } }));
    return undefined;
  } catch (thrown) {
    return asProblem(thrown);
  }
}
