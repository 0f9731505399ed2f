import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../src/db/client.ts';
import { startEmbedded } from '../src/db/embedded.ts';
import { migrate } from '../src/db/migrate.ts';
import type { BenchOptions } from './main.ts';
import { type Row, row } from './report.ts';
import { buildSandboxes } from './sandbox/build.ts';
import { type Controls, measureControls } from './sandbox/controls.ts';
import { findPlace } from './sandbox/place.ts';
import { practice } from './sandbox/practice.ts';
import { measureRivals, type Rivals } from './sandbox/rivals.ts';
import { loadLive, loadTemplate, makeSchool, TEMPLATE } from './sandbox/school.ts';
import { measureReads, measureWrites } from './sandbox/statements.ts';

const SANDBOXES = 36_000;
/** What a start and a reset may take in the database, in milliseconds. */
const LIMIT = 2;

/**
 * A district's worth of sandboxes on a database of its own: what the controls cost, what reads and writes cost
 * against the same on plain tables with the same school, and against the other ways to give everybody a school.
 */
export async function rows({ sandboxes = SANDBOXES }: BenchOptions): Promise<Row[]> {
  const folder = join(tmpdir(), `rehearsal-bench-${process.pid}`);
  const server = await startEmbedded({ folder, settings: { max_wal_size: '8GB' }, log: say });
  try {
    await migrate(server.url);
    const db = openDatabase({ url: server.url, statementTimeoutMs: 600_000 });
    try {
      return await measure(db, sandboxes);
    } finally {
      await db.close();
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(db: Database, sandboxes: number): Promise<Row[]> {
  const school = makeSchool();
  await loadLive(db, school);
  const schoolRows = await loadTemplate(db, school);
  const rivals = await measureRivals(db, TEMPLATE, school);
  const place = await findPlace(db, school.today);

  say(`Building ${sandboxes} sandboxes`);
  const changed = await buildSandboxes(db, {
    count: sandboxes,
    template: TEMPLATE,
    today: school.today,
    personaId: place.teacherId,
  });
  const sandboxId = await practice(db, place);
  const [store] = await db.owner<{ bytes: number }[]>`
    select sum(pg_total_relation_size(oid))::bigint as bytes from pg_class
    where relnamespace = 'practice'::regnamespace and relkind = 'r'`;

  say('Measuring');
  return [
    row('sandbox', 'start: sandboxes built', 'sandboxes', sandboxes),
    row('sandbox', 'start: rows of the school', 'rows', schoolRows),
    row('sandbox', 'start: changed rows in all sandboxes', 'rows', changed),
    row('sandbox', 'start: practice store, with the school', 'MB', store!.bytes / 2 ** 20),
    ...(await measureReads(db, place, sandboxId)),
    ...(await measureWrites(db, place, sandboxId)),
    ...controlRows(await measureControls(db), rivals),
  ];
}

function controlRows(controls: Controls, rivals: Rivals): Row[] {
  const { database, rows: copy } = rivals;
  const ms = (name: string, value: number, against: number) => row('sandbox', name, 'ms', value, against);
  return [
    row('sandbox', 'start: school rows written', 'rows', controls.rowsOfStart, 0),
    row('sandbox', 'start: storage against a template database', 'MB', 0, rivals.megabytes),
    ms('start (against the limit)', controls.start, LIMIT),
    ms('start (against CREATE DATABASE … TEMPLATE)', controls.start, database),
    ms('start (against copying the rows)', controls.start, copy),
    ms('reset (against the limit)', controls.reset, LIMIT),
    ms('reset (against CREATE DATABASE … TEMPLATE)', controls.reset, database),
    ms('reset (against copying the rows)', controls.reset, copy),
    row('sandbox', 'undo a reset', 'ms', controls.undo),
    row('sandbox', 'checkpoint: make', 'ms', controls.checkpoint),
    row('sandbox', 'checkpoint: restore', 'ms', controls.restore),
    row('sandbox', 'changes: first page', 'ms', controls.changes),
  ];
}

function say(line: string): void {
  console.error(line);
}
