import { gunzipSync } from 'node:zlib';
import pino from 'pino';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { assetRoutes } from '../../src/http/assets.ts';
import { type ClientBuild, noBuild } from '../../src/http/build.ts';
import { delivered } from '../../src/http/delivery.ts';
import { routes } from '../../src/http/env.ts';
import { bodyWithin, contentSecurityPolicy, ownOriginWrites, safeHeaders } from '../../src/http/guard.ts';
import { answerNotFound, answerProblem } from '../../src/http/problem.ts';
import { received } from '../../src/http/request.ts';
import { shell } from '../../src/http/shell.ts';
import { valid } from '../../src/http/valid.ts';
import { DomainError } from '../../src/shared/errors.ts';

const script = new TextEncoder().encode(`// ${'a long script '.repeat(200)}`);
const build: ClientBuild = {
  ...noBuild,
  assets: new Map([['/assets/today-abc.js', { type: 'text/javascript; charset=utf-8', bytes: script }]]),
};

const logged: Record<string, unknown>[] = [];
const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line)) });

function refused(error: Error): never {
  throw error;
}

const app = routes();
app.onError(answerProblem);
app.notFound(answerNotFound);
app.use(
  received({ log, build, clock: () => new Date('2026-01-05T15:00:00Z') }),
  safeHeaders({ secure: false }),
);
app.route('/', assetRoutes());
app.use(delivered, ownOriginWrites({ origin: undefined }), bodyWithin(1000));
app
  .get('/api/now', (c) => c.json({ now: c.var.now }))
  .get('/api/long', (c) => c.json({ words: 'again and '.repeat(500) }))
  .get('/api/refused', () =>
    refused(new DomainError('attendance/window-closed', 'conflict', { day: '2026-01-05' })),
  )
  .get('/api/patience', () =>
    refused(new DomainError('identity/too-many-attempts', 'too-many', { retryAfter: 61 })),
  )
  .get('/api/defect', () => refused(new TypeError('secret of the driver: select * from accounts')))
  .get('/api/database', () =>
    refused(
      new Error('Failed query: select 1', {
        cause: Object.assign(new Error('terminating connection'), { code: '57P01' }),
      }),
    ),
  )
  .get('/api/collision', () =>
    refused(
      new Error('Failed query', { cause: Object.assign(new Error('duplicate key'), { code: '23505' }) }),
    ),
  )
  .get('/page/defect', () => refused(new Error('secret')))
  .get('/page/private', () => refused(new DomainError('identity/not-signed-in', 'unauthenticated')))
  .get('/page/today', (c) =>
    shell(c, {
      page: 'teacher/today',
      title: 'Today',
      frame: { space: 'sandbox' },
      data: { name: '</script><b>&' },
    }),
  )
  .put(
    '/api/marks/:day',
    valid('param', z.object({ day: z.iso.date() })),
    valid('json', z.object({ marks: z.array(z.object({ 'a/b': z.number() })) })),
    (c) => c.json(c.req.valid('json')),
  );

const page = { accept: 'text/html,*/*' };
const put = (body: string, headers: Record<string, string> = {}, day = '2026-01-05') =>
  app.request(`/api/marks/${day}`, {
    method: 'PUT',
    body,
    headers: { 'content-type': 'application/json', host: 'localhost', ...headers },
  });
const problemOf = async (answered: Response | Promise<Response>) => {
  const answer = await answered;
  return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.json() };
};

test('a refusal is a problem with its code and facts, and the id that the log has too', async () => {
  const answer = await app.request('/api/refused');
  expect(await problemOf(answer)).toEqual({
    status: 409,
    type: 'application/problem+json',
    body: {
      type: '/problems/attendance/window-closed',
      title: 'attendance/window-closed',
      status: 409,
      code: 'attendance/window-closed',
      facts: { day: '2026-01-05' },
      requestId: answer.headers.get('x-request-id'),
    },
  });
  expect(logged.at(-1)).toMatchObject({
    level: 30,
    requestId: answer.headers.get('x-request-id'),
    path: '/api/refused',
    status: 409,
    code: 'attendance/window-closed',
  });
});

test('a defect answers a bare 500, and the log has it whole', async () => {
  const { status, body } = await problemOf(app.request('/api/defect'));
  expect(status).toBe(500);
  expect(body).toMatchObject({ code: 'http/broken', facts: {} });
  expect(JSON.stringify(body)).not.toContain('secret');
  expect(logged.at(-1)).toMatchObject({
    level: 50,
    err: { message: 'secret of the driver: select * from accounts' },
  });
});

test('a database that went away is a passing trouble, and says when to come back', async () => {
  const answer = await app.request('/api/database');
  expect(answer.headers.get('retry-after')).toBe('5');
  expect(await problemOf(answer)).toMatchObject({ status: 503, body: { code: 'http/database-unavailable' } });
});

