import { notFound } from '../../shared/errors.ts';

export const studentNotFound = (studentId: number) => notFound('student', studentId);

export const personNotFound = (kind: 'staff' | 'guardian' | 'student', personId: number) =>
  notFound(kind === 'staff' ? 'staff member' : kind, personId);
