import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PATIENCE_MS = 60_000;

/** The port of a live server on this data, waiting while it starts or stops; null when there is none. */
export async function runningServer(data: string): Promise<number | null> {
  const file = join(data, 'postmaster.pid');
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(50)) {
    const lock = await readLock(file);
    if (!lock) return null;
    if (!(await isServer(lock.pid, data))) {
      // A crash left the file, and its number may belong to a stranger by now: PostgreSQL would refuse to start.
      await rm(file, { force: true });
      return null;
    }
    if (lock.ready) return lock.port;
  }
  throw new Error(`Another PostgreSQL holds ${data} and neither starts nor stops. End it, then start again.`);
}

async function isServer(pid: number, data: string): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  if (process.platform === 'win32') return true;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => commandOf(pid));
  return command.includes('postgres') && command.includes(data);
}

async function commandOf(pid: number): Promise<string> {
  return (await run('ps', ['-ww', '-o', 'args=', '-p', String(pid)])).stdout;
}

/** What a server wrote into its `postmaster.pid`; null when there is none. */
export async function readLock(file: string): Promise<{ pid: number; port: number; ready: boolean } | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (!text) return null;
  const [pid, , , port, , , , status] = text.split('\n');
  return { pid: Number(pid), port: Number(port), ready: status?.trim() === 'ready' };
}