test('two who insert the same at once: one is told of a conflict', async () => {
  expect(await problemOf(app.request('/api/collision'))).toMatchObject({
    status: 409,
    body: { code: 'http/collided', facts: {} },
  });
});

test('whoever shall be patient is told how long', async () => {
  const answer = await app.request('/api/patience');
  expect(answer.status).toBe(429);
  expect(answer.headers.get('retry-after')).toBe('61');
});

test('a person who asked for a page gets a page: to sign in, or with what went wrong and nothing more', async () => {
  const signIn = await app.request('/page/private?week=2', { headers: page });
  expect(signIn.status).toBe(303);
  expect(signIn.headers.get('location')).toBe('/sign-in?next=%2Fpage%2Fprivate%3Fweek%3D2');

  const broken = await app.request('/page/defect', {
    headers: { ...page, 'accept-language': 'es-MX,es;q=0.9' },
  });
  const text = await broken.text();
  expect(broken.status).toBe(500);
  expect(text).toContain('<html lang="es">');
  expect(text).toContain(broken.headers.get('x-request-id'));
  expect(text).not.toContain('secret');

  const missing = await app.request('/page/nowhere', { headers: page });
  expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8']);
});

test('every refused value is named by where it stood', async () => {
  expect(await problemOf(put('{"marks":[{"a/b":1},{"a/b":"x"}]}'))).toMatchObject({
    status: 422,
    body: { code: 'http/invalid', errors: [{ pointer: '/marks/1/a~1b', detail: expect.any(String) }] },
  });
  expect(await problemOf(put('{"marks":[]}', {}, 'monday'))).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/day' }] },
  });
  expect(await problemOf(put('{"marks":'))).toMatchObject({ status: 400, body: { code: 'http/malformed' } });
});

test('text that another site can post without asking is no JSON', async () => {
  expect((await put('{"marks":[]}', { 'content-type': 'text/plain' })).status).toBe(422);
});

test('bodies have a limit, announced or not', async () => {
  const large = JSON.stringify({ marks: Array.from({ length: 200 }, () => ({ 'a/b': 1 })) });
  expect(await problemOf(put(large, { 'content-length': String(large.length) }))).toMatchObject({
    status: 413,
    body: { code: 'http/too-large', facts: { limit: 1000 } },
  });
  expect((await put(large)).status).toBe(413);
});

test.for([
  [{}, 200],
  [{ origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }, 200],
  [{ origin: 'http://evil.example' }, 403],
  [{ origin: 'null' }, 403],
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ 'sec-fetch-site': 'same-site', origin: 'http://localhost' }, 403],
] as [Record<string, string>, number][])('a write with %j answers %i', async ([headers, status]) => {
  expect((await put('{"marks":[]}', headers)).status).toBe(status);
});

test('every kind of answer carries the policy', async () => {
  for (const path of [
    '/api/now',
    '/api/defect',
    '/page/today',
    '/page/defect',
    '/assets/today-abc.js',
    '/nowhere',
  ]) {
    const answer = await app.request(path, { headers: page });
    expect([path, answer.headers.get('content-security-policy')]).toEqual([path, contentSecurityPolicy]);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  }
  expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/);
});

test('an answer that the reader has already is not sent again', async () => {
  const first = await app.request('/api/now');
  const tag = first.headers.get('etag') ?? '';
  expect(first.headers.get('cache-control')).toBe('private, no-cache');

  const again = await app.request('/api/now', { headers: { 'if-none-match': tag } });
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
  expect((await app.request('/api/now', { headers: { 'if-none-match': 'W/"other"' } })).status).toBe(200);
});

test('large answers travel compressed to those who take it', async () => {
  const plain = await (await app.request('/api/long')).text();
  const packed = await app.request('/api/long', { headers: { 'accept-encoding': 'br;q=0, gzip' } });
  const bytes = new Uint8Array(await packed.arrayBuffer());
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(bytes.length).toBeLessThan(plain.length / 5);
  expect(gunzipSync(bytes).toString()).toBe(plain);
});

test('built files are kept by browsers for good; others are not there', async () => {
  const answer = await app.request('/assets/today-abc.js', { headers: { 'accept-encoding': 'gzip' } });
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(gunzipSync(new Uint8Array(await answer.arrayBuffer()))).toEqual(Buffer.from(script));
  expect((await app.request('/assets/../package.json')).status).toBe(404);
});

test('a page has its data in it, which can not end the element it stands in', async () => {
  const answer = await app.request('/page/today', { headers: { cookie: 'lang=es' } });
  const text = await answer.text();
  expect(text).toContain('<html lang="es" data-space="sandbox">');
  expect(text).toContain('<title>Sandbox: Today</title>');
  expect(text).toContain('<r-today-page></r-today-page>');
  expect(text).not.toContain('</script><b>');
  const json = text.match(/id="page-data">(.*)<\/script>/)?.[1] ?? '';
  expect(JSON.parse(json)).toEqual({ frame: { space: 'sandbox' }, data: { name: '</script><b>&' } });
});
