import { expect, test } from 'vitest';
import { openGradebook } from '../../../../src/sis/gradebook/book/queries.ts';
import {
  createCategory,
  deleteCategory,
  setTermWeights,
  updateCategory,
} from '../../../../src/sis/gradebook/categories/service.ts';
import { acting, eventsOf } from '../../../support/attendance.ts';
import { cast } from '../../../support/cast.ts';
import { inBothSpaces } from '../../../support/spaces.ts';

const { categories: k, terms } = cast;
const biology = { sectionId: cast.sections.biology };
const labs = {
  ...biology,
  code: 'LAB',
  name: 'Labs',
  weight: '12.5',
  defaultPoints: '20',
  dropLowest: 1,
  dropHighest: 0,
};

inBothSpaces('categories', (space) => {
  test('a new one comes last', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      const { categoryId } = await createCategory(ctx, labs);

      const { categories } = await openGradebook(ctx, biology);
      expect(categories.map(({ code }) => code)).toEqual(['HW', 'QZ', 'TST', 'LAB']);
      expect(categories.at(-1)).toMatchObject({ id: categoryId, weight: '12.5', dropLowest: 1, version: 1 });
      expect(await eventsOf(ctx)).toEqual(['category.created']);
    }));

  test('a code stands once in a book, and again in another', () =>
    acting(space, async (as) => {
      await expect(createCategory(as('okafor'), { ...labs, code: 'HW' })).rejects.toMatchObject({
        code: 'gradebook/category-code-taken',
        facts: { code: 'HW' },
      });
      const english = { ...labs, code: 'HW', sectionId: cast.sections.english };
      await expect(createCategory(as('lindqvist'), english)).resolves.toBeDefined();
    }));

  test('one is changed for what is given', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      const changes = { ...biology, categoryId: k.homework, version: 1, weight: '30', dropLowest: 2 };
      expect(await updateCategory(ctx, changes)).toEqual({ version: 2 });

      const { categories } = await openGradebook(ctx, biology);
      expect(categories[0]).toMatchObject({ code: 'HW', weight: '30', dropLowest: 2, version: 2 });
      expect(await eventsOf(ctx)).toEqual(['category.changed']);
      await expect(updateCategory(ctx, changes)).rejects.toMatchObject({ code: 'shared/stale-edit' });
    }));

  test('one of another book is not there', () =>
    acting(space, async (as) => {
      const essays = { ...biology, categoryId: k.essays };
      const notThere = { code: 'shared/not-found', facts: { what: 'category', id: k.essays } };
      await expect(updateCategory(as('okafor'), { ...essays, version: 1 })).rejects.toMatchObject(notThere);
      await expect(deleteCategory(as('okafor'), essays)).rejects.toMatchObject(notThere);
    }));

  test('one with assignments is kept, an empty one goes with its weights by term', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      await expect(deleteCategory(ctx, { ...biology, categoryId: k.quizzes })).rejects.toMatchObject({
        code: 'gradebook/category-in-use',
        facts: { category: 'Quizzes', assignments: 3 },
      });
      const { categoryId } = await createCategory(ctx, labs);
      await setTermWeights(ctx, {
        ...biology,
        termId: terms.q2,
        weights: [{ categoryId, weight: '5' }],
      });
      await deleteCategory(ctx, { ...biology, categoryId });

      expect((await openGradebook(ctx, biology)).categories.map(({ code }) => code)).not.toContain('LAB');
      expect(await eventsOf(ctx)).toEqual(['category.created', 'category.weights-set', 'category.deleted']);
    }));

  test('weigh otherwise in one term, and as usual again', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      const set = (weight: string | null) =>
        setTermWeights(ctx, { ...biology, termId: terms.q2, weights: [{ categoryId: k.homework, weight }] });
      const weights = async () => (await openGradebook(ctx, biology)).categories[0]?.termWeights;

      await set('40');
      expect(await weights()).toEqual([{ termId: terms.q2, weight: '40' }]);
      await set('45.5');
      expect(await weights()).toEqual([{ termId: terms.q2, weight: '45.5' }]);
      await set(null);
      expect(await weights()).toEqual([]);
    }));

  test('weights are for own categories and terms of the year', () =>
    acting(space, async (as) => {
      const foreign = { ...biology, termId: terms.q2, weights: [{ categoryId: k.essays, weight: '1' }] };
      await expect(setTermWeights(as('okafor'), foreign)).rejects.toMatchObject({ code: 'shared/not-found' });
      const noTerm = { ...biology, termId: 99, weights: [{ categoryId: k.homework, weight: '1' }] };
      await expect(setTermWeights(as('okafor'), noTerm)).rejects.toMatchObject({ code: 'shared/not-found' });
    }));

  test.for(['lindqvist', 'whitfield', 'amara'] as const)('are not changed by %s', (who) =>
    acting(space, async (as) => {
      const refused = { code: 'identity/not-allowed' };
      const homework = { ...biology, categoryId: k.homework };
      const weights = { ...biology, termId: terms.q2, weights: [{ categoryId: k.homework, weight: '1' }] };
      await expect(createCategory(as(who), labs)).rejects.toMatchObject(refused);
      await expect(updateCategory(as(who), { ...homework, version: 1 })).rejects.toMatchObject(refused);
      await expect(deleteCategory(as(who), homework)).rejects.toMatchObject(refused);
      await expect(setTermWeights(as(who), weights)).rejects.toMatchObject(refused);
    }),
  );
});
