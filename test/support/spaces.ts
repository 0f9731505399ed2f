import { getTableConfig } from 'drizzle-orm/pg-core';
import { beforeAll, describe } from 'vitest';
import type { Database, Tx } from '../../src/db/client.ts';
import { copyRows, type LoadTarget, type LoadValue, publishTemplate } from '../../src/db/spaces/load.ts';
import { inLive, inSandbox } from '../../src/db/spaces/spaces.ts';
import type { Space } from '../../src/shared/context.ts';
import { cast } from './cast.ts';
import { castRows } from './cast-rows/all.ts';
import { testDatabase } from './database.ts';

/** A space with the cast in it. */
export type TestSpace = {
  kind: Space['kind'];
  /** The file's database; there from the first test on. */
  readonly db: Database;
  /** Runs `work` in one transaction of the space, and keeps what it did. */
  keeping<T>(work: (tx: Tx, space: Space) => Promise<T>): Promise<T>;
  /** Runs `work` in one transaction of the space, and takes back what it did. */
  trying<T>(work: (tx: Tx, space: Space) => Promise<T>): Promise<T>;
};

/** The school of the cast, as a template. */
export const CAST_TEMPLATE = 1;

/**
 * Runs the same tests in the live space and in a sandbox, each with the whole cast in a database of its own. Live tables
 * are filled through their constraints, the template is verified before it is published.
 */
export function inBothSpaces(name: string, tests: (space: TestSpace) => void): void {
  for (const kind of ['live', 'sandbox'] as const) {
    describe(`${name}, ${kind === 'live' ? 'live' : 'in a sandbox'}`, () => {
      let db: Database | undefined;
      let sandboxId = 0;
      const opened = () => {
        if (!db) throw new Error('The space is there from beforeAll on');
        return db;
      };
      beforeAll(async () => {
        db = await testDatabase();
        if (kind === 'live') await fillLive(db);
        else sandboxId = await beginSandbox(db, await publishCast(db));
      });
      const keeping = <T>(work: (tx: Tx, space: Space) => Promise<T>): Promise<T> =>
        kind === 'live'
          ? inLive(opened(), { write: true }, (tx) => work(tx, { kind: 'live' }))
          : inSandboxOf(opened(), sandboxId, work);
      tests({
        kind,
        get db() {
          return opened();
        },
        keeping,
        trying: (work) => takenBack(keeping, work),
      });
    });
  }
}

/** The cast in the live tables. */
export async function fillLive(db: Database): Promise<void> {
  await load(db, 'live');
}

/** The cast as a published school; gives its space. */
export async function publishCast(db: Database, space = CAST_TEMPLATE, version = 'cast'): Promise<number> {
  await load(db, { space });
  await publishTemplate(db.owner, {
    space,
    schoolKey: 'cast',
    version,
    name: 'Cast High School',
    today: cast.today,
  });
  return space;
}

/** A new sandbox of the cast's school for an account; gives its id. */
export async function beginSandbox(db: Database, template: number, accountId = 1051): Promise<number> {
  const [row] = await db.owner<{ id: number }[]>`
    with fresh as (insert into platform.layers default values returning id)
    insert into platform.sandboxes (account_id, template, layer, today, persona_kind, persona_id)
    select ${accountId}, ${template}, id, ${cast.today}, 'staff', ${cast.staff.okafor} from fresh
    returning id`;
  if (!row) throw new Error('The sandbox was not made');
  return row.id;
}

/** Runs `work` in one writing transaction of a sandbox. */
export async function inSandboxOf<T>(
  db: Database,
  sandboxId: number,
  work: (tx: Tx, space: Space) => Promise<T>,
): Promise<T> {
  const found = await inSandbox(db, { sandboxId, write: true }, async (tx, { template, layer }) => ({
    result: await work(tx, { kind: 'sandbox', sandboxId, template, layer }),
  }));
  if (!found) throw new Error(`There is no sandbox ${sandboxId}`);
  return found.result;
}

async function load(db: Database, target: LoadTarget): Promise<void> {
  for (const { table, rows } of castRows) {
    const { name, columns } = getTableConfig(table);
    const names = columns.map((column) => column.name);
    const values = rows.map((row) => names.map((column) => (row[column] ?? null) as LoadValue));
    await copyRows(db.owner, target, { table: name, columns: names, rows: values });
  }
}

class TakenBack<T> extends Error {
  readonly result: T;

  constructor(result: T) {
    super('taken back');
    this.result = result;
  }
}

async function takenBack<T>(
  keeping: TestSpace['keeping'],
  work: (tx: Tx, space: Space) => Promise<T>,
): Promise<T> {
  try {
    return await keeping(async (tx, space) => {
      throw new TakenBack(await work(tx, space));
    });
  } catch (thrown) {
    if (thrown instanceof TakenBack) return thrown.result as T;
    throw thrown;
  }
}
