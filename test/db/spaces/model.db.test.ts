import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Database, Tx } from '../../../src/db/client.ts';
import { generatePractice } from '../../../src/db/spaces/generate.ts';
import { copyRows, publishTemplate } from '../../../src/db/spaces/load.ts';
import { testDatabase } from '../../support/database.ts';
import { beginSandbox, inSandboxOf } from '../../support/spaces.ts';
import { modelRows, modelSchema, modelTables, statement } from './model-school.ts';

const TEMPLATE = 1;
const RUNS = 120;
const STATEMENTS = 45;

let db: Database;
let sandboxId: number;

beforeAll(async () => {
  db = await testDatabase();
  await db.owner.unsafe(modelSchema);
  await generatePractice(db.owner);
  for (const table of modelTables) {
    await copyRows(db.owner, 'live', { table, ...modelRows[table] });
    await copyRows(db.owner, { space: TEMPLATE }, { table, ...modelRows[table] });
  }
  const publication = {
    space: TEMPLATE,
    schoolKey: 'model',
    version: '1',
    name: 'Model',
    today: '2025-09-24',
  };
  await publishTemplate(db.owner, publication);
  sandboxId = await beginSandbox(db, TEMPLATE);
});

test('a sandbox answers every write as plain tables do: rows, counts, returned values and refusals', async () => {
  let done = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(statement, { minLength: STATEMENTS, maxLength: STATEMENTS }),
      async (statements) => {
        await reset();
        const [live, sandbox] = await Promise.all([onPlainTables(statements), onSandbox(statements)]);
        for (const [index, answer] of live.answers.entries()) {
          const theirs = sandbox.answers[index] as Answer;
          const said = openWhichComesFirst(statements[index] as string, answer, theirs) ? answer : theirs;
          expect({ after: statements[index], ...said }).toEqual({ after: statements[index], ...answer });
        }
        expect(sandbox.rows).toEqual(live.rows);
        done += statements.length;
        refused += live.answers.filter((answer) => 'refused' in answer).length;
      },
    ),
    { numRuns: RUNS, endOnFailure: false },
  );
  console.log(`Model test: ${done} statements on both sides, ${refused} of them refused alike`);
  expect(refused).toBeGreaterThan(done / 10);
  expect(refused).toBeLessThan(done * 0.9);
});

test('after any writes a reset gives back the school, table by table', async () => {
  await reset();
  const before = await inSandboxOf(db, sandboxId, everything);
  await fc.assert(
    fc.asyncProperty(fc.array(statement, { minLength: 5, maxLength: 20 }), async (statements) => {
      await inSandboxOf(db, sandboxId, (tx) => inTurn(tx, statements));
      await reset();
      expect(await inSandboxOf(db, sandboxId, everything)).toEqual(before);
    }),
    { numRuns: 15 },
  );
});

test('two sandboxes never see each other, with open transactions on both', async () => {
  await reset();
  const other = await beginSandbox(db, TEMPLATE, 2000);
  const rows = (tx: Tx) => tx.execute(sql`select id, code from m_houses order by id`);
  const seen = await inSandboxOf(db, sandboxId, async (mine) => {
    await mine.execute(sql`insert into m_houses (id, code) values (9, 'mine')`);
    await inSandboxOf(db, other, async (theirs) => {
      await theirs.execute(sql`delete from m_houses where id = 3`);
      await theirs.execute(sql`insert into m_houses (id, code) values (9, 'theirs')`);
      expect((await rows(theirs)).map((row) => row.code)).toEqual(['a', 'b', 'theirs']);
    });
    return rows(mine);
  });
  expect(seen.map((row) => row.code)).toEqual(['a', 'b', 'c', 'mine']);
});

/**
 * Of a statement over several rows that breaks several rules, PostgreSQL reports the one it meets first, and the order of
 * rows is the planner's choice. Both sides refuse it for a broken rule; which one they name is open. Of one row it is not.
 */
function openWhichComesFirst(text: string, a: Answer, b: Answer): boolean {
  const severalRows = /\), \(| id in | id > /.test(text);
  return (
    severalRows &&
    'refused' in a &&
    'refused' in b &&
    a.refused.startsWith('23') &&
    b.refused.startsWith('23')
  );
}

type Answer = { rows: string[]; count: number } | { refused: string; constraint: string | null };

async function onPlainTables(statements: string[]) {
  const outcome = { answers: [] as Answer[], rows: {} as Record<string, unknown> };
  await db.live
    .transaction(async (tx) => {
      outcome.answers = await inTurn(tx, statements);
      outcome.rows = await everything(tx);
      tx.rollback();
    })
    .catch((error: Error) => {
      if (error.constructor.name !== 'TransactionRollbackError') throw error;
    });
  return outcome;
}

async function onSandbox(statements: string[]) {
  return inSandboxOf(db, sandboxId, async (tx) => ({
    answers: await inTurn(tx, statements),
    rows: await everything(tx),
  }));
}

/** Each statement under a savepoint of its own, so that what is refused leaves nothing. */
async function inTurn(tx: Tx, statements: string[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const one of statements) {
    try {
      const rows = await tx.transaction((inner) => inner.execute(sql.raw(one)));
      answers.push({ rows: rows.map((row) => JSON.stringify(row)).sort(), count: rows.count });
    } catch (thrown) {
      const { code, constraint_name } = (thrown as { cause: { code: string; constraint_name?: string } })
        .cause;
      answers.push({ refused: code, constraint: constraint_name ?? null });
    }
  }
  return answers;
}

async function everything(tx: Tx): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const table of modelTables)
    all[table] = [...(await tx.execute(sql.raw(`select * from ${table} order by id`)))];
  return all;
}

/** A reset as the product does it: the sandbox points at a new, empty layer. */
async function reset(): Promise<void> {
  await db.owner`
    with fresh as (insert into platform.layers default values returning id)
    update platform.sandboxes set layer = fresh.id from fresh where sandboxes.id = ${sandboxId}`;
}
