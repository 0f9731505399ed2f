import type { Asset } from './build.ts';
import { compress, type Encoding, encodingFor, isCompressible, WORTH_COMPRESSING } from './compression.ts';
import { routes } from './env.ts';
import { noSuchPath } from './errors.ts';

/** The built files. Their names change with their content, so browsers keep them for good. */
export function assetRoutes() {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  /** Each file is encoded once, when the first reader asks. */
  function encoded(path: string, asset: Asset, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
    const key = `${encoding} ${path}`;
    const ready = kept.get(key) ?? compress(asset.bytes, encoding, { thorough: true });
    kept.set(key, ready);
    return ready;
  }

  return routes().get('/assets/*', async (c) => {
    const asset = c.var.build.assets.get(c.req.path);
    if (!asset) throw noSuchPath();
    c.header('content-type', asset.type);
    c.header('cache-control', 'public, max-age=31536000, immutable');
    c.header('vary', 'accept-encoding');
    const encoding = encodingFor(c.req.header('accept-encoding'));
    if (!encoding || !isCompressible(asset.type) || asset.bytes.byteLength < WORTH_COMPRESSING) {
      return c.body(asset.bytes);
    }
    c.header('content-encoding', encoding);
    return c.body(await encoded(c.req.path, asset, encoding));
  });
}
