import { z } from 'zod';
import { isDay } from '../shared/days.ts';
import { type Cursor, DEFAULT_PAGE, decodeCursor, LARGEST_PAGE } from '../shared/paging.ts';

const Day = z.string().refine(isDay, 'Not a day');
const Id = z.coerce.number().int().positive();
const PersonaKind = z.enum(['staff', 'guardian', 'student']);

const page = (keys: number) => ({
  after: z
    .string()
    .transform((text, refused) => cursorOf(text, keys, refused))
    .optional(),
  limit: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(DEFAULT_PAGE),
});

/** The generation that the page saw: a reset that another tab made in between refuses this one. */
export const Seen = z.object({ generation: z.number().int() });
export const SeenQuery = z.object({ generation: z.coerce.number().int() });
export const MakeCheckpoint = z.object({ name: z.string().trim().min(1).max(80) });
export const CheckpointId = z.object({ id: Id });
export const SetDate = z.object({ date: Day });
export const SetPersona = z.object({ kind: PersonaKind, id: z.number().int().positive() });
export const ListPersonas = z.object({
  search: z.string().trim().max(100).optional(),
  kind: PersonaKind.optional(),
  ...page(3),
});
export const ListChanges = z.object({
  by: z.enum(['area', 'day', 'student', 'class']).default('area'),
  area: z
    .enum(['schools', 'calendar', 'people', 'enrollment', 'scheduling', 'attendance', 'gradebook'])
    .optional(),
  day: Day.optional(),
  studentId: Id.optional(),
  sectionId: Id.optional(),
  ...page(6),
});
export const ScenarioKey = z.object({ key: z.string().max(100) });

function cursorOf(text: string, keys: number, refused: z.RefinementCtx): Cursor {
  const cursor = decodeCursor(text);
  if (cursor?.length === keys && typeof cursor.at(-1) === 'number') return cursor;
  refused.addIssue({ code: 'custom', message: 'Not a cursor of this list' });
  return z.NEVER;
}
