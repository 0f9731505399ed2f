import { copyIntoStore } from '../../sandbox-seeds/bulk.ts';
import { generateSchool, type School } from '../../sandbox-seeds/school/generate.ts';
import type { Database } from '../../src/db/client.ts';
import { copyRows, publishTemplate } from '../../src/db/spaces/load.ts';

export const TEMPLATE = 1;

/** The generated school that everything here is measured on. */
export function makeSchool(): School {
  return generateSchool();
}

/** Puts the school into the plain tables. */
export async function loadLive({ owner }: Database, school: School): Promise<void> {
  for (const table of school.tables) await copyRows(owner, 'live', table);
  await owner`vacuum (analyze)`;
}

/** Puts the same school into the practice store and publishes it; gives its rows. */
export async function loadTemplate({ owner }: Database, school: School): Promise<number> {
  let rows = 0;
  for (const table of school.tables) rows += await copyIntoStore(owner, TEMPLATE, table);
  const { key, version, name, today } = school;
  await publishTemplate(owner, { space: TEMPLATE, schoolKey: key, version, name, today });
  return rows;
}
