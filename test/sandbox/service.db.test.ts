import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/client.ts';
import type { Ctx } from '../../src/db/ctx.ts';
import { UNDO_DAYS } from '../../src/sandbox/rules.ts';
import { beginningFor, reset, setDate, setPersona, undoReset } from '../../src/sandbox/service.ts';
import { addDays } from '../../src/shared/days.ts';
import { cast } from '../support/cast.ts';
import { testDatabase } from '../support/database.ts';
import { Owner } from '../support/sandboxes.ts';
import { CAST_TEMPLATE, publishCast } from '../support/spaces.ts';

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

const year = { startsOn: '2025-08-25', endsOn: '2026-06-12' };

async function resetOf(who: Owner) {
  const beginning = await beginningFor(db, who.player);
  return who.control((ctx) => reset(ctx, { generation: ctx.standing.generation, beginning }));
}

function undoOf(who: Owner) {
  return who.control((ctx) => undoReset(ctx, { generation: ctx.standing.generation }));
}

/** Changes, adds and removes rows of several tables. */
async function scribble({ tx }: Ctx): Promise<void> {
  await tx.execute(sql`update attendance_marks set code_id = ${cast.codes.T}, version = version + 1`);
  await tx.execute(sql`update students set preferred_name = 'Sam' where id = ${cast.students.ben}`);
  await tx.execute(sql`
    insert into seats (section_id, student_id, row_number, column_number)
    values (${cast.sections.algebra}, ${cast.students.amara}, 1, 1)`);
  await tx.execute(sql`delete from scores where assignment_id = ${cast.assignments.hw1}`);
}

async function eventsOf(who: Owner): Promise<string[]> {
  const events = await db.live.execute<{ verb: string }>(sql`
    select verb from platform.activity where account_id = ${who.account.id} order by id`);
  return events.map(({ verb }) => verb);
}

describe('starting a sandbox', () => {
  test('shows the school as it was given, on its day, and writes none of its rows', async () => {
    const standing = await owner.start();

    expect(standing).toMatchObject({
      template: CAST_TEMPLATE,
      today: cast.today,
      generation: 1,
      previous: null,
    });
    const rows = await owner.rows();
    expect(rows.students).toHaveLength(6);
    const [changed] = await db.owner`
      select count(*) as count from app.layer_changes(${standing.template}, ${standing.layer})`;
    expect(changed!.count).toBe(0);
    expect(await eventsOf(owner)).toEqual(['sandbox.started']);
  });

  test('twice gives the same one, also at the same time', async () => {
    const [one, two] = await Promise.all([owner.start(), owner.start()]);

    expect(two.id).toBe(one.id);
    expect((await owner.start()).id).toBe(one.id);
    expect(await eventsOf(owner)).toEqual(['sandbox.started']);
  });

  test('plays oneself where the school has the staff number', async () => {
    const clerk = new Owner(db, ++accounts, `E${cast.staff.ruiz}`);

    expect(await clerk.start()).toMatchObject({ persona_kind: 'staff', persona_id: cast.staff.ruiz });
  });

  test('plays a teacher with classes otherwise, always the same one', async () => {
    const { persona_id } = await owner.start();

    expect([cast.staff.okafor, cast.staff.lindqvist]).toContain(persona_id);
    expect((await beginningFor(db, owner.player)).persona.personaId).toBe(persona_id);
  });
});

describe('a reset', () => {
  test('shows the school as it was given again, date and person too', async () => {
    const given = await owner.rows();
    const before = await owner.start();
    await owner.within(true, scribble);
    await owner.control((ctx) => setDate(ctx, { to: '2025-10-01', year }));
    await owner.control((ctx) => setPersona(ctx, { personaKind: 'student', personaId: cast.students.ben }));

    const standing = await resetOf(owner);

    expect(await owner.rows()).toEqual(given);
    expect(standing).toMatchObject({
      today: cast.today,
      persona_kind: before.persona_kind,
      persona_id: before.persona_id,
      generation: 2,
    });
    expect(await eventsOf(owner)).toContain('sandbox.reset');
  });

  test('touches no other sandbox', async () => {
    const colleague = new Owner(db, ++accounts);
    await colleague.within(true, scribble);
    const theirs = await colleague.rows();
    await owner.within(true, scribble);

    await resetOf(owner);

    expect(await colleague.rows()).toEqual(theirs);
    expect((await owner.rows()).seats).not.toEqual(theirs.seats);
  });

  test('asked for twice by a page that saw one state is done once', async () => {
    await owner.start();
    const beginning = await beginningFor(db, owner.player);
    const click = () => owner.control((ctx) => reset(ctx, { generation: 1, beginning }));

    const clicks = await Promise.allSettled([click(), click()]);

    expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [refused] = clicks.filter((click) => click.status === 'rejected');
    expect(refused!.reason).toMatchObject({ code: 'sandbox/moved-on', facts: { generation: 2 } });
    expect((await owner.standing()).generation).toBe(2);
  });

  test('brings a newer edition of the school; until then the old one stays, and an undo gives it back', async () => {
    await owner.within(true, scribble);
    const old = await owner.rows();
    const newer = new Owner(db, ++accounts);
    await publishCast(db, 2, 'newer');
    await db.owner`update practice.students set preferred_name = 'Edited' where space = 2`;

    expect(await owner.rows()).toEqual(old);
    expect((await newer.start()).template).toBe(2);

    expect((await resetOf(owner)).template).toBe(2);
    expect((await owner.rows()).students).toContainEqual(
      expect.objectContaining({ preferred_name: 'Edited' }),
    );

    await undoOf(owner);
    expect(await owner.rows()).toEqual(old);
    await db.owner`delete from platform.sandboxes where template = 2`;
    await db.owner`delete from platform.templates where space = 2`;
  });
});

