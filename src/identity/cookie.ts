import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** `secure` when readers come by https: the cookie is then bound to this very host and to https. */
export type CookieOptions = { secure: boolean };

const NAME = 'rehearsal';

export function sessionToken(c: Context, { secure }: CookieOptions): string | undefined {
  return getCookie(c, NAME, secure ? 'host' : undefined) || undefined;
}

/** The session's secret, out of reach of scripts and of other sites' requests; gone when it expires. */
export function keepToken(c: Context, token: string, expires: Date, options: CookieOptions): void {
  setCookie(c, NAME, token, { ...attributes(options), expires });
}

export function dropToken(c: Context, options: CookieOptions): void {
  deleteCookie(c, NAME, attributes(options));
}

function attributes({ secure }: CookieOptions) {
  const common = { path: '/', httpOnly: true, sameSite: 'Lax' } as const;
  return secure ? ({ ...common, secure: true, prefix: 'host' } as const) : common;
}
