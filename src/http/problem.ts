import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { DomainError, type ErrorKind, type Facts } from '../shared/errors.ts';
import { refusalOf } from './database-errors.ts';
import type { Env } from './env.ts';
import { type FieldError, HttpProblem, malformed, noSuchPath } from './errors.ts';
import { errorPage } from './shell.ts';

const statusOf: Record<ErrorKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-many': 429,
};

/** RFC 9457, with our own members `code`, `facts`, `errors` and `requestId`. */
export type ProblemBody = {
  type: string;
  title: string;
  status: number;
  code: string;
  facts: Facts;
  errors?: FieldError[];
  requestId: string;
};

/**
 * Hono's error handler: refusals are answered as application/problem+json, to a person who asked for a page as a
 * page, and to one who is not signed in by the sign-in page. Whatever we do not know becomes a bare 500, logged
 * whole; no message of a driver or of a defect ever leaves.
 */
export function answerProblem(thrown: Error, c: Context<Env>): Response | Promise<Response> {
  const problem = asProblem(thrown);
  c.set('problem', { code: problem.code, thrown: problem.status >= 500 ? thrown : undefined });
  const headers: Record<string, string> = { 'cache-control': 'no-store' };
  if (problem.retryAfter !== undefined) headers['retry-after'] = String(problem.retryAfter);

  if (wantsPage(c)) {
    if (problem.status === 401) return c.redirect(`/sign-in?next=${encodeURIComponent(pathOf(c))}`, 303);
    return errorPage(c, { ...problem, requestId: c.var.requestId }, headers);
  }
  const body: ProblemBody = {
    type: `/problems/${problem.code}`,
    title: problem.code,
    status: problem.status,
    code: problem.code,
    facts: problem.facts,
    ...(problem.errors.length > 0 ? { errors: problem.errors } : {}),
    requestId: c.var.requestId,
  };
  return c.body(JSON.stringify(body), problem.status as 500, {
    ...headers,
    'content-type': 'application/problem+json',
  });
}

/** Hono's handler for an address that no route has. */
export function answerNotFound(c: Context<Env>): Response | Promise<Response> {
  return answerProblem(noSuchPath(), c);
}

function asProblem(thrown: unknown): HttpProblem {
  if (thrown instanceof HttpProblem) return thrown;
  if (thrown instanceof DomainError) {
    const { retryAfter } = thrown.facts;
    return new HttpProblem(statusOf[thrown.kind], thrown.code, {
      facts: thrown.facts,
      retryAfter: typeof retryAfter === 'number' ? retryAfter : undefined,
    });
  }
  if (thrown instanceof HTTPException && thrown.status === 400) return malformed();
  return refusalOf(thrown) ?? new HttpProblem(500, 'http/broken');
}

function wantsPage(c: Context<Env>): boolean {
  return (
    (c.req.method === 'GET' || c.req.method === 'HEAD') &&
    !c.req.path.includes('/api/') &&
    (c.req.header('accept') ?? '').includes('text/html')
  );
}

function pathOf(c: Context<Env>): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}
