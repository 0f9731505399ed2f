import { DomainError } from '../../../shared/errors.ts';

/** The section has no gradebook yet. */
export const noBook = (facts: { section: string; sectionId: number }) =>
  new DomainError('gradebook/no-book', 'not-found', facts);

/** Homerooms have no grades. */
export const noBookForHomerooms = (facts: { section: string }) =>
  new DomainError('gradebook/no-book-for-homerooms', 'conflict', facts);

/** The section has a gradebook already. */
export const hasBook = (facts: { section: string }) =>
  new DomainError('gradebook/has-book', 'conflict', facts);

/** The school has not set a grade scale, without which a book has no letters. */
export const noScale = (facts: { section: string }) =>
  new DomainError('gradebook/no-scale', 'conflict', facts);
