import { loadDemo } from '../sandbox-seeds/demo.ts';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/db/client.ts';
import { startEmbedded } from '../src/db/embedded.ts';
import { migrate } from '../src/db/migrate.ts';

/**
 * `npm run seed`: brings the database to the present and loads the demo district into it, without starting the product.
 * Uses DATABASE_URL, or the local folder as `npm start` does. What is there already in this version stays.
 */
const config = readConfig(process.env);
const say = (line: string) => process.stdout.write(`${line}\n`);
const server = config.databaseUrl === null ? await startEmbedded({ folder: config.data, log: say }) : null;
const url = config.databaseUrl ?? server?.url ?? '';
await migrate(url);
const db = openDatabase({ url });
try {
  await loadDemo(db, { progress: say });
  say('The demo district is loaded.');
} finally {
  await db.close();
  await server?.stop();
}
