import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const sis = fileURLToPath(new URL('../../src/sis', import.meta.url));

/** Rules of the product whose results are kept in the rows. */
const rules = [
  'attendance/daily',
  'gradebook/averages',
  'gradebook/book',
  'gradebook/posting',
  'gradebook/scales',
];

/**
 * What a generated school depends on, as sixteen hexadecimal digits: the generator's sources, the tables, the rules
 * whose results it keeps, faker's version, and the options.
 */
export function schoolVersion(options: object): string {
  const hash = createHash('sha256');
  const areas = readdirSync(sis).sort();
  const files = [
    ...sourcesIn(here),
    ...areas.flatMap((area) => sourcesIn(join(sis, area)).filter((file) => file.endsWith('schema.ts'))),
    ...rules.flatMap((folder) =>
      sourcesIn(join(sis, folder)).filter((file) => !/(service|routes|queries)\.ts$/.test(file)),
    ),
  ];
  for (const file of files) hash.update(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));
  const { version } = createRequire(import.meta.url)('@faker-js/faker/package.json') as { version: string };
  return hash.update(version).update(JSON.stringify(options)).digest('hex').slice(0, 16);
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => join(folder, file));
}
