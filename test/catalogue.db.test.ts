import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../src/db/client.ts';
import { LIVE_ROLE, SANDBOX_ROLE } from '../src/db/roles.ts';
import { readCatalogue, type Table } from '../src/db/spaces/catalogue.ts';
import { testDatabase } from './support/database.ts';

let db: Database;
let tables: Table[];

beforeAll(async () => {
  db = await testDatabase();
  tables = await readCatalogue(db.owner);
});

/** One column of a query as a list. */
async function list(query: string): Promise<string[]> {
  const rows = await db.owner.unsafe<{ it: string }[]>(query);
  return rows.map((row) => row.it);
}

test('there are tables to look at', () => {
  expect(tables.length).toBeGreaterThan(30);
});

test('every table has its twin, with the same columns and checks', async () => {
  for (const { name, columns, checks } of tables) {
    const twin = await list(`
      select attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull as it from pg_attribute
      where attrelid = 'practice.${name}'::regclass and attnum > 0 and not attisdropped
        and attname not in ('space', 'gone', 'stamp') order by 1`);
    expect(twin).toEqual(columns.map((one) => `${one.name} ${one.type} ${one.notNull}`).sort());
    const theirs = await list(`
      select conname || ' ' || pg_get_constraintdef(oid) as it from pg_constraint
      where conrelid = 'practice.${name}'::regclass and contype = 'c' order by 1`);
    expect(theirs).toEqual(checks.map((one) => `${one.name} ${one.definition}`).sort());
  }
});

test('every table has its view, with the same columns, defaults and triggers', async () => {
  for (const { name, columns } of tables) {
    const shown = await list(`
      select attname || coalesce(' ' || pg_get_expr(adbin, adrelid), '') as it
      from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
      where attrelid = 'sandbox.${name}'::regclass and attnum > 0 order by attnum`);
    expect(shown).toEqual(
      columns.map((one) => `${one.name}${one.default === null ? '' : ` ${one.default}`}`),
    );
    const triggers = await list(
      `select tgname as it from pg_trigger where tgrelid = 'sandbox.${name}'::regclass order by 1`,
    );
    expect(triggers).toEqual(['checked', 'delete', 'insert', 'update'].map((what) => `${name}_${what}`));
  }
});

test('every view runs as whoever asks, and every twin has row-level security', async () => {
  const own = await list(`
    select relname as it from pg_class where relnamespace = 'sandbox'::regnamespace and relkind = 'v'
      and not coalesce(reloptions @> '{security_invoker=true}', false)`);
  const open = await list(`
    select relname as it from pg_class where relnamespace = 'practice'::regnamespace and relkind = 'r' and not relrowsecurity`);
  expect({ own, open }).toEqual({ own: [], open: [] });
});

test('every foreign key has an index that leads with it, live and in the store', () => {
  const missing = tables.flatMap(({ name, foreignKeys, indexes }) =>
    foreignKeys
      .filter(({ columns }) => !indexes.some((index) => index.where === null && index.keys[0] === columns[0]))
      .map((key) => `${name}: ${key.name}`),
  );
  expect(missing).toEqual([]);
});

test('every rule has a name of its own: what PostgreSQL makes up is for primary keys only', async () => {
  const madeUp = await list(`
    select conrelid::regclass || ': ' || conname as it from pg_constraint
    where connamespace in ('public'::regnamespace, 'platform'::regnamespace)
      and contype in ('c', 'u') and conname ~ '_(check|key)[0-9]*$' and conname !~ '_one_per_'`);
  expect(madeUp).toEqual([]);
});

test('the roles own nothing, and row-level security holds for both', async () => {
  const roles = `('${LIVE_ROLE}', '${SANDBOX_ROLE}')`;
  const owned = await list(`
    select relname as it from pg_class where pg_get_userbyid(relowner) in ${roles}
    union all select proname from pg_proc where pg_get_userbyid(proowner) in ${roles}
    union all select nspname from pg_namespace where pg_get_userbyid(nspowner) in ${roles}`);
  const strong = await list(`
    select rolname as it from pg_roles
    where rolname in ${roles} and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`);
  expect({ owned, strong }).toEqual({ owned: [], strong: [] });
});

test('the sandbox role reaches nothing in live, and of the platform it only adds to the log', async () => {
  const reached = await list(`
    select n.nspname || '.' || c.relname || ' ' || p as it
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    cross join unnest(array['select', 'insert', 'update', 'delete', 'truncate']) p
    where n.nspname in ('public', 'platform') and c.relkind in ('r', 'p', 'v')
      and has_table_privilege('${SANDBOX_ROLE}', c.oid, p)
    order by 1`);
  expect(reached).toEqual(['platform.activity insert']);
  const functions = await list(`
    select proname as it from pg_proc
    where pronamespace = 'app'::regnamespace and prorettype <> 'trigger'::regtype
      and has_function_privilege('${SANDBOX_ROLE}', oid, 'execute') order by 1`);
  expect(functions).toEqual(['enter', 'layer', 'template']);
});

test('the migrations make what the schema files describe', () => {
  const before = readdirSync('src/db/migrations').length;
  const said = execFileSync('npx', ['drizzle-kit', 'generate', '--name', 'unexpected'], { encoding: 'utf8' });
  expect(said).toContain('No schema changes');
  expect(readdirSync('src/db/migrations')).toHaveLength(before);
});