describe('undoing a reset', () => {
  test('gives back exactly the rows, the date and the person of before', async () => {
    await owner.within(true, scribble);
    await owner.control((ctx) => setDate(ctx, { to: '2025-10-01', year }));
    const before = { standing: await owner.standing(), rows: await owner.rows() };
    await resetOf(owner);
    await owner.within(true, ({ tx }) => tx.execute(sql`update students set preferred_name = 'Lost'`));

    const standing = await undoOf(owner);

    expect(await owner.rows()).toEqual(before.rows);
    expect(standing).toMatchObject({ layer: before.standing.layer, today: '2025-10-01', generation: 3 });
    expect(await eventsOf(owner)).toContain('sandbox.reset-undone');
  });

  test('is refused when nothing was reset, and after it was undone', async () => {
    await owner.start();
    await expect(undoOf(owner)).rejects.toMatchObject({ code: 'sandbox/nothing-to-undo', kind: 'conflict' });

    await resetOf(owner);
    await undoOf(owner);

    await expect(undoOf(owner)).rejects.toMatchObject({ code: 'sandbox/nothing-to-undo' });
  });

  test('is refused to a page that was left behind', async () => {
    await owner.start();
    await resetOf(owner);

    const stale = owner.control((ctx) => undoReset(ctx, { generation: 1 }));

    await expect(stale).rejects.toMatchObject({ code: 'sandbox/moved-on' });
  });

  test('is possible to the last instant of its days, and gone after it', async () => {
    await owner.start();
    await resetOf(owner);
    const until = new Date(`${addDays('2025-09-24', UNDO_DAYS)}T15:00:00Z`);

    owner.now = new Date(until.getTime() + 1);
    await expect(undoOf(owner)).rejects.toMatchObject({
      code: 'sandbox/undo-too-old',
      kind: 'gone',
      facts: { until: until.toISOString() },
    });

    owner.now = until;
    await undoOf(owner);
  });
});

describe('the date', () => {
  test('goes forward, and no further back than it is', async () => {
    await owner.start();

    const moved = await owner.control((ctx) => setDate(ctx, { to: '2025-10-01', year }));
    expect(moved).toMatchObject({ today: '2025-10-01', generation: 1 });
    expect(await eventsOf(owner)).toContain('sandbox.date-moved');

    const back = owner.control((ctx) => setDate(ctx, { to: '2025-09-30', year }));
    await expect(back).rejects.toMatchObject({
      code: 'sandbox/date-backwards',
      kind: 'conflict',
      facts: { today: '2025-10-01', to: '2025-09-30' },
    });
    expect((await owner.standing()).today).toBe('2025-10-01');
  });

  test('stays within the school year', async () => {
    await owner.start();

    const beyond = owner.control((ctx) => setDate(ctx, { to: '2026-06-13', year }));

    await expect(beyond).rejects.toMatchObject({
      code: 'sandbox/date-outside-year',
      facts: { to: '2026-06-13', from: year.startsOn, until: year.endsOn },
    });
  });

  test('that it already is changes nothing and leaves no event', async () => {
    await owner.start();

    await owner.control((ctx) => setDate(ctx, { to: cast.today, year }));

    expect(await eventsOf(owner)).toEqual(['sandbox.started']);
  });
});

test('another person of the school is taken on, and the log says so', async () => {
  await owner.start();

  const persona = { personaKind: 'guardian' as const, personaId: cast.guardians.adaeze };
  expect(await owner.control((ctx) => setPersona(ctx, persona))).toMatchObject({
    persona_kind: 'guardian',
    persona_id: cast.guardians.adaeze,
  });
  expect(await eventsOf(owner)).toContain('sandbox.persona-taken');
});

test('controls of an account without a sandbox find nothing', async () => {
  await expect(owner.standing()).rejects.toMatchObject({ code: 'shared/not-found' });
});
