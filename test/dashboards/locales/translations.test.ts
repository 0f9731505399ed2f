import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const xliff = readFileSync(join(import.meta.dirname, '../../../dashboards/locales/xliff/es.xlf'), 'utf8');
const units = [...xliff.matchAll(/<trans-unit id="([^"]+)">(.*?)<\/trans-unit>/gs)].map(
  ([, id, body = '']) => ({
    id,
    source: part(body, 'source'),
    target: part(body, 'target'),
  }),
);

test('there are messages', () => {
  expect(units.length).toBeGreaterThan(50);
});

test('every message has its Spanish', () => {
  expect(units.filter((unit) => !unit.target.trim()).map((unit) => unit.source)).toEqual([]);
});

test('a translation has the same placeholders as its source', () => {
  const placeholders = (text: string) => [...text.matchAll(/<x [^>]*id="(\d+)"/g)].map(([, id]) => id).sort();
  const unlike = units.filter(
    (unit) => unit.target && String(placeholders(unit.source)) !== String(placeholders(unit.target)),
  );
  expect(unlike.map((unit) => unit.source)).toEqual([]);
});

function part(body: string, tag: string): string {
  return new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(body)?.[1] ?? '';
}
