import type { Hono } from 'hono';
import { pino } from 'pino';
import { noBuild } from '../../src/http/build.ts';
import { type Env, routes } from '../../src/http/env.ts';
import { answerProblem } from '../../src/http/problem.ts';
import { received } from '../../src/http/request.ts';
import type { Account } from '../../src/shared/context.ts';
import { cast } from './cast.ts';
import type { TestSpace } from './spaces.ts';

/** Asks a router as one of the cast, in the space of the test; what a request does is taken back. */
export function answering(space: TestSpace, who: keyof typeof cast.actors, router: Hono<Env>) {
  const actor = cast.actors[who];
  const account = { id: actor.accountId, name: actor.personName } as Account;
  const app = routes();
  app.onError(answerProblem);
  app.use(received({ log: pino({ level: 'silent' }), build: noBuild, clock: () => cast.now }));
  app.use(async (c, next) => {
    c.set('space', space.kind);
    c.set('inSpace', (verb) =>
      space.trying((tx, place) =>
        verb({
          tx,
          actor,
          space: place,
          today: cast.today,
          now: cast.now,
          requestId: c.var.requestId,
          account,
          scope: '',
          personKind: 'staff',
        }),
      ),
    );
    await next();
  });
  app.route('/api', router);
  return async (method: string, path: string, body?: unknown) => {
    const answer = await app.request(`/api${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const given = answer.status === 204 ? null : await answer.json();
    return { status: answer.status, type: answer.headers.get('content-type'), body: given };
  };
}
