import type { Facts } from '../shared/errors.ts';

/** One refused value of a request: what is wrong with it, and where it stood (JSON pointer). */
export type FieldError = { detail: string; pointer: string; code?: string };

/** A refusal by the house itself, before or beside any verb: these know their status. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly status: number;
  readonly code: string;
  readonly facts: Facts;
  readonly errors: FieldError[];
  readonly retryAfter: number | undefined;

  constructor(
    status: number,
    code: string,
    more: { facts?: Facts; errors?: FieldError[]; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(code, { cause: more.cause });
    this.status = status;
    this.code = code;
    this.facts = more.facts ?? {};
    this.errors = more.errors ?? [];
    this.retryAfter = more.retryAfter;
  }
}

export const invalid = (errors: FieldError[]) => new HttpProblem(422, 'http/invalid', { errors });

export const malformed = () => new HttpProblem(400, 'http/malformed');

export const noSuchPath = () => new HttpProblem(404, 'http/no-such-path');

export const crossOrigin = () => new HttpProblem(403, 'http/cross-origin');

/** `limit` in bytes. */
export const tooLarge = (limit: number) => new HttpProblem(413, 'http/too-large', { facts: { limit } });

/** The database can not be reached; what was asked for has not happened. `cause` is for the log. */
export const databaseUnavailable = (cause: unknown) =>
  new HttpProblem(503, 'http/database-unavailable', { retryAfter: 5, cause });

/** Too much at once, or too long; nothing was changed. */
export const busy = (cause: unknown) => new HttpProblem(503, 'http/busy', { retryAfter: 2, cause });

/** A constraint refused what no rule had caught, as when two requests insert the same thing at once. */
export const collided = (cause: unknown) => new HttpProblem(409, 'http/collided', { cause });
