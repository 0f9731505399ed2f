import { createHash, randomBytes } from 'node:crypto';

/** A new secret for a cookie: 256 random bits, URL-safe. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a secret, or of an email address that was given. */
export function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
