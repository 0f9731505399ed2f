import type { Actor, Space } from '../shared/context.ts';
import type { Tx } from './client.ts';

/** The first argument of every verb and query: one transaction, who acts, where, and which day and moment it is there. */
export type Ctx = { tx: Tx; actor: Actor; space: Space; today: string; now: Date };
