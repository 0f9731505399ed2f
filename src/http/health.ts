import { routes } from './env.ts';

/** What readiness found: `problem` says in a word or two what is missing. */
export type Readiness = { ready: true } | { ready: false; problem: string };

/**
 * `/health/live`: the process answers. `/health/ready`: it can do its work (the database is reachable and
 * migrated, and it is not shutting down); 503 otherwise. `check` tells, and may throw.
 */
export function healthRoutes(check: () => Promise<Readiness>) {
  return routes()
    .get('/health/live', (c) => c.json({ status: 'alive' }, 200, { 'cache-control': 'no-store' }))
    .get('/health/ready', async (c) => {
      const found = await check().catch((error: unknown): Readiness => {
        c.var.log.warn({ err: error }, 'not ready');
        return { ready: false, problem: 'database-unavailable' };
      });
      return found.ready
        ? c.json({ status: 'ready' }, 200, { 'cache-control': 'no-store' })
        : c.json({ status: 'not-ready', problem: found.problem }, 503, { 'cache-control': 'no-store' });
    });
}
