import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { asProblem, type Problem } from './problem.ts';

/**
 * Owns the data of one page: cards receive parts of it and never fetch. `load` is called with a signal that
 * aborts when a newer load begins or the page goes away, so an old answer never overwrites a new one.
 */
export class QueryController<Data> implements ReactiveController {
  data: Data | undefined;
  problem: Problem | undefined;
  loading = false;

  private readonly host: ReactiveControllerHost;
  private readonly load: (signal: AbortSignal) => Promise<Data>;
  private running: AbortController | undefined;

  constructor(
    host: ReactiveControllerHost,
    { initial, load }: { initial?: Data; load: (signal: AbortSignal) => Promise<Data> },
  ) {
    this.host = host;
    this.load = load;
    this.data = initial;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.data === undefined) void this.refresh();
  }

  hostDisconnected(): void {
    this.running?.abort();
  }

  /** Loads again; the data shown stays until the new one is here. Never throws: see `problem`. */
  async refresh(): Promise<void> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.loading = true;
    this.host.requestUpdate();
    try {
      const data = await this.load(running.signal);
      if (running.signal.aborted) return;
      this.data = data;
      this.problem = undefined;
    } catch (thrown) {
      if (running.signal.aborted) return;
      this.problem = asProblem(thrown);
    }
    this.loading = false;
    this.host.requestUpdate();
  }

  /** Changes the data shown, at once and here only. `change` gives new data and leaves the old as it was. */
  set(change: (data: Data) => Data): void {
    if (this.data === undefined) return;
    this.data = change(this.data);
    this.host.requestUpdate();
  }

  /**
   * Shows `change` at once, then sends it. When the call fails the data goes back to what it was before,
   * `problem` says why, and false is given. Edits that must survive a lost connection go through SaveQueue.
   */
  async optimistic(change: (data: Data) => Data, send: () => Promise<unknown>): Promise<boolean> {
    const before = this.data;
    this.set(change);
    try {
      await send();
      this.problem = undefined;
      return true;
    } catch (thrown) {
      this.data = before;
      this.problem = asProblem(thrown);
      return false;
    } finally {
      this.host.requestUpdate();
    }
  }
}
