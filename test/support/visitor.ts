import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { type Chromium, openChromium } from './chromium.ts';

/** Somebody at a window of their own. */
export type Visitor = {
  page: Page;
  /** Goes to a path of the product and waits for its page to be drawn. */
  goTo(path: string): Promise<void>;
  /** What went wrong on the pages so far: errors of scripts, refusals of the Content-Security-Policy. */
  errors: string[];
};

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * A browser for a test file, and people in it. `signedIn(place)` opens a window for the person at that place in the list of
 * demo people with the role, so that each file has sandboxes of its own.
 */
export function browser() {
  let chromium: Chromium | undefined;
  const url = inject('productUrl');
  beforeAll(async () => {
    chromium = await openChromium();
  });
  afterAll(async () => {
    await chromium?.close();
  });

  async function visitor(options: BrowserContextOptions = {}): Promise<Visitor> {
    if (!chromium) throw new Error('The browser is there from beforeAll on');
    const context = await chromium.context({
      viewport: { width: 1280, height: 800 },
      baseURL: url,
      ...options,
    });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    const goTo = async (path: string) => {
      await page.goto(path);
      await page.locator('main h1').first().waitFor();
    };
    return { page, goTo, errors };
  }

  async function signedIn(
    place: number,
    options: BrowserContextOptions & { role?: string } = {},
  ): Promise<Visitor> {
    const { role = 'teacher', ...rest } = options;
    const someone = await visitor(rest);
    await someone.goTo('/sign-in');
    const accountId = await someone.page.evaluate(
      ([wanted, at]) => {
        const { data } = JSON.parse(document.getElementById('page-data')?.textContent ?? '{}');
        return data.people.filter((person: { role: string }) => person.role === wanted)[Number(at)].accountId;
      },
      [role, place] as const,
    );
    await someone.page.request.post('/api/sessions', { data: { accountId }, headers: { origin: url } });
    return someone;
  }

  return { visitor, signedIn };
}

/** Expects that axe finds nothing wrong with the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axeSource).catch(async () => page.addScriptTag({ content: axeSource }));
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await axe.run();
    return found.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map((node) => node.html)
          .slice(0, 3)
          .join(' | ')}`,
    );
  });
  expect(violations).toEqual([]);
}
