import { beforeEach, describe, expect, test } from 'vitest';
import { Problem } from '../../components/problem.ts';
import { SavedEvent, SaveQueue } from '../../components/save-queue.ts';
import type { Write } from '../../components/unsaved-store.ts';

type Score = { score: string; version?: number };
type Sent = { writes: Write<Score>[]; answer: (result: number) => void; refuse: (problem: Problem) => void };

const offline = () => new Problem({ code: 'http/offline', status: 0 });
const conflict = () => new Problem({ code: 'shared/stale-edit', status: 409, facts: { now: '9' } });
const invalid = () => new Problem({ code: 'gradebook/unknown-entry', status: 422 });

const score = (key: string, value: string, lane = 'scores'): Write<Score> => ({
  key,
  lane,
  body: { score: value },
});

let requests: Sent[] = [];
let timers: { run: () => void; ms: number }[] = [];

function openPage({ scope = 'ana.sandbox.1', rebase }: { scope?: string; rebase?: boolean } = {}) {
  return new SaveQueue<Score, number>({
    scope,
    send: (writes) =>
      new Promise((answer, refuse) => {
        requests.push({ writes, answer, refuse });
      }),
    rebase: rebase ? (body, version) => ({ ...body, version }) : undefined,
    storage: localStorage,
    locks,
    later: (run, ms) => {
      timers.push({ run, ms });
      return () => undefined;
    },
  });
}

/** Locks as the browser has them, for pages that are closed by hand. */
let held = new Set<string>();
const locks = {
  async request(
    name: string,
    options: LockOptions,
    run: (lock: { name: string } | null) => Promise<void> | undefined,
  ) {
    if (held.has(name) && options.ifAvailable) return run(null);
    held.add(name);
    await run({ name });
    held.delete(name);
  },
} as unknown as LockManager;

const settled = () => new Promise((resolve) => setTimeout(resolve));
const sentScores = () =>
  requests.map(({ writes }) => writes.map((write) => `${write.key}=${write.body.score}`));

beforeEach(() => {
  localStorage.clear();
  requests = [];
  timers = [];
  held = new Set();
});

describe('on a good connection', () => {
  test('an edit is sent, and is saved when it is answered', async () => {
    const queue = openPage();
    queue.put(score('a', '7'));
    expect(queue.state('a')).toBe('saving');
    expect(queue.summary()).toEqual({ state: 'saving', count: 1 });

    requests[0]?.answer(1);
    await settled();

    expect(queue.state('a')).toBeUndefined();
    expect(queue.summary()).toEqual({ state: 'saved', count: 0 });
    expect(localStorage).toHaveLength(0);
  });

  test('edits made while a request is under way go together in the next, in order', async () => {
    const queue = openPage();
    queue.put(score('a', '7'));
    queue.put(score('b', '8'));
    queue.put(score('c', '9'));
    queue.put(score('b', '8.5'));
    requests[0]?.answer(1);
    await settled();

    expect(sentScores()).toEqual([['a=7'], ['b=8.5', 'c=9']]);
  });

  test('edits of different lanes never share a request, and keep their order', async () => {
    const queue = openPage();
    queue.putAll([score('a', '1'), score('note', 'x', 'comments'), score('b', '2')]);
    requests[0]?.answer(1);
    await settled();
    requests[1]?.answer(1);
    await settled();

    expect(sentScores()).toEqual([['a=1'], ['note=x'], ['b=2']]);
  });

  test('an edit of a cell that is under way is sent after it, on top of its result', async () => {
    const queue = openPage({ rebase: true });
    queue.put(score('a', '7'));
    queue.put(score('a', '8'));
    expect(requests).toHaveLength(1);
    requests[0]?.answer(41);
    await settled();

    expect(requests[1]?.writes).toEqual([{ key: 'a', lane: 'scores', body: { score: '8', version: 41 } }]);
    expect(queue.state('a')).toBe('saving');
  });

  test('an edit made in the moment of an answer is sent once', async () => {
    const queue = openPage();
    queue.addEventListener('r-saved', () => queue.put(score('b', '2')), { once: true });
    queue.put(score('a', '1'));
    requests[0]?.answer(1);
    await settled();

    expect(sentScores()).toEqual([['a=1'], ['b=2']]);
  });

  test('tells what was saved and what the server answered', async () => {
    const queue = openPage();
    const saved: unknown[] = [];
    queue.addEventListener('r-saved', (event) => {
      if (event instanceof SavedEvent) saved.push([event.writes[0]?.key, event.result]);
    });
    queue.put(score('a', '7'));
    requests[0]?.answer(5);
    await settled();

    expect(saved).toEqual([['a', 5]]);
  });
});

