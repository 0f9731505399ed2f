import type { Actor, Space } from '../shared/context.ts';
import type { Day } from '../shared/days.ts';
import type { Tx } from './client.ts';

/**
 * The first argument of every verb and query: the transaction, who acts, in which space, and what time it is
 * there. `today` is an input, since a sandbox practices a school day on a Sunday in August; `now` is the clock.
 */
export type Ctx = { tx: Tx; actor: Actor; space: Space; today: Day; now: Date };
