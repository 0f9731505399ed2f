import { expect, test } from 'vitest';
import { limits, pageAfterSignIn, secondsToWait } from '../../src/identity/rules.ts';

const at = (time: string) => new Date(`2026-01-05T${time}Z`);
/** One failure each minute, the newest first. */
const failuresUntil = (last: string, count: number) =>
  Array.from({ length: count }, (_, i) => new Date(at(last).getTime() - i * 60_000));

test('the worked example: ten failures from 8:00 to 8:09, and at 8:10 one waits five minutes', () => {
  const failures = failuresUntil('08:09:00', 10);
  expect(secondsToWait(failures, limits.account, at('08:10:00'))).toBe(300);
  expect(secondsToWait(failures, limits.account, at('08:14:59.500'))).toBe(1);
  expect(secondsToWait(failures, limits.account, at('08:15:00'))).toBe(0);
});

test('nine failures do not matter', () => {
  expect(secondsToWait(failuresUntil('08:09:00', 9), limits.account, at('08:09:01'))).toBe(0);
});

test.for([
  [undefined, '/sandbox/today'],
  ['/sandbox/gradebook/91?term=2#assignment-3', '/sandbox/gradebook/91?term=2#assignment-3'],
  ['https://evil.example/', '/sandbox/today'],
  ['//evil.example/', '/sandbox/today'],
  ['/\\evil.example/', '/sandbox/today'],
  ['/\t/evil.example/', '/sandbox/today'],
  ['/..//evil.example/', '/sandbox/today'],
  ['javascript:alert(1)', '/sandbox/today'],
  ['/sign-in?next=/sign-in', '/sandbox/today'],
  ['/api/sessions', '/sandbox/today'],
] as const)('after signing in, %j leads to %s', ([next, page]) => {
  expect(pageAfterSignIn(next, '/sandbox/today')).toBe(page);
});
