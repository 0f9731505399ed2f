import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { Env } from './env.ts';
import { crossOrigin, tooLarge } from './errors.ts';

/** Nothing inline and nothing of another origin; lit needs neither. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const always = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};

/**
 * Headers of every answer made by `c.json`, `c.html` or `c.body`. `secure` when readers come by https: they are
 * then to come by it always.
 */
export function safeHeaders({ secure }: { secure: boolean }) {
  const headers = Object.entries(
    secure ? { ...always, 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : always,
  );
  return createMiddleware<Env>(async (c, next) => {
    for (const [name, value] of headers) c.header(name, value);
    await next();
  });
}

/**
 * Refuses writes that a page of another site made (http/cross-origin). Every browser says so in at least one of
 * two headers; a program that sends neither has no reader's cookies to misuse. `origin` is our public one; left
 * out, it is whatever host the request was sent to.
 */
export function ownOriginWrites({ origin }: { origin: string | undefined }) {
  return createMiddleware<Env>(async (c, next) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return next();
    const site = c.req.header('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin') throw crossOrigin();
    const from = c.req.header('origin');
    if (from !== undefined && !isOurs(from, origin, c.req.header('host') ?? new URL(c.req.url).host)) {
      throw crossOrigin();
    }
    return next();
  });
}

function isOurs(from: string, origin: string | undefined, host: string): boolean {
  if (origin !== undefined) return from === origin;
  return URL.canParse(from) && new URL(from).host === host;
}

/** Refuses bodies over `limit` bytes (http/too-large), announced or not. */
export function bodyWithin(limit: number) {
  return bodyLimit({
    maxSize: limit,
    onError: () => {
      throw tooLarge(limit);
    },
  });
}
