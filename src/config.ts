import { z } from 'zod';

const flag = z
  .enum(['0', '1', 'true', 'false'], 'must be 1 or 0')
  .transform((value) => value === '1' || value === 'true');
const whole = (from: number, to: number) =>
  z.coerce.number(`must be a number from ${from} to ${to}`).int().min(from).max(to);

const Environment = z.object({
  PORT: whole(1, 65_535).default(3000),
  HOST: z.string().min(1).optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must look like postgres://user:password@host:5432/database' })
    .optional(),
  REHEARSAL_DATA: z.string().min(1).default('.rehearsal/postgres'),
  REHEARSAL_DEMO: flag.optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must look like https://rehearsal.example.org' })
    .optional(),
  PROXIES: whole(0, 10).default(0),
  TIME_ZONE: z
    .string()
    .refine(isZone, 'must be a time zone such as America/Chicago')
    .default('America/Chicago'),
  POOL_SIZE: whole(2, 200).default(10),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).optional(),
});

export type Config = {
  port: number;
  host: string;
  /** An existing server's, or null for our own in the folder `data`. */
  databaseUrl: string | null;
  data: string;
  demo: boolean;
  publicUrl: string | undefined;
  proxies: number;
  timeZone: string;
  poolSize: number;
  logLevel: string;
};

/**
 * The configuration from the process's environment. Throws an Error that names every variable that is wrong and what
 * it should be. Empty variables count as absent.
 *
 * The demonstration is on unless there is a DATABASE_URL, or as REHEARSAL_DEMO says. It needs no passwords, so it
 * listens on this machine alone unless HOST says otherwise, and leaves the terminal to people: it logs warnings only.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new Error(`The configuration is not right:\n${lines.join('\n')}`);
  }
  const env = parsed.data;
  const demo = env.REHEARSAL_DEMO ?? env.DATABASE_URL === undefined;
  return {
    port: env.PORT,
    host: env.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    databaseUrl: env.DATABASE_URL ?? null,
    data: env.REHEARSAL_DATA,
    demo,
    publicUrl: env.PUBLIC_URL,
    proxies: env.PROXIES,
    timeZone: env.TIME_ZONE,
    poolSize: env.POOL_SIZE,
    logLevel: env.LOG_LEVEL ?? (demo ? 'warn' : 'info'),
  };
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format() !== '';
  } catch {
    return false;
  }
}
