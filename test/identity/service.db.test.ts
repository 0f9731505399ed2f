import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/client.ts';
import { findAccount, findSession, listDemoPeople, listSessions } from '../../src/identity/queries.ts';
import { SESSION_MS, WINDOW_MS } from '../../src/identity/rules.ts';
import {
  chooseDemoPerson,
  createAccounts,
  forgetOld,
  noteSeen,
  revokeSession,
  revokeSessions,
  signIn,
  type Visit,
} from '../../src/identity/service.ts';
import type { Account } from '../../src/shared/context.ts';
import { testDatabase } from '../support/database.ts';

const morning = new Date('2026-01-05T14:00:00Z');
const later = (ms: number) => new Date(morning.getTime() + ms);
let db: Database;
let addresses = 0;
let okafor: Account;
let ruiz: Account;

beforeAll(async () => {
  db = await testDatabase();
  await createAccounts(db.live, [
    {
      email: 'N.Okafor@schools.example.org',
      name: 'Ngozi Okafor',
      staffNumber: 'S51',
      roles: [
        { role: 'teacher', schoolCode: 'CAST' },
        { role: 'champion', schoolCode: 'CAST' },
      ],
      person: { kind: 'staff', id: 51 },
      password: 'biology is fun',
    },
    {
      email: 'm.ruiz@schools.example.org',
      name: 'Marisol Ruiz',
      staffNumber: 'S53',
      roles: [{ role: 'clerk', schoolCode: 'CAST' }],
      person: null,
      demoNote: 'Clerk',
    },
  ]);
  const people = await listDemoPeople(db.live);
  ruiz = (await findAccount(db.live, people[0]!.accountId))!;
  okafor = (await signIn(visit(), { email: 'n.okafor@schools.example.org', password: 'biology is fun' }))
    .account;
});

/** Somebody at the door, each time from another address unless told. */
function visit(more: Partial<Visit> = {}): Visit {
  return {
    db: db.live,
    now: morning,
    address: `192.0.2.${++addresses}`,
    agent: 'test',
    requestId: 'r1',
    ...more,
  };
}

const withPassword = (password = 'biology is fun', more: Partial<Visit> = {}, email = okafor.email) =>
  signIn(visit(more), { email, password });

const events = async (accountId: number) =>
  (
    await db.owner<{ verb: string }[]>`
      select verb from platform.activity where account_id = ${accountId} order by id`
  ).map(({ verb }) => verb);

describe('signing in', () => {
  test('opens a session that is found by its secret, of which the database keeps no copy', async () => {
    const { token, account } = await withPassword();
    expect(account).toEqual({
      id: okafor.id,
      email: 'n.okafor@schools.example.org',
      name: 'Ngozi Okafor',
      staffNumber: 'S51',
      roles: [
        { role: 'teacher', schoolCode: 'CAST' },
        { role: 'champion', schoolCode: 'CAST' },
      ],
      person: { kind: 'staff', id: 51 },
    });
    expect(await findSession(db.live, token, morning)).toMatchObject({ account });
    const [{ rows }] = await db.owner<[{ rows: string }]>`
      select string_agg(s::text, ' ') as rows from platform.sessions s`;
    expect(rows).not.toContain(token);
    expect(rows).not.toContain(Buffer.from(token).toString('hex'));
    expect(await events(okafor.id)).toContain('session.opened');
  });

  test.for([
    ['a wrong password', 'n.okafor@schools.example.org', 'chemistry is fun'],
    ['an unknown account', 'nobody@schools.example.org', 'biology is fun'],
    ['an account without a password', 'm.ruiz@schools.example.org', ''],
  ] as const)('refuses %s with the same words', async ([, email, password]) => {
    await expect(withPassword(password, {}, email)).rejects.toMatchObject({
      code: 'identity/wrong-credentials',
      facts: {},
    });
  });

  test('refuses a disabled account, and ends its sessions with the next request', async () => {
    const { token } = await withPassword();
    await db.owner`update platform.accounts set disabled_at = now() where id = ${okafor.id}`;
    await expect(withPassword()).rejects.toMatchObject({ code: 'identity/wrong-credentials' });
    expect(await findSession(db.live, token, morning)).toBeUndefined();
    await db.owner`update platform.accounts set disabled_at = null where id = ${okafor.id}`;
  });

  test('ends by itself after its time', async () => {
    const { token, expiresAt } = await withPassword();
    expect(expiresAt).toEqual(later(SESSION_MS));
    expect(await findSession(db.live, token, later(SESSION_MS - 1))).toBeDefined();
    expect(await findSession(db.live, token, later(SESSION_MS))).toBeUndefined();
  });

  test('as a person of the demonstration needs the demonstration, and a person on its list', async () => {
    const chosen = await chooseDemoPerson(visit(), { accountId: ruiz.id, demo: true });
    expect(chosen.account).toEqual(ruiz);
    for (const wrong of [
      { accountId: ruiz.id, demo: false },
      { accountId: okafor.id, demo: true },
    ]) {
      await expect(chooseDemoPerson(visit(), wrong)).rejects.toMatchObject({
        code: 'identity/no-demonstration',
      });
    }
  });
});

