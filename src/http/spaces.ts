import { createMiddleware } from 'hono/factory';
import type { Database, Tx } from '../db/client.ts';
import { inLive, inSandbox } from '../db/spaces/spaces.ts';
import type { Account, Actor, Grant, Space } from '../shared/context.ts';
import { DomainError, notFound } from '../shared/errors.ts';
import { lostToAnother } from './database-errors.ts';
import type { Env, InSpace, SpaceCtx } from './env.ts';

type PersonKind = 'staff' | 'guardian' | 'student';

/** What the product tells this level, which knows no school: who people are, and which sandbox is whose. */
export type SpaceOptions = {
  db: Database;
  /** A person as someone who acts, on a day of the space that `tx` is in. */
  loadActor: (tx: Tx, kind: PersonKind, personId: number, day: string) => Promise<Omit<Actor, 'accountId'>>;
  /** The account's sandbox, begun on the first visit. */
  sandboxIdOf: (account: Account, now: Date) => Promise<number>;
  /** The day it is for the district. */
  liveDay: (now: Date) => string;
};

const TRIES = 3;

/**
 * Puts `c.var.space` and `c.var.inSpace` for everything under one space. `inSpace` opens the transaction where the
 * handler calls it, not around the handler: Hono turns what a handler throws into an answer, and a transaction
 * around it would commit. GET and HEAD can not write. A transaction that lost against another one (deadlock,
 * serialization) is run again, twice at most: what verbs do, they do in the transaction alone.
 */
export function inSpaceOf(kind: Space['kind'], options: SpaceOptions) {
  return createMiddleware<Env>(async (c, next) => {
    const { signedIn, now, requestId } = c.var;
    const write = c.req.method !== 'GET' && c.req.method !== 'HEAD';
    const scope = c.req.header('rehearsal-scope');
    const inSpace: InSpace = async (verb) => {
      if (!signedIn) throw new DomainError('identity/not-signed-in', 'unauthenticated');
      const visit = { account: signedIn.account, now, requestId, write };
      const checked: typeof verb = (ctx) => {
        ensureSameScope(ctx, scope);
        return verb(ctx);
      };
      return tried(() =>
        kind === 'live' ? openLive(options, visit, checked) : openSandbox(options, visit, checked),
      );
    };
    c.set('space', kind);
    c.set('inSpace', inSpace);
    await next();
  });
}

type Visit = { account: Account; now: Date; requestId: string; write: boolean };

async function openSandbox<T>(
  options: SpaceOptions,
  visit: Visit,
  verb: (ctx: SpaceCtx) => Promise<T>,
): Promise<T> {
  const { account, now, requestId, write } = visit;
  const sandboxId = await options.sandboxIdOf(account, now);
  const found = await inSandbox(options.db, { sandboxId, write }, async (tx, entered) => {
    if (entered.accountId !== account.id) throw notFound('sandbox');
    const { template, layer, today, personaKind, personaId } = entered;
    const person = await options.loadActor(tx, personaKind, personaId, today);
    const result = await verb({
      tx,
      actor: { accountId: account.id, ...person },
      space: { kind: 'sandbox', sandboxId, template, layer },
      today,
      now,
      requestId,
      account,
      scope: `${account.id}.sandbox.${layer}`,
      personKind: personaKind,
    });
    return { result };
  });
  if (!found) throw notFound('sandbox');
  return found.result;
}

async function openLive<T>(
  options: SpaceOptions,
  visit: Visit,
  verb: (ctx: SpaceCtx) => Promise<T>,
): Promise<T> {
  const { account, now, requestId, write } = visit;
  const today = options.liveDay(now);
  return inLive(options.db, { write }, async (tx) => {
    const person = account.person
      ? await options.loadActor(tx, account.person.kind, account.person.id, today)
      : { personId: null, personName: account.name, grants: [], sectionIds: [], studentIds: [] };
    return verb({
      tx,
      actor: { accountId: account.id, ...person, grants: [...person.grants, ...districtGrants(account)] },
      space: { kind: 'live' },
      today,
      now,
      requestId,
      account,
      scope: `${account.id}.live`,
      personKind: account.person?.kind ?? null,
    });
  });
}

/** An administrator of the district has no school of their own; their grant holds in every one. */
function districtGrants(account: Account): Grant[] {
  return account.roles
    .filter(({ role, schoolCode }) => role === 'administrator' && schoolCode === null)
    .map(({ role }) => ({ role, schoolId: 0 }));
}

/** Refuses a call from a page that a reset, a restore or another sign-in has left behind. */
function ensureSameScope(ctx: SpaceCtx, scope: string | undefined): void {
  if (scope !== undefined && scope !== ctx.scope) throw new DomainError('sandbox/moved-on', 'conflict');
}

async function tried<T>(open: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await open();
    } catch (error) {
      if (attempt === TRIES || !lostToAnother(error)) throw error;
    }
  }
}
