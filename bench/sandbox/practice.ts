import type { Database } from '../../src/db/client.ts';
import type { Ctx } from '../../src/db/ctx.ts';
import { ensureSandbox } from '../../src/sandbox/service.ts';
import { openClass } from '../../src/sis/attendance/opened/service.ts';
import { takeAttendance } from '../../src/sis/attendance/service.ts';
import { openGradebook } from '../../src/sis/gradebook/book/queries.ts';
import { saveScores } from '../../src/sis/gradebook/scores/service.ts';
import { inSandboxSchool, type Place } from './place.ts';
import { cellsOf } from './writes.ts';

const DAYS_TAKEN_AGAIN = 5;

/** A sandbox in which the class that is measured has been practiced on: days taken again, a column of scores changed. */
export async function practice(db: Database, place: Place): Promise<number> {
  const actor = { accountId: 1, personId: null, personName: '', grants: [], sectionIds: [], studentIds: [] };
  const { id } = await ensureSandbox(
    db,
    { accountId: 1, staffNumber: null, role: 'teacher' },
    { actor, now: new Date() },
  );
  await inSandboxSchool(db, place, { sandboxId: id, write: true }, async (ctx) => {
    await takeDaysAgain(ctx, place);
    const { sectionId } = place;
    await saveScores(ctx, { sectionId, cells: cellsOf(await openGradebook(ctx, { sectionId })) });
  });
  return id;
}

async function takeDaysAgain(ctx: Ctx, place: Place): Promise<void> {
  const { historyDays } = await openClass(ctx, place.classDay);
  for (const day of historyDays.slice(-DAYS_TAKEN_AGAIN)) {
    const { version, students, codes, state } = await openClass(ctx, { ...place.classDay, day });
    const tardy = codes.find(({ category, key }) => category === 'tardy' && key !== null)!;
    const marks = students
      .filter(({ inSession }) => inSession)
      .map(({ studentId }) => ({ studentId, codeId: tardy.id }));
    await takeAttendance(ctx, { ...place.classDay, day, version, marks, post: state === 'posted' });
  }
}
