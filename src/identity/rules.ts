/**
 * How long a session lasts, and how often one may fail to sign in.
 *
 * A session ends 12 hours after signing in: a school day with its evening, not the next day's shared computer.
 * Failed attempts count over 15 minutes: 10 for one account, whoever tries; 100 from one address, behind which a
 * whole school may sit at eight in the morning. A success counts for nothing. The next attempt is heard when the
 * oldest of the last 10 (or 100) is 15 minutes old.
 *
 * Source: OWASP Authentication and Session Management cheat sheets; NIST SP 800-63B 5.2.2 (at most 100 attempts).
 * Example: 10 failures from 8:00 to 8:09; at 8:10 one waits 5 minutes, until the first of them is forgotten.
 */
export const SESSION_MS = 12 * 3_600_000;

/** How stale `seen_at` may become before a request writes it anew. */
export const SEEN_EVERY_MS = 5 * 60_000;

export const WINDOW_MS = 15 * 60_000;
export const limits = { account: 10, address: 100 } as const;

/**
 * Seconds until the next attempt is heard, 0 for now. `failures` are the moments of the latest failures, newest
 * first, at least `limit` of them where there are as many.
 */
export function secondsToWait(failures: Date[], limit: number, now: Date): number {
  const oldest = failures[limit - 1];
  if (!oldest) return 0;
  return Math.max(0, Math.ceil((oldest.getTime() + WINDOW_MS - now.getTime()) / 1000));
}

/**
 * Where to go after signing in: `next` when it is a page of ours, else the start. Anything that a browser could
 * read as another origin ('//evil.example', '/\evil.example') is not.
 */
export function pageAfterSignIn(next: string | undefined, home: string): string {
  if (next === undefined || !next.startsWith('/')) return home;
  const url = URL.canParse(next, 'http://here.invalid') ? new URL(next, 'http://here.invalid') : null;
  if (url?.origin !== 'http://here.invalid') return home;
  if (
    url.pathname.startsWith('//') ||
    url.pathname.startsWith('/sign-in') ||
    url.pathname.startsWith('/api/')
  )
    return home;
  return url.pathname + url.search + url.hash;
}
