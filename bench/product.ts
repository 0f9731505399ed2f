import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Visitor } from './load.ts';

/** The product as `npm start` runs it: a process of its own, with a database and the demo district of its own. */
export type Product = { origin: string; stop: () => Promise<void> };

const PATIENCE_MS = 180_000;

/** Starts the product on a free port and waits until it is ready. What it says goes to standard error. */
export async function startProduct(): Promise<Product> {
  const port = await freePort();
  const data = join(tmpdir(), `rehearsal-bench-${process.pid}`);
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env: { ...process.env, PORT: String(port), REHEARSAL_DATA: data, DATABASE_URL: '', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.pipe(process.stderr);
  const origin = `http://127.0.0.1:${port}`;
  await ready(child, origin);
  return {
    origin,
    stop: async () => {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** The generated people one can sign in as. */
export async function demoPeople(origin: string): Promise<{ accountId: number; role: string }[]> {
  const visitor = new Visitor(origin);
  const { body } = await visitor.send('GET', '/sign-in');
  visitor.close();
  const json = /id="page-data">(.*?)<\/script>/s.exec(body)?.[1] ?? '{}';
  return JSON.parse(json).data.people;
}

/** Somebody signed in. */
export async function signedIn(origin: string, accountId: number): Promise<Visitor> {
  const visitor = new Visitor(origin);
  const { status, body } = await visitor.send('POST', '/api/sessions', { accountId });
  if (status !== 201) throw new Error(`Signing in answered ${status}: ${body}`);
  return visitor;
}

async function ready(child: ChildProcess, origin: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    if (child.exitCode !== null)
      throw new Error(`The product ended with ${child.exitCode} before it was ready`);
    const answer = await fetch(`${origin}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The product did not become ready');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
