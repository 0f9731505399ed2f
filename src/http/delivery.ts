import { createHash } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import { compress, encodingFor, isCompressible, WORTH_COMPRESSING } from './compression.ts';
import type { Env } from './env.ts';

/**
 * How pages and API answers travel: never stored by shared caches, compressed when large, and not sent again to
 * a reader who has the same already (ETag, 304). Streams pass untouched.
 */
export const delivered = createMiddleware<Env>(async (c, next) => {
  await next();
  const answer = c.res;
  const type = answer.headers.get('content-type') ?? '';
  if (!answer.body || answer.headers.has('content-encoding') || !isCompressible(type)) return;
  if (type.startsWith('text/event-stream')) return;

  const headers = new Headers(answer.headers);
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-cache');
  headers.append('vary', 'accept-encoding, cookie');
  let bytes = new Uint8Array(await answer.arrayBuffer());

  if (answer.status === 200 && c.req.method === 'GET' && headers.get('cache-control') !== 'no-store') {
    const tag = `W/"${createHash('sha1').update(bytes).digest('base64url')}"`;
    headers.set('etag', tag);
    if (
      c.req
        .header('if-none-match')
        ?.split(/\s*,\s*/)
        .includes(tag)
    ) {
      for (const name of ['content-type', 'content-length']) headers.delete(name);
      replace(c, new Response(null, { status: 304, headers }));
      return;
    }
  }
  const encoding = encodingFor(c.req.header('accept-encoding'));
  if (encoding && bytes.byteLength >= WORTH_COMPRESSING) {
    bytes = await compress(bytes, encoding, { thorough: false });
    headers.set('content-encoding', encoding);
  }
  headers.set('content-length', String(bytes.byteLength));
  replace(c, new Response(bytes, { status: answer.status, headers }));
});

/** Hono merges the headers of the answer before into a new one; the new one has them all already. */
function replace(c: { res: Response | undefined }, answer: Response): void {
  c.res = undefined;
  c.res = answer;
}
