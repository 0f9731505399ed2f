import { msg, str } from '@lit/localize';
import { formatDay } from '../../../components/format.ts';
import { termOfDue } from '../../../src/sis/gradebook/assignments/rules.ts';
import type { CreateAssignment, UpdateAssignment } from '../../../src/sis/gradebook/assignments/service.ts';
import type { Visibility } from '../../../src/sis/gradebook/averages/types.ts';
import type { BookAssignment, SetupView } from '../../../src/sis/gradebook/types.ts';
import type { FieldErrors } from './draft-controller.ts';
import { decimalError, POINTS } from './numbers.ts';
import { WEIGHT } from './weights.ts';

/** An assignment's form. `termId` of '' is the marking period of the due date. */
export type AssignmentDraft = {
  name: string;
  columnName: string;
  categoryId: string;
  termId: string;
  assignedOn: string;
  dueOn: string;
  points: string;
  weight: string;
  visibility: string;
  description: string;
  extraCredit: boolean;
  neverDrop: boolean;
  graded: boolean;
};

/** The most characters a column's head has room for. */
const COLUMN_NAME_LENGTH = 12;

/** The form of an assignment as it is saved. */
export function draftOfAssignment(assignment: BookAssignment): AssignmentDraft {
  const { categoryId, termId, description, ...same } = assignment;
  return {
    name: same.name,
    columnName: same.columnName,
    categoryId: String(categoryId),
    termId: String(termId),
    assignedOn: same.assignedOn,
    dueOn: same.dueOn,
    points: same.points,
    weight: same.weight,
    visibility: same.visibility,
    description: description ?? '',
    extraCredit: same.extraCredit,
    neverDrop: same.neverDrop,
    graded: same.graded,
  };
}

/** The form of a new assignment: due today, of the first category with its usual points, for all to see. */
export function draftOfNew({ categories, today }: Pick<SetupView, 'categories' | 'today'>): AssignmentDraft {
  const category = categories[0];
  return {
    name: '',
    columnName: '',
    categoryId: category ? String(category.id) : '',
    termId: '',
    assignedOn: today,
    dueOn: today,
    points: category?.defaultPoints ?? '',
    weight: '1',
    visibility: 'public',
    description: '',
    extraCredit: false,
    neverDrop: false,
    graded: true,
  };
}

/** A column name from a name: its first words that fit. */
export function suggestColumnName(name: string): string {
  const words = name.trim().split(/\s+/);
  let column = '';
  for (const word of words) {
    const longer = column ? `${column} ${word}` : word;
    if (longer.length > COLUMN_NAME_LENGTH) break;
    column = longer;
  }
  return column || name.trim().slice(0, COLUMN_NAME_LENGTH);
}

/** What must be corrected before an assignment is sent; the server has the last word. */
export function checkAssignment(
  draft: AssignmentDraft,
  terms: SetupView['terms'],
): FieldErrors<AssignmentDraft> {
  const errors: FieldErrors<AssignmentDraft> = {};
  if (draft.name === '') errors.name = msg('Enter a name.');
  if (draft.columnName === '') errors.columnName = msg('Enter a short name for the column.');
  if (draft.categoryId === '') errors.categoryId = msg('Add a category first.');
  if (draft.assignedOn === '') errors.assignedOn = msg('Choose the day the work is assigned.');
  if (draft.dueOn === '') errors.dueOn = msg('Choose the day the work is due.');
  else if (draft.assignedOn !== '' && draft.dueOn < draft.assignedOn) {
    errors.dueOn = msg(str`Choose ${formatDay(draft.assignedOn)}, the day it is assigned, or a later day.`);
  } else if (draft.termId === '' && termOfDue(terms, draft.dueOn) === undefined) {
    errors.dueOn = msg('This day is in no marking period. Choose another, or say in which period it counts.');
  }
  const points = decimalError(draft.points, POINTS, msg('Enter points from 0 to 999999.99.'));
  if (points) errors.points = points;
  const weight = decimalError(draft.weight, WEIGHT, msg('Enter a weight from 0 to 9999.999.'));
  if (weight) errors.weight = weight;
  return errors;
}

/** What is sent to make the assignment of a form that was checked. */
export function newAssignment(draft: AssignmentDraft): CreateAssignment {
  const { termId, ...rest } = draft;
  return {
    ...rest,
    categoryId: Number(draft.categoryId),
    visibility: draft.visibility as Visibility,
    description: draft.description || null,
    ...(termId === '' ? {} : { termId: Number(termId) }),
  };
}

/** What is sent to change an assignment: the fields that differ, and the version they were changed from. */
export function assignmentChanges(changes: Partial<AssignmentDraft>, version: number): UpdateAssignment {
  const { categoryId, termId, visibility, description, ...same } = changes;
  return {
    version,
    ...same,
    ...(categoryId === undefined ? {} : { categoryId: Number(categoryId) }),
    ...(termId === undefined ? {} : { termId: Number(termId) }),
    ...(visibility === undefined ? {} : { visibility: visibility as Visibility }),
    ...(description === undefined ? {} : { description: description || null }),
  };
}
