import { and, desc, eq, gt, isNull, lt, ne, or, sql } from 'drizzle-orm';
import { record } from '../activity/service.ts';
import type { Db, Tx } from '../db/client.ts';
import type { Account } from '../shared/context.ts';
import { noDemo, tooManyAttempts, wrongCredentials } from './errors.ts';
import { hashPassword, passwordFits } from './passwords.ts';
import { findAccount, findCredentials, listDemoPeople } from './queries.ts';
import { limits, SEEN_EVERY_MS, SESSION_MS, secondsToWait, WINDOW_MS } from './rules.ts';
import { accountRoles, accounts, sessions, signInAttempts } from './schema.ts';
import { hashOf, newToken } from './tokens.ts';

/** Who is at the door: before anybody is signed in there is no actor, and there are no rows of a school. */
export type Visit = { db: Db; now: Date; address: string; agent: string; requestId: string };

export type SignInResult = { token: string; expiresAt: Date; account: Account };

/**
 * Signs in by email and password. Throws identity/wrong-credentials, in the same time whether or not there is
 * such an account, and identity/too-many-attempts without looking at the password.
 */
export async function signIn(
  visit: Visit,
  input: { email: string; password: string },
): Promise<SignInResult> {
  const attempt = await announceAttempt(visit, hashOf(input.email.trim().toLowerCase()));
  const found = await findCredentials(visit.db, input.email.trim());
  const fits = await passwordFits(found?.passwordHash ?? null, input.password);
  if (!found || !fits) throw wrongCredentials();
  return visit.db.transaction(async (tx) => {
    await tx.update(signInAttempts).set({ outcome: 'accepted' }).where(eq(signInAttempts.id, attempt));
    return openSession(tx, visit, found.account);
  });
}

/** Signs in as a person of the demonstration. Throws identity/no-demonstration when it is not on, or for others. */
export async function chooseDemoPerson(
  visit: Visit,
  { accountId, demo }: { accountId: number; demo: boolean },
): Promise<SignInResult> {
  const offered = demo ? await listDemoPeople(visit.db) : [];
  const account = offered.some((person) => person.accountId === accountId)
    ? await findAccount(visit.db, accountId)
    : undefined;
  if (!account) throw noDemo();
  return visit.db.transaction((tx) => openSession(tx, visit, account));
}

/** Ends one of the account's sessions; one that is not theirs, or has ended, is left as it is. */
export async function revokeSession(
  visit: Visit,
  { account, sessionId }: { account: Account; sessionId: number },
): Promise<void> {
  await visit.db.transaction(async (tx) => {
    const ended = await tx
      .update(sessions)
      .set({ revoked_at: visit.now })
      .where(
        and(eq(sessions.id, sessionId), eq(sessions.account_id, account.id), isNull(sessions.revoked_at)),
      )
      .returning({ id: sessions.id });
    if (ended.length > 0) await keep(tx, visit, account, 'session.ended', sessionId);
  });
}

/** Ends all of the account's sessions but one; gives how many. With `except` null, all. */
export async function revokeSessions(
  visit: Visit,
  { account, except }: { account: Account; except: number | null },
): Promise<number> {
  return visit.db.transaction(async (tx) => {
    const ended = await tx
      .update(sessions)
      .set({ revoked_at: visit.now })
      .where(
        and(
          eq(sessions.account_id, account.id),
          isNull(sessions.revoked_at),
          except === null ? undefined : ne(sessions.id, except),
        ),
      )
      .returning({ id: sessions.id });
    for (const { id } of ended) await keep(tx, visit, account, 'session.ended', id);
    return ended.length;
  });
}

/** Notes that a session was used, at most every few minutes. */
export async function noteSeen(
  db: Db,
  session: { sessionId: number; seenAt: Date },
  now: Date,
): Promise<void> {
  if (now.getTime() - session.seenAt.getTime() < SEEN_EVERY_MS) return;
  await db.update(sessions).set({ seen_at: now }).where(eq(sessions.id, session.sessionId));
}

export type NewAccount = Omit<Account, 'id'> & { password?: string; demoNote?: string };

/**
 * Makes accounts with their roles; for loading a demonstration, and later for the directory's. An email that has
 * an account already is left as it is. Gives how many were made.
 */
