import { asProblem, Problem } from './problem.ts';
import { type Entry, UnsavedStore, type Write } from './unsaved-store.ts';

/** What became of a write that is not saved: on its way, waiting for the network, or not accepted. */
export type WriteState = 'saving' | 'offline' | 'conflict' | 'refused';

/** One line for the whole queue, made for `<r-save-state>`. */
export type SaveSummary = { state: 'idle' | 'saving' | 'saved' | 'offline' | 'failed'; count: number };

export type SaveQueueOptions<Body, Result> = {
  /** Account, space and sandbox layer (`frame.saveScope`), and the page: unsaved work never crosses them. */
  scope: string;
  /** Sends writes of one lane in one request; all are taken or none. Throws a {@link Problem}. */
  send: (writes: Write<Body>[]) => Promise<Result>;
  /** What the next write of a key must build on, when it was made while an earlier one was on its way. */
  rebase?: (waiting: Body, result: Result) => Body;
  /** The most writes in one request. */
  batch?: number;
  storage?: Storage;
  locks?: LockManager;
  /** Runs something later and gives the way to call it off. */
  later?: (run: () => void, ms: number) => () => void;
};

/** Writes were taken by the server; `result` is what `send` gave for them. */
export class SavedEvent<Body, Result> extends Event {
  readonly writes: Write<Body>[];
  readonly result: Result;

  constructor(writes: Write<Body>[], result: Result) {
    super('r-saved');
    this.writes = writes;
    this.result = result;
  }
}

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

/**
 * Edits on their way to the server. Each has a key (a cell); a newer edit of a key takes the place of one that
 * waits. They are sent in order, a lane's neighbors together, one request at a time, and stand in the
 * browser's storage until they are answered, so that a reload or a lost connection loses none. What the server
 * does not accept is kept and marked until it is typed anew, retried or discarded. When a request of several
 * is not accepted each is sent alone, so that one bad cell holds up no other.
 * Events: `r-save-change` whenever a state changed, `r-saved` ({@link SavedEvent}).
 * Invariant: a key is in `entries` exactly while it is not known to be saved.
 */
export class SaveQueue<Body, Result> extends EventTarget {
  private readonly options: SaveQueueOptions<Body, Result>;
  private readonly store: UnsavedStore<Body>;
  private readonly entries = new Map<string, Entry<Body>>();
  private pumping = false;
  private stalled = false;
  private wait = FIRST_WAIT;
  private callOff: (() => void) | undefined;
  private everSaved = false;
  private storing = false;

  constructor(options: SaveQueueOptions<Body, Result>) {
    super();
    this.options = options;
    this.store = new UnsavedStore(options.scope, options.storage ?? localStorage, options.locks);
  }

  /** Takes up what earlier pages of the same scope left unsaved, and begins to send. Await it before rendering. */
  async start(): Promise<void> {
    const { entries, items } = await this.store.adopt();
    for (const entry of entries) {
      if (!this.entries.has(entry.key)) this.entries.set(entry.key, entry);
    }
    this.store.keep([...this.entries.values()]);
    this.store.remove(items);
    globalThis.addEventListener('online', this.resume);
    globalThis.addEventListener('beforeunload', this.warn);
    this.changed();
    void this.pump();
  }

  /** Stops sending; what waits stays in storage for the next page. */
  close(): void {
    globalThis.removeEventListener('online', this.resume);
    globalThis.removeEventListener('beforeunload', this.warn);
    this.callOff?.();
    this.store.release();
  }

  /** Adds an edit, or puts it in the place of an unsent one of the same key. */
  put(write: Write<Body>): void {
    this.putAll([write]);
  }

  /** Adds many edits at once, such as a pasted block. */
  putAll(writes: Write<Body>[]): void {
    for (const write of writes) {
      const before = this.entries.get(write.key);
      const edit = (before?.edit ?? 0) + 1;
      this.entries.set(write.key, { ...write, edit, alone: false, problem: null, at: Date.now() });
    }
    this.changed();
    void this.pump();
  }

