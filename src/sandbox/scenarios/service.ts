import { and, asc, eq } from 'drizzle-orm';
import { record } from '../../activity/service.ts';
import { scenarios } from '../../db/spaces/schema.ts';
import type { Day } from '../../shared/days.ts';
import { notFound } from '../../shared/errors.ts';
import { scenarioKeyTaken, scenarioOfOtherSchool } from '../errors.ts';
import { copyOfLayer } from '../layers.ts';
import { moveTo } from '../service.ts';
import { type ControlCtx, ensureCurrent, type Standing, stateOf } from '../standing.ts';

/** A prepared state of the school: its key, its name and the date in it. */
export type Scenario = { key: string; name: string; date: Day };

/** The scenarios prepared for this sandbox's edition of the school, by name. */
export async function listScenarios({ tx, standing }: ControlCtx): Promise<Scenario[]> {
  return tx
    .select({ key: scenarios.key, name: scenarios.name, date: scenarios.today })
    .from(scenarios)
    .where(eq(scenarios.template, standing.template))
    .orderBy(asc(scenarios.name), asc(scenarios.key));
}

/**
 * Freezes the present state of the sandbox as a scenario for everyone whose school is of the same edition. Throws
 * sandbox/scenario-key-taken.
 */
export async function freezeScenario(
  ctx: ControlCtx,
  { key, name }: { key: string; name: string },
): Promise<Scenario> {
  const { tx, standing } = ctx;
  if (await findScenario(ctx, key)) throw scenarioKeyTaken({ key });
  const layer = await copyOfLayer(tx, standing.layer);
  const values = {
    key,
    name,
    template: standing.template,
    layer,
    today: standing.today,
    created_at: ctx.now,
  };
  const [made] = await tx.insert(scenarios).values(values).returning();
  await record(ctx, { verb: 'sandbox.scenario-frozen', subject: { type: 'scenario', id: made!.id } });
  return { key, name, date: made!.today };
}

/**
 * Puts the sandbox into a scenario's state; the persona stays, and the state before can be got back by `undoReset`.
 * Throws sandbox/moved-on, shared/not-found, and sandbox/scenario-of-other-school when the sandbox has an older or
 * another school than the one it was prepared for.
 */
export async function copyScenario(
  ctx: ControlCtx,
  { key, generation }: { key: string; generation: number },
): Promise<Standing> {
  ensureCurrent(ctx, generation);
  const scenario = await findScenario(ctx, key);
  if (!scenario) {
    const [elsewhere] = await ctx.tx.select().from(scenarios).where(eq(scenarios.key, key)).limit(1);
    throw elsewhere ? scenarioOfOtherSchool({ key }) : notFound('scenario', key);
  }
  const layer = await copyOfLayer(ctx.tx, scenario.layer);
  const standing = await moveTo(ctx, { ...stateOf(ctx.standing), layer, today: scenario.today });
  await record(ctx, { verb: 'sandbox.scenario-copied', subject: { type: 'scenario', id: scenario.id } });
  return standing;
}

async function findScenario({ tx, standing }: ControlCtx, key: string) {
  const [found] = await tx
    .select()
    .from(scenarios)
    .where(and(eq(scenarios.key, key), eq(scenarios.template, standing.template)));
  return found;
}
