import type { FieldError } from './problem.ts';

/** An edit: its key (a cell), the lane it shares with those that can go in one request, and what to send. */
export type Write<Body> = { key: string; lane: string; body: Body };

/** A write not known to be saved; `edit` counts how often its key was edited, `at` is when (epoch ms). */
export type Entry<Body> = Write<Body> & {
  edit: number;
  alone: boolean;
  problem: {
    code: string;
    status: number;
    facts?: Record<string, unknown>;
    errors?: FieldError[];
    requestId?: string;
  } | null;
  at: number;
};

const PREFIX = 'rehearsal.unsaved';
const FORGOTTEN_AFTER = 14 * 86_400_000;

/**
 * Unsaved entries in the browser's storage, one item per open page. A page holds a lock of its item's name, so
 * that another page takes over only what belongs to a page that is gone. Storage that is full or forbidden is
 * no failure here: `works` turns false, and the queue warns before the page is left.
 */
export class UnsavedStore<Body> {
  works = true;

  private readonly prefix: string;
  private readonly item: string;
  private readonly storage: Storage;
  private readonly locks: LockManager | undefined;
  private readonly unlocks: (() => void)[] = [];

  constructor(scope: string, storage: Storage, locks?: LockManager) {
    this.prefix = `${PREFIX}.${scope}.`;
    this.item = this.prefix + crypto.randomUUID();
    this.storage = storage;
    this.locks = locks ?? globalThis.navigator?.locks;
  }

  /**
   * Locks this page's item, and gives the entries of pages that are gone, oldest first, with the items they
   * stand in: to be removed once the entries are kept anew.
   */
  async adopt(): Promise<{ entries: Entry<Body>[]; items: string[] }> {
    await this.lock(this.item, {});
    const entries: Entry<Body>[] = [];
    const items: string[] = [];
    for (const item of this.itemsOf(PREFIX)) {
      if (!item.startsWith(this.prefix)) {
        if (this.read(item).every(isForgotten)) items.push(item);
      } else if (item !== this.item && (await this.lock(item, { ifAvailable: true }))) {
        entries.push(...this.read(item));
        items.push(item);
      }
    }
    return { entries: entries.sort((a, b) => a.at - b.at), items };
  }

  /** Removes items whose entries are kept elsewhere or forgotten. */
  remove(items: string[]): void {
    for (const item of items) this.storage.removeItem(item);
  }

  /** Writes the entries; an empty list leaves nothing behind. */
  keep(entries: Entry<Body>[]): void {
    try {
      if (entries.length === 0) this.storage.removeItem(this.item);
      else this.storage.setItem(this.item, JSON.stringify(entries));
      this.works = true;
    } catch {
      this.works = false;
    }
  }

  /** Lets other pages take this page's entries over. */
  release(): void {
    for (const unlock of this.unlocks) unlock();
  }

  /** Gives whether the lock was had; it is held until {@link release} or the end of the page. */
  private lock(item: string, options: LockOptions): Promise<boolean> {
    const { locks } = this;
    if (!locks) return Promise.resolve(true);
    return new Promise((answered) => {
      void locks.request(item, options, (lock) => {
        answered(lock !== null);
        if (!lock) return;
        return new Promise<void>((unlock) => this.unlocks.push(unlock));
      });
    });
  }

  private itemsOf(prefix: string): string[] {
    return Array.from({ length: this.storage.length }, (_, i) => this.storage.key(i) ?? '').filter((item) =>
      item.startsWith(prefix),
    );
  }

  private read(item: string): Entry<Body>[] {
    try {
      return JSON.parse(this.storage.getItem(item) ?? '[]') as Entry<Body>[];
    } catch {
      return [];
    }
  }
}

function isForgotten(entry: Entry<unknown>): boolean {
  return entry.at < Date.now() - FORGOTTEN_AFTER;
}
