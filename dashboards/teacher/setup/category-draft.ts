import { msg } from '@lit/localize';
import type { CreateCategory, UpdateCategory } from '../../../src/sis/gradebook/categories/service.ts';
import type { BookCategory } from '../../../src/sis/gradebook/types.ts';
import type { FieldErrors } from './draft-controller.ts';
import { COUNT, decimalError, POINTS } from './numbers.ts';
import { WEIGHT } from './weights.ts';

/** A category's form. */
export type CategoryDraft = {
  code: string;
  name: string;
  weight: string;
  defaultPoints: string;
  dropLowest: string;
  dropHighest: string;
};

/** The form of a new category; its code, name and weight are the teacher's. */
export const NEW_CATEGORY: CategoryDraft = {
  code: '',
  name: '',
  weight: '',
  defaultPoints: '100',
  dropLowest: '0',
  dropHighest: '0',
};

/** The form of a category as it is saved. */
export function draftOfCategory(category: BookCategory): CategoryDraft {
  const { code, name, weight, defaultPoints, dropLowest, dropHighest } = category;
  return {
    code,
    name,
    weight,
    defaultPoints,
    dropLowest: String(dropLowest),
    dropHighest: String(dropHighest),
  };
}

/** What must be corrected before a category is sent; the server has the last word. */
export function checkCategory(draft: CategoryDraft): FieldErrors<CategoryDraft> {
  const errors: FieldErrors<CategoryDraft> = {};
  if (draft.code === '') errors.code = msg('Enter a short code, such as HW.');
  if (draft.name === '') errors.name = msg('Enter a name.');
  const weight = decimalError(draft.weight, WEIGHT, msg('Enter a weight from 0 to 9999.999.'));
  if (weight) errors.weight = weight;
  const points = decimalError(draft.defaultPoints, POINTS, msg('Enter points from 0 to 999999.99.'));
  if (points) errors.defaultPoints = points;
  const count = msg('Enter a whole number from 0 to 99.');
  const lowest = decimalError(draft.dropLowest, COUNT, count);
  if (lowest) errors.dropLowest = lowest;
  const highest = decimalError(draft.dropHighest, COUNT, count);
  if (highest) errors.dropHighest = highest;
  return errors;
}

/** What is sent to make the category of a form that was checked. */
export function newCategory(draft: CategoryDraft): CreateCategory {
  return { ...draft, dropLowest: Number(draft.dropLowest), dropHighest: Number(draft.dropHighest) };
}

/** What is sent to change a category: the fields that differ, and the version they were changed from. */
export function categoryChanges(changes: Partial<CategoryDraft>, version: number): UpdateCategory {
  const { dropLowest, dropHighest, ...same } = changes;
  return {
    version,
    ...same,
    ...(dropLowest === undefined ? {} : { dropLowest: Number(dropLowest) }),
    ...(dropHighest === undefined ? {} : { dropHighest: Number(dropHighest) }),
  };
}
