import { describe, expect, test } from 'vitest';
import type { Explanation } from '../../../../src/sis/gradebook/averages/types.ts';
import {
  gradeOf,
  type PostingStatus,
  type PostingWindow,
  postingStatus,
  readOverride,
} from '../../../../src/sis/gradebook/posting/rules.ts';

const scale = {
  steps: [
    { letter: 'A', minPercent: '90' },
    { letter: 'B', minPercent: '80' },
    { letter: 'F', minPercent: '0' },
  ],
  maxPercent: '105',
};

describe('the pin of a section', () => {
  const open: PostingWindow = { opensOn: '2026-03-23', closesOn: '2026-03-27', repost: 'until-close' };
  const once: PostingWindow = { ...open, repost: 'never' };
  const cases: {
    name: string;
    window: PostingWindow | null;
    postedOn: string | null;
    today: string;
    expected: PostingStatus;
  }[] = [
    {
      name: 'is black before the window opens, and says when it does',
      window: open,
      postedOn: null,
      today: '2026-03-20',
      expected: {
        state: 'enter-only',
        mayEdit: true,
        mayPost: false,
        refusal: { code: 'posting/not-open-yet', facts: { opensOn: '2026-03-23' } },
      },
    },
    {
      name: 'is green on the first day',
      window: open,
      postedOn: null,
      today: '2026-03-23',
      expected: { state: 'ready', mayEdit: true, mayPost: true, refusal: null },
    },
    {
      name: 'is green on the last day',
      window: open,
      postedOn: null,
      today: '2026-03-27',
      expected: { state: 'ready', mayEdit: true, mayPost: true, refusal: null },
    },
    {
      name: 'is red once posted, and may be posted again until the window closes',
      window: open,
      postedOn: '2026-03-25',
      today: '2026-03-27',
      expected: { state: 'posted', mayEdit: true, mayPost: true, refusal: null },
    },
    {
      name: 'is red and final once posted, where reposting is never allowed',
      window: once,
      postedOn: '2026-03-25',
      today: '2026-03-25',
      expected: {
        state: 'posted',
        mayEdit: false,
        mayPost: false,
        refusal: { code: 'posting/already-posted', facts: { postedOn: '2026-03-25' } },
      },
    },
    {
      name: 'stays red after the window has closed',
      window: open,
      postedOn: '2026-03-25',
      today: '2026-03-30',
      expected: {
        state: 'posted',
        mayEdit: false,
        mayPost: false,
        refusal: { code: 'posting/closed', facts: { closedOn: '2026-03-27' } },
      },
    },
    {
      name: 'is black after a window missed, and says when it closed',
      window: open,
      postedOn: null,
      today: '2026-03-28',
      expected: {
        state: 'enter-only',
        mayEdit: false,
        mayPost: false,
        refusal: { code: 'posting/closed', facts: { closedOn: '2026-03-27' } },
      },
    },
    {
      name: 'is black without a window',
      window: null,
      postedOn: null,
      today: '2026-03-25',
      expected: {
        state: 'enter-only',
        mayEdit: true,
        mayPost: false,
        refusal: { code: 'posting/no-window', facts: {} },
      },
    },
    {
      name: 'stays red when a window is moved to later',
      window: { ...open, opensOn: '2026-03-26' },
      postedOn: '2026-03-24',
      today: '2026-03-25',
      expected: {
        state: 'posted',
        mayEdit: false,
        mayPost: false,
        refusal: { code: 'posting/not-open-yet', facts: { opensOn: '2026-03-26' } },
      },
    },
  ];

  test.for(cases)('$name', ({ window, postedOn, today, expected }) => {
    expect(postingStatus(window, postedOn, today)).toEqual(expected);
  });
});

describe('the grade of an average', () => {
  const average = (exact: string | null) => ({ exact }) as Explanation;

  test('is rounded once from the exact one, and its letter is of the rounded', () => {
    expect(gradeOf(average('89.446'), scale, 0)).toEqual({ percent: '89', letter: 'B' });
    expect(gradeOf(average('89.5'), scale, 0)).toEqual({ percent: '90', letter: 'A' });
  });

  test('is none where nothing counts', () => {
    expect(gradeOf(average(null), scale, 0)).toBeNull();
  });
});

describe('a grade put in by hand', () => {
  const read = (percent: string | null, letter: string | null, reason = 'Project finished late, as agreed') =>
    readOverride({ percent, letter, reason }, scale, 2);
  const reason = 'Project finished late, as agreed';

  test.for([
    {
      name: 'a percent has its letter looked up',
      percent: '91.5 %',
      letter: null,
      override: { percent: '91.50', letter: 'A' },
    },
    { name: 'a letter may stand alone', percent: '', letter: 'b', override: { percent: null, letter: 'B' } },
    {
      name: 'a letter beside a percent prevails over the looked up',
      percent: '79.9',
      letter: 'B',
      override: { percent: '79.90', letter: 'B' },
    },
  ])('$name', ({ percent, letter, override }) => {
    expect(read(percent, letter)).toEqual({ override: { ...override, reason } });
  });

  test.for([
    { name: 'no reason', entry: read('90', null, '  '), code: 'posting/reason-missing' },
    {
      name: 'a reason without end',
      entry: read('90', null, 'x'.repeat(501)),
      code: 'posting/reason-too-long',
    },
    { name: 'no grade', entry: read(' ', null), code: 'posting/grade-missing' },
    { name: 'a percent that is no number', entry: read('ninety', null), code: 'posting/not-a-percent' },
    { name: 'a percent below zero', entry: read('-1', null), code: 'posting/percent-out-of-range' },
    { name: 'a percent above the scale', entry: read('105.01', null), code: 'posting/percent-out-of-range' },
    { name: 'a letter the scale has not', entry: read(null, 'E'), code: 'posting/unknown-letter' },
  ])('is refused with $name', ({ entry, code }) => {
    expect(entry).toMatchObject({ refusal: { code } });
  });
});
