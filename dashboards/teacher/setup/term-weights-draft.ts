import { msg } from '@lit/localize';
import type { SetTermWeights } from '../../../src/sis/gradebook/categories/service.ts';
import type { SetupView } from '../../../src/sis/gradebook/types.ts';
import type { FieldErrors } from './draft-controller.ts';
import { WEIGHT } from './weights.ts';

/** Weights by category and term (`'5.12'`: category 5 in term 12); '' is the usual weight. */
export type TermWeightsDraft = Record<string, string>;

type Weighing = {
  categories: Pick<SetupView['categories'][number], 'id' | 'weight' | 'termWeights'>[];
  terms: Pick<SetupView['terms'][number], 'id'>[];
};

/** Where the weight of a category in a term stands in the form. */
export function weightField(categoryId: number, termId: number): string {
  return `${categoryId}.${termId}`;
}

/** The form of the weights by term as they are saved. */
export function draftOfTermWeights({ categories, terms }: Weighing): TermWeightsDraft {
  const draft: TermWeightsDraft = {};
  for (const { id, termWeights } of categories) {
    for (const term of terms) {
      draft[weightField(id, term.id)] = termWeights.find(({ termId }) => termId === term.id)?.weight ?? '';
    }
  }
  return draft;
}

/** What the categories weigh in a term, as it is typed. */
export function weightsInTerm(
  { categories }: Pick<Weighing, 'categories'>,
  draft: TermWeightsDraft,
  termId: number,
) {
  return categories.map(({ id, weight }) => ({
    categoryId: id,
    weight: (draft[weightField(id, termId)] ?? '').trim() || weight,
  }));
}

/** What must be corrected before the weights are sent. */
export function checkTermWeights(draft: TermWeightsDraft): FieldErrors<TermWeightsDraft> {
  return Object.fromEntries(
    Object.entries(draft)
      .filter(([, weight]) => weight !== '' && !WEIGHT.test(weight))
      .map(([field]) => [field, msg('Enter a weight from 0 to 9999.999, or leave it empty.')]),
  );
}

/** What is sent: for each term in which something changed, the weights that did; null is the usual weight again. */
export function termWeightChanges(changes: Partial<TermWeightsDraft>): SetTermWeights[] {
  const byTerm = new Map<number, SetTermWeights['weights']>();
  for (const [field, weight = ''] of Object.entries(changes)) {
    const [categoryId = 0, termId = 0] = field.split('.').map(Number);
    const weights = byTerm.get(termId) ?? [];
    weights.push({ categoryId, weight: weight === '' ? null : weight });
    byTerm.set(termId, weights);
  }
  return [...byTerm].map(([termId, weights]) => ({ termId, weights }));
}
