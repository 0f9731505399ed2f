import { expect, test } from 'vitest';
import { changesOf, rebaseDraft } from '../../../../dashboards/teacher/setup/rebase.ts';

const base = { name: 'Quiz 1', points: '20', graded: true };

test('fields left alone take what somebody else saved', () => {
  const mine = { ...base, name: 'Quiz one' };
  expect(rebaseDraft({ base, mine, theirs: { ...base, points: '25' } })).toEqual({
    draft: { name: 'Quiz one', points: '25', graded: true },
    clashes: {},
  });
});

test('a field both changed stays mine, with theirs beside it', () => {
  const mine = { ...base, points: '30', graded: false };
  expect(rebaseDraft({ base, mine, theirs: { ...base, points: '25' } })).toEqual({
    draft: { name: 'Quiz 1', points: '30', graded: false },
    clashes: { points: '25' },
  });
});

test('the same change of both is no clash', () => {
  const both = { ...base, points: '25' };
  expect(rebaseDraft({ base, mine: both, theirs: both })).toEqual({ draft: both, clashes: {} });
});

test('fields that came or went with theirs do so in the draft', () => {
  expect(
    rebaseDraft<Record<string, string>>({
      base: { a: '1', b: '2' },
      mine: { a: '9', b: '8' },
      theirs: { b: '2', c: '3' },
    }),
  ).toEqual({ draft: { b: '8', c: '3' }, clashes: {} });
});

test('only what differs is a change', () => {
  expect(changesOf(base, { ...base, graded: false })).toEqual({ graded: false });
  expect(changesOf(base, base)).toEqual({});
});
