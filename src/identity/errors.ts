import { DomainError } from '../shared/errors.ts';

/** Nobody is signed in, or the session has ended. */
export const notSignedIn = () => new DomainError('identity/not-signed-in', 'unauthenticated');

/** Unknown account, wrong password and disabled account look the same. */
export const wrongCredentials = () => new DomainError('identity/wrong-credentials', 'unauthenticated');

/** `seconds` and `minutes` (rounded up) until the next attempt is heard. */
export const tooManyAttempts = (seconds: number) =>
  new DomainError('identity/too-many-attempts', 'too-many', {
    retryAfter: seconds,
    minutes: Math.ceil(seconds / 60),
  });

/** The actor's roles do not allow the verb on this subject. */
export const notAllowed = (facts: { verb: string }) =>
  new DomainError('identity/not-allowed', 'forbidden', facts);

/** People can be chosen in the demonstration only. */
export const noDemo = () => new DomainError('identity/no-demonstration', 'forbidden');

/** The school's wave has not opened live work yet; `opens` is the day, once it is decided. */
export const liveClosed = (facts: { schoolName: string; opens: string | null }) =>
  new DomainError('identity/live-closed', 'forbidden', facts);
