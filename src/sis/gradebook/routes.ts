import { z } from 'zod';
import { routes } from '../../http/env.ts';
import { valid } from '../../http/valid.ts';
import {
  CreateAssignment,
  createAssignment,
  deleteAssignment,
  UpdateAssignment,
  updateAssignment,
} from './assignments/service.ts';
import { explainGrade, listGradesOfStudent } from './averages/queries.ts';
import { openGradebook } from './book/queries.ts';
import { createGradebook, UpdateSettings, updateSettings } from './book/service.ts';
import {
  CreateCategory,
  createCategory,
  deleteCategory,
  SetTermWeights,
  setTermWeights,
  UpdateCategory,
  updateCategory,
} from './categories/service.ts';
import { linkSection, unlinkSection } from './links/service.ts';
import { CreateMark, createMark, deleteMark, UpdateMark, updateMark } from './marks/service.ts';
import { listMissing, listScoreChanges } from './scores/queries.ts';
import { SaveScores, saveScores } from './scores/service.ts';
import { openSetup } from './setup/queries.ts';

const Id = z.coerce.number().int().positive();
const InSection = z.object({ sectionId: Id });
const Reader = z.enum(['teacher', 'family']).default('teacher');

/**
 * The gradebook over HTTP; posting has its own routes. Answers are the types of `types.ts`.
 *
 * - `GET    /today` → `{ missing: MissingWork[] }`
 * - `GET    /students/:studentId?reader` → `{ grades: StudentGrade[] }`
 * - `GET    /:sectionId?termId` → `GradebookView`; `POST /:sectionId` → 201 `{ bookId }` (a book for a section without)
 * - `GET    /:sectionId/setup` → `SetupView`
 * - `PATCH  /:sectionId/settings` ← `UpdateSettings` → `{ version }`
 * - `POST   /:sectionId/categories` ← `CreateCategory` → 201 `{ categoryId }`
 * - `PATCH  /:sectionId/categories/:categoryId` ← `UpdateCategory` → `{ version }`; `DELETE` → 204
 * - `PUT    /:sectionId/term-weights` ← `SetTermWeights` → 204
 * - `POST   /:sectionId/marks` ← `CreateMark` → 201 `{ markId }`
 * - `PATCH  /:sectionId/marks/:markId` ← `UpdateMark` → 204; `DELETE` → 204
 * - `PUT    /:sectionId/links/:otherSectionId` → 204 (the other section shares this book)
 * - `DELETE /:sectionId/link` → `{ bookId }` (this section leaves its shared book)
 * - `POST   /:sectionId/assignments` ← `CreateAssignment` → 201 `{ assignmentId, termId }`
 * - `PATCH  /:sectionId/assignments/:assignmentId` ← `UpdateAssignment` → `{ version }`
 * - `DELETE /:sectionId/assignments/:assignmentId?scores=delete` → `{ scores }`
 * - `PUT    /:sectionId/scores` ← `SaveScores` → `{ cells: CellResult[] }` (200 also when cells were refused)
 * - `GET    /:sectionId/scores/:assignmentId/:studentId/changes` → `{ changes: ScoreChange[] }`
 * - `GET    /:sectionId/students/:studentId/explanation?termId&reader` → `GradeExplanation`
 */
