import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { Logger } from 'pino';
import type { ClientBuild } from './build.ts';
import type { Env } from './env.ts';

/** What every request starts with. `clock` is the only source of `c.var.now`. */
export type RequestOptions = { log: Logger; build: ClientBuild; clock: () => Date };

/**
 * Gives the request its id (told in x-request-id and in every problem), its moment and its log, and writes one
 * line when it is answered. Addresses are logged without their query, which can hold names.
 */
export function received({ log, build, clock }: RequestOptions) {
  return createMiddleware<Env>(async (c, next) => {
    const started = performance.now();
    const requestId = randomUUID();
    c.set('requestId', requestId);
    c.set('now', clock());
    c.set('build', build);
    c.set('log', log.child({ requestId }));
    c.set('signedIn', null);
    c.header('x-request-id', requestId);
    await next();

    const { status } = c.res;
    const { problem, signedIn } = c.var;
    const line = {
      requestId,
      method: c.req.method,
      path: c.req.path,
      status,
      ms: Math.round((performance.now() - started) * 10) / 10,
      accountId: signedIn?.account.id,
      code: problem?.code,
      err: problem?.thrown,
    };
    if (status >= 500) log.error(line, 'request failed');
    else if (c.req.path.startsWith('/assets/') || c.req.path.startsWith('/health/'))
      log.debug(line, 'request');
    else log.info(line, 'request');
  });
}
