/**
 * A spreadsheet's clipboard text as rows of cells: tabs between cells, line ends of any system between rows, cells
 * with tabs, line ends or quotes in double quotes (a quote doubled). Blank rows at the end are left out; a lone
 * quote inside a cell is that character.
 */
export function readClipboard(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at <= text.length; ) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(cell);
    if (text[end] !== '\t') {
      rows.push(row);
      row = [];
    }
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  }
  while (rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop();
  return rows;
}

function plainCell(text: string, start: number): { cell: string; end: number } {
  const length = text.slice(start).search(/[\t\r\n]/);
  const end = length === -1 ? text.length : start + length;
  return { cell: text.slice(start, end), end };
}

/** A quote that never closes, or closes before other text, was a plain character. */
function quotedCell(text: string, start: number): { cell: string; end: number } {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  const end = close + 1;
  if (close === -1 || (end < text.length && !'\t\r\n'.includes(text[end]!))) return plainCell(text, start);
  return { cell: text.slice(start + 1, close).replaceAll('""', '"'), end };
}