export const gradebookRoutes = routes()
  .get('/today', async (c) => c.json({ missing: await c.var.inSpace((ctx) => listMissing(ctx)) }))
  .get(
    '/students/:studentId',
    valid('param', z.object({ studentId: Id })),
    valid('query', z.object({ reader: Reader })),
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('query') };
      return c.json({ grades: await c.var.inSpace((ctx) => listGradesOfStudent(ctx, input)) });
    },
  )
  .get(
    '/:sectionId',
    valid('param', InSection),
    valid('query', z.object({ termId: Id.optional() })),
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('query') };
      return c.json(await c.var.inSpace((ctx) => openGradebook(ctx, input)));
    },
  )
  .post('/:sectionId', valid('param', InSection), async (c) => {
    const input = c.req.valid('param');
    return c.json(await c.var.inSpace((ctx) => createGradebook(ctx, input)), 201);
  })
  .get('/:sectionId/setup', valid('param', InSection), async (c) => {
    const input = c.req.valid('param');
    return c.json(await c.var.inSpace((ctx) => openSetup(ctx, input)));
  })
  .patch('/:sectionId/settings', valid('param', InSection), valid('json', UpdateSettings), async (c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('json') };
    return c.json(await c.var.inSpace((ctx) => updateSettings(ctx, input)));
  })
  .post('/:sectionId/categories', valid('param', InSection), valid('json', CreateCategory), async (c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('json') };
    return c.json(await c.var.inSpace((ctx) => createCategory(ctx, input)), 201);
  })
  .patch(
    '/:sectionId/categories/:categoryId',
    valid('param', InSection.extend({ categoryId: Id })),
    valid('json', UpdateCategory),
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') };
      return c.json(await c.var.inSpace((ctx) => updateCategory(ctx, input)));
    },
  )
  .delete(
    '/:sectionId/categories/:categoryId',
    valid('param', InSection.extend({ categoryId: Id })),
    async (c) => {
      const input = c.req.valid('param');
      await c.var.inSpace((ctx) => deleteCategory(ctx, input));
      return c.body(null, 204);
    },
  )
  .put('/:sectionId/term-weights', valid('param', InSection), valid('json', SetTermWeights), async (c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('json') };
    await c.var.inSpace((ctx) => setTermWeights(ctx, input));
    return c.body(null, 204);
  })
  .post('/:sectionId/marks', valid('param', InSection), valid('json', CreateMark), async (c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('json') };
    return c.json(await c.var.inSpace((ctx) => createMark(ctx, input)), 201);
  })
  .patch(
    '/:sectionId/marks/:markId',
    valid('param', InSection.extend({ markId: Id })),
    valid('json', UpdateMark),
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') };
      await c.var.inSpace((ctx) => updateMark(ctx, input));
      return c.body(null, 204);
    },
  )
  .delete('/:sectionId/marks/:markId', valid('param', InSection.extend({ markId: Id })), async (c) => {
    const input = c.req.valid('param');
    await c.var.inSpace((ctx) => deleteMark(ctx, input));
    return c.body(null, 204);
  })
  .put(
    '/:sectionId/links/:otherSectionId',
    valid('param', InSection.extend({ otherSectionId: Id })),
    async (c) => {
      const input = c.req.valid('param');
      await c.var.inSpace((ctx) => linkSection(ctx, input));
      return c.body(null, 204);
    },
  )
  .delete('/:sectionId/link', valid('param', InSection), async (c) => {
    const input = c.req.valid('param');
    return c.json(await c.var.inSpace((ctx) => unlinkSection(ctx, input)));
  })
  .post('/:sectionId/assignments', valid('param', InSection), valid('json', CreateAssignment), async (c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('json') };
    return c.json(await c.var.inSpace((ctx) => createAssignment(ctx, input)), 201);
  })
  .patch(
    '/:sectionId/assignments/:assignmentId',
    valid('param', InSection.extend({ assignmentId: Id })),
    valid('json', UpdateAssignment),
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') };
      return c.json(await c.var.inSpace((ctx) => updateAssignment(ctx, input)));
    },
  )
  .delete(
    '/:sectionId/assignments/:assignmentId',
    valid('param', InSection.extend({ assignmentId: Id })),
    valid('query', z.object({ scores: z.enum(['keep', 'delete']).default('keep') })),
    async (c) => {
      const input = { ...c.req.valid('param'), andScores: c.req.valid('query').scores === 'delete' };
      return c.json(await c.var.inSpace((ctx) => deleteAssignment(ctx, input)));
    },
  )
  .put('/:sectionId/scores', valid('param', InSection), valid('json', SaveScores), async (c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('json') };
    return c.json(await c.var.inSpace((ctx) => saveScores(ctx, input)));
  })
  .get(
    '/:sectionId/scores/:assignmentId/:studentId/changes',
    valid('param', InSection.extend({ assignmentId: Id, studentId: Id })),
    async (c) => {
      const input = c.req.valid('param');
      return c.json({ changes: await c.var.inSpace((ctx) => listScoreChanges(ctx, input)) });
    },
  )
  .get(
    '/:sectionId/students/:studentId/explanation',
    valid('param', InSection.extend({ studentId: Id })),
    valid('query', z.object({ termId: Id.optional(), reader: Reader })),
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('query') };
      return c.json(await c.var.inSpace((ctx) => explainGrade(ctx, input)));
    },
  );
