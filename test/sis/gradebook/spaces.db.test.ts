import { beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '../../../src/db/ctx.ts';
import { inLive } from '../../../src/db/spaces/spaces.ts';
import { createAssignment } from '../../../src/sis/gradebook/assignments/service.ts';
import { openGradebook } from '../../../src/sis/gradebook/book/queries.ts';
import { openPosting } from '../../../src/sis/gradebook/posting/queries.ts';
import { overrideGrade, postGrades } from '../../../src/sis/gradebook/posting/service.ts';
import { saveScores } from '../../../src/sis/gradebook/scores/service.ts';
import { cast } from '../../support/cast.ts';
import { testDatabase } from '../../support/database.ts';
import { scoreHistoryOf } from '../../support/gradebook.ts';
import { beginSandbox, fillLive, inBothSpaces, inSandboxOf, publishCast } from '../../support/spaces.ts';

const { assignments: a, students: st, terms } = cast;
const biology = { sectionId: cast.sections.biology };
const progress = { ...biology, termId: terms.q2, kind: 'progress' } as const;
const ctxOf = (at: Pick<Ctx, 'tx' | 'space'>): Ctx => ({
  ...at,
  actor: cast.actors.okafor,
  today: cast.today,
  now: cast.now,
});
const amara = { assignmentId: a.hw1, studentId: st.amara, version: 1 };
const lab = {
  ...biology,
  categoryId: cast.categories.tests,
  name: 'Onion cells',
  columnName: 'LAB1',
  description: null,
  assignedOn: cast.today,
  dueOn: cast.today,
  weight: '1',
  extraCredit: false,
  neverDrop: false,
  graded: true,
  visibility: 'public',
} as const;

describe('what is done in one space', () => {
  const summaries: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    const db = await testDatabase();
    await fillLive(db);
    const template = await publishCast(db);
    const [mine, other] = [await beginSandbox(db, template, 1), await beginSandbox(db, template, 2)];
    await inSandboxOf(db, mine, async (tx, space) => {
      const ctx = ctxOf({ tx, space });
      await saveScores(ctx, { ...biology, cells: [{ ...amara, entry: 'M' }] });
      await createAssignment(ctx, lab);
      const given = { version: 0, percent: '75', letter: null, reason: 'Make-up work' };
      await overrideGrade(ctx, { ...progress, studentId: st.ben, ...given });
      await postGrades(ctx, { ...progress, version: 1 });
    });
    const summary = async (ctx: Ctx) => {
      const { assignments, scores } = await openGradebook(ctx, biology);
      const cell = scores.find(([assignment, student]) => assignment === a.hw1 && student === st.amara);
      return [assignments.length, cell?.[3], (await openPosting(ctx, progress)).state];
    };
    summaries.push(
      () => inSandboxOf(db, mine, (tx, space) => summary(ctxOf({ tx, space }))),
      () => inSandboxOf(db, other, (tx, space) => summary(ctxOf({ tx, space }))),
      () => inLive(db, { write: true }, (tx) => summary(ctxOf({ tx, space: { kind: 'live' } }))),
    );
  });

  test('is there, and in no other sandbox, and not live', async () => {
    expect(await Promise.all(summaries.map((summary) => summary()))).toEqual([
      [11, cast.specialMarks.missing, 'posted'],
      [10, null, 'ready'],
      [10, null, 'ready'],
    ]);
  });
});

inBothSpaces('at the same time', (space) => {
  const at = <T>(work: (ctx: Ctx) => Promise<T>) =>
    space.keeping((tx, place) => work(ctxOf({ tx, space: place })));
  const outcomesOf = async (entries: string[], cell: { version: number; studentId: number }) => {
    const saved = await Promise.all(
      entries.map((entry) =>
        at((ctx) => saveScores(ctx, { ...biology, cells: [{ assignmentId: a.hw2, ...cell, entry }] })),
      ),
    );
    return saved.flatMap(({ cells }) => cells.map(({ outcome }) => outcome)).sort();
  };

  test('of two tabs that save the same cell one is told what stands there', async () => {
    expect(await outcomesOf(['7', '6'], { version: 1, studentId: st.amara })).toEqual(['conflict', 'saved']);
    const history = await at((ctx) => scoreHistoryOf(ctx, a.hw2));
    expect(history).toHaveLength(1);
  });

  test('the first score of a cell too is written once', async () => {
    expect(await outcomesOf(['7', '6'], { version: 0, studentId: st.diego })).toEqual(['conflict', 'saved']);
  });

  test('a request that is sent twice is saved once', async () => {
    const ben = { version: 1, studentId: st.ben };
    expect(await outcomesOf(['3', '3'], ben)).toEqual(['saved', 'saved']);
    const history = await at((ctx) => scoreHistoryOf(ctx, a.hw2));
    expect(history.filter(([student]) => student === st.ben)).toHaveLength(1);
  });

  test('a column name is taken once', async () => {
    const created = await Promise.allSettled([1, 2].map(() => at((ctx) => createAssignment(ctx, lab))));
    const refused = created.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(refused).toEqual(['gradebook/column-name-taken']);
  });

  test('grades are posted once', async () => {
    const given = { version: 0, percent: '75', letter: null, reason: 'Make-up work' };
    await at((ctx) => overrideGrade(ctx, { ...progress, studentId: st.ben, ...given }));
    const posted = await Promise.allSettled(
      [1, 2].map(() => at((ctx) => postGrades(ctx, { ...progress, version: 1 }))),
    );
    const refused = posted.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(refused).toEqual(['shared/stale-edit']);
  });
});
