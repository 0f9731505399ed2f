import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type EmbeddedServer, startEmbedded } from '../../src/db/embedded.ts';

const settings = { fsync: 'off', shared_buffers: '16MB' };
const open: EmbeddedServer[] = [];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embedded-'));
  await chmod(folder, 0o755);
});

afterAll(async () => {
  for (const server of open) await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedServer> {
  const server = await startEmbedded({ folder: join(folder, 'pg'), settings });
  open.push(server);
  return server;
}

async function ask<T>(url: string, fn: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await fn(sql);
  } finally {
    await sql.end();
  }
}

test('what was written is there after a stop and a start, behind a password, on this machine alone', async () => {
  const first = await start();
  await ask(first.url, (sql) => sql`create table kept as select 42 as answer`);
  await first.stop();

  const second = await start();
  expect(await ask(second.url, (sql) => sql`select answer from kept`)).toEqual([{ answer: 42 }]);
  const wrong = new URL(second.url);
  wrong.password = 'guess';
  await expect(ask(wrong.href, (sql) => sql`select 1`)).rejects.toMatchObject({ code: '28P01' });

  const home = second.home;
  expect((await readFile(join(home, 'server.log'), 'utf8')).match(/listening on .*/g)).toEqual([
    expect.stringContaining('"127.0.0.1"'),
  ]);
  expect((await stat(join(home, 'data', 'rehearsal.secret'))).mode & 0o777).toBe(0o600);
  await second.stop();
});

test('a second start on the same folder joins, and its stop leaves the server alone', async () => {
  const owner = await start();
  const guest = await start();
  expect(guest).toMatchObject({ url: owner.url, joined: true });

  await guest.stop();
  expect(await ask(owner.url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  await owner.stop();
});

test('two first starts at once make one database', async () => {
  const both = await Promise.all([0, 1].map(() => startEmbedded({ folder: join(folder, 'both'), settings })));
  open.push(...both);
  expect(both[0]!.url).toBe(both[1]!.url);
  expect(both.filter((server) => server.joined)).toHaveLength(1);
  await Promise.all(both.map((server) => server.stop()));
});

test.runIf(process.getuid?.() === 0)(
  'in a place closed to the user PostgreSQL runs as, root keeps the data elsewhere',
  async () => {
    const lines: string[] = [];
    await mkdir(join(folder, 'closed'), { mode: 0o700 });
    const server = await startEmbedded({
      folder: join(folder, 'closed', 'pg'),
      settings,
      log: (line) => lines.push(line),
    });
    const home = server.home;
    await server.stop();
    expect(home.startsWith(folder)).toBe(false);
    expect(lines.join()).toContain(`its data is kept in ${home}`);
    await rm(home, { recursive: true });
  },
);

test('a lock left by a crash, whose process number belongs to a stranger now, is no obstacle', async () => {
  const first = await start();
  const data = join(first.home, 'data');
  await first.stop();
  const lock = [process.pid, data, 1, 4444, '', '127.0.0.1', '', 'ready   '];
  await writeFile(join(data, 'postmaster.pid'), lock.join('\n'));

  const second = await start();
  expect(second.joined).toBe(false);
  await second.stop();
});

test('data of another version is named as such, and left alone', async () => {
  const first = await start();
  const file = join(first.home, 'data', 'PG_VERSION');
  await first.stop();
  const version = await readFile(file, 'utf8');
  await writeFile(file, '12\n');

  await expect(start()).rejects.toThrow(/made by PostgreSQL 12, and this is PostgreSQL \d+/);
  await writeFile(file, version);
});

test('the server ends when its parent is killed outright', async () => {
  const script = `
    import { startEmbedded } from ${JSON.stringify(new URL('../../src/db/embedded.ts', import.meta.url).href)};
    const { url } = await startEmbedded(${JSON.stringify({ folder: join(folder, 'pg'), settings })});
    console.log(url);
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let url = '';
  for await (const text of parent.stdout) {
    url = String(text).trim();
    break;
  }
  const lock = join(folder, 'pg', 'data', 'postmaster.pid');

  parent.kill('SIGKILL');
  const gone = () =>
    stat(lock).then(
      () => false,
      () => true,
    );
  await vi.waitUntil(gone, 20_000);
  await expect(ask(url, (sql) => sql`select 1`)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
