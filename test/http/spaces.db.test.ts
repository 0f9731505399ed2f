import { sql } from 'drizzle-orm';
import pino from 'pino';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/client.ts';
import { noBuild } from '../../src/http/build.ts';
import { routes, type SpaceCtx } from '../../src/http/env.ts';
import { answerProblem } from '../../src/http/problem.ts';
import { received } from '../../src/http/request.ts';
import { inSpaceOf } from '../../src/http/spaces.ts';
import type { Account, Space } from '../../src/shared/context.ts';
import { DomainError } from '../../src/shared/errors.ts';
import { loadActor } from '../../src/sis/people/actors/queries.ts';
import { cast } from '../support/cast.ts';
import { testDatabase } from '../support/database.ts';
import { beginSandbox, fillLive, publishCast } from '../support/spaces.ts';

const okafor = account(1, 51);
const lindqvist = account(2, 52);
const administrator: Account = {
  ...account(3, 0),
  person: null,
  roles: [{ role: 'administrator', schoolCode: null }],
};
const sandboxes = new Map<number, number>();
const seen: SpaceCtx[] = [];
let db: Database;
let tries = 0;

function account(id: number, staffId: number): Account {
  return {
    id,
    email: `${id}@schools.example.org`,
    name: `Account ${id}`,
    staffNumber: null,
    roles: [],
    person: { kind: 'staff', id: staffId },
  };
}

beforeAll(async () => {
  db = await testDatabase();
  await fillLive(db);
  const template = await publishCast(db);
  for (const { id } of [okafor, lindqvist]) sandboxes.set(id, await beginSandbox(db, template, id));
});

const rename = (ctx: SpaceCtx, name: string) =>
  ctx.tx.execute(sql`update schools set name = ${name} where id = ${cast.school}`);
const nameOf = async (ctx: SpaceCtx) =>
  (await ctx.tx.execute<{ name: string }>(sql`select name from schools where id = ${cast.school}`))[0]?.name;

const verbs = routes()
  .get('/name', async (c) => c.json(await c.var.inSpace(nameOf)))
  .get('/who', async (c) =>
    c.json(
      await c.var.inSpace(async (ctx) => {
        seen.push(ctx);
        const { actor, today, scope, personKind, space } = ctx;
        return { actor, today, scope, personKind, space: space.kind };
      }),
    ),
  )
  .get('/rename', async (c) => c.json(await c.var.inSpace((ctx) => rename(ctx, 'by a GET'))))
  .put('/name/:name', async (c) => {
    await c.var.inSpace((ctx) => rename(ctx, c.req.param('name')));
    return c.body(null, 204);
  })
  .put('/refused', async (c) =>
    c.json(
      await c.var.inSpace(async (ctx) => {
        await rename(ctx, 'half done');
        throw new DomainError('schools/refused', 'conflict');
      }),
    ),
  )
  .put('/unlucky/:times', async (c) => {
    tries = 0;
    await c.var.inSpace(async (ctx) => {
      tries++;
      await rename(ctx, `try ${tries}`);
      if (tries <= Number(c.req.param('times')))
        await ctx.tx.execute(sql`do $$ begin raise sqlstate '40P01'; end $$`);
    });
    return c.body(null, 204);
  });

function request(who: Account | null, space: Space['kind'], path: string, init: RequestInit = {}) {
  const app = routes();
  app.onError(answerProblem);
  app.use(received({ log: pino({ level: 'silent' }), build: noBuild, clock: () => cast.now }));
  app.use(async (c, next) => {
    c.set('signedIn', who && { account: who, sessionId: 1 });
    await next();
  });
  app.use(
    inSpaceOf(space, {
      db,
      loadActor,
      sandboxIdOf: async ({ id }) => sandboxes.get(id) ?? 0,
      liveDay: () => cast.today,
    }),
  );
  app.route('/', verbs);
  return app.request(path, init);
}

const put = { method: 'PUT' };
const json = async (answer: Response | Promise<Response>) => (await answer).json();

test('who acts in a sandbox is the persona; in live, the account’s own person', async () => {
  const persona = { personId: cast.staff.okafor, personName: 'Ngozi Okafor', sectionIds: [90, 91] };
  expect(await json(request(lindqvist, 'sandbox', '/who'))).toMatchObject({
    actor: { accountId: lindqvist.id, ...persona },
    today: cast.today,
    personKind: 'staff',
    space: 'sandbox',
  });
  expect(await json(request(lindqvist, 'live', '/who'))).toMatchObject({
    actor: { accountId: lindqvist.id, personName: 'Erik Lindqvist', sectionIds: [92, 93] },
    scope: `${lindqvist.id}.live`,
    space: 'live',
  });
});

test('an administrator without a record in the school acts all the same', async () => {
  expect(await json(request(administrator, 'live', '/who'))).toMatchObject({
    actor: { personId: null, grants: [{ role: 'administrator', schoolId: 0 }] },
  });
});

test.for(['live', 'sandbox'] as const)('in %s a GET can not write', async (space) => {
  expect((await request(okafor, space, '/rename')).status).toBe(500);
  expect(await json(request(okafor, space, '/name'))).not.toBe('by a GET');
});

test.for(['live', 'sandbox'] as const)(
  'in %s a refusal takes back what was done before it',
  async (space) => {
    const answer = await request(okafor, space, '/refused', put);
    expect([answer.status, await answer.json()]).toMatchObject([409, { code: 'schools/refused' }]);
    expect(await json(request(okafor, space, '/name'))).not.toBe('half done');
  },
);

test('what one changes in a sandbox nobody sees elsewhere', async () => {
  await request(okafor, 'sandbox', '/name/Hers', put);
  expect(await json(request(okafor, 'sandbox', '/name'))).toBe('Hers');
  expect(await json(request(lindqvist, 'sandbox', '/name'))).not.toBe('Hers');
  expect(await json(request(okafor, 'live', '/name'))).not.toBe('Hers');
});

test('somebody else’s sandbox is not there', async () => {
  sandboxes.set(9, sandboxes.get(okafor.id)!);
  expect((await request({ ...okafor, id: 9 }, 'sandbox', '/name')).status).toBe(404);
  expect((await request({ ...okafor, id: 10 }, 'sandbox', '/name')).status).toBe(404);
});

test('who lost against another transaction is tried again, three times in all', async () => {
  expect((await request(okafor, 'sandbox', '/unlucky/2', put)).status).toBe(204);
  expect(await json(request(okafor, 'sandbox', '/name'))).toBe('try 3');

  const answer = await request(okafor, 'sandbox', '/unlucky/3', put);
  expect([answer.status, await answer.json(), tries]).toMatchObject([503, { code: 'http/busy' }, 3]);
});

test('a page that a reset has left behind is told so, before anything is done', async () => {
  const { scope } = await json(request(okafor, 'sandbox', '/who'));
  const from = (page: string) => ({ ...put, headers: { 'rehearsal-scope': page } });
  expect((await request(okafor, 'sandbox', '/name/Kept', from(scope))).status).toBe(204);

  const { layer } = seen.at(-1)!.space as { layer: number };
  const behind = await request(okafor, 'sandbox', '/name/Lost', from(`${okafor.id}.sandbox.${layer - 1}`));
  expect([behind.status, await behind.json()]).toMatchObject([409, { code: 'sandbox/moved-on' }]);
  expect(await json(request(okafor, 'sandbox', '/name'))).toBe('Kept');
});

test('nobody gets in without a session', async () => {
  expect((await request(null, 'live', '/name')).status).toBe(401);
});
