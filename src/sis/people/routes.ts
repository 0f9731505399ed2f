import { z } from 'zod';
import { routes } from '../../http/env.ts';
import { valid } from '../../http/valid.ts';
import { daysBetween, isDay } from '../../shared/days.ts';
import { DEFAULT_PAGE, decodeCursor, LARGEST_PAGE } from '../../shared/paging.ts';
import { getStudentAttendance, getStudentOverview } from './overview/queries.ts';
import { searchStudents } from './queries.ts';

const Id = z.coerce.number().int().positive();
const Day = z.string().refine(isDay, 'Not a day');
const LONGEST_RANGE = 400;

const SearchStudents = z.object({
  schoolId: Id,
  text: z.string().max(100).default(''),
  gradeLevel: z.coerce.number().int().min(0).max(12).optional(),
  after: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(DEFAULT_PAGE),
});
const StudentParam = z.object({ studentId: Id });
const Range = z
  .object({ from: Day, to: Day })
  .refine(({ from, to }) => from <= to && daysBetween(from, to) <= LONGEST_RANGE, {
    message: `At most ${LONGEST_RANGE} days, the first before the last`,
    path: ['to'],
  });

/**
 * Students over HTTP. Answers are the types the queries name.
 *
 * - `GET /students?schoolId&text&gradeLevel&after&limit` → `Page<FoundStudent>`
 * - `GET /students/:studentId` → `StudentOverview`
 * - `GET /students/:studentId/attendance?from&to` → `{ days: DayOfRecord[], summary: AttendanceSummary }`
 */
export const peopleRoutes = routes()
  .get('/students', valid('query', SearchStudents), async (c) => {
    const { after, limit, gradeLevel, ...search } = c.req.valid('query');
    const page = { limit, after: after === undefined ? null : decodeCursor(after) };
    return c.json(
      await c.var.inSpace((ctx) => searchStudents(ctx, { ...search, gradeLevel: gradeLevel ?? null, page })),
    );
  })
  .get('/students/:studentId', valid('param', StudentParam), async (c) => {
    const { studentId } = c.req.valid('param');
    return c.json(await c.var.inSpace((ctx) => getStudentOverview(ctx, studentId)));
  })
  .get('/students/:studentId/attendance', valid('param', StudentParam), valid('query', Range), async (c) => {
    const { studentId } = c.req.valid('param');
    const range = c.req.valid('query');
    return c.json(await c.var.inSpace((ctx) => getStudentAttendance(ctx, studentId, range)));
  });
