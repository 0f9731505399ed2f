import { describe, expect, test } from 'vitest';
import {
  chooseWindow,
  runsInTerm,
  windowState,
} from '../../../../../src/sis/gradebook/posting/choices/rules.ts';
import type { PostingChoice } from '../../../../../src/sis/gradebook/types.ts';

const window = { opensOn: '2025-09-22', closesOn: '2025-09-26' };

test.for([
  ['2025-09-21', 'before'],
  ['2025-09-22', 'open'],
  ['2025-09-26', 'open'],
  ['2025-09-27', 'closed'],
] as const)('on %s the window is %s', ([day, state]) => {
  expect(windowState(window, day)).toBe(state);
});

describe('the window to open at', () => {
  const closed = choice('2025-09-08', '2025-09-16', 'closed');
  const open = choice('2025-09-22', '2025-09-26', 'open');
  const openLonger = choice('2025-09-20', '2025-09-30', 'open');
  const before = choice('2025-09-29', '2025-10-07', 'before');
  const later = choice('2025-11-03', '2025-11-07', 'before');

  test.for([
    ['the open one that closes first', [closed, openLonger, open, before], open],
    ['without an open one the next', [closed, later, before], before],
    ['after all of them the last', [choice('2025-08-01', '2025-08-08', 'closed'), closed], closed],
    ['none when there is none', [], undefined],
  ] as const)('is %s', ([, choices, expected]) => {
    expect(chooseWindow(choices)).toBe(expected);
  });
});

test("a semester's class posts for the semester and its marking periods alone", () => {
  const s1 = { id: 11, parentId: null };
  const q1 = { id: 21, parentId: 11 };
  const q3 = { id: 23, parentId: 12 };
  expect([s1, q1, q3].map((term) => runsInTerm(11, term))).toEqual([true, true, false]);
  expect([s1, q1, q3].map((term) => runsInTerm(null, term))).toEqual([true, true, true]);
});

function choice(opensOn: string, closesOn: string, state: PostingChoice['state']): PostingChoice {
  return { termId: 22, name: 'Quarter 2', kind: 'term', opensOn, closesOn, state };
}
