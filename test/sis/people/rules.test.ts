import { expect, test } from 'vitest';
import { beginsWith, calledName, listedName, searchWords } from '../../../src/sis/people/rules.ts';

const ben = { givenName: 'Benjamin', preferredName: 'Ben', familyName: 'Nwosu' };

test('people are called by the name they prefer', () => {
  expect(calledName(ben)).toBe('Ben Nwosu');
  expect(calledName({ ...ben, preferredName: null })).toBe('Benjamin Nwosu');
});

test('lists put the family name first', () => {
  expect(listedName(ben)).toBe('Nwosu, Ben');
});

test('a search goes word by word, in any order', () => {
  expect(searchWords(' Nwosu,  Ben ')).toEqual(['nwosu', 'ben']);
  expect(searchWords('')).toEqual([]);
});

test('wildcards of a search mean themselves', () => {
  expect(beginsWith('50%_\\')).toBe('50\\%\\_\\\\%');
});
