import { expect, test } from 'vitest';
import { toClipboard } from '../../../components/grid/clipboard.ts';
import { commandOf, type Key } from '../../../components/grid/keys.ts';
import { at, contains, move, placesIn, rangeOf } from '../../../components/grid/selection.ts';

const key = (name: string, held: Partial<Key> = {}): Key => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const room = { rows: 40, columns: 120 };

test.for([
  { name: 'a digit replaces what stands there', pressed: key('9'), command: { does: 'type', text: '9' } },
  { name: 'Enter edits what stands there', pressed: key('Enter'), command: { does: 'edit' } },
  { name: 'Delete clears', pressed: key('Delete'), command: { does: 'clear' } },
  { name: 'Ctrl+D fills down', pressed: key('d', { ctrlKey: true }), command: { does: 'fill-down' } },
  { name: 'Cmd+Z undoes', pressed: key('z', { metaKey: true }), command: { does: 'undo' } },
  {
    name: 'Ctrl+Shift+Z redoes',
    pressed: key('Z', { ctrlKey: true, shiftKey: true }),
    command: { does: 'redo' },
  },
  { name: 'Tab leaves the grid', pressed: key('Tab'), command: undefined },
  { name: 'Ctrl+C is left to the browser', pressed: key('c', { ctrlKey: true }), command: undefined },
  { name: '? is left to the list of shortcuts', pressed: key('?', { shiftKey: true }), command: undefined },
])('$name', ({ pressed, command }) => {
  expect(commandOf(pressed)).toEqual(command);
});

test('an arrow moves one cell and stops at the edge', () => {
  const start = at({ row: 0, column: 0 });
  expect(move(start, { by: 'cell', rows: 1, columns: 0 }, room).active).toEqual({ row: 1, column: 0 });
  expect(move(start, { by: 'cell', rows: -1, columns: 0 }, room).active).toEqual({ row: 0, column: 0 });
});

test('Ctrl+End goes to the last cell', () => {
  const command = commandOf(key('End', { ctrlKey: true }));
  if (command?.does !== 'move') throw new Error('Ctrl+End does not move');
  expect(move(at({ row: 3, column: 3 }), command.step, room).active).toEqual({ row: 39, column: 119 });
});

test('with Shift the block grows from where it began, whichever way', () => {
  const block = move(at({ row: 5, column: 5 }), { by: 'cell', rows: -2, columns: 0 }, room, true);
  const wider = move(block, { by: 'cell', rows: 0, columns: -1 }, room, true);
  expect(rangeOf(wider)).toEqual({ top: 3, bottom: 5, left: 4, right: 5 });
  expect(placesIn(rangeOf(wider))).toHaveLength(6);
  expect(contains(rangeOf(wider), { row: 4, column: 6 })).toBe(false);
});

test('a copied block is what a spreadsheet takes', () => {
  expect(
    toClipboard([
      ['9.5', 'EX'],
      ['', 'see "note"'],
    ]),
  ).toBe('9.5\tEX\n\t"see ""note"""');
});
