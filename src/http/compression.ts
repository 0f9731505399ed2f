import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

export type Encoding = 'br' | 'gzip';

/** Below this a packet is a packet. */
export const WORTH_COMPRESSING = 1_200;

/** The better of our encodings that the reader takes; null for none. `q=0` refuses one. */
export function encodingFor(acceptEncoding: string | undefined): Encoding | null {
  const taken = (acceptEncoding ?? '')
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*/))
    .filter(([, q]) => q === undefined || !/^q=0(\.0+)?$/.test(q))
    .map(([name]) => name);
  if (taken.includes('br')) return 'br';
  return taken.includes('gzip') ? 'gzip' : null;
}

/** Bytes encoded once for many readers (`thorough`), or for this one right now. */
export async function compress(
  bytes: Uint8Array<ArrayBuffer>,
  encoding: Encoding,
  { thorough }: { thorough: boolean },
): Promise<Uint8Array<ArrayBuffer>> {
  const compressed =
    encoding === 'br'
      ? await brotli(bytes, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: thorough ? 10 : 4,
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
          },
        })
      : await zip(bytes, { level: thorough ? 9 : 5 });
  return new Uint8Array(compressed);
}

const compressibles = /^(text\/|application\/(json|problem\+json|javascript)|image\/svg)/;

/** Whether this kind of content becomes smaller at all. */
export function isCompressible(type: string): boolean {
  return compressibles.test(type);
}
