import type { Context } from 'hono';
import { z } from 'zod';
import type { Db } from '../db/client.ts';
import { addressOf } from '../http/address.ts';
import { type Env, routes } from '../http/env.ts';
import { shell } from '../http/shell.ts';
import { valid } from '../http/valid.ts';
import { type CookieOptions, dropToken, keepToken } from './cookie.ts';
import { notSignedIn } from './errors.ts';
import { listDemoPeople, listSessions } from './queries.ts';
import { pageAfterSignIn } from './rules.ts';
import { chooseDemoPerson, revokeSession, revokeSessions, signIn, type Visit } from './service.ts';

/** `demo`: people may choose whom of the demonstration to be. `home`: the page after signing in. */
export type IdentityOptions = CookieOptions & { db: Db; demo: boolean; proxies: number; home: string };

const SignIn = z.union([
  z.object({
    email: z.string().trim().min(1).max(254),
    password: z.string().min(1).max(1024),
    next: z.string().max(2048).optional(),
  }),
  z.object({ accountId: z.int().positive(), next: z.string().max(2048).optional() }),
]);

/** The sign-in page and the sessions: `/sign-in`, `/api/sessions`. */
export function identityRoutes({ db, demo, proxies, home, secure }: IdentityOptions) {
  const visitOf = (c: Context<Env>): Visit => ({
    db,
    now: c.var.now,
    address: addressOf(c, { proxies }),
    agent: c.req.header('user-agent') ?? '',
    requestId: c.var.requestId,
  });
  const signedIn = (c: Context<Env>) => {
    if (!c.var.signedIn) throw notSignedIn();
    return c.var.signedIn;
  };

  return routes()
    .get('/sign-in', valid('query', z.object({ next: z.string().optional() })), async (c) => {
      const next = pageAfterSignIn(c.req.valid('query').next, home);
      if (c.var.signedIn) return c.redirect(next, 303);
      const people = demo ? await listDemoPeople(db) : [];
      return shell(c, {
        page: 'teacher/sign-in',
        title: 'Sign in',
        frame: null,
        data: { demo, people, next },
      });
    })
    .post('/api/sessions', valid('json', SignIn), async (c) => {
      const input = c.req.valid('json');
      const { token, expiresAt, account } =
        'accountId' in input
          ? await chooseDemoPerson(visitOf(c), { accountId: input.accountId, demo })
          : await signIn(visitOf(c), input);
      keepToken(c, token, expiresAt, { secure });
      return c.json({ accountId: account.id, next: pageAfterSignIn(input.next, home) }, 201);
    })
    .get('/api/sessions', async (c) => {
      const { account, sessionId } = signedIn(c);
      const open = await listSessions(db, account.id, c.var.now);
      return c.json(open.map((session) => ({ ...session, current: session.id === sessionId })));
    })
    .delete('/api/sessions', async (c) => {
      const { account, sessionId } = signedIn(c);
      return c.json({ ended: await revokeSessions(visitOf(c), { account, except: sessionId }) });
    })
    .delete('/api/sessions/current', async (c) => {
      if (c.var.signedIn) await revokeSession(visitOf(c), c.var.signedIn);
      dropToken(c, { secure });
      return c.body(null, 204);
    })
    .delete('/api/sessions/:id', valid('param', z.object({ id: z.coerce.number().int() })), async (c) => {
      const { account } = signedIn(c);
      await revokeSession(visitOf(c), { account, sessionId: c.req.valid('param').id });
      return c.body(null, 204);
    });
}
