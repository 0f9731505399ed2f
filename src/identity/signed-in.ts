import { createMiddleware } from 'hono/factory';
import type { Db } from '../db/client.ts';
import type { Env } from '../http/env.ts';
import { type CookieOptions, sessionToken } from './cookie.ts';
import { notSignedIn } from './errors.ts';
import { findSession } from './queries.ts';
import { noteSeen } from './service.ts';

/**
 * Finds out who is signed in, by the cookie and the database alone: a session that is revoked ends with the very
 * next request. Puts `c.var.signedIn`; null for nobody.
 */
export function knowSession(db: Db, options: CookieOptions) {
  return createMiddleware<Env>(async (c, next) => {
    const token = sessionToken(c, options);
    const session = token === undefined ? undefined : await findSession(db, token, c.var.now);
    if (session) {
      c.set('signedIn', { account: session.account, sessionId: session.sessionId });
      await noteSeen(db, session, c.var.now);
    }
    await next();
  });
}

/** Lets nobody pass who is not signed in. Throws identity/not-signed-in, which leads a page to the sign-in page. */
export const signedInOnly = createMiddleware<Env>(async (c, next) => {
  if (!c.var.signedIn) throw notSignedIn();
  await next();
});
