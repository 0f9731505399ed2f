import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';

/** Every file `*.page.ts` under dashboards is an entry under its own path; the manifest names what each one needs. */
function pageEntries(): string[] {
  return readdirSync('dashboards', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.page.ts'))
    .map((file) => join('dashboards', file))
    .sort();
}

export default defineConfig({
  publicDir: false,
  base: '/',
  build: {
    outDir: 'dist/client',
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    emptyOutDir: true,
    manifest: true,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    target: 'es2022',
    cssTarget: ['chrome111', 'firefox114', 'safari16.4'],
    rolldownOptions: {
      input: ['components/tokens/site.css', 'components/tokens/theme.ts', ...pageEntries()],
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        codeSplitting: {
          groups: [
            { name: 'lit', test: /node_modules[\\/](@lit|lit|lit-html|lit-element)[\\/]/ },
            {
              name: 'site',
              test: /[\\/](components[\\/]base|dashboards[\\/]shell|dashboards[\\/]words)[\\/]/,
            },
          ],
        },
      },
    },
  },
});
