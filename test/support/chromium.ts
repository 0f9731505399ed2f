import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A Chromium with a new profile. `context()` opens a window of its own, with its own cookies. */
export type Chromium = {
  context(options?: BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
};

/** Starts headless Chromium; installs it first where there is none. Throws with what to do when that fails. */
export async function openChromium(): Promise<Chromium> {
  const executablePath = findChromium() ?? installChromium();
  const profile = await mkdtemp(join(tmpdir(), 'rehearsal-chromium-'));
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    args: [...flags, `--crash-dumps-dir=${profile}`],
  });
  return {
    context: (options) => browser.newContext(options),
    close: async () => {
      await browser.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** The path of a Chromium or Chrome on this machine: `CHROMIUM`, the usual places, or Playwright's own download. */
export function findChromium(): string | undefined {
  const onPath = (process.env.PATH ?? '')
    .split(':')
    .flatMap((folder) =>
      ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) =>
        join(folder, name),
      ),
    );
  const places = [
    process.env.CHROMIUM,
    ...onPath,
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    chromium.executablePath(),
  ];
  return places.find((path): path is string => path !== undefined && existsSync(path) && isExecutable(path));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Debian's package where we may install it, else Playwright's download. */
function installChromium(): string {
  const asRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const attempts: [string, string[]][] = [
    ...(asRoot
      ? ([
          ['apt-get', ['update', '-qq']],
          ['apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']],
        ] as [string, string[]][])
      : []),
    [process.execPath, [join('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium']],
  ];
  console.log('No Chromium found; installing one for the browser tests …');
  for (const [command, args] of attempts) {
    try {
      execFileSync(command, args, {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    } catch {
      continue;
    }
    const path = findChromium();
    if (path) return path;
  }
  throw new Error(
    'The browser tests need Chromium, and it could neither be found nor installed. ' +
      'Install it (Debian: apt-get install chromium; elsewhere: npx playwright-core install chromium), ' +
      'or set CHROMIUM to the path of a Chromium or Chrome.',
  );
}
