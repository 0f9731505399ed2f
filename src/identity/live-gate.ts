import { createMiddleware } from 'hono/factory';
import type { Env } from '../http/env.ts';
import { shell } from '../http/shell.ts';
import type { Account } from '../shared/context.ts';
import { liveClosed } from './errors.ts';

/** What the page that stands where live work will be says. `opens` is the day, once it is decided. */
export type LiveClosed = { schoolName: string; opens: string | null };

/**
 * Keeps the live space closed to everyone but the district's administrators, until the school's wave opens it.
 * `closedTo` gives what to say, or null when live work is open to the account. Pages say so; calls of the API
 * throw identity/live-closed.
 */
export function liveGate(closedTo: (account: Account) => Promise<LiveClosed | null>) {
  return createMiddleware<Env>(async (c, next) => {
    const account = c.var.signedIn?.account;
    if (!account || isAdministrator(account)) return next();
    const closed = await closedTo(account);
    if (!closed) return next();
    if (c.req.path.startsWith('/live/api/')) throw liveClosed(closed);
    return shell(c, {
      page: 'teacher/live-closed',
      title: 'Live work is not open yet',
      frame: null,
      data: closed,
      status: 403,
    });
  });
}

function isAdministrator(account: Account): boolean {
  return account.roles.some(({ role }) => role === 'administrator');
}
