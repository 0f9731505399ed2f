import { sql } from 'drizzle-orm';
import { bigint, check, customType, index, text, timestamp, unique } from 'drizzle-orm/pg-core';
import { platform } from '../db/platform.ts';
import { roles } from '../shared/context.ts';

const number = () => bigint({ mode: 'number' });
const instant = () => timestamp({ withTimezone: true });
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** Who can sign in. Without a password one comes by another way (the demonstration's choice; later OIDC). */
export const accounts = platform.table(
  'accounts',
  {
    id: number().primaryKey().generatedAlwaysAsIdentity(),
    /** In lower case. */
    email: text().notNull(),
    name: text().notNull(),
    /** By which the account is found again in a practice school, and later in the payroll's list. */
    staff_number: text(),
    /** argon2id, in PHC format. */
    password_hash: text(),
    /** Who this is among the district's own records. */
    person_kind: text({ enum: ['staff', 'guardian', 'student'] }),
    person_id: number(),
    /** What they do, as the demonstration's list says it; null for those who are not on it. */
    demo_note: text(),
    disabled_at: instant(),
    created_at: instant().notNull().defaultNow(),
  },
  (t) => [
    unique('accounts_one_per_email').on(t.email),
    unique('accounts_one_per_staff_number').on(t.staff_number),
    unique('accounts_one_per_person').on(t.person_kind, t.person_id),
    check('accounts_email_is_lower_case', sql`${t.email} = lower(${t.email})`),
    check('accounts_person_kind_is_known', sql`${t.person_kind} in ('staff', 'guardian', 'student')`),
    check('accounts_person_is_whole', sql`(${t.person_kind} is null) = (${t.person_id} is null)`),
  ],
);

/** What an account is, at a school or in the whole district (no school). */
export const accountRoles = platform.table(
  'account_roles',
  {
    id: number().primaryKey().generatedAlwaysAsIdentity(),
    account_id: number()
      .notNull()
      .references(() => accounts.id),
    role: text({ enum: roles }).notNull(),
    school_code: text(),
  },
  (t) => [
    unique('account_roles_one_per_account_role_and_school')
      .on(t.account_id, t.role, t.school_code)
      .nullsNotDistinct(),
    check(
      'account_roles_role_is_known',
      sql`${t.role} in (${sql.raw(roles.map((role) => `'${role}'`).join(', '))})`,
    ),
  ],
);

/** A browser that is signed in. The token itself is in its cookie and nowhere else. */
export const sessions = platform.table(
  'sessions',
  {
    id: number().primaryKey().generatedAlwaysAsIdentity(),
    account_id: number()
      .notNull()
      .references(() => accounts.id),
    /** SHA-256. */
    token_hash: bytes().notNull(),
    address: text().notNull(),
    agent: text().notNull(),
    created_at: instant().notNull(),
    seen_at: instant().notNull(),
    expires_at: instant().notNull(),
    revoked_at: instant(),
  },
  (t) => [
    unique('sessions_one_per_token').on(t.token_hash),
    index('sessions_account_id_idx').on(t.account_id),
    index('sessions_expires_at_idx').on(t.expires_at),
    check('sessions_expire_after_start', sql`${t.created_at} < ${t.expires_at}`),
  ],
);

/** Attempts to sign in by password, for their limits; forgotten after a day. */
export const signInAttempts = platform.table(
  'sign_in_attempts',
  {
    id: number().primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull(),
    /** SHA-256 of what was given as the email address, which may have been something else by mistake. */
    email_hash: bytes().notNull(),
    address: text().notNull(),
    outcome: text({ enum: ['refused', 'accepted'] }).notNull(),
  },
  (t) => [
    index('sign_in_attempts_email_hash_at_idx').on(t.email_hash, t.at),
    index('sign_in_attempts_address_at_idx').on(t.address, t.at),
    index('sign_in_attempts_at_idx').on(t.at),
    check('sign_in_attempts_outcome_is_known', sql`${t.outcome} in ('refused', 'accepted')`),
  ],
);
