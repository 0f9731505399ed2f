import { DomainError } from '../../shared/errors.ts';

/** The day is before, between or after the marking periods. */
export const notInAnyTerm = (facts: { day: string }) =>
  new DomainError('calendar/not-in-any-term', 'conflict', facts);
