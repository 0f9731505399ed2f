import { sql } from 'drizzle-orm';
import type { Database, Tx } from '../../src/db/client.ts';
import type { Ctx } from '../../src/db/ctx.ts';
import { inSandbox } from '../../src/db/spaces/spaces.ts';
import type { Player } from '../../src/sandbox/personas.ts';
import { ensureSandbox } from '../../src/sandbox/service.ts';
import { atControls, type ControlCtx, type Standing } from '../../src/sandbox/standing.ts';
import type { Account } from '../../src/shared/context.ts';
import { cast } from './cast.ts';

/** Someone of the test with a sandbox of their own, and everything they may do with it. */
export class Owner {
  readonly db: Database;
  readonly account: Account;
  now: Date = cast.now;

  constructor(db: Database, id: number, staffNumber: string | null = null) {
    this.db = db;
    const name = `Account ${id}`;
    this.account = {
      id,
      email: '',
      name,
      staffNumber,
      roles: [{ role: 'teacher', schoolCode: null }],
      person: null,
    };
  }

  get player(): Player {
    return { accountId: this.account.id, staffNumber: this.account.staffNumber, role: 'teacher' };
  }

  get actor() {
    const { id, name } = this.account;
    return { accountId: id, personId: null, personName: name, grants: [], sectionIds: [], studentIds: [] };
  }

  start(): Promise<Standing> {
    return ensureSandbox(this.db, this.player, { actor: this.actor, now: this.now });
  }

  /** Runs a verb of the controls. */
  control<T>(work: (ctx: ControlCtx) => Promise<T>): Promise<T> {
    return atControls(this.db, { actor: this.actor, now: this.now }, { write: true }, work);
  }

  standing(): Promise<Standing> {
    return atControls(
      this.db,
      { actor: this.actor, now: this.now },
      { write: false },
      async (ctx) => ctx.standing,
    );
  }

  /** Runs `work` on the rows of the sandbox, as the school's own code does. */
  async within<T>(write: boolean, work: (ctx: Ctx) => Promise<T>): Promise<T> {
    const { id } = await this.start();
    const done = await inSandbox(
      this.db,
      { sandboxId: id, write },
      async (tx, { template, layer, today }) => {
        const space = { kind: 'sandbox' as const, sandboxId: id, template, layer };
        return { result: await work({ tx, actor: this.actor, now: this.now, today, space }) };
      },
    );
    return done!.result;
  }

  /** Every row that the sandbox shows, by table. */
  rows(): Promise<Record<string, unknown[]>> {
    return this.within(false, ({ tx }) => allRows(tx));
  }
}

/** Every row of every SIS table as this transaction sees it, in order of ids. */
export async function allRows(tx: Tx): Promise<Record<string, unknown[]>> {
  const views = await tx.execute<{ name: string }>(sql`
    select viewname as name from pg_views where schemaname = 'sandbox' order by viewname`);
  const all: Record<string, unknown[]> = {};
  for (const { name } of views) {
    all[name] = [...(await tx.execute(sql`select * from ${sql.identifier(name)} order by id`))];
  }
  return all;
}
