import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';

vi.stubGlobal('document', { documentElement: { lang: 'en' } });
const { gradebookProblems } = await import('../../../dashboards/words/gradebook-problems.ts');

const source = join(import.meta.dirname, '../../../src/sis/gradebook');
const codes = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)(errors|rules)\.ts$/.test(file))
  .flatMap((file) => [
    ...readFileSync(join(source, file), 'utf8').matchAll(/'((?:scores|gradebook|posting)\/[a-z-]+)'/g),
  ])
  .map(([, code = '']) => code);

test('every refusal of the gradebook, also those that rules give without throwing, has its sentence', () => {
  expect(codes.length).toBeGreaterThan(30);
  expect([...new Set(codes)].filter((code) => !(code in gradebookProblems))).toEqual([]);
});

test('no sentence is left for a code that nothing gives', () => {
  expect(Object.keys(gradebookProblems).filter((code) => !codes.includes(code))).toEqual([]);
});

test('what was typed and what is allowed stand in the sentence', () => {
  const words = gradebookProblems['scores/above-maximum']?.({ typed: '112', max: '110', points: '100' });
  expect(words).toEqual({
    says: '“112” is too much for an assignment of 100 points.',
    todo: 'Enter at most 110.',
  });
});

test('one score and many are said differently', () => {
  const says = (scores: number) => gradebookProblems['gradebook/mark-in-use']?.({ mark: 'EX', scores }).says;
  expect([says(1), says(3)]).toEqual([
    'The mark EX is in use: one score.',
    'The mark EX is in use: 3 scores.',
  ]);
});
