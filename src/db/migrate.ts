import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import { connect } from './client.ts';
import { FIRST_NEW_ID } from './ids.ts';
import { type AppRole, LIVE_ROLE, rolePassword, SANDBOX_ROLE } from './roles.ts';
import { generatePractice } from './spaces/generate.ts';
import { literal } from './spaces/quote.ts';

const LOCK = 7_423_001;
const folder = fileURLToPath(new URL('./migrations', import.meta.url));

/**
 * Brings a database to the present: what migrations stand on, the migrations, then the practice side generated from the
 * catalogue. Runs on one connection of the owner; of several processes one works and the others wait. Gives the hash of
 * the schema.
 */
export async function migrate(url: string): Promise<{ hash: string }> {
  const sql = connect(url, { max: 1, connection: { application_name: 'rehearsal migrations' } });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    await sql.unsafe(ground(url));
    const db = drizzle(sql);
    await runMigrations(db, {
      migrationsFolder: folder,
      migrationsSchema: 'app',
      migrationsTable: 'migrations',
    });
    const { hash } = await generatePractice(sql);
    return { hash };
  } finally {
    await sql.end();
  }
}

/** Roles are of the whole server and two processes may make them at once, so losing that race is no error. */
function ground(url: string): string {
  return `
    do $$ begin ${role(LIVE_ROLE, url)} ${role(SANDBOX_ROLE, url)} end $$;
    create schema if not exists app;
    create schema if not exists platform;
    create sequence if not exists app.sis_id start ${FIRST_NEW_ID};`;
}

function role(called: AppRole, url: string): string {
  const password = rolePassword(called, url);
  return `
    begin
      create role ${called} login;
    exception when duplicate_object or unique_violation then null;
    end;
    alter role ${called} with login nosuperuser nocreatedb nocreaterole nobypassrls
      password ${password === null ? 'null' : literal(password)};`;
}
