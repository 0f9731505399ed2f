import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const sources = ['components', 'dashboards', 'src', 'vite.config.ts', 'package-lock.json'];

/**
 * Builds the pages into `folder` when they were never built, or when a source is newer than they are. Gives whether
 * it did. The build goes beside the old one and replaces it at the end, so that one cut off leaves nothing half made.
 */
export async function ensureBuilt(folder: string): Promise<boolean> {
  const built = await changedAt(join(folder, '.vite', 'manifest.json'));
  const changed = await Promise.all(sources.map(newestIn));
  if (built !== null && changed.every((at) => at === null || at <= built)) return false;
  const { build } = await import('vite');
  const unfinished = `${folder}.${process.pid}`;
  try {
    await build({ logLevel: 'warn', build: { outDir: unfinished, emptyOutDir: true } });
    await rm(folder, { recursive: true, force: true });
    await rename(unfinished, folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return true;
}

async function newestIn(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) return found ? found.mtimeMs : null;
  const files = await readdir(path, { recursive: true, withFileTypes: true });
  const times = await Promise.all(
    files.filter((file) => file.isFile()).map((file) => changedAt(join(file.parentPath, file.name))),
  );
  return Math.max(0, ...times.filter((at) => at !== null));
}

async function changedAt(file: string): Promise<number | null> {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  );
}
