import type { Step } from './selection.ts';

/** What a key asks of a grid whose cell is not being edited. */
export type Command =
  | { does: 'move'; step: Step; extend: boolean }
  | { does: 'edit' }
  | { does: 'type'; text: string }
  | { does: 'clear' }
  | { does: 'select-all' }
  | { does: 'fill-down' }
  | { does: 'undo' }
  | { does: 'redo' };

/** The parts of a keyboard event that matter here. */
export type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** How far Page Up and Page Down go, in rows. */
const PAGE = 10;

const arrows: Record<string, [rows: -1 | 0 | 1, columns: -1 | 0 | 1]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * The command of a key, as spreadsheets and the ARIA grid pattern have it; undefined: not for the grid, so that
 * the browser, the page or a screen reader gets it. Tab is never taken here: it leaves the grid.
 */
export function commandOf(key: Key): Command | undefined {
  const control = key.ctrlKey || key.metaKey;
  if (key.altKey) return undefined;
  return movement(key, control) ?? (control ? withControl(key) : alone(key));
}

function movement(key: Key, control: boolean): Command | undefined {
  const extend = key.shiftKey;
  const arrow = arrows[key.key];
  if (arrow) {
    const [rows, columns] = arrow;
    return {
      does: 'move',
      extend,
      step: control ? { by: 'edge', rows, columns } : { by: 'cell', rows, columns },
    };
  }
  switch (key.key) {
    case 'Home':
      return { does: 'move', extend, step: { by: 'edge', rows: control ? -1 : 0, columns: -1 } };
    case 'End':
      return { does: 'move', extend, step: { by: 'edge', rows: control ? 1 : 0, columns: 1 } };
    case 'PageUp':
      return { does: 'move', extend, step: { by: 'page', rows: -PAGE } };
    case 'PageDown':
      return { does: 'move', extend, step: { by: 'page', rows: PAGE } };
  }
  return undefined;
}

function withControl(key: Key): Command | undefined {
  switch (key.key.toLowerCase()) {
    case 'a':
      return { does: 'select-all' };
    case 'd':
      return { does: 'fill-down' };
    case 'y':
      return { does: 'redo' };
    case 'z':
      return { does: key.shiftKey ? 'redo' : 'undo' };
  }
  return undefined;
}

function alone(key: Key): Command | undefined {
  if (key.key === 'Enter' || key.key === 'F2') return { does: 'edit' };
  if (key.key === 'Delete' || key.key === 'Backspace') return { does: 'clear' };
  if (key.key.length === 1 && key.key !== ' ' && key.key !== '?') return { does: 'type', text: key.key };
  return undefined;
}
