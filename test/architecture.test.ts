import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** A file imports from its own level or an earlier one. */
const levels = [
  'shared',
  'db',
  'activity',
  'http',
  'identity',
  'sis',
  'sandbox',
  'training',
  'readiness',
  'pages',
];
/** The composition at the top: src/*.ts. */
const TOP = levels.length;

type Import = { to: string; names: string[]; typeOnly: boolean };
type Source = { path: string; text: string; imports: Import[] };

const files = ['src', 'components', 'dashboards', 'sandbox-seeds', 'scripts', 'bench'].flatMap(read);
const server = files.filter(({ path }) => path.startsWith('src/'));
const browser = files.filter(({ path }) => path.startsWith('components/') || path.startsWith('dashboards/'));
const sis = server.filter(({ path }) => path.startsWith('src/sis/'));

function read(root: string): Source[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const path = join(root, name);
      const text = readFileSync(path, 'utf8');
      return { path, text, imports: importsOf(path, text) };
    });
}

function importsOf(path: string, text: string): Import[] {
  const found = text.matchAll(
    /^(?:import|export)\s+(type\s)?([^'";]*?)\bfrom\s+'([^']+)'|import\(\s*'([^']+)'|^import\s+'([^']+)'/gm,
  );
  return [...found].map(([, type, list = '', from, dynamic, bare]) => {
    const to = from ?? dynamic ?? bare ?? '';
    const names = list
      .replace(/[{}]/g, '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    return {
      to: to.startsWith('.') ? normalize(join(dirname(path), to)) : to,
      names,
      typeOnly: type !== undefined || (names.length > 0 && names.every((name) => name.startsWith('type '))),
    };
  });
}

function levelOf(path: string): number {
  const level = levels.indexOf(path.split('/')[1] ?? '');
  return level === -1 ? TOP : level;
}

/** Lines 'path: what is wrong' over all files, so that a failure names them. */
function offenses(sources: Source[], find: (source: Source) => (string | false | undefined)[]): string[] {
  return sources.flatMap((source) =>
    find(source)
      .filter(Boolean)
      .map((what) => `${source.path}: ${what}`),
  );
}

/** `area` of 'src/sis/<area>/…'. */
const areaOf = (path: string) => path.match(/^src\/sis\/([^/]+)\//)?.[1];

test('the files are found, with their imports', () => {
  expect(server.length).toBeGreaterThan(80);
  expect(browser.length).toBeGreaterThan(40);
  expect(sis.length).toBeGreaterThan(30);
  const example = server.find(({ path }) => path === 'src/http/spaces.ts')?.imports;
  expect(example).toContainEqual({
    to: 'src/db/spaces/spaces.ts',
    names: ['inLive', 'inSandbox'],
    typeOnly: false,
  });
  expect(example).toContainEqual(expect.objectContaining({ to: 'src/http/env.ts', typeOnly: true }));
});

test('a file imports from its own level or an earlier one', () => {
  expect(
    offenses(server, ({ path, imports }) =>
      imports.map(({ to }) => to.startsWith('src/') && levelOf(to) > levelOf(path) && `imports ${to}`),
    ),
  ).toEqual([]);
});

test('the server knows nothing of the browser; seeds are loaded by the composition alone', () => {
  expect(
    offenses(server, ({ path, imports }) =>
      imports.map(
        ({ to, typeOnly }) =>
          !typeOnly &&
          (/^(components|dashboards)\//.test(to) ||
            (to.startsWith('sandbox-seeds/') && levelOf(path) !== TOP)) &&
          `imports ${to}`,
      ),
    ),
  ).toEqual([]);
});

test('rules are pure: they import shared, rules, and exact fractions', () => {
  const rules = server.filter(({ path }) => path.endsWith('/rules.ts') || path.includes('/rules/'));
  expect(rules.length).toBeGreaterThan(8);
  const pure = (from: string, to: string) =>
    to.startsWith('src/shared/') ||
    to === 'fraction.js' ||
    (to.startsWith('src/') && areaOf(to) !== undefined && areaOf(to) === areaOf(from));
  expect(
    offenses(rules, ({ path, imports }) =>
      imports.map(({ to, typeOnly }) => !typeOnly && !pure(path, to) && `imports ${to}`),
    ),
  ).toEqual([]);
});

test('what rules import of their own area reaches no database, whatever the way', () => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reached = (source: Source, seen = new Set<string>()): string[] =>
    source.imports.flatMap(({ to, typeOnly }) => {
      if (typeOnly || seen.has(to)) return [];
      seen.add(to);
      const next = byPath.get(to);
      return next ? reached(next, seen) : [to];
    });
  const rules = server.filter(({ path }) => path.endsWith('/rules.ts'));
  expect(
    offenses(rules, (source) => reached(source).map((to) => to !== 'fraction.js' && `reaches ${to}`)),
  ).toEqual([]);
});

test('services and queries know no HTTP', () => {
  const inner = server.filter(
    ({ path }) =>
      /(service|queries|rules|schema|errors)\.ts$/.test(path) &&
      levelOf(path) >= levels.indexOf('sis') &&
      levelOf(path) < levels.indexOf('pages'),
  );
  expect(
    offenses(inner, ({ imports }) =>
      imports.map(({ to }) => (to.startsWith('src/http/') || /^(@hono|hono)/.test(to)) && `imports ${to}`),
    ),
  ).toEqual([]);
});

test('writes stay home: a service changes tables of its own area alone', () => {
  const writes = /\.(?:insert|update|delete)\((\w+)\)|into: (\w+)/g;
  expect(
    offenses(sis, ({ path, text, imports }) =>
      [...text.matchAll(writes)].map(([, built, merged]) => {
        const table = built ?? merged ?? '';
        const from = imports.find(({ to, names }) => to.endsWith('/schema.ts') && names.includes(table));
        return from && areaOf(from.to) !== areaOf(path) && `writes ${table} of ${from.to}`;
      }),
    ),
  ).toEqual([]);
});

test('the sandbox needs no help from the school: no ON CONFLICT, no FOR UPDATE, no max + 1', () => {
  const traps = [/on conflict/i, /onConflict/, /for (no key )?update/i, /\.for\('/, /max\([^)]*\)\s*\+\s*1/i];
  expect(offenses(sis, ({ text }) => traps.map((trap) => trap.test(text) && `has ${trap}`))).toEqual([]);
});

test('only src/db names the practice schema', () => {
  expect(
    offenses([...server, ...browser], ({ path, text }) => [
      !path.startsWith('src/db/') &&
        /\bpractice\.[a-z_"]|pgSchema\('practice'\)/.test(text) &&
        'names the practice schema',
    ]),
  ).toEqual([]);
});

test('only main reads the environment of the process', () => {
  expect(
    offenses(server, ({ path, text }) => [
      path !== 'src/main.ts' && /process\.env/.test(text) && 'reads process.env',
    ]),
  ).toEqual([]);
});

test('code of the browser takes types and rules from the server, nothing else', () => {
  const allowed = (to: string) => /\/rules\.ts$|\/rules\/|^src\/shared\//.test(to) || isRuleRoom(to);
  expect(
    offenses(browser, ({ imports }) =>
      imports.map(
        ({ to, typeOnly }) => to.startsWith('src/') && !typeOnly && !allowed(to) && `imports ${to}`,
      ),
    ),
  ).toEqual([]);
});

/** A room of pure modules beside a rules.ts, such as src/sis/gradebook/averages. */
function isRuleRoom(path: string): boolean {
  return server.some(
    (file) => file.path === join(dirname(path), 'rules.ts') && file.imports.some(({ to }) => to === path),
  );
}

test('no default exports, no barrels, no drawers', () => {
  expect(
    offenses(files, ({ path, text }) => [
      /^export default/m.test(text) && 'has a default export',
      /\/index\.ts$/.test(path) && 'is a barrel',
      /\/(utils|helpers|common|lib|manager|misc)[./]/.test(path) && 'is a drawer',
    ]),
  ).toEqual([]);
});
