import { once } from 'node:events';
import type { Sql } from 'postgres';
import { name } from './quote.ts';

/** A value of a row to load. Dates and times are strings, numerics strings or numbers. */
export type LoadValue = string | number | boolean | null | Date;

/** Rows of one table, in the order of `columns`. */
export type LoadTable = { table: string; columns: string[]; rows: Iterable<LoadValue[]> };

/** Where rows go: the live table, or the store under a space. */
export type LoadTarget = 'live' | { space: number };

const CHUNK = 1 << 18;

/**
 * Loads rows with COPY, as the owner, and says how many. Into the store nothing but NOT NULL and CHECK is verified on
 * the way: verify the school before it is published.
 */
export async function copyRows(
  sql: Sql,
  target: LoadTarget,
  { table, columns, rows }: LoadTable,
): Promise<number> {
  const live = target === 'live';
  const names = columns.map(name).join(', ');
  const into = live ? `public.${name(table)} (${names})` : `practice.${name(table)} (space, ${names})`;
  const stream = await sql.unsafe(`copy ${into} from stdin`).writable();
  const finished = new Promise<void>((resolve, reject) => {
    stream.on('finish', resolve);
    stream.on('error', reject);
  });
  finished.catch(() => {});
  const lead = live ? '' : `${target.space}\t`;
  let count = 0;
  let chunk = '';
  for (const row of rows) {
    chunk += lead;
    for (let column = 0; column < row.length; column++) {
      if (column > 0) chunk += '\t';
      chunk += copyText(row[column] as LoadValue);
    }
    chunk += '\n';
    count++;
    if (chunk.length < CHUNK) continue;
    if (!stream.write(chunk)) await once(stream, 'drain');
    chunk = '';
  }
  stream.end(chunk);
  await finished;
  return count;
}

const special = /[\\\t\n\r]/g;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value in COPY's text format. */
function copyText(value: LoadValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return value.replace(special, (found) => escapes[found] ?? found);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return value instanceof Date ? value.toISOString() : String(value);
}

/** What a school is published with. */
export type Publication = {
  space: number;
  schoolKey: string;
  version: string;
  name: string;
  today: string;
  facts?: Record<string, string | number>;
};

/**
 * Verifies every unique and foreign key of a loaded school from the catalogue, and publishes it. From then on sandboxes
 * can begin in it, and its rows never change. Throws, naming each broken key, when the school is not sound.
 */
export async function publishTemplate(sql: Sql, publication: Publication): Promise<void> {
  await sql`analyze`;
  const broken = await sql<{ constraint_name: string; violations: number }[]>`
    select constraint_name, violations from app.verify_template(${publication.space})`;
  if (broken.length > 0) {
    const lines = broken.map((one) => `${one.constraint_name}: ${one.violations}`);
    throw new Error(`The school breaks its own keys:\n${lines.join('\n')}`);
  }
  const { space, schoolKey, version, name: called, today, facts = {} } = publication;
  await sql`
    insert into platform.templates (space, school_key, version, name, today, facts)
    values (${space}, ${schoolKey}, ${version}, ${called}, ${today}, ${sql.json(facts)})`;
}