describe('limits', () => {
  test('after ten failures at one account nobody is heard there, from wherever they come, until the first is old', async () => {
    const victim = 'victim@schools.example.org';
    for (let i = 0; i < 10; i++) {
      await expect(withPassword('x', { now: later(i * 60_000) }, victim)).rejects.toMatchObject({
        code: 'identity/wrong-credentials',
      });
    }
    await expect(withPassword('x', { now: later(600_000) }, victim.toUpperCase())).rejects.toMatchObject({
      code: 'identity/too-many-attempts',
      kind: 'too-many',
      facts: { retryAfter: 300, minutes: 5 },
    });
    await expect(withPassword('x', { now: later(WINDOW_MS) }, victim)).rejects.toMatchObject({
      code: 'identity/wrong-credentials',
    });
  });

  test('thirty attempts at once are still counted one by one', async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 30 }, () => withPassword('x', {}, 'storm@schools.example.org')),
    );
    const heard = all.filter(
      (one) => one.status === 'rejected' && one.reason.code === 'identity/wrong-credentials',
    );
    expect(heard).toHaveLength(10);
  });

  test('a whole school signs in from one address, until a hundred have failed', async () => {
    const address = '198.51.100.7';
    await db.owner`
      insert into platform.sign_in_attempts (at, email_hash, address, outcome)
      select ${morning}, sha256(n::text::bytea), ${address}, case when n <= 99 then 'refused' else 'accepted' end
      from generate_series(1, 500) n`;
    await expect(withPassword('biology is fun', { address })).resolves.toBeDefined();
    await expect(withPassword('wrong', { address })).rejects.toMatchObject({
      code: 'identity/wrong-credentials',
    });
    await expect(withPassword('biology is fun', { address })).rejects.toMatchObject({
      code: 'identity/too-many-attempts',
    });
  });
});

describe('sessions', () => {
  test('are listed, and end at once: one, or all others', async () => {
    await revokeSessions(visit(), { account: okafor, except: null });
    const [here, there, elsewhere] = [await withPassword(), await withPassword(), await withPassword()];
    const idOf = async (token: string) => (await findSession(db.live, token, morning))!.sessionId;
    const current = await idOf(here.token);
    expect(await listSessions(db.live, okafor.id, morning)).toHaveLength(3);

    await revokeSession(visit(), { account: ruiz, sessionId: current });
    expect(await findSession(db.live, here.token, morning)).toBeDefined();

    await revokeSession(visit(), { account: okafor, sessionId: await idOf(there.token) });
    expect(await findSession(db.live, there.token, morning)).toBeUndefined();

    expect(await revokeSessions(visit(), { account: okafor, except: current })).toBe(1);
    expect(await findSession(db.live, elsewhere.token, morning)).toBeUndefined();
    expect((await listSessions(db.live, okafor.id, morning)).map(({ id }) => id)).toEqual([current]);
    expect((await events(okafor.id)).slice(-2)).toEqual(['session.ended', 'session.ended']);
  });

  test('note when they were last used, now and then', async () => {
    const { token } = await withPassword();
    const seenAt = async () => (await findSession(db.live, token, morning))!.seenAt;
    const session = (await findSession(db.live, token, morning))!;

    await noteSeen(db.live, session, later(60_000));
    expect(await seenAt()).toEqual(morning);
    await noteSeen(db.live, session, later(600_000));
    expect(await seenAt()).toEqual(later(600_000));
  });

  test('and attempts are forgotten when they have no use any more', async () => {
    await forgetOld(db.live, later(60 * 86_400_000));
    const [left] = await db.owner`
      select (select count(*) from platform.sign_in_attempts) + (select count(*) from platform.sessions) as rows`;
    expect(left).toEqual({ rows: 0 });
  });
});

test('the sandbox’s role reaches none of it', async () => {
  for (const table of ['accounts', 'account_roles', 'sessions', 'sign_in_attempts']) {
    await expect(
      db.sandbox.execute(sql`select 1 from platform.${sql.identifier(table)}`),
    ).rejects.toMatchObject({
      cause: { code: '42501' },
    });
  }
});
