import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Options, type PostgresType, type Sql } from 'postgres';
import { preparing } from './preparing.ts';
import { LIVE_ROLE, SANDBOX_ROLE, urlAs } from './roles.ts';

/** A drizzle connection: `db.transaction(tx => …)` opens a transaction. */
export type Db = PostgresJsDatabase<Record<string, never>>;

/** An open transaction. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

/** A pool of postgres.js whose types are ours; see `connect`. */
export type Pool = Sql<{ bigint: number; day: string }>;

export type DatabaseConfig = {
  /** `postgres://owner:secret@host:port/database`, of the role that owns the schema. */
  url: string;
  /** Connections of each of the two pools. */
  poolSize?: number;
  /** A statement that takes longer is cancelled. */
  statementTimeoutMs?: number;
};

/**
 * Every way into the database. `live` and `sandbox` connect as roles of their own and differ in `search_path`,
 * so that the same SQL reads the district's rows or a sandbox's, and no prepared plan is ever shared.
 * The `reading` pair opens transactions that can not write and see one moment throughout.
 * `owner` is for migrations, seeds and the loading of templates, never for a request.
 */
export type Database = {
  url: string;
  live: Db;
  sandbox: Db;
  reading: { live: Db; sandbox: Db };
  owner: Pool;
  close: () => Promise<void>;
};

const READING = 'isolation level repeatable read read only';

/** Opens the pools; connections are made when they are first needed. Migrate first: `migrate()`. */
export function openDatabase(config: DatabaseConfig): Database {
  const { url, poolSize = 10, statementTimeoutMs = 15_000 } = config;
  const options = (path: string): Options<Types> => ({
    max: poolSize,
    connection: {
      search_path: path,
      statement_timeout: statementTimeoutMs,
      // Plans of our statements do not depend on their ids, and the views' take long to make anew each time.
      plan_cache_mode: 'force_generic_plan' as never,
      application_name: `rehearsal ${path}`,
    },
  });
  const live = connect(urlAs(LIVE_ROLE, url), options('public'));
  const sandbox = connect(urlAs(SANDBOX_ROLE, url), options('sandbox'));
  const owner = connect(url, { max: 2, connection: { application_name: 'rehearsal owner' } });
  return {
    url,
    live: drizzled(live),
    sandbox: drizzled(sandbox),
    reading: { live: drizzled(live, READING), sandbox: drizzled(sandbox, READING) },
    owner,
    close: async () => {
      await Promise.all([live, sandbox, owner].map((pool) => pool.end({ timeout: 5 })));
    },
  };
}

/**
 * A pool of postgres.js that speaks our types: `bigint` as number (a count or an id beyond 2^53 throws), `date`
 * and `time` as text, `timestamptz` as Date, `numeric` as text, and the session in UTC.
 */
export function connect(url: string, options: Options<Types> = {}): Pool {
  return postgres(url, {
    onnotice: () => {},
    ...options,
    types,
    connection: { TimeZone: 'UTC', jit: 'off' as never, ...options.connection },
  });
}

const types = {
  bigint: { to: 20, from: [20], serialize: String, parse: exactNumber },
  day: { to: 1082, from: [1082], serialize: String, parse: String },
} satisfies Record<string, PostgresType>;

type Types = typeof types;

/** drizzle over a pool, with `timestamptz` given and taken as Date also in hand-written SQL. */
function drizzled(pool: Pool, mode = ''): Db {
  const db = drizzle(preparing(pool, mode));
  pool.options.parsers[1184] = (text: string) => new Date(text);
  pool.options.serializers[1184] = (value: Date | string) =>
    value instanceof Date ? value.toISOString() : value;
  return db;
}

function exactNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for an exact number`);
  return value;
}
