import type { Logger } from 'pino';
import { keepPartitions } from './activity/upkeep.ts';
import type { Database } from './db/client.ts';
import { forgetOld } from './identity/service.ts';
import { cleanUp } from './sandbox/cleaner.ts';

const MINUTE_MS = 60_000;
const BATCH = 20_000;

/** Does the housekeeping now and again until it is stopped; what fails is logged, and tried the next time. */
export function startUpkeep(db: Database, log: Logger): { stop: () => void } {
  const jobs: [name: string, everyMinutes: number, job: () => Promise<unknown>][] = [
    ['partitions', 12 * 60, () => keepPartitions(db.live)],
    ['sign-in', 60, () => forgetOld(db.live, new Date())],
    ['layers', 10, () => cleanUp(db, { now: new Date(), batch: BATCH })],
  ];
  const timers = jobs.map(([name, minutes, job]) => {
    const run = () => void job().catch((err: unknown) => log.error({ err, job: name }, 'upkeep failed'));
    run();
    return setInterval(run, minutes * MINUTE_MS).unref();
  });
  return { stop: () => timers.forEach(clearInterval) };
}
