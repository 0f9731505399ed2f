import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:net';
import { serve } from '@hono/node-server';
import pino, { type Logger } from 'pino';
import { createApp } from './app.ts';
import { ensureBuilt } from './client-build.ts';
import { type Config, readConfig } from './config.ts';
import { type Database, openDatabase } from './db/client.ts';
import { startEmbedded } from './db/embedded.ts';
import { migrate } from './db/migrate.ts';
import { readBuild } from './http/build.ts';
import { listDemoPeople } from './identity/queries.ts';
import { startUpkeep } from './upkeep.ts';

/** How long requests under way may take to finish when the product stops. */
const FINISH_MS = 10_000;
const SAME_SIGNAL_MS = 1_000;
const CLIENT = 'dist/client';

const say = (line: string) => process.stdout.write(`${line}\n`);
const closing: (() => Promise<void>)[] = [];
let stopping = false;
let stoppedAt = 0;

try {
  const config = readConfig(process.env);
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  await start(config, pino({ level: config.logLevel }));
} catch (error) {
  if (!stopping) {
    process.stderr.write(`\n${error instanceof Error ? messageOf(error) : String(error)}\n`);
    process.exitCode = 1;
    await closeAll();
  }
}

async function start(config: Config, log: Logger): Promise<void> {
  await ensurePortFree(config);
  const url = config.databaseUrl ?? (await ownDatabase(config));
  say('Bringing the database up to date');
  await migrate(url);
  const db = openDatabase({ url, poolSize: config.poolSize });
  closing.unshift(() => db.close());

  if (config.demo) {
    const { loadDemo } = await import('../sandbox-seeds/demo.ts');
    await loadDemo(db, { progress: say });
  }
  if (await ensureBuilt(CLIENT)) say('Pages built');
  const app = createApp({ ...config, db, log, build: await readBuild(CLIENT), accepting: () => !stopping });
  const upkeep = startUpkeep(db, log);
  closing.unshift(async () => upkeep.stop());
  await listen(config, app.fetch);
  await greet(config, db);
}

async function ownDatabase(config: Config): Promise<string> {
  say('Starting PostgreSQL');
  const server = await startEmbedded({ folder: config.data, log: say });
  closing.unshift(server.stop);
  return server.url;
}

/** Asked before anything else is started: most often, Rehearsal is running already. */
async function ensurePortFree({ host, port }: Config): Promise<void> {
  const probe = createServer().listen(port, host);
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}

async function listen({ host, port }: Config, fetch: Parameters<typeof serve>[0]['fetch']): Promise<void> {
  const server = serve({
    fetch,
    hostname: host,
    port,
    serverOptions: { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 },
  }) as Server;
  await once(server, 'listening');
  closing.unshift(() => finish(server));
}

/** Takes no new connections, lets requests under way finish, and cuts off what takes too long. */
async function finish(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const limit = setTimeout(() => server.closeAllConnections(), FINISH_MS);
  await closed;
  clearTimeout(limit);
}

async function greet({ port, demo, publicUrl }: Config, db: Database): Promise<void> {
  say(`\nRehearsal is ready: ${publicUrl ?? `http://localhost:${port}`}\n`);
  if (!demo) return;
  const people = await listDemoPeople(db.live);
  const examples = people.filter(({ role }, i) => people.findIndex((other) => other.role === role) === i);
  say('Sign in as anybody on the sign-in page; no password is needed. For example:');
  for (const { name, note } of examples.slice(0, 6)) say(`  ${name}, ${note}`);
  say('\nCtrl+C stops it.\n');
}

/**
 * The first signal stops in good order, the second at once. One Ctrl+C arrives more than once: from the terminal, and
 * again from npm and tsx, which pass on what they got.
 */
function stop(): void {
  if (stopping) {
    if (Date.now() - stoppedAt > SAME_SIGNAL_MS) process.exit(1);
    return;
  }
  stopping = true;
  stoppedAt = Date.now();
  say('Stopping');
  void closeAll().then(() => process.exit());
}

async function closeAll(): Promise<void> {
  for (const close of closing.splice(0)) {
    await close().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  }
}

/** What went wrong, for the person who started it: our own errors are sentences, others come with their trace. */
function messageOf(error: Error): string {
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use, perhaps by Rehearsal itself. Stop that, or choose another: PORT=3001 npm start`;
    case 'EACCES':
      return `${error.message}. For a port below 1024 choose another: PORT=3000 npm start`;
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
      return `The database of DATABASE_URL can not be reached (${error.message}).`;
    default:
      return error.constructor === Error ? error.message : (error.stack ?? error.message);
  }
}
