import { z } from 'zod';
import { routes } from '../../http/env.ts';
import { valid } from '../../http/valid.ts';
import { isDay } from '../../shared/days.ts';
import { getClassList, listOwnSections } from './queries.ts';
import { listTodaysClasses } from './today/queries.ts';

const Id = z.coerce.number().int().positive();
const Day = z.string().refine(isDay, 'Not a day');

/**
 * Schedules over HTTP. Answers are the types the queries name.
 *
 * - `GET /today` → `TodaysClasses`
 * - `GET /sections` → `{ sections: Section[] }`, those the actor teaches today
 * - `GET /sections/:sectionId?day` → `ClassList`
 */
export const scheduleRoutes = routes()
  .get('/today', async (c) => c.json(await c.var.inSpace((ctx) => listTodaysClasses(ctx))))
  .get('/sections', async (c) => c.json({ sections: await c.var.inSpace((ctx) => listOwnSections(ctx)) }))
  .get(
    '/sections/:sectionId',
    valid('param', z.object({ sectionId: Id })),
    valid('query', z.object({ day: Day.optional() })),
    async (c) => {
      const { sectionId } = c.req.valid('param');
      const { day } = c.req.valid('query');
      return c.json(await c.var.inSpace((ctx) => getClassList(ctx, sectionId, day ?? ctx.today)));
    },
  );