  /** Undefined when the key is saved (or was never edited). */
  state(key: string): WriteState | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    if (entry.problem) return new Problem(entry.problem).conflict ? 'conflict' : 'refused';
    return this.stalled ? 'offline' : 'saving';
  }

  /** Why a key was not accepted. */
  problem(key: string): Problem | undefined {
    const problem = this.entries.get(key)?.problem;
    return problem ? new Problem(problem) : undefined;
  }

  /** Everything not known to be saved, in order: shown over the server's data after a reload. */
  pending(): Write<Body>[] {
    return [...this.entries.values()].map(({ key, lane, body }) => ({ key, lane, body }));
  }

  summary(): SaveSummary {
    const entries = [...this.entries.values()];
    const refused = entries.filter((entry) => entry.problem).length;
    if (refused > 0) return { state: 'failed', count: refused };
    if (entries.length > 0) return { state: this.stalled ? 'offline' : 'saving', count: entries.length };
    return { state: this.everSaved ? 'saved' : 'idle', count: 0 };
  }

  /** Sends again: a key that was not accepted, or without a key everything that waits for the network. */
  retry(key?: string): void {
    const entry = key === undefined ? undefined : this.entries.get(key);
    if (entry) entry.problem = null;
    this.resume();
  }

  /** Gives up an edit, such as when the other person's value is kept. */
  discard(key: string): void {
    this.entries.delete(key);
    this.changed();
  }

  private resume = (): void => {
    this.callOff?.();
    this.callOff = undefined;
    this.stalled = false;
    this.changed();
    void this.pump();
  };

  private warn = (event: BeforeUnloadEvent): void => {
    if (this.entries.size > 0 && !this.store.works) event.preventDefault();
  };

  private async pump(): Promise<void> {
    if (this.pumping) return;
    this.pumping = true;
    while (!this.stalled) {
      const batch = this.next();
      if (batch.length === 0) break;
      await this.sendBatch(batch);
    }
    this.pumping = false;
  }

  private next(): Entry<Body>[] {
    const waiting = [...this.entries.values()].filter((entry) => !entry.problem);
    const first = waiting[0];
    if (!first) return [];
    if (first.alone) return [first];
    const end = waiting.findIndex((entry) => entry.lane !== first.lane || entry.alone);
    const most = this.options.batch ?? 100;
    return waiting.slice(0, Math.min(end < 0 ? waiting.length : end, most));
  }

  private async sendBatch(batch: Entry<Body>[]): Promise<void> {
    try {
      const result = await this.options.send(batch.map(({ key, lane, body }) => ({ key, lane, body })));
      this.taken(batch, result);
    } catch (thrown) {
      this.notTaken(batch, asProblem(thrown));
    }
    this.changed();
  }

  private taken(batch: Entry<Body>[], result: Result): void {
    for (const sent of batch) {
      const now = this.entries.get(sent.key);
      if (!now) continue;
      if (now.edit === sent.edit) this.entries.delete(sent.key);
      else if (this.options.rebase) now.body = this.options.rebase(now.body, result);
    }
    this.everSaved = true;
    this.wait = FIRST_WAIT;
    this.dispatchEvent(new SavedEvent(batch, result));
  }

  private notTaken(batch: Entry<Body>[], problem: Problem): void {
    if (problem.passing || problem.status === 401) {
      this.stalled = true;
      this.callOff = (this.options.later ?? afterTimeout)(this.resume, this.wait);
      this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
      return;
    }
    for (const sent of batch) {
      const now = this.entries.get(sent.key);
      if (now?.edit !== sent.edit) continue;
      if (batch.length > 1) now.alone = true;
      else now.problem = plain(problem);
    }
  }

  private changed(): void {
    this.dispatchEvent(new Event('r-save-change'));
    if (this.storing) return;
    this.storing = true;
    queueMicrotask(() => {
      this.storing = false;
      this.store.keep([...this.entries.values()]);
    });
  }
}

function plain(problem: Problem): NonNullable<Entry<unknown>['problem']> {
  const { code, status, facts, errors, requestId } = problem;
  return { code, status, facts, errors, requestId };
}

function afterTimeout(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
