import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createApp } from '../../src/app.ts';
import { type Database, openDatabase } from '../../src/db/client.ts';
import { type EmbeddedServer, startEmbedded } from '../../src/db/embedded.ts';
import { migrate } from '../../src/db/migrate.ts';
import { noBuild } from '../../src/http/build.ts';

const settings: Record<string, string> = { fsync: 'off', shared_buffers: '32MB' };
let folder: string;
let server: EmbeddedServer;
let db: Database;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'away-'));
  server = await startEmbedded({ folder, settings });
  settings.port = new URL(server.url).port;
  await migrate(server.url);
  db = openDatabase({ url: server.url, poolSize: 3 });
});

afterAll(async () => {
  await db.close();
  await server.stop();
  for (const place of [folder, server.home]) await rm(place, { recursive: true, force: true });
});

const sleeping = async () =>
  (await db.owner`select from pg_stat_activity where wait_event = 'PgSleep'`).length;

test('a database that stops is a passing trouble, and when it is back so is the work', async () => {
  const app = createApp({ db, build: noBuild, log: pino({ level: 'silent' }), demo: true });
  const signIn = () =>
    app.request('/api/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'somebody@schools.example.org', password: 'x' }),
    });
  const statusOf = async (path: string) => (await app.request(path)).status;
  expect([(await signIn()).status, await statusOf('/health/ready')]).toEqual([401, 200]);

  const cutOff = [db.live, db.sandbox].map((pool) =>
    pool.transaction(async (tx) => {
      await tx.execute(sql`select pg_sleep(60)`);
      await tx.execute(sql`select 'never reached'`);
    }),
  );
  const ends = Promise.allSettled(cutOff);
  await vi.waitUntil(async () => (await sleeping()) === 2, 10_000);
  await server.stop();
  expect(await ends).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);

  const away = await signIn();
  expect([away.status, await away.json()]).toMatchObject([503, { code: 'http/database-unavailable' }]);
  expect(away.headers.get('retry-after')).toBe('5');
  expect([await statusOf('/health/ready'), await statusOf('/health/live')]).toEqual([503, 200]);

  server = await startEmbedded({ folder, settings });
  await vi.waitUntil(async () => (await signIn()).status === 401, 30_000);
  expect(await statusOf('/health/ready')).toBe(200);
});
