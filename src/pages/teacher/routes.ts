import type { Context } from 'hono';
import { z } from 'zod';
import { type Env, routes, type SpaceCtx } from '../../http/env.ts';
import { shell } from '../../http/shell.ts';
import { valid } from '../../http/valid.ts';
import { isDay } from '../../shared/days.ts';
import { openPosting } from '../../sis/gradebook/posting/queries.ts';
import { openSetup } from '../../sis/gradebook/setup/queries.ts';
import { framed } from '../frame.ts';
import { loadAttendanceDay, loadClassAttendance } from './attendance.ts';
import { listGradedSections, loadGradebook } from './gradebook.ts';
import { loadStudent, loadStudentSearch } from './students.ts';
import { loadToday } from './today.ts';

const Id = z.coerce.number().int().positive();
const Day = z.string().refine(isDay, 'Not a day');
const InSection = z.object({ sectionId: Id });
const OnDay = z.object({ day: Day.optional() });
const InClass = z.object({ day: Day.optional(), period: Id.optional() });
const Posting = z.object({ term: Id.optional(), kind: z.enum(['progress', 'term']).optional() });
const OfStudent = z.object({ studentId: Id });
const Search = z.object({ text: z.string().max(100).default('') });

/** The pages of a teacher, each with its first data; mounted once for each space. */
export const teacherPages = routes()
  .get('/today', (c) => page(c, 'today', 'Today', loadToday))
  .get('/attendance', valid('query', OnDay), (c) =>
    page(c, 'attendance', 'Attendance', (ctx) => loadAttendanceDay(ctx, c.req.valid('query'))),
  )
  .get('/attendance/:sectionId', valid('param', InSection), valid('query', InClass), (c) => {
    const { day, period: periodId } = c.req.valid('query');
    const input = { ...c.req.valid('param'), day, periodId };
    return page(c, 'class-attendance', 'Attendance', (ctx) => loadClassAttendance(ctx, input));
  })
  .get('/gradebook', async (c) => {
    const first = await c.var.inSpace(async (ctx) => (await listGradedSections(ctx))[0]);
    if (first) return c.redirect(`/${c.var.space}/gradebook/${first.id}`, 303);
    return page(c, 'no-gradebook', 'Gradebook', async () => null);
  })
  .get('/gradebook/:sectionId', valid('param', InSection), (c) =>
    page(c, 'gradebook', 'Gradebook', (ctx) => loadGradebook(ctx, c.req.valid('param'))),
  )
  .get('/gradebook/:sectionId/setup', valid('param', InSection), (c) =>
    page(c, 'setup', 'Assignments and categories', (ctx) => openSetup(ctx, c.req.valid('param'))),
  )
  .get('/posting/:sectionId', valid('param', InSection), valid('query', Posting), (c) => {
    const { term: termId, kind } = c.req.valid('query');
    return page(c, 'posting', 'Post grades', (ctx) =>
      openPosting(ctx, { ...c.req.valid('param'), termId, kind }),
    );
  })
  .get('/students', valid('query', Search), (c) =>
    page(c, 'students', 'Students', (ctx) => loadStudentSearch(ctx, c.req.valid('query'))),
  )
  .get('/students/:studentId', valid('param', OfStudent), (c) =>
    page(c, 'student', 'Student', (ctx) => loadStudent(ctx, c.req.valid('param'))),
  );

/** The controls of one's sandbox; there are none in the live space. */
export const controlPages = routes().get('/controls', (c) =>
  page(c, 'controls', 'Sandbox', async () => null),
);

async function page<Data>(
  c: Context<Env>,
  name: string,
  title: string,
  load: (ctx: SpaceCtx) => Promise<Data>,
) {
  const { frame, data } = await c.var.inSpace((ctx) => framed(ctx, load));
  return shell(c, { page: `teacher/${name}`, title, frame, data });
}
