import { eq } from 'drizzle-orm';
import type { Ctx } from '../../db/ctx.ts';
import { notFound } from '../../shared/errors.ts';
import { schools } from './schema.ts';

export type School = typeof schools.$inferSelect;

/** A school with the rules it has set for its day. Throws `shared/not-found`. */
export async function getSchool(ctx: Ctx, schoolId: number): Promise<School> {
  const [school] = await ctx.tx.select().from(schools).where(eq(schools.id, schoolId));
  if (!school) throw notFound('school', schoolId);
  return school;
}

/** Every school of the space, by name. */
export async function listSchools(ctx: Ctx): Promise<School[]> {
  return ctx.tx.select().from(schools).orderBy(schools.name);
}
