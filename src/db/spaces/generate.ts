import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Sql, TransactionSql } from 'postgres';
import { obstacles, readCatalogue, type Table } from './catalogue.ts';
import { copyLayer, dropLayer, enter, layerChanges, settings, verifyTemplate } from './functions.ts';
import { name } from './quote.ts';
import { triggers } from './triggers.ts';
import { policies, remember, twin, twinIndexes, view } from './views.ts';

const sources = ['catalogue.ts', 'functions.ts', 'generate.ts', 'triggers.ts', 'views.ts'];

/**
 * Makes the practice side of every SIS table from the catalogue: twin, indexes, policies, view, triggers, and the
 * functions over all of them. Does nothing when neither the tables nor the generator have changed. Throws, naming each
 * obstacle, for a table that the engine can not serve; a table is never practised on by half.
 */
export async function generatePractice(sql: Sql): Promise<{ generated: boolean; hash: string }> {
  const tables = await readCatalogue(sql);
  const hash = await hashOf(tables);
  const [known] = await sql<{ hash: string | null }[]>`
    select obj_description(oid, 'pg_namespace') as hash from pg_namespace where nspname = 'practice'`;
  if (known?.hash !== hash) await generateAll(sql, tables, hash);
  await sql.unsafe(grants);
  return { generated: known?.hash !== hash, hash };
}

async function generateAll(sql: Sql, tables: Table[], hash: string): Promise<void> {
  refuse(tables);
  await sql.begin(async (tx) => {
    await tx.unsafe(
      `create schema if not exists practice; create schema if not exists sandbox; ${settings} ${enter}`,
    );
    await removeGenerated(tx);
    for (const table of tables) {
      await bringTwin(tx, table);
      await tx.unsafe([policies(table), view(table)].join('\n'));
    }
    for (const table of tables) await tx.unsafe(triggers(table));
    for (const make of [copyLayer, dropLayer, layerChanges, verifyTemplate]) await tx.unsafe(make(tables));
    await tx.unsafe(remember('practice', hash));
  });
}

/**
 * What the two roles may do. The sandbox's role has nothing on `public`, and of `platform` it only adds to the log of
 * activity, which nobody changes.
 */
const grants = `
revoke all on schema public from public;
revoke all on all functions in schema app from public;
grant usage on schema sandbox, practice, app, platform to rehearsal_sandbox;
grant usage on schema public, app, platform to rehearsal_live;
grant select, insert, update, delete on all tables in schema sandbox, practice to rehearsal_sandbox;
grant select, insert, update, delete on all tables in schema public to rehearsal_live;
grant usage on sequence app.sis_id to rehearsal_live, rehearsal_sandbox;
grant execute on function app.template(), app.layer(), app.enter(bigint, boolean) to rehearsal_sandbox;
grant execute on function app.copy_layer(bigint, bigint), app.drop_layer(bigint, integer),
  app.layer_changes(bigint, bigint), app.verify_template(bigint) to rehearsal_live;
grant insert on platform.activity to rehearsal_sandbox;
grant select, insert on platform.activity to rehearsal_live;
do $$
declare called text;
begin
  for called in
    select tablename from pg_tables where schemaname = 'platform' and tablename <> 'activity' and tablename not like 'activity\\_%'
  loop
    execute format('grant select, insert, update, delete on platform.%I to rehearsal_live', called);
  end loop;
end $$;
`;

async function hashOf(tables: Table[]): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(tables));
  for (const source of sources) hash.update(await readFile(new URL(source, import.meta.url)));
  return hash.digest('hex').slice(0, 16);
}

function refuse(tables: Table[]): void {
  const found = tables.flatMap((table) => obstacles(table).map((obstacle) => `${table.name}: ${obstacle}`));
  if (found.length > 0) throw new Error(`These tables can not be practised on:\n${found.join('\n')}`);
}

async function removeGenerated(tx: TransactionSql): Promise<void> {
  const views = await tx<
    { name: string }[]
  >`select viewname as name from pg_views where schemaname = 'sandbox'`;
  for (const one of views) await tx.unsafe(`drop view sandbox.${name(one.name)}`);
  const functions = await tx<{ name: string }[]>`
    select proname as name from pg_proc where pronamespace = 'app'::regnamespace and prorettype = 'trigger'::regtype`;
  for (const one of functions) await tx.unsafe(`drop function app.${name(one.name)}()`);
}

/** Makes the twin, or brings it to its table's columns and checks. Rows in it stay. */
async function bringTwin(tx: TransactionSql, table: Table): Promise<void> {
  const [there] = await tx`select from pg_tables where schemaname = 'practice' and tablename = ${table.name}`;
  if (!there) {
    await tx.unsafe(twin(table) + twinIndexes(table));
    return;
  }
  await alterColumns(tx, table);
  await renewChecks(tx, table);
  await renewIndexes(tx, table);
}

async function alterColumns(tx: TransactionSql, table: Table): Promise<void> {
  const called = `practice.${name(table.name)}`;
  const columns = await tx<{ name: string; type: string }[]>`
    select attname as name, format_type(atttypid, atttypmod) as type
    from pg_attribute
    where attrelid = ${called}::regclass and attnum > 0 and not attisdropped and attname not in ('space', 'gone', 'stamp')`;
  for (const { name: old } of columns) {
    if (!table.columns.some((column) => column.name === old))
      await tx.unsafe(`alter table ${called} drop column ${name(old)}`);
  }
  for (const column of table.columns) {
    const now = columns.find((one) => one.name === column.name);
    if (!now)
      await tx.unsafe(
        `alter table ${called} add column ${name(column.name)} ${column.type} default ${column.default}`,
      );
    else if (now.type !== column.type) {
      await tx.unsafe(`alter table ${called} alter column ${name(column.name)} type ${column.type}`);
    }
    const nullable = column.notNull ? 'set' : 'drop';
    await tx.unsafe(`alter table ${called} alter column ${name(column.name)} drop default,
      alter column ${name(column.name)} ${nullable} not null`);
  }
}

async function renewChecks(tx: TransactionSql, table: Table): Promise<void> {
  const called = `practice.${name(table.name)}`;
  const old = await tx<{ name: string }[]>`
    select conname as name from pg_constraint where conrelid = ${called}::regclass and contype = 'c'`;
  for (const one of old) await tx.unsafe(`alter table ${called} drop constraint ${name(one.name)}`);
  for (const one of table.checks) {
    await tx.unsafe(`alter table ${called} add constraint ${name(one.name)} ${one.definition}`);
  }
}

async function renewIndexes(tx: TransactionSql, table: Table): Promise<void> {
  const old = await tx<{ name: string }[]>`
    select indexrelid::regclass::text as name
    from pg_index where indrelid = ${`practice.${name(table.name)}`}::regclass and not indisprimary`;
  for (const one of old) await tx.unsafe(`drop index ${one.name}`);
  await tx.unsafe(twinIndexes(table));
}
