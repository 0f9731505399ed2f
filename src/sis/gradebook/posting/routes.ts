import { z } from 'zod';
import { routes } from '../../../http/env.ts';
import { valid } from '../../../http/valid.ts';
import { listPostedGradeChanges, listPostingWork, openPosting } from './queries.ts';
import {
  OverrideGrade,
  overrideGrade,
  PostGrades,
  postGrades,
  removeOverride,
  SetComment,
  setComment,
  UpdateColumns,
  updatePostColumns,
} from './service.ts';

const Id = z.coerce.number().int().positive();
const Kind = z.enum(['progress', 'term']);
const Place = z.object({ sectionId: Id, termId: Id, kind: Kind });
const Row = Place.extend({ studentId: Id });

/**
 * Posting over HTTP. Every write answers with the post columns as they then stand.
 *
 * - `GET    /today` → `{ posting: PostingWork[] }`
 * - `GET    /:sectionId?termId&kind` → `PostingView` (without them: the window that is open or nearest)
 * - `PUT    /:sectionId/:termId/:kind/columns` ← `{ version }` → `PostingView` (update post columns)
 * - `POST   /:sectionId/:termId/:kind/posts` ← `{ version }` → `PostingView` (post grades)
 * - `PUT    /:sectionId/:termId/:kind/students/:studentId/override` ← `{ version, percent?, letter?, reason }` → `PostingView`
 * - `DELETE …/override?version` → `PostingView`
 * - `PUT    /:sectionId/:termId/:kind/students/:studentId/comment` ← `{ version, comment }` → `PostingView`
 * - `GET    /:sectionId/:termId/:kind/changes?studentId` → `{ changes: PostedGradeChange[] }`
 */
export const postingRoutes = routes()
  .get('/today', async (c) => c.json({ posting: await c.var.inSpace((ctx) => listPostingWork(ctx)) }))
  .get(
    '/:sectionId',
    valid('param', Place.pick({ sectionId: true })),
    valid('query', z.object({ termId: Id.optional(), kind: Kind.optional() })),
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('query') };
      return c.json(await c.var.inSpace((ctx) => openPosting(ctx, input)));
    },
  )
  .put(
    '/:sectionId/:termId/:kind/columns',
    valid('param', Place),
    valid('json', UpdateColumns),
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') };
      return c.json(await c.var.inSpace((ctx) => updatePostColumns(ctx, input)));
    },
  )
  .post('/:sectionId/:termId/:kind/posts', valid('param', Place), valid('json', PostGrades), async (c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('json') };
    return c.json(await c.var.inSpace((ctx) => postGrades(ctx, input)));
  })
  .put(
    '/:sectionId/:termId/:kind/students/:studentId/override',
    valid('param', Row),
    valid('json', OverrideGrade),
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') };
      return c.json(await c.var.inSpace((ctx) => overrideGrade(ctx, input)));
    },
  )
  .delete(
    '/:sectionId/:termId/:kind/students/:studentId/override',
    valid('param', Row),
    valid('query', z.object({ version: z.coerce.number().int().nonnegative() })),
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('query') };
      return c.json(await c.var.inSpace((ctx) => removeOverride(ctx, input)));
    },
  )
  .put(
    '/:sectionId/:termId/:kind/students/:studentId/comment',
    valid('param', Row),
    valid('json', SetComment),
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') };
      return c.json(await c.var.inSpace((ctx) => setComment(ctx, input)));
    },
  )
  .get(
    '/:sectionId/:termId/:kind/changes',
    valid('param', Place),
    valid('query', z.object({ studentId: Id.optional() })),
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('query') };
      return c.json({ changes: await c.var.inSpace((ctx) => listPostedGradeChanges(ctx, input)) });
    },
  );
