import { busy, collided, databaseUnavailable, type HttpProblem } from './errors.ts';

const lost = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  '57P01', // the server is being shut down
  '57P02', // it crashed
  '57P03', // it is starting
]);
const overloaded = new Set([
  '53300', // too many connections
  '53200', // out of memory
  '55P03', // a lock was not to be had in time
  '57014', // the statement took too long
  '25P03', // the transaction lay idle too long
]);
const collisions = new Set(['23503', '23505', '23P01']);
const losers = new Set(['40001', '40P01']);

/** The driver's code of an error or of what caused it: an SQLSTATE, or a name such as 'ECONNREFUSED'. */
export function databaseCode(thrown: unknown): string | undefined {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if ('code' in error && typeof error.code === 'string') return error.code;
  }
  return undefined;
}

/** Whether a transaction lost against another one (serialization, deadlock): run again, it may well succeed. */
export function lostToAnother(thrown: unknown): boolean {
  return losers.has(databaseCode(thrown) ?? '');
}

/** The refusal that an error of the driver means; undefined for one that is a defect of ours. */
export function refusalOf(thrown: unknown): HttpProblem | undefined {
  const code = databaseCode(thrown);
  if (code === undefined) return undefined;
  if (lost.has(code) || code.startsWith('08')) return databaseUnavailable(thrown);
  if (overloaded.has(code) || losers.has(code)) return busy(thrown);
  if (collisions.has(code)) return collided(thrown);
  return undefined;
}
