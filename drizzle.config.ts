import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './src/**/schema.ts',
  out: './src/db/migrations',
  schemaFilter: ['public', 'platform'],
  migrations: { prefix: 'timestamp' },
});
