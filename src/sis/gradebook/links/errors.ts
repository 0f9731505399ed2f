import { DomainError } from '../../../shared/errors.ts';

/** Sections share a book when they are classes of the same course in the same year. */
export const notTheSameCourse = (facts: { section: string; other: string }) =>
  new DomainError('gradebook/not-the-same-course', 'conflict', facts);

/** The section's students have scores in the book it would leave. */
export const sectionHasScores = (facts: { section: string; scores: number }) =>
  new DomainError('gradebook/section-has-scores', 'conflict', facts);

/** The section shares its book with no other. */
export const notLinked = (facts: { section: string }) =>
  new DomainError('gradebook/not-linked', 'conflict', facts);
