import { desc, eq, sql } from 'drizzle-orm';
import { record } from '../activity/service.ts';
import type { Database, Tx } from '../db/client.ts';
import { type SandboxState, sandboxes, templates } from '../db/spaces/schema.ts';
import type { Day } from '../shared/days.ts';
import { dateBackwards, dateOutsideYear, noSchool, nothingToUndo, undoTooOld } from './errors.ts';
import { abandon, newLayer } from './layers.ts';
import { type Persona, type Player, personToPlay } from './personas.ts';
import { dateMove, undoUntil } from './rules.ts';
import {
  type Asker,
  type ControlCtx,
  ensureCurrent,
  findStanding,
  type Standing,
  spaceOf,
  stateOf,
} from './standing.ts';

type Template = typeof templates.$inferSelect;

/** What a reset begins with: the newest edition of the school and the person to play in it. */
export type Beginning = { template: Template; persona: Persona };

/**
 * The beginning for someone: in the newest edition of the school they practice on; before the first start, of any
 * school. Read outside of the controls' transaction, for it reads the school. Throws sandbox/no-school.
 */
export async function beginningFor(db: Database, player: Player): Promise<Beginning> {
  const own = db.live
    .select({ key: templates.school_key })
    .from(sandboxes)
    .innerJoin(templates, eq(templates.space, sandboxes.template))
    .where(eq(sandboxes.account_id, player.accountId));
  const [template] = await db.live
    .select()
    .from(templates)
    .where(sql`${templates.school_key} = coalesce(${own}, ${templates.school_key})`)
    .orderBy(desc(templates.published_at), desc(templates.space))
    .limit(1);
  if (!template) throw noSchool();
  return { template, persona: await personToPlay(db, template.space, player) };
}

/**
 * The account's sandbox, begun when it has none: one row, and none of the school's. Two requests at once begin one.
 * Throws sandbox/no-school.
 */
export async function ensureSandbox(db: Database, player: Player, { actor, now }: Asker): Promise<Standing> {
  const found = await findStanding(db.live, player.accountId);
  if (found) return found;
  const beginning = await beginningFor(db, player);
  return db.live.transaction(async (tx) => {
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended('account of sandbox', ${player.accountId}))`,
    );
    return (await findStanding(tx, player.accountId)) ?? begin(tx, beginning, { actor, now });
  });
}

/** Gives the sandbox a fresh school, as on its first day; what was there can be got back by `undoReset`. */
export async function reset(
  ctx: ControlCtx,
  { generation, beginning }: { generation: number; beginning: Beginning },
): Promise<Standing> {
  ensureCurrent(ctx, generation);
  const { template, persona } = beginning;
  const layer = await newLayer(ctx.tx);
  const state = { template: template.space, layer, today: template.today, ...persona };
  const standing = await moveTo(ctx, state);
  await record(ctx, { verb: 'sandbox.reset', subject: { type: 'sandbox', id: standing.id } });
  return standing;
}

/**
 * Goes back to the state before the last reset or restored checkpoint, its date and persona included. Throws
 * sandbox/nothing-to-undo, and sandbox/undo-too-old after `UNDO_DAYS` days.
 */
export async function undoReset(ctx: ControlCtx, { generation }: { generation: number }): Promise<Standing> {
  const { standing } = ctx;
  ensureCurrent(ctx, generation);
  if (!standing.previous || !standing.reset_at) throw nothingToUndo();
  const until = undoUntil(standing.reset_at);
  if (ctx.now > until) throw undoTooOld({ until });
  await abandon(ctx.tx, ctx.now, standing.layer);
  const undone = await put(ctx, { ...columnsOf(standing.previous), previous: null, reset_at: null });
  await record(ctx, { verb: 'sandbox.reset-undone', subject: { type: 'sandbox', id: standing.id } });
  return undone;
}

/**
 * Moves the sandbox's date forward to `to`, within its school year. Throws sandbox/date-backwards and
 * sandbox/date-outside-year; the day that it already is changes nothing.
 */
export async function setDate(
  ctx: ControlCtx,
  { to, year }: { to: Day; year: { startsOn: Day; endsOn: Day } },
): Promise<Standing> {
  const from = ctx.standing.today;
  const move = dateMove(from, to, year);
  if (move === 'outside-year') throw dateOutsideYear({ to, from: year.startsOn, until: year.endsOn });
  if (move === 'backwards') throw dateBackwards({ today: from, to });
  if (move === 'same') return ctx.standing;
  const standing = await put(ctx, { today: to });
  await record(ctx, {
    verb: 'sandbox.date-moved',
    subject: { type: 'sandbox', id: standing.id },
    facts: { from, to },
  });
  return standing;
}

/** Acts as another person of the school from now on. That they are there is for the caller to have found out. */
export async function setPersona(ctx: ControlCtx, persona: Persona): Promise<Standing> {
  const standing = await put(ctx, { persona_kind: persona.personaKind, persona_id: persona.personaId });
  await record(ctx, {
    verb: 'sandbox.persona-taken',
    subject: { type: persona.personaKind, id: persona.personaId },
  });
  return standing;
}

/** Points the sandbox at another state and keeps the present one for an undo; the one kept before is given up. */
export async function moveTo(ctx: ControlCtx, state: SandboxState): Promise<Standing> {
  await abandon(ctx.tx, ctx.now, ctx.standing.previous?.layer);
  return put(ctx, { ...columnsOf(state), previous: stateOf(ctx.standing), reset_at: ctx.now });
}

async function begin(tx: Tx, { template, persona }: Beginning, { actor, now }: Asker): Promise<Standing> {
  const layer = await newLayer(tx);
  const columns = columnsOf({ template: template.space, layer, today: template.today, ...persona });
  const [standing] = await tx
    .insert(sandboxes)
    .values({ ...columns, account_id: actor.accountId, created_at: now, last_used_at: now })
    .returning();
  const ctx = { tx, actor, now, today: standing!.today, space: spaceOf(standing!) };
  await record(ctx, { verb: 'sandbox.started', subject: { type: 'sandbox', id: standing!.id } });
  return standing!;
}

type Columns = Partial<typeof sandboxes.$inferInsert>;

function columnsOf({ template, layer, today, personaKind, personaId }: SandboxState) {
  return { template, layer, today, persona_kind: personaKind, persona_id: personaId };
}

/** Changes the standing; a move to another layer counts as a new generation. */
async function put({ tx, standing, now }: ControlCtx, columns: Columns): Promise<Standing> {
  const generation = standing.generation + (columns.layer === undefined ? 0 : 1);
  const [changed] = await tx
    .update(sandboxes)
    .set({ ...columns, generation, last_used_at: now })
    .where(eq(sandboxes.id, standing.id))
    .returning();
  return changed!;
}
