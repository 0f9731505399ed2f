import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor, pageOf } from '../../src/shared/paging.ts';

test('a cursor survives the way through a URL, names with accents included', () => {
  const cursor = encodeCursor(['Núñez??>>', 42]);
  expect(encodeURIComponent(cursor)).toBe(cursor);
  expect(decodeCursor(cursor)).toEqual(['Núñez??>>', 42]);
});

test.for(['', 'nonsense!', btoa('{"a":1}'), btoa('[]'), btoa('[null]')])('%j is no cursor', (text) => {
  expect(decodeCursor(text)).toBeNull();
});

test('the extra row says that more follow, and is not shown', () => {
  const page = pageOf([{ id: 1 }, { id: 2 }, { id: 3 }], 2, (row) => [row.id]);
  expect(page.items).toEqual([{ id: 1 }, { id: 2 }]);
  expect(decodeCursor(page.next ?? '')).toEqual([2]);

  expect(pageOf([{ id: 1 }, { id: 2 }], 2, (row) => [row.id]).next).toBeNull();
  expect(pageOf([], 2, () => [0])).toEqual({ items: [], next: null });
});
