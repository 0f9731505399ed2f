import { Agent, request } from 'node:http';
import { percentile } from './clock.ts';

export type Answer = { status: number; body: string; cookies: string[] };

/** One browser's worth of requests: a connection that is kept, and the cookies it was given. */
export class Visitor {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });
  private readonly cookies = new Map<string, string>();
  private readonly origin: string;

  constructor(origin: string) {
    this.origin = origin;
  }

  /** Sends a request, JSON when there is a body, and reads the answer to its end. */
  send(method: string, path: string, body?: unknown): Promise<Answer> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const sent = request(
        `${this.origin}${path}`,
        {
          method,
          agent: this.agent,
          headers: {
            origin: this.origin,
            cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
            ...(text === undefined
              ? {}
              : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
          },
        },
        (answer) => {
          const cookies = answer.headers['set-cookie'] ?? [];
          this.keep(cookies);
          let read = '';
          answer.setEncoding('utf8');
          answer.on('data', (chunk: string) => {
            read += chunk;
          });
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: read, cookies }));
          answer.on('error', reject);
        },
      );
      sent.on('error', reject);
      sent.end(text);
    });
  }

  close(): void {
    this.agent.destroy();
  }

  private keep(cookies: string[]): void {
    for (const cookie of cookies) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}

export type Load = { perSecond: number; p50: number; p99: number; errors: number; firstError: string | null };

/**
 * Keeps `visitors` busy for `seconds`, each beginning its next piece of work when the last one is done; a piece
 * that throws or answers a status of 400 or more is an error. Times in milliseconds.
 */
export async function drive<V>(
  visitors: V[],
  seconds: number,
  work: (visitor: V, round: number) => Promise<Answer>,
): Promise<Load> {
  const times: number[] = [];
  let errors = 0;
  let firstError: string | null = null;
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(
    visitors.map(async (visitor) => {
      for (let round = 0; performance.now() < end; round++) {
        const began = performance.now();
        const answer = await work(visitor, round).catch((error: Error) => ({
          status: 0,
          body: error.message,
        }));
        times.push(performance.now() - began);
        if (answer.status > 0 && answer.status < 400) continue;
        errors++;
        firstError ??= `${answer.status} ${answer.body.slice(0, 300)}`;
      }
    }),
  );
  const elapsed = (performance.now() - start) / 1000;
  return {
    perSecond: times.length / elapsed,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    errors,
    firstError,
  };
}
