import { Problem, problemFrom } from './problem.ts';

/** `/sandbox` or `/live`, from the address of the page: two tabs in different spaces never mix. */
export function spacePath(pathname: string = location.pathname): '/sandbox' | '/live' {
  return pathname === '/live' || pathname.startsWith('/live/') ? '/live' : '/sandbox';
}

/** The base address of an area's API in this page's space: `apiBase('attendance')` → `/sandbox/api/attendance`. */
export function apiBase(area: string): string {
  return `${spacePath()}/api/${area}`;
}

let pageScope: string | undefined;

/**
 * Names the account, space and sandbox layer that this page was made for. Every call carries it, so that the
 * server can refuse one from a page that a reset in another window has left behind.
 */
export function callFrom(scope: string | undefined): void {
  pageScope = scope;
}

/**
 * `fetch` for our own API, to be given to `hc`: asks for JSON, and throws a {@link Problem} for every answer
 * that is not a success. Without a session (401) it leaves for the sign-in page, which comes back here.
 */
export const apiFetch: typeof fetch = async (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set('accept', 'application/json');
  if (pageScope) headers.set('rehearsal-scope', pageScope);
  let response: Response;
  try {
    response = await fetch(input, { ...init, headers });
  } catch (thrown) {
    if (init?.signal?.aborted) throw thrown;
    throw new Problem({ code: 'http/offline', status: 0 });
  }
  if (response.ok) return response;
  const problem = await problemFrom(response);
  if (problem.status === 401 && !location.pathname.startsWith('/sign-in')) leaveForSignIn();
  throw problem;
};

/** The options of every typed client: `hc<typeof attendanceRoutes>(apiBase('attendance'), api)`. */
export const api = { fetch: apiFetch };

type Answer<T> = { status: number; json(): Promise<T> };

/**
 * Awaits a typed call and gives its JSON body (undefined for 204), so that the type of the route flows:
 * `const marks = await answer(attendance.marks.$get({ query }))`. Throws a {@link Problem}.
 */
export async function answer<T>(call: Promise<Answer<T>>): Promise<T> {
  const response = await call;
  if (response.status === 204) return undefined as T;
  return response.json();
}

/** An untyped call, for bodies that outlive the page (the save queue). `path` is the whole path. */
export async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  const json = body === undefined ? undefined : JSON.stringify(body);
  const init: RequestInit = { method, headers: { 'content-type': 'application/json' }, body: json };
  // Browsers refuse keepalive bodies over 64 KiB; smaller ones still arrive while the page is being left.
  if (json !== undefined && json.length < 60_000) init.keepalive = true;
  return answer<T>(apiFetch(path, init));
}

/** Goes to the sign-in page, which returns to this very address. */
export function leaveForSignIn(): void {
  const here = location.pathname + location.search + location.hash;
  location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
}
