import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * `npm run locales`: gathers every msg() of the pages into dashboards/locales/xliff, builds the modules that
 * the browser loads, and prints the messages that have no translation yet as JSON, id → English, with {0} for
 * the first value. `npm run locales -- translated.json` first fills in such a file, id → translation.
 */
const XLIFF = 'dashboards/locales/xliff/es.xlf';
const UNIT = /<trans-unit id="([^"]+)">(.*?)<\/trans-unit>/gs;

lit('extract');
const given = process.argv[2];
if (given) fill(JSON.parse(readFileSync(given, 'utf8')) as Record<string, string>);
lit('build');
process.stdout.write(`${JSON.stringify(missing(), null, 2)}\n`);

function lit(command: 'extract' | 'build'): void {
  execFileSync('npx', ['lit-localize', command], { stdio: ['ignore', 'ignore', 'pipe'] });
}

function fill(translations: Record<string, string>): void {
  const filled = readFileSync(XLIFF, 'utf8').replace(UNIT, (unit, id: string, body: string) => {
    const translation = translations[id];
    if (translation === undefined) return unit;
    const source = sourceOf(body);
    const values = source.match(/<x [^>]*\/>/g) ?? [];
    const target = escapeXml(translation).replace(/\{(\d+)\}/g, (_, at: string) => values[Number(at)] ?? '');
    const rest = body
      .replace(/\s*<target>.*?<\/target>/s, '')
      .replace(/<\/source>/, `</source>\n  <target>${target}</target>`);
    return `<trans-unit id="${id}">${rest}</trans-unit>`;
  });
  writeFileSync(XLIFF, filled);
}

function missing(): Record<string, string> {
  const units = [...readFileSync(XLIFF, 'utf8').matchAll(UNIT)];
  return Object.fromEntries(
    units
      .filter(([, , body = '']) => !body.includes('<target>'))
      .map(([, id = '', body = '']) => [id, plain(sourceOf(body))]),
  );
}

function sourceOf(body: string): string {
  return /<source>(.*?)<\/source>/s.exec(body)?.[1] ?? '';
}

function plain(source: string): string {
  return source
    .replace(/<x [^>]*id="(\d+)"[^>]*\/>/g, '{$1}')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
