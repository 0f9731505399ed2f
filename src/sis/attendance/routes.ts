import { z } from 'zod';
import { routes } from '../../http/env.ts';
import { valid } from '../../http/valid.ts';
import { isDay } from '../../shared/days.ts';
import { DEFAULT_PAGE, decodeCursor, LARGEST_PAGE } from '../../shared/paging.ts';
import { overrideDay, overrideMark } from './office/service.ts';
import { openClass } from './opened/service.ts';
import { listOpenRequests } from './requests/queries.ts';
import { decideRequest, requestChange } from './requests/service.ts';
import { LARGEST_ROOM } from './seating/rules.ts';
import { arrangeSeats } from './seating/service.ts';
import { markStudent, takeAttendance } from './service.ts';

const Id = z.coerce.number().int().positive();
const Day = z.string().refine(isDay, 'Not a day');
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'Not a time of day');
const Version = z.number().int().min(0);
const Mark = z.object({
  codeId: z.number().int(),
  arrivalTime: Time.nullish(),
  dismissalTime: Time.nullish(),
  note: z.string().max(500).nullish(),
});

const ClassDay = z.object({ sectionId: Id, day: Day, periodId: Id });
const StudentInClass = ClassDay.extend({ studentId: Id });

const OpenClassQuery = z.object({ day: Day, periodId: Id.optional() });
const TakeAttendance = z.object({
  version: Version,
  marks: z.array(Mark.extend({ studentId: z.number().int() })).max(500),
  post: z.boolean(),
});
const MarkStudent = Mark.extend({ version: Version });
const Override = z.object({ codeId: z.number().int().nullable(), version: Version });
const RequestChange = z.object({ codeId: z.number().int(), reason: z.string().trim().min(1).max(500) });
const OpenRequests = z.object({
  schoolId: Id,
  after: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(DEFAULT_PAGE),
});
const DecideRequest = z.object({ decision: z.enum(['accept', 'refuse']) });
const OverrideDay = Override.extend({ schoolId: z.number().int() });
const Place = z.number().int().min(1).max(LARGEST_ROOM);
const ArrangeSeats = z.object({
  seats: z.array(z.object({ studentId: z.number().int(), row: Place, column: Place })).max(LARGEST_ROOM ** 2),
});

/**
 * Attendance over HTTP. Answers are the types the verbs name.
 *
 * - `GET  /classes/:sectionId?day&periodId` → `OpenedClass`
 * - `PUT  /classes/:sectionId/days/:day/periods/:periodId` ← `{ version, marks, post }` → `TakenClass`
 * - `PUT  …/students/:studentId` ← `{ version, codeId, arrivalTime?, dismissalTime?, note? }` → `TakenClass`
 * - `PUT  …/students/:studentId/override` ← `{ version (of the mark), codeId | null }` → `{ version, days }`
 * - `POST …/students/:studentId/requests` ← `{ codeId, reason }` → 201 `{ requestId }`
 * - `PUT  /days/:day/students/:studentId/override` ← `{ schoolId, version (of the day), codeId | null }` → `{ day }`
 * - `GET  /requests?schoolId&after&limit` → `Page<ChangeRequest>`
 * - `PUT  /requests/:requestId/decision` ← `{ decision }` → `{ state, days }`
 * - `PUT  /classes/:sectionId/seats` ← `{ seats: [{ studentId, row, column }] }` → `{ seats }`
 */
export const attendanceRoutes = routes()
  .get(
    '/classes/:sectionId',
    valid('param', ClassDay.pick({ sectionId: true })),
    valid('query', OpenClassQuery),
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('query') };
      return c.json(await c.var.inSpace((ctx) => openClass(ctx, input)));
    },
  )
  .put(
    '/classes/:sectionId/days/:day/periods/:periodId',
    valid('param', ClassDay),
    valid('json', TakeAttendance),
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') };
      return c.json(await c.var.inSpace((ctx) => takeAttendance(ctx, input)));
    },
  )
  .put(
    '/classes/:sectionId/days/:day/periods/:periodId/students/:studentId',
    valid('param', StudentInClass),
    valid('json', MarkStudent),
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') };
      return c.json(await c.var.inSpace((ctx) => markStudent(ctx, input)));
    },
  )
  .put(
    '/classes/:sectionId/days/:day/periods/:periodId/students/:studentId/override',
    valid('param', StudentInClass),
    valid('json', Override),
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') };
      return c.json(await c.var.inSpace((ctx) => overrideMark(ctx, input)));
    },
  )
  .post(
    '/classes/:sectionId/days/:day/periods/:periodId/students/:studentId/requests',
    valid('param', StudentInClass),
    valid('json', RequestChange),
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') };
      return c.json(await c.var.inSpace((ctx) => requestChange(ctx, input)), 201);
    },
  )
  .put(
    '/days/:day/students/:studentId/override',
    valid('param', z.object({ day: Day, studentId: Id })),
    valid('json', OverrideDay),
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') };
      return c.json({ day: await c.var.inSpace((ctx) => overrideDay(ctx, input)) });
    },
  )
  .get('/requests', valid('query', OpenRequests), async (c) => {
    const { schoolId, after, limit } = c.req.valid('query');
    const page = { limit, after: after === undefined ? null : decodeCursor(after) };
    return c.json(await c.var.inSpace((ctx) => listOpenRequests(ctx, schoolId, page)));
  })
  .put(
    '/requests/:requestId/decision',
    valid('param', z.object({ requestId: Id })),
    valid('json', DecideRequest),
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') };
      return c.json(await c.var.inSpace((ctx) => decideRequest(ctx, input)));
    },
  )
  .put(
    '/classes/:sectionId/seats',
    valid('param', ClassDay.pick({ sectionId: true })),
    valid('json', ArrangeSeats),
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') };
      return c.json(await c.var.inSpace((ctx) => arrangeSeats(ctx, input)));
    },
  );
