import { type SQL, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/client.ts';
import {
  type ChangesAsked,
  type ChangesTold,
  listChangedRows,
  tellChanges,
} from '../../../src/sandbox/changes/queries.ts';
import { decodeCursor } from '../../../src/shared/paging.ts';
import { cast } from '../../support/cast.ts';
import { testDatabase } from '../../support/database.ts';
import { Owner } from '../../support/sandboxes.ts';
import { publishCast } from '../../support/spaces.ts';

const { students, codes, days, sections, assignments, periods } = cast;

let db: Database;
let accounts = 2000;
let owner: Owner;

beforeAll(async () => {
  db = await testDatabase();
  await publishCast(db);
});

beforeEach(() => {
  owner = new Owner(db, ++accounts);
});

async function run(...statements: SQL[]): Promise<void> {
  await owner.within(true, async ({ tx }) => {
    for (const statement of statements) await tx.execute(statement);
  });
}

async function changes(asked: Partial<ChangesAsked> = {}): Promise<ChangesTold> {
  await owner.start();
  const rows = await owner.control(listChangedRows);
  return owner.within(false, (ctx) =>
    tellChanges(ctx, rows, { by: 'area', limit: 50, after: null, ...asked }),
  );
}

const markTardy = sql`
  update attendance_marks set code_id = ${codes.T}, arrival_time = '10:05', version = version + 1
  where student_id = ${students.amara} and day = ${days.monday} and section_id = ${sections.english}`;
const score = sql`
  update scores set points = 3.5, version = version + 1
  where student_id = ${students.amara} and assignment_id = ${assignments.hw1}`;

test('nothing was changed in a new sandbox', async () => {
  expect(await changes()).toEqual({ items: [], next: null, counts: [] });
});

test('a mark is told with student, class, day, and the names of its codes', async () => {
  await run(markTardy);

  const { items, counts } = await changes();
  expect(items).toEqual([
    {
      key: expect.stringMatching(/^mark-\d+$/),
      area: 'attendance',
      what: 'mark',
      kind: 'changed',
      day: days.monday,
      student: { id: students.amara, name: 'Nwosu, Amara' },
      section: { id: sections.english, code: 'ENG9-01' },
      about: [{ field: 'period', as: 'name', value: 'Period 3' }],
      fields: [
        { field: 'code', as: 'name', from: 'Present', to: 'Tardy' },
        { field: 'arrival', as: 'clock', from: null, to: '10:05:00' },
      ],
    },
  ]);
  expect(counts).toEqual([{ area: 'attendance', count: 1 }]);
});

test('a score is told with its assignment, points before and after', async () => {
  await run(score);

  expect((await changes()).items).toMatchObject([
    {
      what: 'score',
      student: { id: students.amara },
      section: { code: 'BIO1-01' },
      about: [{ field: 'assignment', value: 'Assignment HW1' }],
      fields: [{ field: 'points', as: 'number', from: 10, to: 3.5 }],
    },
  ]);
});

test('what was added says what it is, what was removed what it was', async () => {
  await run(
    sql`insert into seats (section_id, student_id, row_number, column_number)
      values (${sections.algebra}, ${students.ben}, 2, 3)`,
    sql`delete from scores where assignment_id = ${assignments.hw2} and student_id = ${students.amara}`,
  );

  expect((await changes()).items).toMatchObject([
    {
      what: 'seat',
      kind: 'added',
      student: { name: 'Nwosu, Ben' },
      fields: [
        { field: 'row', from: null, to: 2 },
        { field: 'column', from: null, to: 3 },
      ],
    },
    { what: 'score', kind: 'removed', fields: [{ field: 'points', from: 9, to: null }] },
  ]);
});

test('a score of an assignment that is gone too still has its name', async () => {
  await run(
    sql`delete from scores where assignment_id = ${assignments.hw2}`,
    sql`delete from assignments where id = ${assignments.hw2}`,
  );

  const { items } = await changes();
  const removed = items.find(({ what, student }) => what === 'score' && student?.id === students.amara);
  expect(removed).toMatchObject({ about: [{ field: 'assignment', value: 'Assignment HW2' }] });
});

test('rows that were changed back, and those that changed in nothing that people see, are no changes', async () => {
  await run(
    sql`update attendance_marks set version = version + 1 where section_id = ${sections.english}`,
    sql`update students set preferred_name = 'Sam' where id = ${students.amara}`,
    sql`update students set preferred_name = null where id = ${students.amara}`,
  );

  expect((await changes()).items).toEqual([]);
});

test('the history that the product keeps of a change is not told beside it', async () => {
  await run(
    markTardy,
    sql`insert into attendance_changes
      (section_id, period_id, student_id, day, field, from_value, to_value, after_posting, changed_at, changed_by_name)
      values (${sections.english}, ${periods.p3}, ${students.amara}, ${days.monday}, 'code', 'P', 'T', false, now(), 'X')`,
  );

  expect((await changes()).items.map(({ what }) => what)).toEqual(['mark']);
});

test('a colleague sees none of it', async () => {
  await run(markTardy, score);

  owner = new Owner(db, ++accounts);

  expect((await changes()).items).toEqual([]);
});

describe('the list', () => {
  beforeEach(async () => {
    await run(
      sql`update attendance_marks set code_id = ${codes.A}
        where day = ${days.monday} and student_id in (${students.amara}, ${students.chloe}) and code_id = ${codes.P}`,
      sql`update scores set points = 1 where student_id in (${students.amara}, ${students.ben}) and points > 1`,
    );
  });

  const groups = {
    area: (item: ChangesTold['items'][number]) => item.area,
    day: (item: ChangesTold['items'][number]) => item.day,
    student: (item: ChangesTold['items'][number]) => item.student?.name,
    class: (item: ChangesTold['items'][number]) => item.section?.code,
  };

  test.for(['area', 'day', 'student', 'class'] as const)(
    'by %s keeps what belongs together together',
    async (by) => {
      const keys = (await changes({ by })).items.map(groups[by]);
      const runs = keys.filter((key, i) => key !== keys[i - 1]);
      expect(runs.length).toBeGreaterThan(1);
      expect(runs).toEqual([...new Set(runs)]);
    },
  );

  test('comes in pages that together are the whole', async () => {
    const whole = (await changes({ by: 'student' })).items;
    const paged: typeof whole = [];
    let after: ChangesAsked['after'] = null;
    do {
      const { items, next } = await changes({ by: 'student', limit: 3, after });
      paged.push(...items);
      after = next === null ? null : decodeCursor(next);
    } while (after !== null);

    expect(whole.length).toBeGreaterThan(6);
    expect(paged).toEqual(whole);
  });

  test('is narrowed to an area, a student, a class or a day', async () => {
    const whole = (await changes()).items;
    const same = async (asked: Partial<ChangesAsked>, kept: (item: (typeof whole)[number]) => boolean) => {
      const expected = whole.filter(kept);
      expect(expected.length).toBeGreaterThan(0);
      expect(expected.length).toBeLessThan(whole.length);
      expect((await changes(asked)).items).toEqual(expected);
    };
    await same({ area: 'gradebook' }, ({ area }) => area === 'gradebook');
    await same({ studentId: students.chloe }, ({ student }) => student?.id === students.chloe);
    await same({ sectionId: sections.english }, ({ section }) => section?.id === sections.english);
    await same({ day: days.monday }, ({ day }) => day === days.monday);
  });
});
