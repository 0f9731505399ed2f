import { count, desc, eq, sql } from 'drizzle-orm';
import type { Ctx } from '../db/ctx.ts';
import { checkpoints, templates } from '../db/spaces/schema.ts';
import type { Day } from '../shared/days.ts';
import { notFound } from '../shared/errors.ts';
import type { Persona } from './personas.ts';
import { undoUntil } from './rules.ts';
import type { ControlCtx, Standing } from './standing.ts';

/** The school year that a sandbox's date moves in, both days included. */
export type Year = { startsOn: Day; endsOn: Day };

/** The school that a sandbox shows and the school year of its date. Throws shared/not-found. */
export async function getSchool(ctx: Ctx): Promise<{ name: string; year: Year }> {
  const [school] = await ctx.tx.execute<{ name: string } & Year>(sql`
    select s.name, y.starts_on::text as "startsOn", y.ends_on::text as "endsOn"
    from schools s
    join school_years y on y.school_id = s.id
    order by ${ctx.today} between y.starts_on and y.ends_on desc, y.starts_on desc
    limit 1`);
  if (!school) throw notFound('school');
  const { name, startsOn, endsOn } = school;
  return { name, year: { startsOn, endsOn } };
}

/** A standing as its owner sees it. `generation` goes back with the next reset, undo or restore. */
export type ToldStanding = {
  generation: number;
  date: Day;
  persona: { kind: Persona['personaKind']; id: number };
  /** The last reset, restored checkpoint or scenario that can be undone, and until when. */
  lastResetAt: Date | null;
  undoUntil: Date | null;
};

export function toldStanding({
  generation,
  today,
  persona_kind,
  persona_id,
  previous,
  reset_at,
}: Standing): ToldStanding {
  const undoable = previous === null ? null : reset_at;
  return {
    generation,
    date: today,
    persona: { kind: persona_kind, id: persona_id },
    lastResetAt: undoable,
    undoUntil: undoable && undoUntil(undoable),
  };
}

/** What else the controls show: how many checkpoints there are, and whether a reset would bring a newer school. */
export async function getExtras({
  tx,
  standing,
}: ControlCtx): Promise<{ checkpoints: number; newerSchool: boolean }> {
  const [kept] = await tx
    .select({ count: count() })
    .from(checkpoints)
    .where(eq(checkpoints.sandbox_id, standing.id));
  const key = tx
    .select({ key: templates.school_key })
    .from(templates)
    .where(eq(templates.space, standing.template));
  const [newest] = await tx
    .select({ space: templates.space })
    .from(templates)
    .where(eq(templates.school_key, key))
    .orderBy(desc(templates.published_at), desc(templates.space))
    .limit(1);
  return { checkpoints: kept!.count, newerSchool: newest!.space !== standing.template };
}
