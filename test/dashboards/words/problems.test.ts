import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';

vi.stubGlobal('document', { documentElement: { lang: 'en' } });
const { codesWithWords, problemWords } = await import('../../../dashboards/words/problems.ts');

const source = join(import.meta.dirname, '../../../src');
const thrownCodes = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)(errors|problem)\.ts$/.test(file))
  .flatMap((file) => [...readFileSync(join(source, file), 'utf8').matchAll(/'([a-z]+\/[a-z][a-z-]+)'/g)])
  .map(([, code = '']) => code)
  .filter((code) => !code.startsWith('application/') && !code.startsWith('text/'));

test('every code has a sentence of its own', () => {
  expect(thrownCodes.length).toBeGreaterThan(0);
  expect([...new Set(thrownCodes)].filter((code) => !codesWithWords.includes(code))).toEqual([]);
});

test('facts stand in the sentence', () => {
  const words = problemWords({ code: 'attendance/window-closed', status: 409, facts: { day: '2025-10-14' } });
  expect(words.says).toBe('Attendance for Tue, Oct 14 is closed.');
});

test.for(codesWithWords)('%s can be said without any facts', (code) => {
  const { says, todo } = problemWords({ code, status: 422, facts: {} });
  expect(says).toMatch(/\w.*\.$/);
  expect(`${says} ${todo}`).not.toMatch(/undefined|null|\[object|NaN/);
});

test.for([403, 404, 409, 422, 500])('an unknown code of status %d still says what to do', (status) => {
  expect(problemWords({ code: 'new/one', status, facts: {} }).todo).toMatch(/\w.*\.$/);
});
