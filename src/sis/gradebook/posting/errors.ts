import { DomainError } from '../../../shared/errors.ts';
import type { OverrideRefusal, PostingRefusal } from './rules.ts';

/** It is not the time to post, or to change what would be posted. */
export const postingRefused = ({ code, facts }: PostingRefusal) => new DomainError(code, 'conflict', facts);

/** The grade put in by hand cannot be read. */
export const overrideRefused = ({ code, facts }: OverrideRefusal) => new DomainError(code, 'invalid', facts);

/** No student has a grade in the post columns: they were not updated yet. */
export const nothingToPost = (facts: { section: string; term: string }) =>
  new DomainError('posting/nothing-to-post', 'conflict', facts);

/** The office has all of it already. */
export const nothingChanged = (facts: { section: string; term: string; postedOn: string }) =>
  new DomainError('posting/nothing-changed', 'conflict', facts);

/** The student has no grade put in by hand. */
export const notOverridden = (facts: { studentId: number }) =>
  new DomainError('posting/not-overridden', 'conflict', facts);

/** The section does not run in this term. */
export const notInTerm = (facts: { section: string; term: string }) =>
  new DomainError('posting/not-in-term', 'conflict', facts);

/** Grades are posted by a member of the staff. */
export const staffOnly = (facts: { person: string }) =>
  new DomainError('posting/staff-only', 'forbidden', facts);
