import { msg } from '@lit/localize';
import type { MarkBehavior } from '../../../src/sis/gradebook/averages/types.ts';
import type { CreateMark, UpdateMark } from '../../../src/sis/gradebook/marks/service.ts';
import { refuseMarkCode } from '../../../src/sis/gradebook/scores/rules.ts';
import type { BookMark, SetupView } from '../../../src/sis/gradebook/types.ts';
import { problemWords } from '../../words/problems.ts';
import type { FieldErrors } from './draft-controller.ts';
import { decimalError, PERCENT } from './numbers.ts';

/** A special mark's form; the percent is read for a fixed percent only. */
export type MarkDraft = { code: string; name: string; behavior: string; percent: string };

/** The form of a new mark. */
export const NEW_MARK: MarkDraft = { code: '', name: '', behavior: 'exempt', percent: '' };

/** The form of a mark as it is saved. */
export function draftOfMark({ code, name, behavior, percent }: BookMark): MarkDraft {
  return { code, name, behavior, percent: percent ?? '' };
}

/** What must be corrected before a mark is sent: the rules of codes are the server's own. */
export function checkMark(
  draft: MarkDraft,
  { marks, scale }: Pick<SetupView, 'marks' | 'scale'>,
  markId: number | null,
): FieldErrors<MarkDraft> {
  const errors: FieldErrors<MarkDraft> = {};
  const refusal = refuseMarkCode(draft.code, { scale, marks: marks.filter(({ id }) => id !== markId) });
  if (refusal) {
    const { says, todo } = problemWords({ ...refusal, status: 422 });
    errors.code = `${says} ${todo}`;
  }
  if (draft.name === '') errors.name = msg('Enter a name.');
  if (draft.behavior === 'fixed-percent') {
    const percent = decimalError(draft.percent, PERCENT, msg('Enter a percent from 0 to 999.99.'));
    if (percent) errors.percent = percent;
  }
  return errors;
}

/** What is sent to make the mark of a form that was checked. */
export function newMark({ code, name, behavior, percent }: MarkDraft): CreateMark {
  return {
    code,
    name,
    behavior: behavior as MarkBehavior,
    percent: behavior === 'fixed-percent' ? percent : null,
  };
}

/** What is sent to change a mark: the fields that differ; the percent goes along with the behavior. */
export function markChanges(draft: MarkDraft, changes: Partial<MarkDraft>): UpdateMark {
  const { code, name } = changes;
  const { behavior, percent } = newMark(draft);
  const worth = changes.behavior !== undefined || changes.percent !== undefined ? { behavior, percent } : {};
  return { ...(code === undefined ? {} : { code }), ...(name === undefined ? {} : { name }), ...worth };
}
