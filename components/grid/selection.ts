/** A place in a grid: row and column, counted from 0. */
export type Place = { row: number; column: number };

/** How many rows and columns there are. */
export type Extent = { rows: number; columns: number };

/** What is selected: from the anchor to the active cell, both included. Typing goes to the active cell. */
export type Selection = { anchor: Place; active: Place };

/** The corners of a selection. */
export type Range = { top: number; left: number; bottom: number; right: number };

/** A step of the active cell. `page` is in rows. */
export type Step =
  | { by: 'cell'; rows: number; columns: number }
  | { by: 'page'; rows: number }
  | { by: 'edge'; rows: -1 | 0 | 1; columns: -1 | 0 | 1 };

/** A selection of one cell. */
export function at(place: Place): Selection {
  return { anchor: place, active: place };
}

/** The corners of a selection, whichever way it was drawn. */
export function rangeOf({ anchor, active }: Selection): Range {
  return {
    top: Math.min(anchor.row, active.row),
    bottom: Math.max(anchor.row, active.row),
    left: Math.min(anchor.column, active.column),
    right: Math.max(anchor.column, active.column),
  };
}

/** Whether a place lies in a range. */
export function contains(range: Range, { row, column }: Place): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

/** The places of a range, row by row. */
export function placesIn(range: Range): Place[] {
  const places: Place[] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) places.push({ row, column });
  }
  return places;
}

/** Moves the active cell and stays within the extent; with `extend` the anchor stays where it is. */
export function move(selection: Selection, step: Step, extent: Extent, extend = false): Selection {
  const active = within(target(selection.active, step, extent), extent);
  return extend ? { anchor: selection.anchor, active } : at(active);
}

/** The nearest place inside the extent. */
export function within({ row, column }: Place, { rows, columns }: Extent): Place {
  return {
    row: Math.max(0, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  };
}

function target({ row, column }: Place, step: Step, { rows, columns }: Extent): Place {
  switch (step.by) {
    case 'cell':
      return { row: row + step.rows, column: column + step.columns };
    case 'page':
      return { row: row + step.rows, column };
    case 'edge':
      return { row: edge(row, step.rows, rows), column: edge(column, step.columns, columns) };
  }
}

function edge(now: number, direction: -1 | 0 | 1, count: number): number {
  if (direction === 0) return now;
  return direction < 0 ? 0 : count - 1;
}
