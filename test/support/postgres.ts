import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect } from '../../src/db/client.ts';
import { startEmbedded } from '../../src/db/embedded.ts';
import { migrate } from '../../src/db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's address of a migrated database that tests clone and nobody connects to. */
    templateUrl: string;
  }
}

let teardowns: (() => Promise<void>)[] = [];

/**
 * One PostgreSQL for the run, with one migrated database to clone. `TEST_DATABASE_URL` uses a server of your own
 * (as a superuser); otherwise an embedded one is started in a folder that goes away.
 */
export async function setup(project: TestProject): Promise<void> {
  const server = process.env.TEST_DATABASE_URL ?? (await embedded());
  const name = `rehearsal_template_${process.pid}_${project.name || 'tests'}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await onServer(server, `drop database if exists ${name} with (force)`, `create database ${name}`);
  teardowns.unshift(() => onServer(server, `drop database if exists ${name} with (force)`));
  await migrate(url.toString());
  project.provide('templateUrl', url.toString());
}

export async function teardown(): Promise<void> {
  for (const one of teardowns) await one();
  teardowns = [];
}

async function embedded(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rehearsal-tests-'));
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '200',
  };
  const server = await startEmbedded({ folder, settings });
  const remove = (place: string) => rm(place, { recursive: true, force: true });
  teardowns = [server.stop, () => remove(folder), () => remove(server.home)];
  return server.url;
}

async function onServer(url: string, ...statements: string[]): Promise<void> {
  const sql = connect(url, { max: 1 });
  for (const statement of statements) await sql.unsafe(statement);
  await sql.end();
}
