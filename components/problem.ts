/** One refused value: a sentence for developers, and where it stood in what was sent (JSON pointer). */
export type FieldError = { detail: string; pointer: string; code?: string };

type Facts = Record<string, unknown>;

/**
 * A call that did not succeed, whatever the reason. `code` is the server's (`attendance/window-closed`), or
 * `http/offline` when no answer came. Words for people are made from `code` and `facts` by
 * dashboards/words/problems.ts; `message` is for logs only.
 */
export class Problem extends Error {
  readonly code: string;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly facts: Facts;
  readonly errors: FieldError[];
  readonly requestId: string | undefined;

  constructor(it: {
    code: string;
    status: number;
    facts?: Facts;
    errors?: FieldError[];
    requestId?: string;
  }) {
    super(`${it.code} (${it.status})`);
    this.name = 'Problem';
    this.code = it.code;
    this.status = it.status;
    this.facts = it.facts ?? {};
    this.errors = it.errors ?? [];
    this.requestId = it.requestId;
  }

  /** No answer came: the network, the server, or the browser was offline. */
  get offline(): boolean {
    return this.status === 0;
  }

  /** Sending the same again later may succeed: no answer, too many requests, or a failing server. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  /** Somebody else changed it first. */
  get conflict(): boolean {
    return this.code === 'shared/stale-edit';
  }

  /** The refusal at one field, by the last part of its JSON pointer: `errorAt('password')`. */
  errorAt(field: string): FieldError | undefined {
    return this.errors.find((error) => error.pointer.split('/').at(-1) === field);
  }
}

/** Any thrown value as a Problem; a mistake in the page's own code becomes `page/broken` and is logged. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  console.error(thrown);
  return new Problem({ code: 'page/broken', status: -1 });
}

/** Reads a problem+json answer; anything else (a proxy's page, an empty body) becomes `http/unexpected`. */
export async function problemFrom(response: Response): Promise<Problem> {
  const status = response.status;
  const requestId = response.headers.get('x-request-id') ?? undefined;
  const body: unknown = await response.json().catch(() => undefined);
  if (!isRecord(body) || typeof body.code !== 'string') {
    return new Problem({ code: 'http/unexpected', status, requestId });
  }
  return new Problem({
    code: body.code,
    status,
    facts: isRecord(body.facts) ? body.facts : {},
    errors: Array.isArray(body.errors) ? body.errors.filter(isFieldError) : [],
    requestId: typeof body.requestId === 'string' ? body.requestId : requestId,
  });
}

function isRecord(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFieldError(value: unknown): value is FieldError {
  return isRecord(value) && typeof value.detail === 'string' && typeof value.pointer === 'string';
}
