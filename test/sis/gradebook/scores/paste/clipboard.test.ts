import { expect, test } from 'vitest';
import { readClipboard } from '../../../../../src/sis/gradebook/scores/paste/clipboard.ts';

const cases: { name: string; text: string; rows: string[][] }[] = [
  { name: 'nothing', text: '', rows: [] },
  { name: 'one cell', text: '8', rows: [['8']] },
  {
    name: 'rows and cells',
    text: '8\t9\n10\t',
    rows: [
      ['8', '9'],
      ['10', ''],
    ],
  },
  { name: 'line ends of Windows', text: '8\r\n9\r\n', rows: [['8'], ['9']] },
  { name: 'line ends of old Macs', text: '8\r9', rows: [['8'], ['9']] },
  { name: 'blank rows at the end left out', text: '8\n\n9\n \t\n\n', rows: [['8'], [''], ['9']] },
  {
    name: 'a quoted cell with a tab, a line end and a quote',
    text: '"a\tb\r\nc ""d"""\t9',
    rows: [['a\tb\r\nc "d"', '9']],
  },
  { name: 'an empty quoted cell', text: '""\t9', rows: [['', '9']] },
  { name: 'a quote inside a cell', text: '5" disk\t9', rows: [['5" disk', '9']] },
  { name: 'a quote that never closes', text: '"a\t9', rows: [['"a', '9']] },
  { name: 'a quote that closes before more text', text: '"a"b\t9', rows: [['"a"b', '9']] },
];

test.for(cases)('reads $name', ({ text, rows }) => {
  expect(readClipboard(text)).toEqual(rows);
});
