import { expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

test('nothing given: the demonstration, on this machine alone', () => {
  expect(readConfig({ DATABASE_URL: '' })).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: null,
    demo: true,
    logLevel: 'warn',
  });
});

test('with a database of one’s own there is no demonstration, unless it is wanted', () => {
  const url = 'postgres://rehearsal:secret@db.example.org/rehearsal';
  expect(readConfig({ DATABASE_URL: url })).toMatchObject({
    databaseUrl: url,
    demo: false,
    host: '0.0.0.0',
    logLevel: 'info',
  });
  expect(readConfig({ DATABASE_URL: url, REHEARSAL_DEMO: '1' })).toMatchObject({ demo: true });
});

test('everything that is wrong is named at once', () => {
  const wrong = { PORT: '99999', DATABASE_URL: 'mysql://x', TIME_ZONE: 'Chicago', REHEARSAL_DEMO: 'maybe' };
  expect(() => readConfig(wrong)).toThrow(
    /PORT: .*\n.*DATABASE_URL: must look like postgres:.*\n.*REHEARSAL_DEMO: must be 1 or 0\n.*TIME_ZONE: must be a time zone/,
  );
});
