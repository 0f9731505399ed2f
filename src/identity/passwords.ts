import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB, 2 passes, 1 lane: the first choice of OWASP's Password Storage cheat sheet. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let decoy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

/**
 * Whether the password is right. Without a hash (no such account, no password, disabled) a decoy is checked: it
 * takes as long, so that nobody learns who has an account.
 */
export async function passwordFits(storedHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('decoy');
  const fits = await verify(storedHash ?? (await decoy), password);
  return fits && storedHash !== null;
}
