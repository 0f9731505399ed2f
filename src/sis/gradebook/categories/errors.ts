import { DomainError } from '../../../shared/errors.ts';

/** The book has a category of this code. */
export const categoryCodeTaken = (facts: { code: string }) =>
  new DomainError('gradebook/category-code-taken', 'conflict', facts);

/** Assignments are in the category, which would lose it. */
export const categoryInUse = (facts: { category: string; assignments: number }) =>
  new DomainError('gradebook/category-in-use', 'conflict', facts);
