import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Theme = 'light' | 'dark';
type Tokens = Map<string, string>;

const css = ['palette.css', 'roles.css', 'parts.css']
  .map((file) => readFileSync(new URL(`../../components/tokens/${file}`, import.meta.url), 'utf8'))
  .join('\n');

const spaces = [
  { space: 'live', selectors: [':root'] },
  { space: 'sandbox', selectors: [':root', ':root[data-space="sandbox"]'] },
];
const themes: Theme[] = ['light', 'dark'];
const surfaces = ['--r-surface', '--r-surface-raised', '--r-surface-lowered'];
const roles = ['neutral', 'accent', 'success', 'warning', 'danger'];

/** WCAG 2.2: 4.5:1 for text (1.4.3), 3:1 for the edges of controls and for focus (1.4.11). */
const texts = [
  ...roles.flatMap((role) =>
    ['quiet', 'normal', 'loud'].map((loudness) => [
      `--r-${role}-on-${loudness}`,
      `--r-${role}-fill-${loudness}`,
    ]),
  ),
  ...['--r-text', '--r-text-quiet', '--r-link', ...roles.map((role) => `--r-${role}-on-quiet`)].flatMap(
    (text) => surfaces.map((surface) => [text, surface]),
  ),
  ['--r-text-quiet', '--r-neutral-fill-quiet'],
  ['--r-text', '--r-neutral-fill-normal'],
  ['--r-control-text', '--r-control-fill'],
];
const edges = [
  ...roles.flatMap((role) => surfaces.map((surface) => [`--r-${role}-border-loud`, surface])),
  ['--r-control-border', '--r-control-fill'],
  ['--r-focus-color', '--r-surface-lowered'],
];

describe.for(spaces.flatMap((space) => themes.map((theme) => ({ ...space, theme }))))(
  '$space, $theme',
  ({ selectors, theme }) => {
    const tokens = tokensOf(selectors);

    test.for(texts)('%s is read on %s', ([text, fill]) => {
      expect(contrast(color(tokens, text, theme), color(tokens, fill, theme))).toBeGreaterThanOrEqual(4.5);
    });

    test.for(edges)('%s is seen on %s', ([edge, fill]) => {
      expect(contrast(color(tokens, edge, theme), color(tokens, fill, theme))).toBeGreaterThanOrEqual(3);
    });
  },
);

test('a sandbox has another accent than live', () => {
  const [live, sandbox] = spaces.map(({ selectors }) =>
    color(tokensOf(selectors), '--r-accent-fill-loud', 'light'),
  );
  expect(live).not.toEqual(sandbox);
});

function tokensOf(selectors: string[]): Tokens {
  const tokens: Tokens = new Map();
  for (const [, selector = '', block = ''] of css.matchAll(/^([^\s/@*][^{]*?)\s*\{([^{}]*)\}/gm)) {
    if (!selectors.includes(selector)) continue;
    for (const [, name = '', value = ''] of block.matchAll(/(--[\w-]+):\s*([^;]+);/g))
      tokens.set(name, value);
  }
  return tokens;
}

function color(tokens: Tokens, name: string | undefined, theme: Theme): number[] {
  const value = tokens.get(name ?? '') ?? '';
  const pair = /^light-dark\((.+), (.+)\)$/.exec(value);
  const chosen = pair ? (pair[theme === 'light' ? 1 : 2] ?? '') : value;
  const reference = /^var\((--[\w-]+)\)$/.exec(chosen);
  if (reference) return color(tokens, reference[1], theme);
  const hex = /^#([0-9a-f]{6})$/.exec(chosen)?.[1];
  if (!hex) throw new Error(`${name} is no color: ${value}`);
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
}

function contrast(one: number[], other: number[]): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of sRGB, as WCAG 2.2 defines it. */
function luminance(rgb: number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
