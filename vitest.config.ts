import { defineConfig } from 'vitest/config';

/** The suffix of a test file picks its environment: nothing running, PostgreSQL, happy-dom, or Chromium. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.{db,dom,browser}.test.ts'],
        },
      },
      {
        test: {
          name: 'db',
          include: ['test/**/*.db.test.ts'],
          globalSetup: ['test/support/postgres.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: 'dom', include: ['test/**/*.dom.test.ts'], environment: 'happy-dom' } },
      {
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          globalSetup: ['test/support/postgres.ts', 'test/support/product.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
