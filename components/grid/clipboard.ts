/** Cells as text a spreadsheet takes: tabs between columns, a line per row, quoted only where it must be. */
export function toClipboard(rows: string[][]): string {
  return rows.map((cells) => cells.map(quoted).join('\t')).join('\n');
}

function quoted(text: string): string {
  return /["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