describe('without a connection', () => {
  test('edits are kept, and go when the browser is online again', async () => {
    const queue = openPage();
    await queue.start();
    queue.put(score('a', '7'));
    requests[0]?.refuse(offline());
    await settled();
    queue.put(score('b', '8'));

    expect(queue.state('a')).toBe('offline');
    expect(queue.summary()).toEqual({ state: 'offline', count: 2 });
    expect(requests).toHaveLength(1);

    window.dispatchEvent(new Event('online'));
    expect(sentScores().at(-1)).toEqual(['a=7', 'b=8']);
    queue.close();
  });

  test('it tries again by itself, waiting longer each time up to half a minute', async () => {
    const queue = openPage();
    queue.put(score('a', '7'));
    for (let attempt = 0; attempt < 7; attempt++) {
      requests.at(-1)?.refuse(offline());
      await settled();
      timers.at(-1)?.run();
    }

    expect(timers.map(({ ms }) => ms)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  test('a failing server loses nothing', async () => {
    const queue = openPage();
    queue.put(score('a', '7'));
    requests[0]?.refuse(new Problem({ code: 'http/broken', status: 500 }));
    await settled();

    expect(queue.state('a')).toBe('offline');
  });
});

describe('when the server does not accept', () => {
  test('the entry is kept and marked, others go on, and typing anew sends it again', async () => {
    const queue = openPage();
    queue.put(score('a', 'x'));
    queue.put(score('b', '8'));
    requests[0]?.refuse(invalid());
    await settled();
    requests[1]?.answer(1);
    await settled();

    expect(queue.state('a')).toBe('refused');
    expect(queue.problem('a')?.code).toBe('gradebook/unknown-entry');
    expect(queue.state('b')).toBeUndefined();
    expect(queue.summary()).toEqual({ state: 'failed', count: 1 });

    queue.put(score('a', '7'));
    expect(queue.state('a')).toBe('saving');
    expect(sentScores().at(-1)).toEqual(['a=7']);
  });

  test('of several in one request each is sent alone, so that only the bad one stays', async () => {
    const queue = openPage();
    queue.putAll([score('a', '1'), score('b', 'x'), score('c', '3')]);
    requests[0]?.refuse(invalid());
    await settled();
    requests[1]?.answer(1);
    await settled();
    requests[2]?.refuse(invalid());
    await settled();
    requests[3]?.answer(1);
    await settled();

    expect(sentScores()).toEqual([['a=1', 'b=x', 'c=3'], ['a=1'], ['b=x'], ['c=3']]);
    expect(queue.pending().map(({ key }) => key)).toEqual(['b']);
  });

  test('a refusal that has to do with the state of things is no conflict of edits', async () => {
    const queue = openPage();
    queue.put(score('a', '7'));
    requests[0]?.refuse(new Problem({ code: 'attendance/window-closed', status: 409 }));
    await settled();

    expect(queue.state('a')).toBe('refused');
  });

  test('a conflict is told apart, carries what stands there now, and can be given up', async () => {
    const queue = openPage();
    queue.put(score('a', '7'));
    requests[0]?.refuse(conflict());
    await settled();

    expect(queue.state('a')).toBe('conflict');
    expect(queue.problem('a')?.facts).toEqual({ now: '9' });

    queue.discard('a');
    await settled();
    expect(queue.state('a')).toBeUndefined();
    expect(localStorage).toHaveLength(0);
  });
});

describe('over a reload', () => {
  test('the next page takes up what the last one left, and sends it', async () => {
    const before = openPage();
    await before.start();
    before.put(score('a', '7'));
    before.put(score('b', '8'));
    await settled();
    before.close();
    await settled();

    const after = openPage();
    await after.start();

    expect(after.pending().map(({ body }) => body.score)).toEqual(['7', '8']);
    expect(sentScores().at(-1)).toEqual(['a=7', 'b=8']);
    after.close();
  });

  test('a refused entry is still marked', async () => {
    const before = openPage();
    await before.start();
    before.put(score('a', 'x'));
    requests[0]?.refuse(invalid());
    await settled();
    before.close();
    await settled();

    const after = openPage();
    await after.start();

    expect(after.state('a')).toBe('refused');
    expect(requests).toHaveLength(1);
    after.close();
  });

  test('a page that is still open keeps its own edits', async () => {
    const first = openPage();
    await first.start();
    first.put(score('a', '7'));
    await settled();
    const second = openPage();
    await second.start();

    expect(second.pending()).toEqual([]);
    expect(first.pending()).toHaveLength(1);
    first.close();
    second.close();
  });

  test('edits of another sandbox layer are never sent into this one', async () => {
    const before = openPage({ scope: 'ana.sandbox.1' });
    await before.start();
    before.put(score('a', '7'));
    await settled();
    before.close();
    await settled();

    const after = openPage({ scope: 'ana.sandbox.2' });
    await after.start();

    expect(after.pending()).toEqual([]);
    expect(requests).toHaveLength(1);
    after.close();
  });
});
