import { DomainError } from '../../../shared/errors.ts';

/** Another assignment of the marking period stands under this column name. */
export const columnNameTaken = (facts: { columnName: string; term: string }) =>
  new DomainError('gradebook/column-name-taken', 'conflict', facts);

/** The day is in no marking period of the section's school year. */
export const dueOutsideTerms = (facts: { dueOn: string }) =>
  new DomainError('gradebook/due-outside-terms', 'invalid', facts);

/** Work is due on the day it is given out, or later. */
export const dueBeforeAssigned = (facts: { assignedOn: string; dueOn: string }) =>
  new DomainError('gradebook/due-before-assigned', 'invalid', facts);

/** Scores stand in the column; they go with it only when whoever deletes says so. */
export const assignmentHasScores = (facts: { assignment: string; scores: number }) =>
  new DomainError('gradebook/assignment-has-scores', 'conflict', facts);
