import type { Database } from '../../src/db/client.ts';
import type { Ctx } from '../../src/db/ctx.ts';
import { compared, timed } from '../clock.ts';
import { type Row, row } from '../report.ts';
import { inLiveSchool, inSandboxSchool, type Place } from './place.ts';
import { reads } from './reads.ts';
import { writes } from './writes.ts';

const WRITE_ROUNDS = 30;

/** Each read in the sandbox against the same on the plain tables, in turn, both within an open transaction. */
export async function measureReads(db: Database, place: Place, sandboxId: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, rounds, run } of reads) {
    const times = await inSandboxSchool(db, place, { sandboxId, write: false }, (ours) =>
      inLiveSchool(db, place, false, (theirs) =>
        compared(rounds, { ours: () => run(ours, place), theirs: () => run(theirs, place) }, 8),
      ),
    );
    rows.push(told(row('sandbox', `read ${name}`, 'ms', times.ours, times.theirs)));
  }
  return rows;
}

class Undone extends Error {
  readonly ms: number;
  constructor(ms: number) {
    super('Measured, and not kept');
    this.ms = ms;
  }
}

/** Each write in the sandbox against the same on the plain tables, in turn; nothing of it is kept. */
export async function measureWrites(db: Database, place: Place, sandboxId: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, begin } of writes) {
    const measure = async (ctx: Ctx): Promise<never> => {
      const write = await begin(ctx, place);
      throw new Undone(await timed(write));
    };
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < WRITE_ROUNDS; round++) {
      ours.push(await undone(inSandboxSchool(db, place, { sandboxId, write: true }, measure)));
      theirs.push(await undone(inLiveSchool(db, place, true, measure)));
    }
    rows.push(told(row('sandbox', `write ${name}`, 'ms', middle(ours), middle(theirs))));
  }
  return rows;
}

/** Says a row as soon as it is measured. */
function told(measured: Row): Row {
  const { name, value, against, ratio } = measured;
  console.error(`${name}: ${value} ms, plain ${against} ms, ratio ${ratio}`);
  return measured;
}

function middle(times: number[]): number {
  const warm = times.slice(5).toSorted((a, b) => a - b);
  return warm[Math.floor(warm.length / 2)]!;
}

async function undone(work: Promise<never>): Promise<number> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Undone) return error.ms;
    throw error;
  }
}
