import { eq, sql } from 'drizzle-orm';
import type { Logger } from 'pino';
import type { Database } from './db/client.ts';
import { assetRoutes } from './http/assets.ts';
import type { ClientBuild } from './http/build.ts';
import { delivered } from './http/delivery.ts';
import { routes } from './http/env.ts';
import { bodyWithin, ownOriginWrites, safeHeaders } from './http/guard.ts';
import { healthRoutes, type Readiness } from './http/health.ts';
import { answerNotFound, answerProblem } from './http/problem.ts';
import { received } from './http/request.ts';
import { inSpaceOf } from './http/spaces.ts';
import { type LiveClosed, liveGate } from './identity/live-gate.ts';
import { identityRoutes } from './identity/routes.ts';
import { knowSession, signedInOnly } from './identity/signed-in.ts';
import { controlPages, teacherPages } from './pages/teacher/routes.ts';
import { playerOf } from './sandbox/personas.ts';
import { sandboxRoutes } from './sandbox/routes.ts';
import { ensureSandbox } from './sandbox/service.ts';
import { actorOf } from './sandbox/standing.ts';
import type { Account } from './shared/context.ts';
import { dayIn } from './shared/days.ts';
import { attendanceRoutes } from './sis/attendance/routes.ts';
import { postingRoutes } from './sis/gradebook/posting/routes.ts';
import { gradebookRoutes } from './sis/gradebook/routes.ts';
import { loadActor } from './sis/people/actors/queries.ts';
import { peopleRoutes } from './sis/people/routes.ts';
import { scheduleRoutes } from './sis/scheduling/routes.ts';
import { schools } from './sis/schools/schema.ts';

export type AppOptions = {
  db: Database;
  build: ClientBuild;
  log: Logger;
  /** People may choose whom of the demonstration to be. */
  demo: boolean;
  /** Where readers find us, when it is not simply the host they ask: 'https://rehearsal.example.org'. */
  publicUrl?: string;
  /** How many reverse proxies of ours stand before us. */
  proxies?: number;
  /** The district's, by which live days change. */
  timeZone?: string;
  /** Largest body of a request, in bytes. */
  bodyLimit?: number;
  clock?: () => Date;
  /** Whether new requests are still wanted; false while shutting down. */
  accepting?: () => boolean;
};

const HOME = '/sandbox/today';

/** The product: every area, mounted once for the live space and once for sandboxes. */
export function createApp(options: AppOptions) {
  const { db, build, log, demo, publicUrl, proxies = 0, timeZone = 'America/Chicago' } = options;
  const { bodyLimit = 2 ** 20, clock = () => new Date(), accepting = () => true } = options;
  const secure = publicUrl?.startsWith('https:') ?? false;
  const spaceOptions = {
    db,
    loadActor,
    sandboxIdOf: sandboxFinder(db),
    liveDay: (now: Date) => dayIn(timeZone, now),
  };

  const app = routes();
  app.onError(answerProblem);
  app.notFound(answerNotFound);
  app.use(received({ log, build, clock }), safeHeaders({ secure }));
  app.route(
    '/',
    healthRoutes(() => readiness(db, accepting)),
  );
  app.route('/', assetRoutes());
  app.use(
    delivered,
    ownOriginWrites({ origin: publicUrl && new URL(publicUrl).origin }),
    bodyWithin(bodyLimit),
  );
  app.use(knowSession(db.live, { secure }));
  app.route('/', identityRoutes({ db: db.live, demo, proxies, secure, home: HOME }));
  app.get('/', (c) => c.redirect(HOME, 303));

  for (const kind of ['live', 'sandbox'] as const) {
    const space = routes();
    space.use(signedInOnly, inSpaceOf(kind, spaceOptions));
    if (kind === 'live') space.use(liveGate((account) => closedTo(db, account)));
    if (kind === 'sandbox') space.route('/api/sandbox', sandboxRoutes(db)).route('/', controlPages);
    space.route('/api/attendance', attendanceRoutes);
    space.route('/api/people', peopleRoutes);
    space.route('/api/schedule', scheduleRoutes);
    space.route('/api/gradebook', gradebookRoutes);
    space.route('/api/posting', postingRoutes);
    space.route('/', teacherPages);
    space.get('/', (c) => c.redirect(`/${kind}/today`, 303));
    app.route(`/${kind}`, space);
  }
  return app;
}

/** An account's sandbox never changes its number, so each process asks once. */
function sandboxFinder(db: Database) {
  const known = new Map<number, number>();
  return async (account: Account, now: Date): Promise<number> => {
    const found = known.get(account.id);
    if (found !== undefined) return found;
    const { id } = await ensureSandbox(db, playerOf(account), { actor: actorOf(account), now });
    known.set(account.id, id);
    return id;
  };
}

/** Live work is closed to everyone until waves are decided, which is readiness' part. */
async function closedTo(db: Database, account: Account): Promise<LiveClosed> {
  const code = account.roles.find(({ schoolCode }) => schoolCode !== null)?.schoolCode;
  const [school] = code
    ? await db.live.select({ name: schools.name }).from(schools).where(eq(schools.code, code))
    : [];
  return { schoolName: school?.name ?? 'Your school', opens: null };
}

async function readiness(db: Database, accepting: () => boolean): Promise<Readiness> {
  if (!accepting()) return { ready: false, problem: 'shutting-down' };
  await Promise.all([db.live, db.sandbox].map((pool) => pool.execute(sql`select 1`)));
  return { ready: true };
}
