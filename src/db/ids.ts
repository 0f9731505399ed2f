import { sql } from 'drizzle-orm';
import { bigint } from 'drizzle-orm/pg-core';

/** Ids made while the product runs begin here; generated schools number their rows from 1, so none ever collide. */
export const FIRST_NEW_ID = 1_000_000_000_000;

/** The primary key of every SIS table, taken from one sequence that the live space and all sandboxes share. */
export const id = () => bigint({ mode: 'number' }).primaryKey().default(sql`nextval('app.sis_id')`);
