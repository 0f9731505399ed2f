import { DomainError } from '../../../shared/errors.ts';
import type { MarkCodeRefusal } from '../scores/rules.ts';

/** The code of a special mark is not free, or could be read as something else. */
export const markCodeRefused = ({ code, facts }: MarkCodeRefusal) =>
  new DomainError(code, code === 'scores/mark-blank' ? 'invalid' : 'conflict', facts);

/** Only a mark worth a fixed percent has a percent, and it must have one. */
export const percentNotFitting = (facts: { behavior: string }) =>
  new DomainError('gradebook/percent-not-fitting', 'invalid', facts);

/** The mark stands in cells, which would lose it. */
export const markInUse = (facts: { mark: string; scores: number }) =>
  new DomainError('gradebook/mark-in-use', 'conflict', facts);
