/** One page of a list. `next` is the cursor that asks for the following page; null when there is none. */
export type Page<T> = { items: T[]; next: string | null };

/** What a query needs to page: how many rows, and the keys of the last row already seen. */
export type PageRequest = { limit: number; after: Cursor | null };

/** The sort keys of a row, in the order of the list's `order by`. */
export type Cursor = (string | number)[];

export const DEFAULT_PAGE = 50;
export const LARGEST_PAGE = 500;

/**
 * Cuts a page out of rows read with `limit + 1`: the extra row only tells that more follow.
 * `keysOf` gives the sort keys of a row.
 */
export function pageOf<T>(rows: T[], limit: number, keysOf: (row: T) => Cursor): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(keysOf(last)) : null };
}

/** Keys as URL-safe text: opaque to the reader, not secret. */
export function encodeCursor(cursor: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify(cursor));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The keys of a cursor, or null when the text is not one of ours. */
export function decodeCursor(text: string): Cursor | null {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const value: unknown = JSON.parse(
      new TextDecoder().decode(Uint8Array.from(binary, (c) => c.charCodeAt(0))),
    );
    return isCursor(value) ? value : null;
  } catch {
    return null;
  }
}

function isCursor(value: unknown): value is Cursor {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((key) => typeof key === 'string' || typeof key === 'number')
  );
}
