import { sql } from 'drizzle-orm';
import { bigint, check, date, index, integer, jsonb, text, timestamp, unique } from 'drizzle-orm/pg-core';
import { platform } from '../platform.ts';

const number = () => bigint({ mode: 'number' });
const instant = () => timestamp({ withTimezone: true });

/** Published template schools. `space` is where its rows stand in the store; they never change again. */
export const templates = platform.table(
  'templates',
  {
    space: number().primaryKey(),
    school_key: text().notNull(),
    /** Hash of the generator and its data. */
    version: text().notNull(),
    name: text().notNull(),
    /** The day it is in a sandbox that begins here. */
    today: date().notNull(),
    published_at: instant().notNull().defaultNow(),
    facts: jsonb().notNull().default({}),
  },
  (t) => [unique('templates_one_per_school_and_version').on(t.school_key, t.version)],
);

/** Every layer ever handed out, until it is cleaned away. */
export const layers = platform.table(
  'layers',
  {
    id: number().primaryKey().generatedAlwaysAsIdentity({ startWith: 1_000_000 }),
    created_at: instant().notNull().defaultNow(),
    /** Since when nothing points to it; null while something does. */
    abandoned_at: instant(),
  },
  (t) => [index('layers_abandoned_at_idx').on(t.abandoned_at).where(sql`${t.abandoned_at} is not null`)],
);

/** A person's sandbox: a school, a layer of changes, a date and someone to act as. */
export const sandboxes = platform.table(
  'sandboxes',
  {
    id: number().primaryKey().generatedAlwaysAsIdentity(),
    account_id: number().notNull(),
    template: number()
      .notNull()
      .references(() => templates.space),
    layer: number().notNull(),
    today: date().notNull(),
    persona_kind: text({ enum: ['staff', 'guardian', 'student'] }).notNull(),
    persona_id: number().notNull(),
    /** Counts resets, undos and restores: what a page saw, and whether it is still so. */
    generation: integer().notNull().default(1),
    /** What an undo goes back to: the state before the last reset or restore. */
    previous: jsonb().$type<SandboxState>(),
    reset_at: instant(),
    created_at: instant().notNull().defaultNow(),
    last_used_at: instant().notNull().defaultNow(),
  },
  (t) => [
    unique('sandboxes_one_per_account').on(t.account_id),
    unique('sandboxes_one_per_layer').on(t.layer),
    index('sandboxes_template_idx').on(t.template),
    check('sandboxes_persona_kind_is_known', sql`${t.persona_kind} in ('staff', 'guardian', 'student')`),
  ],
);

/** Where a sandbox stands, apart from its rows. */
export type SandboxState = {
  template: number;
  layer: number;
  today: string;
  personaKind: 'staff' | 'guardian' | 'student';
  personaId: number;
};

/** A named state that a person has kept. */
export const checkpoints = platform.table(
  'checkpoints',
  {
    id: number().primaryKey().generatedAlwaysAsIdentity(),
    sandbox_id: number()
      .notNull()
      .references(() => sandboxes.id),
    name: text().notNull(),
    state: jsonb().$type<SandboxState>().notNull(),
    layer: number().notNull(),
    created_at: instant().notNull().defaultNow(),
  },
  (t) => [
    unique('checkpoints_one_per_sandbox_and_name').on(t.sandbox_id, t.name),
    index('checkpoints_layer_idx').on(t.layer),
    check('checkpoints_name_is_short', sql`length(${t.name}) between 1 and 80`),
  ],
);

/** A prepared state, frozen, to be copied into sandboxes of the same school. */
export const scenarios = platform.table(
  'scenarios',
  {
    id: number().primaryKey().generatedAlwaysAsIdentity(),
    key: text().notNull(),
    name: text().notNull(),
    template: number()
      .notNull()
      .references(() => templates.space),
    layer: number().notNull(),
    today: date().notNull(),
    created_at: instant().notNull().defaultNow(),
  },
  (t) => [
    unique('scenarios_one_per_template_and_key').on(t.template, t.key),
    index('scenarios_layer_idx').on(t.layer),
  ],
);
