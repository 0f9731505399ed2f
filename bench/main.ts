import { parseArgs } from 'node:util';
import { type Row, table } from './report.ts';

/** A bench is a file of this folder that exports `rows()`; what it has to say on the way goes to standard error. */
type Bench = { rows: (options: BenchOptions) => Promise<Row[]> };

/** `sandboxes`: how many to build; `seconds`: how long to load; both smaller for a quick look. */
export type BenchOptions = { sandboxes?: number; seconds?: number };

const benches = ['sandbox', 'morning', 'grid', 'seed'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    sandboxes: { type: 'string' },
    seconds: { type: 'string' },
  },
});
const name = positionals[0] ?? '';
if (!benches.includes(name)) {
  console.error(`Usage: npm run bench -- <${benches.join('|')}> [--json] [--sandboxes N] [--seconds N]`);
  process.exit(2);
}

// Whatever a bench or the product under it logs must not mix with the array.
const print = console.log.bind(console);
console.log = console.error;
const { rows }: Bench = await import(`./${name}.ts`);
const measured = await rows({ sandboxes: number(values.sandboxes), seconds: number(values.seconds) });
print(values.json ? JSON.stringify(measured) : table(measured));

function number(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`Not a count: ${text}`);
  return value;
}
