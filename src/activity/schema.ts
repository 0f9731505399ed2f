import { sql } from 'drizzle-orm';
import { bigint, check, date, index, jsonb, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { platform } from '../db/platform.ts';

/**
 * What people did: one row per verb that succeeded, written in its transaction, never changed afterwards. The
 * app's roles may insert and read, and nothing else.
 *
 * Tens of millions of rows: a migration makes it a table partitioned by the month of `at`, which drizzle has
 * no words for. Every key begins with what readers ask by and ends with time; there are no foreign keys, since a
 * log outlives what it speaks of.
 */
export const activity = platform.table(
  'activity',
  {
    id: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    at: timestamp({ withTimezone: true }).notNull(),
    account_id: bigint({ mode: 'number' }).notNull(),
    /** Whom the account acted as within the space; null for acts of the account itself. */
    person_id: bigint({ mode: 'number' }),
    space: text({ enum: ['live', 'sandbox'] }).notNull(),
    sandbox_id: bigint({ mode: 'number' }),
    school_id: bigint({ mode: 'number' }),
    /** The day it was in the space, which in a sandbox is not the day of `at`. */
    day: date().notNull(),
    verb: text().notNull(),
    subject_type: text().notNull(),
    subject_id: bigint({ mode: 'number' }),
    facts: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    request_id: text(),
  },
  (t) => [
    primaryKey({ name: 'activity_pkey', columns: [t.at, t.id] }),
    index('activity_account_id_at_idx').on(t.account_id, t.at),
    index('activity_sandbox_id_at_idx').on(t.sandbox_id, t.at).where(sql`${t.sandbox_id} is not null`),
    index('activity_verb_at_idx').on(t.verb, t.at),
    check('activity_space_is_known', sql`${t.space} in ('live', 'sandbox')`),
    check('activity_sandbox_when_in_sandbox', sql`(${t.space} = 'sandbox') = (${t.sandbox_id} is not null)`),
  ],
);
