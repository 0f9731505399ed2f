import { pgSchema } from 'drizzle-orm/pg-core';

/** Accounts, sessions, activity, sandboxes: what belongs to the product rather than to the school. */
export const platform = pgSchema('platform');
