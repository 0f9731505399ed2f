/**
 * One measured thing. `against` is what it is compared with (its value in the same unit, or a limit) and
 * `ratio` is value ÷ against; both null where there is nothing to compare with.
 */
export type Row = {
  bench: string;
  name: string;
  unit: string;
  value: number;
  against: number | null;
  ratio: number | null;
};

/** A row, its numbers rounded to three significant places and the ratio worked out. */
export function row(
  bench: string,
  name: string,
  unit: string,
  value: number,
  against: number | null = null,
): Row {
  const ratio = against === null || against === 0 ? null : rounded(value / against);
  return {
    bench,
    name,
    unit,
    value: rounded(value),
    against: against === null ? null : rounded(against),
    ratio,
  };
}

/** The rows as lines of text in columns, numbers to the right. */
export function table(rows: Row[]): string {
  const cells = rows.map((r) => [r.name, written(r.value), r.unit, written(r.against), written(r.ratio)]);
  const all = [['', 'value', 'unit', 'against', 'ratio'], ...cells];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((line) => line[column]!.length)));
  const line = (texts: string[]) =>
    texts
      .map((text, i) => (i === 0 || i === 2 ? text.padEnd(widths[i]!) : text.padStart(widths[i]!)))
      .join('  ');
  return [line(all[0]!), widths.map((width) => '-'.repeat(width)).join('  '), ...cells.map(line)].join('\n');
}

function written(value: number | null): string {
  return value === null ? '' : value.toLocaleString('en-US', { maximumSignificantDigits: 4 });
}

function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(4));
}
