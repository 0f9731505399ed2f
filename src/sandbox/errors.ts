import type { Day } from '../shared/days.ts';
import { DomainError } from '../shared/errors.ts';

/** No generated school has been published yet. */
export const noSchool = () => new DomainError('sandbox/no-school', 'conflict');

/** The sandbox was reset, restored or undone elsewhere, for example in another tab, since this page was loaded. */
export const movedOn = (facts: { generation: number }) =>
  new DomainError('sandbox/moved-on', 'conflict', facts);

/** There was no reset, or it has been undone. */
export const nothingToUndo = () => new DomainError('sandbox/nothing-to-undo', 'conflict');

/** `until` was the last instant at which it could have been undone. */
export const undoTooOld = (facts: { until: Date }) =>
  new DomainError('sandbox/undo-too-old', 'gone', { until: facts.until.toISOString() });

/** The date goes back by a reset or a checkpoint only. */
export const dateBackwards = (facts: { today: Day; to: Day }) =>
  new DomainError('sandbox/date-backwards', 'conflict', facts);

/** `from` and `until` are the first and the last day of the sandbox's school year. */
export const dateOutsideYear = (facts: { to: Day; from: Day; until: Day }) =>
  new DomainError('sandbox/date-outside-year', 'conflict', facts);

export const checkpointNameTaken = (facts: { name: string }) =>
  new DomainError('sandbox/checkpoint-name-taken', 'conflict', facts);

export const tooManyCheckpoints = (facts: { most: number }) =>
  new DomainError('sandbox/too-many-checkpoints', 'conflict', facts);

/** The scenario was prepared for another edition of the school than this sandbox has. */
export const scenarioOfOtherSchool = (facts: { key: string }) =>
  new DomainError('sandbox/scenario-of-other-school', 'conflict', facts);

export const scenarioKeyTaken = (facts: { key: string }) =>
  new DomainError('sandbox/scenario-key-taken', 'conflict', facts);
