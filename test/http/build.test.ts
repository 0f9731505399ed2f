import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBuild } from '../../src/http/build.ts';

const manifest = {
  'components/tokens/site.css': { file: 'assets/site-1.css' },
  'components/tokens/theme.ts': { file: 'assets/theme-1.js' },
  '_lit.js': { file: 'assets/lit-1.js' },
  '_site.js': { file: 'assets/site-1.js', imports: ['_lit.js'], css: ['assets/frame-1.css'] },
  'dashboards/teacher/today/today.page.ts': {
    file: 'assets/today-1.js',
    imports: ['_lit.js', '_site.js'],
    css: ['assets/today-1.css'],
  },
};
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'build-'));
  await mkdir(join(folder, '.vite'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, '.vite', 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'assets', 'today-1.js'), 'let today;');
});

afterAll(() => rm(folder, { recursive: true }));

test('a page needs the theme first, its styles in order, and its imports once each', async () => {
  const { needsOf } = await readBuild(folder);
  expect(needsOf('teacher/today')).toEqual({
    early: ['/assets/theme-1.js'],
    styles: ['/assets/site-1.css', '/assets/frame-1.css', '/assets/today-1.css'],
    preloads: ['/assets/lit-1.js', '/assets/site-1.js'],
    script: '/assets/today-1.js',
  });
  expect(() => needsOf('teacher/nowhere')).toThrow('No page teacher/nowhere');
});

test('files are found by the address that browsers ask for', async () => {
  const { assets } = await readBuild(folder);
  expect([...assets.keys()]).toEqual(['/assets/today-1.js']);
  expect(assets.get('/assets/today-1.js')?.type).toBe('text/javascript; charset=utf-8');
});

test('without a build it says to build', async () => {
  await expect(readBuild(join(folder, 'nothing'))).rejects.toThrow('npm run build');
});
