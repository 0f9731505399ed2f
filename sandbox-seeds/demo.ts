import type { Database, Pool } from '../src/db/client.ts';
import { copyRows, publishTemplate } from '../src/db/spaces/load.ts';
import { createDemoAccounts } from './accounts.ts';
import { connectForLoading, copyIntoStore } from './bulk.ts';
import { generateSchool, SCHOOL, type School, versionOf } from './school/generate.ts';
import { makeStaff } from './school/staff.ts';
import type { SeedTable } from './school/tables.ts';

export type DemoOptions = { progress: (line: string) => void };

const LOCK = 7_423_002;
const CONNECTIONS = 3;

/**
 * Brings the demonstration to the present: the practice school, the same school without its records as the live
 * district, and an account for everybody who works there. What is there already in this version stays. Of several
 * processes one works and the others wait. Throws when the school breaks one of its own keys.
 */
export async function loadDemo(db: Database, { progress }: DemoOptions): Promise<void> {
  const sql = connectForLoading(db.url, CONNECTIONS);
  const lock = await sql.reserve();
  try {
    await lock`select pg_advisory_lock(${LOCK})`;
    const school = onlyOnce(generateSchool);
    await loadTemplate(sql, school, progress);
    await loadDistrict(db, sql, school, progress);
  } finally {
    lock.release();
    await sql.end();
  }
}

/** Gives the practice school's space; generates, loads and publishes it when this version is not there yet. */
export async function loadTemplate(
  sql: Pool,
  generate: () => School,
  progress: DemoOptions['progress'],
): Promise<number> {
  const [known] = await sql<{ space: number }[]>`
    select space from platform.templates where school_key = ${SCHOOL.key} and version = ${versionOf()}`;
  if (known) return known.space;

  const start = performance.now();
  progress('Generating a school to practice in');
  const school = generate();
  const { summary } = school;
  progress(
    `  ${written(summary.students)} students, ${written(summary.sections)} sections, ${written(summary.marks)} attendance marks, ${written(summary.scores)} scores (${seconds(start)})`,
  );
  const space = await reserveSpace(sql);
  const rows = await copySchool(sql, space, school);
  progress(`  ${written(rows)} rows loaded (${seconds(start)})`);
  await publish(sql, space, school);
  progress(`  Every key checked, published (${seconds(start)})`);
  return space;
}

/**
 * A number of its own for a school. Until it is published it counts as an abandoned layer, so that the rows of a load
 * which was cut off are cleaned away like any others.
 */
export async function reserveSpace(sql: Pool): Promise<number> {
  const [reserved] = await sql<{ id: number }[]>`
    insert into platform.layers (abandoned_at) values (now()) returning id`;
  return reserved!.id;
}

/** Loads a school as a space of the store, the marks beside everything else, so that both cores work. */
export async function copySchool(sql: Pool, space: number, { tables }: School): Promise<number> {
  const isLarge = ({ table }: SeedTable) => table === 'attendance_marks';
  const lanes = [tables.filter(isLarge), tables.filter((table) => !isLarge(table))];
  const counts = await Promise.all(
    lanes.map(async (lane) => {
      let rows = 0;
      for (const table of lane) rows += await copyIntoStore(sql, space, table);
      return rows;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Checks every key of a loaded school and lets sandboxes begin in it. */
export async function publish(sql: Pool, space: number, school: School): Promise<void> {
  const { key, version, name, today, summary } = school;
  await publishTemplate(sql, { space, schoolKey: key, version, name, today, facts: summary });
  await sql`delete from platform.layers where id = ${space}`;
}

/** The live district: the school's structure, once, all or nothing, and its people's accounts. */
async function loadDistrict(
  db: Database,
  sql: Pool,
  generate: () => School,
  progress: DemoOptions['progress'],
): Promise<void> {
  const start = performance.now();
  const [there] = await sql`select from schools where code = ${SCHOOL.code}`;
  if (!there) {
    progress('Loading the live district, without records');
    const { structure } = generate();
    const rows = await sql.begin(async (tx) => {
      let count = 0;
      for (const table of structure) count += await copyRows(tx as unknown as Pool, 'live', table);
      return count;
    });
    await sql.unsafe(`analyze ${structure.map(({ table }) => `public.${table}`).join(', ')}`);
    progress(`  ${written(rows)} rows loaded (${seconds(start)})`);
  }
  const accounts = await createDemoAccounts(db, makeStaff(SCHOOL.key), SCHOOL.code);
  if (accounts > 0) progress(`  ${written(accounts)} accounts made (${seconds(start)})`);
}

/** The same result however often it is asked for, made when first needed. */
function onlyOnce<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function written(count: number): string {
  return count.toLocaleString('en-US');
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
