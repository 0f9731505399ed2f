import { expect, test } from 'vitest';
import { openGradebook } from '../../../../src/sis/gradebook/book/queries.ts';
import { createGradebook } from '../../../../src/sis/gradebook/book/service.ts';
import { setTermWeights } from '../../../../src/sis/gradebook/categories/service.ts';
import { linkSection, unlinkSection } from '../../../../src/sis/gradebook/links/service.ts';
import { saveScores } from '../../../../src/sis/gradebook/scores/service.ts';
import { openSetup } from '../../../../src/sis/gradebook/setup/queries.ts';
import { acting, eventsOf } from '../../../support/attendance.ts';
import { cast } from '../../../support/cast.ts';
import { withSecondBiology } from '../../../support/gradebook.ts';
import { inBothSpaces } from '../../../support/spaces.ts';

const biology = { sectionId: cast.sections.biology };
const homework = { assignmentId: cast.assignments.hw1, studentId: cast.students.diego, version: 0 };

inBothSpaces('linked sections', (space) => {
  test('share categories, marks and assignments, each with its own students', () =>
    acting(space, async (as) => {
      const { ctx, sectionId } = await withSecondBiology(as('okafor'));
      expect((await openSetup(ctx, biology)).linkable.map(({ code }) => code)).toEqual(['BIO1-02']);
      await linkSection(ctx, { ...biology, otherSectionId: sectionId });

      const view = await openGradebook(ctx, { sectionId });
      expect(view.settings.id).toBe(cast.gradebooks.biology);
      expect(view.linkedSections.map(({ code }) => code)).toEqual(['BIO1-01', 'BIO1-02']);
      expect(view.assignments).toHaveLength(10);
      expect(view.students.map(({ id }) => id)).toEqual([cast.students.diego]);
      expect((await openSetup(ctx, biology)).linkable).toEqual([]);
      expect(await eventsOf(ctx)).toEqual(['section.linked']);
    }));

  test('linking again changes nothing', () =>
    acting(space, async (as) => {
      const { ctx, sectionId } = await withSecondBiology(as('okafor'));
      await linkSection(ctx, { ...biology, otherSectionId: sectionId });
      await linkSection(ctx, { ...biology, otherSectionId: sectionId });
      expect(await eventsOf(ctx)).toEqual(['section.linked']);
    }));

  test('a section leaves its empty book, which goes', () =>
    acting(space, async (as) => {
      const { ctx, sectionId } = await withSecondBiology(as('okafor'));
      const { bookId } = await createGradebook(ctx, { sectionId });
      await linkSection(ctx, { ...biology, otherSectionId: sectionId });

      expect((await openGradebook(ctx, { sectionId })).settings.id).not.toBe(bookId);
    }));

  test('a section with scores in its own book stays there', () =>
    acting(space, async (as) => {
      const { ctx, sectionId } = await withSecondBiology(as('okafor'));
      await createGradebook(ctx, { sectionId });
      await expect(
        linkSection(ctx, { sectionId, otherSectionId: cast.sections.biology }),
      ).rejects.toMatchObject({
        code: 'gradebook/section-has-scores',
        facts: { section: 'BIO1-01', scores: 29 },
      });
    }));

  test('one unlinked gets a copy of the book of its own', () =>
    acting(space, async (as) => {
      const { ctx, sectionId } = await withSecondBiology(as('okafor'));
      await linkSection(ctx, { ...biology, otherSectionId: sectionId });
      const weights = [{ categoryId: cast.categories.tests, weight: '60' }];
      await setTermWeights(ctx, { ...biology, termId: cast.terms.q2, weights });
      const { bookId } = await unlinkSection(ctx, { sectionId });

      const [own, shared] = [await openGradebook(ctx, { sectionId }), await openGradebook(ctx, biology)];
      expect(own.settings).toMatchObject({ id: bookId, averageMode: 'categories-only' });
      expect(own.linkedSections.map(({ code }) => code)).toEqual(['BIO1-02']);
      expect(own.categories.map(({ code, termWeights }) => [code, termWeights])).toEqual(
        shared.categories.map(({ code, termWeights }) => [code, termWeights]),
      );
      expect(own.marks.map(({ code }) => code)).toEqual(shared.marks.map(({ code }) => code));
      const columnsOf = ({ assignments, categories }: typeof own) =>
        assignments.map(
          ({ columnName, categoryId }) =>
            `${columnName} ${categories.find(({ id }) => id === categoryId)?.code}`,
        );
      expect(columnsOf(own).sort()).toEqual(columnsOf(shared).sort());
      expect(await eventsOf(ctx)).toEqual(['section.linked', 'category.weights-set', 'section.unlinked']);
    }));

  test('one with scores in the shared book stays, unless the student is in another of its sections', () =>
    acting(space, async (as) => {
      const { ctx, sectionId } = await withSecondBiology(as('okafor'));
      await linkSection(ctx, { ...biology, otherSectionId: sectionId });
      await saveScores(ctx, { ...biology, cells: [{ ...homework, entry: '9' }] });

      await expect(unlinkSection(ctx, biology)).rejects.toMatchObject({
        code: 'gradebook/section-has-scores',
        facts: { section: 'BIO1-01', scores: 29 },
      });
      await expect(unlinkSection(ctx, { sectionId })).resolves.toBeDefined();
    }));

  test('what is not linked cannot be unlinked', () =>
    acting(space, async (as) => {
      await expect(unlinkSection(as('okafor'), biology)).rejects.toMatchObject({
        code: 'gradebook/not-linked',
      });
    }));

  test('sections of other courses are not linked', () =>
    acting(space, async (as) => {
      const { english } = cast.sections;
      const ctx = as('okafor');
      const teachesBoth = { ...ctx, actor: { ...ctx.actor, sectionIds: [...ctx.actor.sectionIds, english] } };
      await expect(linkSection(teachesBoth, { ...biology, otherSectionId: english })).rejects.toMatchObject({
        code: 'gradebook/not-the-same-course',
      });
    }));

  test('only who teaches both sections links them, and who teaches one unlinks it', () =>
    acting(space, async (as) => {
      const refused = { code: 'identity/not-allowed' };
      const { sectionId } = await withSecondBiology(as('okafor'));
      const link = { ...biology, otherSectionId: sectionId };
      await expect(linkSection(as('okafor'), link)).rejects.toMatchObject(refused);
      await expect(linkSection(as('whitfield'), link)).rejects.toMatchObject(refused);
      await expect(unlinkSection(as('lindqvist'), biology)).rejects.toMatchObject(refused);
    }));
});
