import { afterAll, inject } from 'vitest';
import { connect, type Database, openDatabase } from '../../src/db/client.ts';

let cloned = 0;

/**
 * A database of this test file's own, cloned from the migrated one, with the app's pools on it: tests connect as the app's
 * roles, so their limits are always on. It is dropped when the file is done.
 */
export async function testDatabase(): Promise<Database> {
  const template = new URL(inject('templateUrl'));
  const name = `${template.pathname.slice(1)}_${process.pid}_${++cloned}`;
  const maintenance = new URL(template);
  maintenance.pathname = '/postgres';
  const server = connect(maintenance.toString(), { max: 1 });
  await server.unsafe(`create database ${name} template ${template.pathname.slice(1)}`);
  const url = new URL(template);
  url.pathname = `/${name}`;
  const db = openDatabase({ url: url.toString(), poolSize: 4 });
  afterAll(async () => {
    await db.close();
    await server.unsafe(`drop database if exists ${name} with (force)`);
    await server.end();
  });
  return db;
}
