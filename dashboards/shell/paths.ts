import { spacePath } from '../../components/api.ts';

/** Where a class's attendance is taken on a day. */
export function classAttendancePath(where: { sectionId: number; periodId: number; day: string }): string {
  return `${spacePath()}/attendance/${where.sectionId}?period=${where.periodId}&day=${where.day}`;
}

/** A section's gradebook, opened at an assignment when one is given. */
export function gradebookPath(sectionId: number, { assignmentId }: { assignmentId?: number } = {}): string {
  return `${spacePath()}/gradebook/${sectionId}${assignmentId === undefined ? '' : `#assignment-${assignmentId}`}`;
}

/** Categories, assignments and settings of a section's gradebook. */
export function gradebookSetupPath(sectionId: number): string {
  return `${spacePath()}/gradebook/${sectionId}/setup`;
}

/** Where a section's grades of a marking period are posted. */
export function postingPath(
  sectionId: number,
  { termId, kind }: { termId: number; kind: 'progress' | 'term' },
): string {
  return `${spacePath()}/posting/${sectionId}?term=${termId}&kind=${kind}`;
}

/** A student's page. */
export function studentPath(studentId: number, { sectionId }: { sectionId?: number } = {}): string {
  return `${spacePath()}/students/${studentId}${sectionId === undefined ? '' : `?section=${sectionId}#grades`}`;
}
