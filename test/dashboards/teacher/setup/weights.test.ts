import { describe, expect, test } from 'vitest';
import { previewWeights } from '../../../../dashboards/teacher/setup/weights.ts';

const ratio = { averageMode: 'categories-only', weightsAre: 'ratio' } as const;
const percent = { averageMode: 'category-total-points', weightsAre: 'percent' } as const;
const typed = (...weights: string[]) => weights.map((weight, at) => ({ categoryId: at + 1, weight }));

describe('weights by ratio', () => {
  test('are shares of their sum', () => {
    expect(previewWeights(ratio, typed('1', '1', '2'))).toEqual({
      kind: 'ratio',
      sum: '4',
      shares: new Map([
        [1, '25'],
        [2, '25'],
        [3, '50'],
      ]),
    });
  });

  test('a weight of zero does not count', () => {
    expect(previewWeights(ratio, typed('2', '0', '1'))).toMatchObject({
      shares: new Map([
        [1, '66.6667'],
        [2, null],
        [3, '33.3333'],
      ]),
    });
  });

  test('decimals add up exactly', () => {
    expect(previewWeights(ratio, typed('0.1', '0.2'))).toMatchObject({ sum: '0.3' });
  });
});

describe('weights kept as percent', () => {
  test('that add up to 100 are whole', () => {
    expect(previewWeights(percent, typed('33.5', '66.5'))).toMatchObject({ kind: 'whole', sum: '100' });
  });

  test('that lack something say how much', () => {
    expect(previewWeights(percent, typed('60', '30'))).toEqual({
      kind: 'short',
      sum: '90',
      apart: '10',
      shares: new Map([
        [1, '60'],
        [2, '30'],
      ]),
    });
  });

  test('that go beyond say how much', () => {
    expect(previewWeights(percent, typed('60', '50.5'))).toMatchObject({
      kind: 'over',
      sum: '110.5',
      apart: '10.5',
    });
  });
});

test('total points ignore weights, whatever is typed', () => {
  expect(previewWeights({ ...ratio, averageMode: 'total-points' }, typed('x'))).toEqual({ kind: 'unused' });
});

test('a text that is no weight has no preview', () => {
  expect(previewWeights(ratio, typed('1', ''))).toEqual({ kind: 'unreadable' });
  expect(previewWeights(ratio, typed('1', '-2'))).toEqual({ kind: 'unreadable' });
  expect(previewWeights(ratio, typed('1', ' 2 '))).toMatchObject({ kind: 'ratio', sum: '3' });
});

test('weights that are all zero, and no categories, weigh nothing', () => {
  expect(previewWeights(ratio, typed('0', '0.000'))).toEqual({ kind: 'none' });
  expect(previewWeights(percent, [])).toEqual({ kind: 'none' });
});
