import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Env } from './env.ts';

/**
 * The network address a request came from. `proxies` is how many of our own stand before us: each appends the
 * address it saw to X-Forwarded-For, and what stands further left is the reader's own claim.
 */
export function addressOf(c: Context<Env>, { proxies }: { proxies: number }): string {
  if (proxies > 0) {
    const seen = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
    const address = seen.at(-proxies);
    if (address) return address;
  }
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'unknown'; // No socket: the request was made in this process.
  }
}
