export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'too-many';

/** What a refusal tells the reader's browser, so that it can make a sentence: plain JSON values. */
export type Facts = Record<string, unknown>;

/**
 * A refusal the product knows how to explain. `code` is `<area>/<what-happened>`, `kind` decides the HTTP
 * status (in http/problem.ts alone), `facts` hold what the sentence for the reader needs.
 * Everything else that is thrown is a defect and answers a bare 500.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: string;
  readonly kind: ErrorKind;
  readonly facts: Facts;

  constructor(code: string, kind: ErrorKind, facts: Facts = {}) {
    super(code);
    this.code = code;
    this.kind = kind;
    this.facts = facts;
  }
}

/** A thing that is not there, or not in this space or school: both look the same from outside. */
export const notFound = (what: string, id?: number | string) =>
  new DomainError('shared/not-found', 'not-found', { what, id });

/** Somebody else saved in between; `facts` carry what stands there now, so that the browser can show both. */
export const staleEdit = (facts: Facts) => new DomainError('shared/stale-edit', 'conflict', facts);
