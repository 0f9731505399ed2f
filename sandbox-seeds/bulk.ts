import { connect as openSocket, type Socket } from 'node:net';
import { connect, type Pool } from '../src/db/client.ts';
import { copyRows } from '../src/db/spaces/load.ts';
import type { SeedTable } from './school/tables.ts';

/**
 * A pool of the owner's for loading. Its sockets send at once: the driver ends a COPY in small messages, and for each
 * table the system would wait 40 milliseconds twice for more to send along (Nagle's algorithm, delayed acknowledgment).
 */
export function connectForLoading(url: string, max: number): Pool {
  const { hostname, port } = new URL(url);
  const socket = () =>
    new Promise<Socket>((resolve, reject) => {
      const opening = openSocket({ host: hostname, port: Number(port || 5432), noDelay: true });
      opening.once('connect', () => resolve(opening)).once('error', reject);
    });
  const options = { max, socket, connection: { application_name: 'rehearsal loading' } };
  return connect(url, options);
}

/** Below this many rows an index in place costs less than making it anew. */
const WORTH_IT = 5_000;

/**
 * Copies a table's rows into a space of the store. Where the store has no rows of the table yet, its indexes are
 * dropped and made again after the rows, which takes a third of the time; in one transaction, so that a load which is
 * cut off leaves them as they were. Gives the count.
 */
export async function copyIntoStore(sql: Pool, space: number, table: SeedTable): Promise<number> {
  if (table.count < WORTH_IT) return copyRows(sql, { space }, table);
  return (await sql.begin(async (tx) => {
    const indexes = await tx<{ name: string; definition: string }[]>`
      select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
      from pg_index i
      join pg_class t on t.oid = i.indrelid
      where t.relnamespace = 'practice'::regnamespace and t.relname = ${table.table}
        and not i.indisprimary and pg_relation_size(t.oid) = 0`;
    for (const { name } of indexes) await tx.unsafe(`drop index ${name}`);
    const count = await copyRows(tx as unknown as Pool, { space }, table);
    for (const { definition } of indexes) await tx.unsafe(definition);
    return count;
  })) as number;
}
