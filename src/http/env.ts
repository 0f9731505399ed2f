import { Hono } from 'hono';
import type { Logger } from 'pino';
import type { Ctx } from '../db/ctx.ts';
import type { Account, Space } from '../shared/context.ts';
import type { ClientBuild } from './build.ts';

/** A context of a request: beside what every verb takes, whose request it is and which page state it belongs to. */
export type SpaceCtx = Ctx & {
  requestId: string;
  account: Account;
  /** Names account, space and layer; pages carry it as `saveScope` and send it back with every call. */
  scope: string;
  /** Who the actor is among the people of the space; null for an account without a record in it. */
  personKind: 'staff' | 'guardian' | 'student' | null;
};

/** Runs a verb or query in the request's space, in one transaction, and gives what it gives. */
export type InSpace = <T>(verb: (ctx: SpaceCtx) => Promise<T>) => Promise<T>;

export type SignedIn = { account: Account; sessionId: number };

/** What every handler finds in `c.var`. `space` and `inSpace` are there under /live and /sandbox only. */
export type Env = {
  Variables: {
    requestId: string;
    log: Logger;
    now: Date;
    build: ClientBuild;
    /** What was answered instead of success; for the log. */
    problem: { code: string; thrown: unknown } | undefined;
    signedIn: SignedIn | null;
    space: Space['kind'];
    inSpace: InSpace;
  };
};

/** An empty router of ours; an area's routes are chained onto it, so that their types reach the browser. */
export function routes(): Hono<Env> {
  return new Hono<Env>();
}
