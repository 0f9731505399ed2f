import pino from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { type AppOptions, createApp } from '../../src/app.ts';
import type { Database } from '../../src/db/client.ts';
import { noBuild } from '../../src/http/build.ts';
import { createAccounts } from '../../src/identity/service.ts';
import { cast } from '../support/cast.ts';
import { testDatabase } from '../support/database.ts';
import { fillLive, publishCast } from '../support/spaces.ts';

const okafor = { email: 'n.okafor@schools.example.org', password: 'biology is fun' };
const whitlock = { email: 'r.whitlock@schools.example.org', password: 'all the schools' };
const page = { accept: 'text/html' };
let db: Database;

beforeAll(async () => {
  db = await testDatabase();
  await fillLive(db);
  await publishCast(db);
  await createAccounts(db.live, [
    {
      ...okafor,
      name: 'Ngozi Okafor',
      staffNumber: null,
      roles: [{ role: 'teacher', schoolCode: null }],
      person: { kind: 'staff', id: cast.staff.okafor },
      demoNote: 'Teacher, Biology',
    },
    {
      ...whitlock,
      name: 'Rowan Whitlock',
      staffNumber: null,
      roles: [{ role: 'administrator', schoolCode: null }],
      person: null,
    },
  ]);
});

const appWith = (more: Partial<AppOptions> = {}) =>
  createApp({
    db,
    build: noBuild,
    log: pino({ level: 'silent' }),
    demo: true,
    clock: () => cast.now,
    ...more,
  });

type App = ReturnType<typeof createApp>;

const signIn = (app: App, body: unknown, headers: Record<string, string> = {}) =>
  app.request('/api/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** The cookie of a new session, as a browser would send it back. */
async function cookieOf(app: App, who: { email: string; password: string }): Promise<string> {
  return (await signIn(app, who)).headers.get('set-cookie')?.split(';')[0] ?? '';
}

test('signing in sets a cookie out of reach of scripts, and leads to the page that was asked for', async () => {
  const answer = await signIn(appWith(), { ...okafor, next: '/sandbox/gradebook/91' });
  expect([answer.status, await answer.json()]).toMatchObject([201, { next: '/sandbox/gradebook/91' }]);
  expect(answer.headers.get('set-cookie')).toMatch(
    /^rehearsal=[\w-]{43}; Path=\/; Expires=Thu, 25 Sep 2025 03:00:00 GMT; HttpOnly; SameSite=Lax$/,
  );
});

test('behind https the cookie is bound to host and https', async () => {
  const app = appWith({ publicUrl: 'https://rehearsal.example.org' });
  const answer = await signIn(app, okafor, { origin: 'https://rehearsal.example.org' });
  expect(answer.headers.get('set-cookie')).toMatch(/^__Host-rehearsal=.*; Secure;/);
  expect(answer.headers.get('strict-transport-security')).toContain('max-age=');
  expect((await signIn(app, okafor, { origin: 'http://rehearsal.example.org' })).status).toBe(403);
});

test('wrong credentials and bad input are problems', async () => {
  const wrong = await signIn(appWith(), { ...okafor, password: 'wrong' });
  expect([wrong.status, await wrong.json()]).toMatchObject([401, { code: 'identity/wrong-credentials' }]);
  const bad = await signIn(appWith(), { email: okafor.email });
  expect([bad.status, (await bad.json()).code]).toEqual([422, 'http/invalid']);
});

test('too many failures are answered with how long to wait', async () => {
  const app = appWith();
  const fail = () => signIn(app, { email: 'storm@schools.example.org', password: 'x' });
  for (let i = 0; i < 10; i++) await fail();
  const answer = await fail();
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '900']);
  expect(await answer.json()).toMatchObject({ facts: { minutes: 15 } });
});

test('people can be chosen in the demonstration only, on the page and by the API', async () => {
  const { accountId } = await (await signIn(appWith(), okafor)).json();
  const shown = async (app: App) => {
    const text = await (await app.request('/sign-in?next=//evil.example')).text();
    return JSON.parse(text.match(/id="page-data">(.*)<\/script>/)?.[1] ?? '').data;
  };
  expect(await shown(appWith())).toEqual({
    demo: true,
    people: [{ accountId, name: 'Ngozi Okafor', role: 'teacher', note: 'Teacher, Biology' }],
    next: '/sandbox/today',
  });
  expect(await shown(appWith({ demo: false }))).toMatchObject({ demo: false, people: [] });
  expect((await signIn(appWith(), { accountId })).status).toBe(201);
  expect((await signIn(appWith({ demo: false }), { accountId })).status).toBe(403);
});

test('a session ends with signing out, everywhere at once', async () => {
  const app = appWith();
  const [here, there] = [await cookieOf(app, okafor), await cookieOf(app, okafor)];
  const statusWith = async (cookie: string) =>
    (await app.request('/api/sessions', { headers: { cookie } })).status;
  expect(await statusWith(here)).toBe(200);

  const out = await app.request('/api/sessions/current', { method: 'DELETE', headers: { cookie: here } });
  expect([out.status, out.headers.get('set-cookie')]).toMatchObject([
    204,
    expect.stringContaining('Max-Age=0'),
  ]);
  expect([await statusWith(here), await statusWith(there)]).toEqual([401, 200]);

  const others = await app.request('/api/sessions', { method: 'DELETE', headers: { cookie: there } });
  expect(await others.json()).toEqual({ ended: expect.any(Number) });
  expect(await statusWith(there)).toBe(200);
});

test('without a session pages lead to the sign-in page, and calls are refused', async () => {
  const answer = await appWith().request('/sandbox/today', { headers: page });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?next=%2Fsandbox%2Ftoday']);
  expect((await appWith().request('/sandbox/api/schedule/today')).status).toBe(401);
});

test('the first visit begins a sandbox; live work is closed to all but the district’s administrators', async () => {
  const app = appWith();
  const cookie = await cookieOf(app, okafor);
  expect((await app.request('/sandbox/api/schedule/today', { headers: { cookie } })).status).toBe(200);

  const closed = await app.request('/live/api/schedule/today', { headers: { cookie } });
  expect([closed.status, await closed.json()]).toMatchObject([403, { code: 'identity/live-closed' }]);
  const shown = await app.request('/live/today', { headers: { cookie, ...page } });
  expect([shown.status, await shown.text()]).toEqual([403, expect.stringContaining('<r-live-closed-page>')]);

  const administrator = await cookieOf(app, whitlock);
  const open = await app.request('/live/api/people/students?schoolId=1', {
    headers: { cookie: administrator },
  });
  expect(open.status).toBe(200);
});
