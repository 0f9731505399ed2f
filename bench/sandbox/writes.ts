import type { Ctx } from '../../src/db/ctx.ts';
import { openClass } from '../../src/sis/attendance/opened/service.ts';
import { markStudent, takeAttendance } from '../../src/sis/attendance/service.ts';
import { createAssignment } from '../../src/sis/gradebook/assignments/service.ts';
import { openGradebook } from '../../src/sis/gradebook/book/queries.ts';
import { saveScores } from '../../src/sis/gradebook/scores/service.ts';
import type { GradebookView } from '../../src/sis/gradebook/types.ts';
import type { Place } from './place.ts';

/** `prepare` reads what the verb needs, and is not measured. */
type Write<P> = {
  name: string;
  prepare: (ctx: Ctx, place: Place) => Promise<P>;
  run: (ctx: Ctx, place: Place, prepared: P) => Promise<unknown>;
};

const LIMIT = 2.5;

type Measured = {
  name: string;
  limit: number;
  begin: (ctx: Ctx, place: Place) => Promise<() => Promise<unknown>>;
};

function write<P>({ name, prepare, run }: Write<P>): Measured {
  return {
    name,
    limit: LIMIT,
    begin: async (ctx, place) => {
      const prepared = await prepare(ctx, place);
      return () => run(ctx, place, prepared);
    },
  };
}

/** What is saved most, by the product's own verbs. */
export const writes: Measured[] = [
  write({
    name: 'attendance of a class',
    prepare: async (ctx, { classDay }) => {
      const { students, codes, version } = await openClass(ctx, classDay);
      const absent = codes.find(({ category, key }) => category === 'absent' && key !== null)!;
      const here = students.filter(({ inSession }) => inSession);
      return { version, marks: here.slice(0, 2).map(({ studentId }) => ({ studentId, codeId: absent.id })) };
    },
    run: (ctx, { classDay }, { version, marks }) =>
      takeAttendance(ctx, { ...classDay, version, marks, post: false }),
  }),
  write({
    name: 'correction of one mark',
    prepare: async (ctx, { classDay, studentId }) => {
      const { version } = await takeAttendance(ctx, { ...classDay, version: 0, marks: [], post: false });
      const { codes } = await openClass(ctx, classDay);
      const tardy = codes.find(({ category }) => category === 'tardy')!;
      return { studentId, version, codeId: tardy.id };
    },
    run: (ctx, { classDay }, mark) => markStudent(ctx, { ...classDay, ...mark }),
  }),
  write({
    name: 'one score',
    prepare: async (ctx, { sectionId }) => cellsOf(await openGradebook(ctx, { sectionId })).slice(0, 1),
    run: (ctx, { sectionId }, cells) => saveScores(ctx, { sectionId, cells }),
  }),
  write({
    name: 'a column of scores',
    prepare: async (ctx, { sectionId }) => cellsOf(await openGradebook(ctx, { sectionId })),
    run: (ctx, { sectionId }, cells) => saveScores(ctx, { sectionId, cells }),
  }),
  write({
    name: 'a new assignment',
    prepare: async (ctx, { sectionId }) => {
      const { categories } = await openGradebook(ctx, { sectionId });
      return { categoryId: categories[0]!.id };
    },
    run: (ctx, { sectionId, today }, { categoryId }) =>
      createAssignment(ctx, {
        sectionId,
        categoryId,
        name: 'Reading check',
        columnName: 'RC-NEW',
        description: null,
        assignedOn: today,
        dueOn: today,
        points: '10',
        weight: '1',
        extraCredit: false,
        neverDrop: false,
        graded: true,
        visibility: 'public',
      }),
  }),
];

/** New scores for the scored cells of the column that has the most of them. */
export function cellsOf({ assignments, scores }: GradebookView) {
  const scored = scores.filter(([, , points]) => points !== null);
  const counts = assignments.map(({ id }) => scored.filter(([assignmentId]) => assignmentId === id).length);
  const column = assignments[counts.indexOf(Math.max(...counts))]!.id;
  return scored
    .filter(([assignmentId]) => assignmentId === column)
    .map(([assignmentId, studentId, points, , , , version]) => ({
      assignmentId,
      studentId,
      entry: points === '1' ? '2' : '1',
      version,
    }));
}
