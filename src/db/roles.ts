import { createHmac } from 'node:crypto';

/** The roles the product connects as. Neither owns anything, and row-level security holds for both. */
export const LIVE_ROLE = 'rehearsal_live';
export const SANDBOX_ROLE = 'rehearsal_sandbox';

export type AppRole = typeof LIVE_ROLE | typeof SANDBOX_ROLE;

/**
 * The owner's URL with another role in it. The role's password is derived from the owner's, so that one secret
 * configures the product; an owner without a password (a server that trusts its socket) gives roles without one.
 */
export function urlAs(role: AppRole, ownerUrl: string): string {
  const url = new URL(ownerUrl);
  const password = rolePassword(role, ownerUrl);
  url.username = role;
  url.password = password ?? '';
  return url.toString();
}

/** The derived password of a role, or null when the owner's URL has none. */
export function rolePassword(role: AppRole, ownerUrl: string): string | null {
  const secret = decodeURIComponent(new URL(ownerUrl).password);
  return secret === '' ? null : createHmac('sha256', secret).update(role).digest('base64url');
}
