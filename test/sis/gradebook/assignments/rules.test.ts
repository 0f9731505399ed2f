import { expect, test } from 'vitest';
import { nextVisibility, termOfDue } from '../../../../src/sis/gradebook/assignments/rules.ts';

test('visibility goes round', () => {
  expect(nextVisibility('public')).toBe('public-no-grades');
  expect(nextVisibility('public-no-grades')).toBe('private');
  expect(nextVisibility('private')).toBe('public');
});

const terms = [
  { id: 11, kind: 'semester', startsOn: '2025-08-25', endsOn: '2025-10-03' },
  { id: 21, kind: 'quarter', startsOn: '2025-08-25', endsOn: '2025-09-12' },
  { id: 22, kind: 'quarter', startsOn: '2025-09-15', endsOn: '2025-10-03' },
] as const;

test.for([
  ['2025-09-12', 21],
  ['2025-09-15', 22],
  ['2025-09-13', undefined],
] as const)('work due on %s counts in %s', ([dueOn, id]) => {
  expect(termOfDue(terms, dueOn)).toBe(id);
});
