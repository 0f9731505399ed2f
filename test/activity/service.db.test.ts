import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { record } from '../../src/activity/service.ts';
import { keepPartitions } from '../../src/activity/upkeep.ts';
import { cast } from '../support/cast.ts';
import { inBothSpaces } from '../support/spaces.ts';

inBothSpaces('the log', (space) => {
  const event = { verb: 'attendance.marked', subject: { type: 'section', id: cast.sections.biology } };
  const logged = () => space.db.owner`
    select account_id, person_id, space, sandbox_id is not null as in_sandbox, school_id, day::text, verb,
      subject_type, subject_id, facts, request_id
    from platform.activity order by id desc limit 1`;
  const count = async () => (await space.db.owner`select count(*)::int as n from platform.activity`)[0]?.n;

  test('says who did what to what, where and on which day', async () => {
    await space.keeping((tx, where) =>
      record(
        { tx, actor: cast.actors.okafor, space: where, today: cast.today, now: cast.now, requestId: 'r1' },
        { ...event, facts: { marked: 3 } },
      ),
    );
    expect(await logged()).toEqual([
      {
        account_id: cast.actors.okafor.accountId,
        person_id: cast.staff.okafor,
        space: space.kind,
        in_sandbox: space.kind === 'sandbox',
        school_id: cast.school,
        day: cast.today,
        verb: 'attendance.marked',
        subject_type: 'section',
        subject_id: cast.sections.biology,
        facts: { marked: 3 },
        request_id: 'r1',
      },
    ]);
  });

  test('keeps nothing of a change that did not happen', async () => {
    const before = await count();
    await expect(
      space.keeping(async (tx, where) => {
        await record(
          { tx, actor: cast.actors.okafor, space: where, today: cast.today, now: cast.now },
          event,
        );
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await count()).toBe(before);
  });

  test('can not be changed by those who write it', async () => {
    for (const statement of [
      'update platform.activity set verb = verb',
      'delete from platform.activity',
      'truncate platform.activity',
    ]) {
      await expect(space.keeping((tx) => tx.execute(sql.raw(statement)))).rejects.toMatchObject({
        cause: { code: '42501' },
      });
    }
    const [partition] = await space.db.owner<{ name: string }[]>`
      select inhrelid::regclass::text as name from pg_inherits where inhparent = 'platform.activity'::regclass limit 1`;
    await expect(
      space.keeping((tx) => tx.execute(sql.raw(`delete from ${partition!.name}`))),
    ).rejects.toMatchObject({
      cause: { code: '42501' },
    });
  });

  test('has a partition for this month and the next three, and moves there what came too early', async () => {
    const partitionOf = async (verb: string) =>
      (
        await space.db.owner<{ at: string }[]>`
        select tableoid::regclass::text as at from platform.activity where verb = ${verb}`
      )[0]?.at;
    await space.keeping((tx, where) =>
      record(
        { tx, actor: cast.actors.okafor, space: where, today: cast.today, now: new Date() },
        { ...event, verb: 'now' },
      ),
    );
    expect(await partitionOf('now')).toMatch(/^platform\.activity_\d{4}_\d{2}$/);
    expect(await keepPartitions(space.db.live)).toBe(0);

    await space.db.owner`
      insert into platform.activity (at, account_id, space, day, verb, subject_type)
      values (date_trunc('month', now()) + interval '5 months', 1, 'live', now(), 'early', 'x')`;
    expect(await partitionOf('early')).toBe('platform.activity_default');
    await space.db.owner`select app.keep_activity_partitions(5)`;
    expect(await partitionOf('early')).toMatch(/^platform\.activity_\d{4}_\d{2}$/);
  });
});
