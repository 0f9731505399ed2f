import { sql } from 'drizzle-orm';
import { bigint } from 'drizzle-orm/pg-core';

/**
 * The primary key of every SIS table. New ids come from one sequence that begins far above the ids of generated
 * schools, so a row made in a sandbox never collides with its school's.
 */
export const id = () => bigint({ mode: 'number' }).primaryKey().default(sql`nextval('app.sis_id'::regclass)`);
