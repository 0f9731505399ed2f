import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateMove, stableChoice, undoUntil } from '../../src/sandbox/rules.ts';

describe('the date of a sandbox', () => {
  const year = { startsOn: '2025-08-25', endsOn: '2026-06-12' };
  const cases = [
    { name: 'goes a week forward', today: '2025-10-01', to: '2025-10-08', move: 'fine' },
    { name: 'goes to the last day of the year', today: '2025-10-01', to: '2026-06-12', move: 'fine' },
    { name: 'may stay', today: '2025-10-01', to: '2025-10-01', move: 'same' },
    { name: 'does not go back', today: '2025-10-01', to: '2025-09-30', move: 'backwards' },
    { name: 'does not leave the year', today: '2025-10-01', to: '2026-06-13', move: 'outside-year' },
    { name: 'does not go before the year', today: '2025-10-01', to: '2025-08-24', move: 'outside-year' },
  ] as const;

  test.for(cases)('$name', ({ today, to, move }) => {
    expect(dateMove(today, to, year)).toBe(move);
  });
});

test('a reset can be undone for two weeks, to the instant', () => {
  expect(undoUntil(new Date('2026-03-01T12:00:00.500Z'))).toEqual(new Date('2026-03-15T12:00:00.500Z'));
});

describe('the person an account plays', () => {
  test('is one of those there are', () => {
    const account = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(account, fc.integer({ min: 1, max: 300 }), (accountId, count) => {
        const choice = stableChoice(accountId, count);
        return Number.isInteger(choice) && choice >= 0 && choice < count;
      }),
    );
  });

  test('is spread over all of them', () => {
    const chosen = Array.from({ length: 7_000 }, (_, account) => stableChoice(account + 1, 70));
    const times = Array.from({ length: 70 }, (_, person) => chosen.filter((c) => c === person).length);
    expect(Math.min(...times)).toBeGreaterThan(80);
    expect(Math.max(...times)).toBeLessThan(120);
  });
});
