import type { Place, Range, Selection } from './selection.ts';

/** Text for a cell, as it was typed. */
export type Edit = Place & { text: string };

/** Cells were given new text: by typing, filling down or clearing. Nothing is refused here: the page decides. */
export class GridEditEvent extends Event {
  readonly edits: Edit[];
  readonly by: 'typing' | 'fill' | 'clear';

  constructor(edits: Edit[], by: GridEditEvent['by']) {
    super('r-grid-edit', { bubbles: true });
    this.edits = edits;
    this.by = by;
  }
}

/** What stands in the cell being typed in; null: typing was given up. */
export class GridDraftEvent extends Event {
  readonly place: Place;
  readonly text: string | null;

  constructor(place: Place, text: string | null) {
    super('r-grid-draft', { bubbles: true });
    this.place = place;
    this.text = text;
  }
}

/** A block was pasted over the selected cells. */
export class GridPasteEvent extends Event {
  readonly range: Range;
  readonly text: string;

  constructor(range: Range, text: string) {
    super('r-grid-paste', { bubbles: true });
    this.range = range;
    this.text = text;
  }
}

/** The active cell or the selected block changed. */
export class GridSelectEvent extends Event {
  readonly selection: Selection;

  constructor(selection: Selection) {
    super('r-grid-select', { bubbles: true });
    this.selection = selection;
  }
}

/** Undo or redo was asked for. */
export class GridHistoryEvent extends Event {
  readonly does: 'undo' | 'redo';

  constructor(does: 'undo' | 'redo') {
    super('r-grid-history', { bubbles: true });
    this.does = does;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'r-grid-edit': GridEditEvent;
    'r-grid-draft': GridDraftEvent;
    'r-grid-paste': GridPasteEvent;
    'r-grid-select': GridSelectEvent;
    'r-grid-history': GridHistoryEvent;
  }
}
