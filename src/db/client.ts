import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { PgTransaction } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

type Schema = Record<string, never>;

/** One of the two pools: the same SQL means live rows on `live` and a sandbox's rows on `sandbox`. */
export type Pool = PostgresJsDatabase<Schema> & { $client: postgres.Sql };

/** An open transaction. */
export type Tx = PgTransaction<PostgresJsQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>;

/** Both pools. The sandbox pool's role has no grant on live data. */
export type Database = { live: Pool; sandbox: Pool; close(): Promise<void> };

export type DatabaseConfig = {
  /** A superuser's or owner's address; the pools connect to the same server and database as the app's roles. */
  url: string;
  /** Password of both app roles. */
  password: string;
  /** Connections per pool. */
  connections?: number;
};

/** The roles that the app connects as. They own nothing and are subject to row-level security. */
export const roles = { live: 'rehearsal_live', sandbox: 'rehearsal_sandbox' } as const;

/** Opens both pools; nothing is connected before the first query. */
export function openDatabase({ url, password, connections = 10 }: DatabaseConfig): Database {
  const live = openPool({ url, password, connections, role: roles.live, searchPath: 'public' });
  const sandbox = openPool({ url, password, connections, role: roles.sandbox, searchPath: 'sandbox' });
  return {
    live,
    sandbox,
    close: async () => {
      await Promise.all([live.$client.end({ timeout: 5 }), sandbox.$client.end({ timeout: 5 })]);
    },
  };
}

type PoolOptions = { url: string; password: string; connections: number; role: string; searchPath: string };

function openPool({ url, password, connections, role, searchPath }: PoolOptions): Pool {
  const client = postgres(url, {
    ...driverOptions,
    username: role,
    password,
    max: connections,
    connection: { ...session, search_path: searchPath, application_name: role },
  });
  return drizzle(client);
}

const session = { TimeZone: 'UTC', statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 };

/** How every connection of ours reads types: bigint as number (ids stay far below 2^53), in UTC. */
export const driverOptions = {
  types: {
    bigint: { to: 20, from: [20], serialize: String, parse: Number },
  },
  onnotice: () => {},
} satisfies postgres.Options<Record<string, postgres.PostgresType>>;

/** One connection as the owner, for migrations and for loading schools. Close it with `end()`. */
export function connectOwner(url: string, { max = 1 } = {}): postgres.Sql {
  return postgres(url, {
    ...driverOptions,
    max,
    connection: { TimeZone: 'UTC', application_name: 'rehearsal_owner' },
  }) as postgres.Sql;
}
