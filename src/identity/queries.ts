import { and, asc, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import type { Account, Role } from '../shared/context.ts';
import { accountRoles, accounts, sessions } from './schema.ts';
import { hashOf } from './tokens.ts';

type AccountRow = {
  id: number;
  email: string;
  name: string;
  staffNumber: string | null;
  personKind: 'staff' | 'guardian' | 'student' | null;
  personId: number | null;
  roles: Account['roles'];
};

/** drizzle leaves a column's table out where a query has only one, and `id` would be the role's. */
const rolesOfAccount = sql<Account['roles']>`coalesce((
  select json_agg(json_build_object('role', r.role, 'schoolCode', r.school_code) order by r.id)
  from ${accountRoles} r where r.account_id = ${accounts}.id), '[]')`;

const accountColumns = {
  id: accounts.id,
  email: accounts.email,
  name: accounts.name,
  staffNumber: accounts.staff_number,
  personKind: accounts.person_kind,
  personId: accounts.person_id,
  roles: rolesOfAccount,
};

/** An open session, whose it is, and when it was last seen; undefined for a token that opens nothing (any more). */
export async function findSession(
  db: Db,
  token: string,
  now: Date,
): Promise<{ sessionId: number; seenAt: Date; account: Account } | undefined> {
  const [row] = await db
    .select({ ...accountColumns, sessionId: sessions.id, seenAt: sessions.seen_at })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.account_id))
    .where(
      and(
        eq(sessions.token_hash, hashOf(token)),
        gt(sessions.expires_at, now),
        isNull(sessions.revoked_at),
        isNull(accounts.disabled_at),
      ),
    );
  return row && { sessionId: row.sessionId, seenAt: row.seenAt, account: accountFrom(row) };
}

/** The account with what its password is checked against; undefined when it can not sign in. */
export async function findCredentials(
  db: Db,
  email: string,
): Promise<{ account: Account; passwordHash: string | null } | undefined> {
  const [row] = await db
    .select({ ...accountColumns, passwordHash: accounts.password_hash })
    .from(accounts)
    .where(and(eq(accounts.email, email.toLowerCase()), isNull(accounts.disabled_at)));
  return row && { account: accountFrom(row), passwordHash: row.passwordHash };
}

/** An account by its id; undefined when there is none, or it is disabled. */
export async function findAccount(db: Db, accountId: number): Promise<Account | undefined> {
  const [row] = await db
    .select(accountColumns)
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isNull(accounts.disabled_at)));
  return row && accountFrom(row);
}

/** Somebody one can be in the demonstration. */
export type DemoPerson = { accountId: number; name: string; role: Role; note: string };

/** Everybody on the demonstration's list, in the order in which it was made. */
export async function listDemoPeople(db: Db): Promise<DemoPerson[]> {
  const rows = await db
    .select({ accountId: accounts.id, name: accounts.name, note: accounts.demo_note, roles: rolesOfAccount })
    .from(accounts)
    .where(and(isNotNull(accounts.demo_note), isNull(accounts.disabled_at)))
    .orderBy(asc(accounts.id));
  return rows.map(({ accountId, name, note, roles }) => ({
    accountId,
    name,
    role: roles[0]?.role ?? 'teacher',
    note: note ?? '',
  }));
}

/** A place where an account is signed in. */
export type OpenSession = {
  id: number;
  address: string;
  agent: string;
  createdAt: Date;
  seenAt: Date;
  expiresAt: Date;
};

/** Where the account is signed in, latest first. */
export async function listSessions(db: Db, accountId: number, now: Date): Promise<OpenSession[]> {
  return db
    .select({
      id: sessions.id,
      address: sessions.address,
      agent: sessions.agent,
      createdAt: sessions.created_at,
      seenAt: sessions.seen_at,
      expiresAt: sessions.expires_at,
    })
    .from(sessions)
    .where(and(eq(sessions.account_id, accountId), gt(sessions.expires_at, now), isNull(sessions.revoked_at)))
    .orderBy(desc(sessions.seen_at), desc(sessions.id));
}

function accountFrom({ personKind, personId, ...row }: AccountRow): Account {
  const { id, email, name, staffNumber, roles } = row;
  const person = personKind !== null && personId !== null ? { kind: personKind, id: personId } : null;
  return { id, email, name, staffNumber, roles, person };
}