export async function createAccounts(db: Db, wanted: NewAccount[]): Promise<number> {
  const known = new Set(
    (await db.select({ email: accounts.email }).from(accounts)).map(({ email }) => email),
  );
  const fresh = wanted.filter(({ email }) => !known.has(email.toLowerCase()));
  if (fresh.length === 0) return 0;
  const rows = await Promise.all(
    fresh.map(async ({ email, name, staffNumber, person, password, demoNote }) => ({
      email: email.toLowerCase(),
      name,
      staff_number: staffNumber,
      person_kind: person?.kind ?? null,
      person_id: person?.id ?? null,
      password_hash: password === undefined ? null : await hashPassword(password),
      demo_note: demoNote ?? null,
    })),
  );
  return db.transaction(async (tx) => {
    const made = await tx.insert(accounts).values(rows).returning({ id: accounts.id, email: accounts.email });
    const idOf = new Map(made.map(({ id, email }) => [email, id]));
    const roles = fresh.flatMap(({ email, roles }) =>
      roles.map(({ role, schoolCode }) => ({
        account_id: idOf.get(email.toLowerCase())!,
        role,
        school_code: schoolCode,
      })),
    );
    if (roles.length > 0) await tx.insert(accountRoles).values(roles);
    return made.length;
  });
}

/** Deletes what has no use any more: attempts after a day, sessions a month after they ended. */
export async function forgetOld(db: Db, now: Date): Promise<void> {
  const days = (count: number) => new Date(now.getTime() - count * 86_400_000);
  await db.delete(signInAttempts).where(lt(signInAttempts.at, days(1)));
  await db.delete(sessions).where(or(lt(sessions.expires_at, days(30)), lt(sessions.revoked_at, days(30))));
}

/**
 * Counts the attempt as a failure before its password is looked at, so that a thousand at once are a thousand.
 * Attempts at one account wait for each other.
 */
async function announceAttempt(visit: Visit, emailHash: Buffer): Promise<number> {
  return visit.db.transaction(async (tx) => {
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended('sign-in', ${emailHash.readInt32BE(0)}))`,
    );
    const wait = Math.max(
      await waitFor(tx, visit, eq(signInAttempts.email_hash, emailHash), limits.account),
      await waitFor(tx, visit, eq(signInAttempts.address, visit.address), limits.address),
    );
    if (wait > 0) throw tooManyAttempts(wait);
    const [attempt] = await tx
      .insert(signInAttempts)
      .values({ at: visit.now, email_hash: emailHash, address: visit.address, outcome: 'refused' })
      .returning({ id: signInAttempts.id });
    return attempt!.id;
  });
}

async function waitFor(tx: Tx, { now }: Visit, whose: ReturnType<typeof eq>, limit: number): Promise<number> {
  const failures = await tx
    .select({ at: signInAttempts.at })
    .from(signInAttempts)
    .where(
      and(
        whose,
        eq(signInAttempts.outcome, 'refused'),
        gt(signInAttempts.at, new Date(now.getTime() - WINDOW_MS)),
      ),
    )
    .orderBy(desc(signInAttempts.at))
    .limit(limit);
  return secondsToWait(
    failures.map(({ at }) => at),
    limit,
    now,
  );
}

async function openSession(tx: Tx, visit: Visit, account: Account): Promise<SignInResult> {
  const token = newToken();
  const expiresAt = new Date(visit.now.getTime() + SESSION_MS);
  const [session] = await tx
    .insert(sessions)
    .values({
      account_id: account.id,
      token_hash: hashOf(token),
      address: visit.address,
      agent: visit.agent.slice(0, 200),
      created_at: visit.now,
      seen_at: visit.now,
      expires_at: expiresAt,
    })
    .returning({ id: sessions.id });
  await keep(tx, visit, account, 'session.opened', session!.id);
  return { token, expiresAt, account };
}

/** Signing in and out is no act in a school: it is kept as the account's own. */
async function keep(tx: Tx, visit: Visit, account: Account, verb: string, sessionId: number): Promise<void> {
  const actor = {
    accountId: account.id,
    personId: null,
    personName: account.name,
    grants: [],
    sectionIds: [],
    studentIds: [],
  };
  const today = visit.now.toISOString().slice(0, 10);
  await record(
    { tx, actor, space: { kind: 'live' }, today, now: visit.now, requestId: visit.requestId },
    { verb, subject: { type: 'session', id: sessionId } },
  );
}
