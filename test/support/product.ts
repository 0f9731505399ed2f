import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import pino from 'pino';
import type { TestProject } from 'vitest/node';
import { loadDemo } from '../../sandbox-seeds/demo.ts';
import { createApp } from '../../src/app.ts';
import { ensureBuilt } from '../../src/client-build.ts';
import { openDatabase } from '../../src/db/client.ts';
import { readBuild } from '../../src/http/build.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the product with the demo district runs. */
    productUrl: string;
  }
}

let stop: (() => Promise<void>) | undefined;

/** The whole product on a free port, with the demo district, for browser tests: as `npm start` has it. */
export async function setup(project: TestProject): Promise<void> {
  const db = openDatabase({ url: project.getProvidedContext().templateUrl });
  await loadDemo(db, { progress: () => {} });
  await ensureBuilt('dist/client');
  const build = await readBuild('dist/client');
  const app = createApp({ db, build, log: pino({ level: 'error' }), demo: true });
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }) as Server;
  await once(server, 'listening');
  project.provide('productUrl', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  stop = async () => {
    server.closeAllConnections();
    server.close();
    await db.close();
  };
}

export async function teardown(): Promise<void> {
  await stop?.();
}
