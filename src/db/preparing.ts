import type { Sql, TransactionSql } from 'postgres';

type Unsafe = Sql<Record<string, number>>['unsafe'];
type UnsafeOptions = NonNullable<Parameters<Unsafe>[2]>;

/** Statements with more parameters differ in length from call to call, and are not worth keeping a plan for. */
const MOST_PARAMETERS = 40;

/**
 * The pool as drizzle shall see it: statements with parameters are prepared once per connection.
 *
 * Without it, drizzle sends each statement unnamed, which postgres.js describes first: two round trips and a
 * new plan for every query. `mode` is what follows `begin` in the transactions it opens.
 */
export function preparing<T extends Record<string, unknown>>(pool: Sql<T>, mode = ''): Sql<T> {
  return {
    options: pool.options,
    unsafe: unsafeOf(pool as unknown as Sql<Record<string, number>>),
    begin: (work: (sql: TransactionSql<T>) => unknown) =>
      pool.begin(mode, (sql) => unlessLost(work(within(sql)))),
  } as unknown as Sql<T>;
}

function within<T extends Record<string, unknown>>(transaction: TransactionSql<T>): TransactionSql<T> {
  return {
    unsafe: unsafeOf(transaction as unknown as Sql<Record<string, number>>),
    savepoint: (work: (sql: TransactionSql<T>) => unknown) =>
      transaction.savepoint((sql) => work(within(sql))),
  } as unknown as TransactionSql<T>;
}

const lost = new Set([
  '57P01',
  '57P02',
  '57P03',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'ECONNRESET',
  'EPIPE',
]);

/**
 * The work of a transaction, which never ends when its connection is lost: postgres.js would write a rollback to a
 * socket that is no more, outside of any promise, and take the process with it (porsager/postgres issue 1208, as of
 * 3.4.9). The transaction itself fails all the same, by the closing of its connection.
 */
async function unlessLost(work: unknown): Promise<unknown> {
  try {
    return await work;
  } catch (error) {
    const { code } = ((error as Error).cause ?? error) as { code?: string };
    if (code !== undefined && lost.has(code)) return new Promise(() => {});
    throw error;
  }
}

function unsafeOf(sql: Sql<Record<string, number>>): Unsafe {
  return ((text: string, parameters: Parameters<Unsafe>[1] = [], options: UnsafeOptions = {}) =>
    sql.unsafe(text, parameters, {
      ...options,
      prepare: parameters.length > 0 && parameters.length <= MOST_PARAMETERS,
    })) as Unsafe;
}
