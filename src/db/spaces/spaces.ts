import { sql } from 'drizzle-orm';
import type { Database, Tx } from '../client.ts';

/** Where a sandbox stands, as `app.enter` found it after it had the lock. */
export type Entered = {
  accountId: number;
  template: number;
  layer: number;
  today: string;
  personaKind: 'staff' | 'guardian' | 'student';
  personaId: number;
  generation: number;
};

/** `write` waits for the space's other writers; without it nothing can be written, and all reads see one moment. */
export type Opening = { write: boolean };

/** Runs `work` on live rows, in one transaction. */
export async function inLive<T>(db: Database, { write }: Opening, work: (tx: Tx) => Promise<T>): Promise<T> {
  return (write ? db.live : db.reading.live).transaction(work);
}

/**
 * Runs `work` on one sandbox's rows, in one transaction. Writers of one sandbox wait for each other before their first
 * statement, so each sees what the one before it did. Undefined when there is no such sandbox.
 */
export async function inSandbox<T>(
  db: Database,
  { sandboxId, write }: Opening & { sandboxId: number },
  work: (tx: Tx, entered: Entered) => Promise<T>,
): Promise<T | undefined> {
  return (write ? db.sandbox : db.reading.sandbox).transaction(async (tx) => {
    const [entered] = await tx.execute<Entered>(sql`
      select
        account_id as "accountId", template, layer, today::text, persona_kind as "personaKind",
        persona_id as "personaId", generation
      from app.enter(${sandboxId}, ${write})`);
    return entered ? work(tx, entered) : undefined;
  });
}
