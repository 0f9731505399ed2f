import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../src/db/client.ts';
import { copyScenario, freezeScenario, listScenarios } from '../../../src/sandbox/scenarios/service.ts';
import { undoReset } from '../../../src/sandbox/service.ts';
import { cast } from '../../support/cast.ts';
import { testDatabase } from '../../support/database.ts';
import { Owner } from '../../support/sandboxes.ts';
import { publishCast } from '../../support/spaces.ts';

let db: Database;
let accounts = 2000;
let champion: Owner;
let member: Owner;

beforeAll(async () => {
  db = await testDatabase();
  await publishCast(db);
});

beforeEach(async () => {
  champion = new Owner(db, ++accounts);
  member = new Owner(db, ++accounts);
  await champion.start();
  await member.start();
});

const freeze = (key: string) => champion.control((ctx) => freezeScenario(ctx, { key, name: 'Snow day' }));
const copy = (key: string) =>
  member.control((ctx) => copyScenario(ctx, { key, generation: ctx.standing.generation }));
const call = (who: Owner, name: string) =>
  who.within(true, ({ tx }) => tx.execute(sql`update students set preferred_name = ${name}`));

test('a scenario shows its state to whoever copies it, and stays as it was frozen', async () => {
  await call(champion, 'Frozen');
  const frozen = await champion.rows();
  await freeze('snow');
  await call(champion, 'Thawed');

  expect(await copy('snow')).toMatchObject({ generation: 2, today: cast.today });
  expect(await member.rows()).toEqual(frozen);

  await call(member, 'Mine');
  await copy('snow');
  expect(await member.rows()).toEqual(frozen);
});

test('what stood before can be got back', async () => {
  await freeze('undone');
  await call(member, 'Before');
  const before = await member.rows();

  await copy('undone');
  await member.control((ctx) => undoReset(ctx, { generation: ctx.standing.generation }));

  expect(await member.rows()).toEqual(before);
});

test('those of the same edition of the school are listed', async () => {
  await freeze('listed');

  expect(await member.control(listScenarios)).toContainEqual({
    key: 'listed',
    name: 'Snow day',
    date: cast.today,
  });
});

test('a key is given once, an unknown one is not found, and one of another edition says so', async () => {
  await freeze('once');
  await expect(freeze('once')).rejects.toMatchObject({ code: 'sandbox/scenario-key-taken' });
  await expect(copy('nowhere')).rejects.toMatchObject({ code: 'shared/not-found' });

  await publishCast(db, 2, 'other');
  await db.owner`insert into platform.scenarios (key, name, template, layer, today) values ('other', 'Other', 2, 1, ${cast.today})`;
  await expect(copy('other')).rejects.toMatchObject({ code: 'sandbox/scenario-of-other-school' });
});

test('a page that was left behind copies nothing', async () => {
  await freeze('stale');

  const stale = member.control((ctx) => copyScenario(ctx, { key: 'stale', generation: 7 }));

  await expect(stale).rejects.toMatchObject({ code: 'sandbox/moved-on' });
});

test('freezing and copying leave their events', async () => {
  await freeze('logged');
  await copy('logged');

  const events = await db.live.execute<{ verb: string }>(sql`
    select verb from platform.activity
    where account_id in (${champion.account.id}, ${member.account.id}) and subject_type = 'scenario' order by id`);
  expect(events.map(({ verb }) => verb)).toEqual(['sandbox.scenario-frozen', 'sandbox.scenario-copied']);
});
