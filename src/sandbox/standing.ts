import { eq, sql } from 'drizzle-orm';
import type { Database, Db, Tx } from '../db/client.ts';
import type { Ctx } from '../db/ctx.ts';
import { type SandboxState, sandboxes } from '../db/spaces/schema.ts';
import type { Account, Actor, Space } from '../shared/context.ts';
import { notFound } from '../shared/errors.ts';
import { movedOn } from './errors.ts';

/** Where a person's sandbox stands, apart from its rows. */
export type Standing = typeof sandboxes.$inferSelect;

/**
 * The first argument of every verb of the sandbox controls: a `Ctx` whose transaction is of the product's own
 * tables (the live role's), which holds the sandbox's lock when it writes, and the standing that it found.
 */
export type ControlCtx = Ctx & {
  space: Extract<Space, { kind: 'sandbox' }>;
  standing: Standing;
  /** Of the request that is answered, for the log. */
  requestId?: string;
};

/** Who asks for their sandbox's controls, and when. */
export type Asker = { actor: Actor; now: Date };

/**
 * Runs `work` on the standing of the asker's sandbox. Writers wait for all others of the same sandbox, attendance
 * being taken in another tab included. Throws shared/not-found when the account has no sandbox yet.
 */
export async function atControls<T>(
  db: Database,
  { actor, now }: Asker,
  { write }: { write: boolean },
  work: (ctx: ControlCtx) => Promise<T>,
): Promise<T> {
  return db.live.transaction(
    async (tx) => {
      if (write) await waitForOthers(tx, actor.accountId);
      const standing = await findStanding(tx, actor.accountId);
      if (!standing) throw notFound('sandbox');
      return work({ tx, actor, now, today: standing.today, space: spaceOf(standing), standing });
    },
    { accessMode: write ? 'read write' : 'read only' },
  );
}

/** The account's sandbox; undefined before the first start. */
export async function findStanding(tx: Tx | Db, accountId: number): Promise<Standing | undefined> {
  const [standing] = await tx.select().from(sandboxes).where(eq(sandboxes.account_id, accountId));
  return standing;
}

/** The account itself as who acts: the controls are nobody's in the school. */
export function actorOf(account: Account): Actor {
  const { id, name } = account;
  return { accountId: id, personId: null, personName: name, grants: [], sectionIds: [], studentIds: [] };
}

/** What an undo or a checkpoint comes back to. */
export function stateOf({ template, layer, today, persona_kind, persona_id }: Standing): SandboxState {
  return { template, layer, today, personaKind: persona_kind, personaId: persona_id };
}

/** Throws sandbox/moved-on when the page that asks was made before the last reset, restore or undo. */
export function ensureCurrent({ standing }: ControlCtx, generation: number): void {
  if (standing.generation !== generation) throw movedOn({ generation: standing.generation });
}

/** The space whose rows the standing says are shown. */
export function spaceOf({ id, template, layer }: Standing): ControlCtx['space'] {
  return { kind: 'sandbox', sandboxId: id, template, layer };
}

/** The lock that `app.enter` takes for a write. */
async function waitForOthers(tx: Tx, accountId: number): Promise<void> {
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended('sandbox', s.id))
    from ${sandboxes} s
    where s.account_id = ${accountId}`);
}
