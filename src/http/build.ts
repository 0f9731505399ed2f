import { readdir, readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

type Chunk = { file: string; css?: string[]; imports?: string[] };
type Manifest = Record<string, Chunk>;

/** A file of the build, as browsers get it. */
export type Asset = { type: string; bytes: Uint8Array<ArrayBuffer> };

/** The built pages: every file by its address ('/assets/….js'), and what each page needs. */
export type ClientBuild = {
  assets: ReadonlyMap<string, Asset>;
  /** Addresses for the shell of a page, such as 'teacher/today'. Throws when there is no such page. */
  needsOf: (page: string) => PageNeeds;
};

export type PageNeeds = { early: string[]; styles: string[]; preloads: string[]; script: string | null };

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** Reads what vite built into `folder` (dist/client). Throws an Error that says to build when it is not there. */
export async function readBuild(folder: string): Promise<ClientBuild> {
  const text = await readFile(join(folder, '.vite', 'manifest.json'), 'utf8').catch(() => {
    throw new Error(`The pages are not built: ${folder} has no manifest. Run "npm run build".`);
  });
  const manifest = JSON.parse(text) as Manifest;
  const files = await readdir(join(folder, 'assets'), { recursive: true, withFileTypes: true });
  const assets = new Map<string, Asset>();
  for (const file of files.filter((entry) => entry.isFile())) {
    const path = join(file.parentPath, file.name);
    const type = types[extname(path)] ?? 'application/octet-stream';
    assets.set(path.slice(folder.length).replaceAll(sep, '/'), {
      type,
      bytes: new Uint8Array(await readFile(path)),
    });
  }
  return { assets, needsOf: (page) => needsOf(manifest, page) };
}

/** No files at all, for tests of everything but the pages' own code. */
export const noBuild: ClientBuild = {
  assets: new Map(),
  needsOf: () => ({ early: [], styles: [], preloads: [], script: null }),
};

function needsOf(manifest: Manifest, page: string): PageNeeds {
  const entry = manifest[`dashboards/${page}/${page.split('/').at(-1)}.page.ts`];
  if (!entry) throw new Error(`No page ${page} in the build`);
  const chunks = [...importsOf(manifest, entry), entry];
  const site = manifest['components/tokens/site.css'];
  const theme = manifest['components/tokens/theme.ts'];
  const unique = (files: (string | undefined)[]) => [
    ...new Set(files.filter((file) => file !== undefined).map((file) => `/${file}`)),
  ];
  return {
    early: unique([theme?.file]),
    styles: unique([site?.file, ...chunks.flatMap((chunk) => chunk.css ?? [])]),
    preloads: unique(chunks.slice(0, -1).map((chunk) => chunk.file)),
    script: `/${entry.file}`,
  };
}

/** Everything an entry imports at once, deepest first. */
function importsOf(manifest: Manifest, chunk: Chunk, seen = new Set<string>()): Chunk[] {
  return (chunk.imports ?? []).flatMap((key) => {
    const imported = manifest[key];
    if (!imported || seen.has(key)) return [];
    seen.add(key);
    return [...importsOf(manifest, imported, seen), imported];
  });
}
