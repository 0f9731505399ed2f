import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectForLoading } from '../sandbox-seeds/bulk.ts';
import { copySchool, publish, reserveSpace } from '../sandbox-seeds/demo.ts';
import { generateSchool } from '../sandbox-seeds/school/generate.ts';
import { startEmbedded } from '../src/db/embedded.ts';
import { migrate } from '../src/db/migrate.ts';
import { timed } from './clock.ts';
import { type Row, row } from './report.ts';

/** What generating and loading the school may take, in milliseconds. */
const LIMIT_MS = 10_000;
const SAMPLE = 20_000;
const AT_ONCE = 500;

/** The practice school: generated, loaded with COPY, verified; against inserting a sample of the same rows by statements. */
export async function rows(): Promise<Row[]> {
  const folder = join(tmpdir(), `rehearsal-bench-${process.pid}`);
  const server = await startEmbedded({ folder, log: (line) => console.error(line) });
  try {
    await migrate(server.url);
    const sql = connectForLoading(server.url, 3);
    const began = performance.now();
    const school = generateSchool();
    const generated = performance.now() - began;
    const space = await reserveSpace(sql);
    const loaded = await timed(() => copySchool(sql, space, school));
    const published = await timed(() => publish(sql, space, school));
    const perSecond = (school.summary.rows / loaded) * 1000;

    const sample = school.tables.find((table) => table.table === 'scores')!;
    const inserted = await timed(async () => {
      const lines = [...sample.rows].slice(0, SAMPLE);
      for (let from = 0; from < lines.length; from += AT_ONCE) {
        const records = lines.slice(from, from + AT_ONCE).map((line) => {
          const record = Object.fromEntries(sample.columns.map((column, at) => [column, line[at]]));
          return { space: space + 1, ...record };
        });
        await sql`insert into practice.scores ${sql(records as never)}`;
      }
    });
    await sql.end();
    return [
      row('seed', 'generate', 'ms', generated),
      row('seed', 'load', 'ms', loaded),
      row('seed', 'generate and load', 'ms', generated + loaded, LIMIT_MS),
      row('seed', 'verify every key and publish', 'ms', published),
      row('seed', 'rows loaded', 'rows', school.summary.rows),
      row('seed', 'rows per second', '1/s', perSecond, (SAMPLE / inserted) * 1000),
    ];
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
