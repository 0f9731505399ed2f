import type { School } from '../../sandbox-seeds/school/generate.ts';
import { type Database, openDatabase } from '../../src/db/client.ts';
import { migrate } from '../../src/db/migrate.ts';
import { median, timed } from '../clock.ts';
import { loadLive } from './school.ts';

const COPIES = 3;

/** Milliseconds, and megabytes where the copy stays, of the two other ways to give somebody a school of their own. */
export type Rivals = { database: number; megabytes: number; rows: number; rowsCopied: number };

/** `url`: of the server's database that is measured. The copies are removed again. */
export async function measureRivals(db: Database, template: number, school: School): Promise<Rivals> {
  return { ...(await copyDatabase(db, school)), ...(await copyRows(db, template)) };
}

/** `CREATE DATABASE … TEMPLATE` of a database that has the one school's rows. */
async function copyDatabase(db: Database, school: School): Promise<Pick<Rivals, 'database' | 'megabytes'>> {
  const { owner } = db;
  await owner.unsafe('create database rival');
  const url = db.url.replace(/\/[^/?]*(\?|$)/, '/rival$1');
  await migrate(url);
  const rival = openDatabase({ url });
  await loadLive(rival, school);
  await rival.close();
  const times: number[] = [];
  for (let copy = 0; copy < COPIES; copy++) {
    times.push(await timed(() => owner.unsafe('create database rival_copy template rival')));
    await owner.unsafe('drop database rival_copy');
  }
  const [size] = await owner<{ bytes: number }[]>`select pg_database_size('rival') as bytes`;
  await owner.unsafe('drop database rival');
  return { database: median(times), megabytes: size!.bytes / 2 ** 20 };
}

/** Every row of the school written again under another number. */
async function copyRows({ owner }: Database, template: number): Promise<Pick<Rivals, 'rows' | 'rowsCopied'>> {
  const [copy] = await owner<{ id: number }[]>`insert into platform.layers default values returning id`;
  const [before] = await owner<{ count: number }[]>`
    select sum(n_live_tup)::bigint as count from pg_stat_user_tables where schemaname = 'public'`;
  const rows = await timed(() => owner`select app.copy_layer(${template}, ${copy!.id})`);
  return { rows, rowsCopied: before!.count };
}
