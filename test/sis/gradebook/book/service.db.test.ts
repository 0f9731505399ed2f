import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openGradebook } from '../../../../src/sis/gradebook/book/queries.ts';
import { createGradebook, updateSettings } from '../../../../src/sis/gradebook/book/service.ts';
import { gradeScaleSteps, gradeScales } from '../../../../src/sis/gradebook/schema.ts';
import { acting, eventsOf } from '../../../support/attendance.ts';
import { cast } from '../../../support/cast.ts';
import { inBothSpaces } from '../../../support/spaces.ts';

const { sections } = cast;
const biology = { sectionId: sections.biology, version: 1 };

inBothSpaces('a section without a book', (space) => {
  test('gets one of its own', () =>
    acting(space, async (as) => {
      const ctx = as('lindqvist');
      const { bookId } = await createGradebook(ctx, { sectionId: sections.algebra });

      expect(await openGradebook(ctx, { sectionId: sections.algebra })).toMatchObject({
        settings: { id: bookId, nickname: 'Algebra 1', averageMode: 'total-points' },
        scale: { id: cast.scale },
        categories: [],
        assignments: [],
      });
      expect(await eventsOf(ctx)).toEqual(['gradebook.created']);
    }));

  test('is refused a second one, a homeroom any', () =>
    acting(space, async (as) => {
      await expect(createGradebook(as('okafor'), biology)).rejects.toMatchObject({
        code: 'gradebook/has-book',
      });
      await expect(createGradebook(as('okafor'), { sectionId: sections.homeroom })).rejects.toMatchObject({
        code: 'gradebook/no-book-for-homerooms',
      });
    }));
});

inBothSpaces('the settings of a book', (space) => {
  test('change for those given, and raise the version', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      const changed = await updateSettings(ctx, {
        ...biology,
        averageMode: 'total-points',
        dropPolicy: 'best-for-student',
      });

      expect(changed).toEqual({ version: 2 });
      expect((await openGradebook(ctx, biology)).settings).toMatchObject({
        nickname: 'Biology',
        averageMode: 'total-points',
        weightsAre: 'ratio',
        dropPolicy: 'best-for-student',
        version: 2,
      });
      expect(await eventsOf(ctx)).toEqual(['gradebook.settings-changed']);
    }));

  test('are refused over an older version', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      await updateSettings(ctx, { ...biology, nickname: 'Bio' });
      await expect(updateSettings(ctx, { ...biology, nickname: 'B' })).rejects.toMatchObject({
        code: 'shared/stale-edit',
        facts: { nickname: 'Bio', version: 2 },
      });
    }));

  test('take a scale of the school, unless one of its letters is a mark of the book', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      const [scale] = await ctx.tx
        .insert(gradeScales)
        .values({ school_id: cast.school, name: 'Pass or not', max_percent: '100' })
        .returning();
      const pass = { grade_scale_id: scale!.id, letter: 'P', min_percent: '60' };
      await ctx.tx.insert(gradeScaleSteps).values([pass, { ...pass, letter: 'ok', min_percent: '50' }]);

      const wanted = { ...biology, scaleId: scale!.id };
      await expect(updateSettings(ctx, wanted)).rejects.toMatchObject({
        code: 'scores/mark-is-a-letter',
        facts: { typed: 'OK' },
      });
      await ctx.tx.delete(gradeScaleSteps).where(eq(gradeScaleSteps.letter, 'ok'));
      await updateSettings(ctx, wanted);
      expect((await openGradebook(ctx, biology)).scale).toMatchObject({ name: 'Pass or not' });
      await expect(updateSettings(ctx, { ...biology, version: 2, scaleId: 12345 })).rejects.toMatchObject({
        code: 'shared/not-found',
      });
    }));

  test.for(['lindqvist', 'whitfield', 'ruiz', 'amara'] as const)('are not changed by %s', (who) =>
    acting(space, async (as) => {
      await expect(updateSettings(as(who), biology)).rejects.toMatchObject({ code: 'identity/not-allowed' });
    }),
  );
});
