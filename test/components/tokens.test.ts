import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const sources = ['components', 'dashboards']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter(
    (file) =>
      /\.(css|ts)$/.test(file) && !file.startsWith('components/tokens') && !file.includes('generated'),
  );

test('there are sources to look at', () => {
  expect(sources.length).toBeGreaterThan(20);
});

test('colors stand in components/tokens and nowhere else', () => {
  const literal =
    /#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})\b(?=[;,\s)])|\b(?:rgba?|hsla?|oklch|oklab|lch|lab)\(/i;
  expect(offenders((text) => literal.test(text))).toEqual([]);
});

test('no style attribute, which the Content-Security-Policy would refuse', () => {
  expect(offenders((text) => /\bstyle=["$]|styleMap/.test(text))).toEqual([]);
});

test('every token that is read is defined', () => {
  const all = sources.concat(
    readdirSync(join(root, 'components/tokens')).map((file) => join('components/tokens', file)),
  );
  const defined = new Set(
    all.flatMap((file) => [...read(file).matchAll(/(--r-[\w-]+)['"]?:/g)].map(([, name]) => name)),
  );
  const used = all.flatMap((file) =>
    [...read(file).matchAll(/var\((--r-[\w-]+)\)/g)].map(([, name]) => name),
  );
  expect(used.filter((name) => !defined.has(name))).toEqual([]);
});

function offenders(isOne: (line: string) => boolean): string[] {
  return sources.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, at) =>
        isOne(line) && !/^\s*(\/?\*|\/\/)/.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : [],
      ),
  );
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
