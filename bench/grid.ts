import type { BrowserContext, Page } from 'playwright-core';
import type { GradebookData } from '../src/pages/teacher/gradebook.ts';
import { openChromium } from '../test/support/chromium.ts';
import { percentile } from './clock.ts';
import { demoPeople, startProduct } from './product.ts';
import { type Row, row } from './report.ts';

const STUDENTS = 40;
const ASSIGNMENTS = 120;
const KEYS = 60;
/** From a key to the painted average, in milliseconds: what is needed, and one frame. */
const LIMIT_MS = 50;
const SCRIPT_LIMIT_KB = 120;
const PAINT_LIMIT_MS = 1000;
const SLOWDOWN = 4;

/** What a teacher feels in Chromium: the average that moves as a cell is typed, and the first look at Today. */
export async function rows(): Promise<Row[]> {
  const product = await startProduct();
  const chromium = await openChromium();
  try {
    const people = await demoPeople(product.origin);
    const accountId = people.find((person) => person.role === 'teacher')!.accountId;
    const context = await chromium.context({
      viewport: { width: 1280, height: 800 },
      baseURL: product.origin,
    });
    await context.request.post('/api/sessions', { data: { accountId }, headers: { origin: product.origin } });
    const times = await typing(await context.newPage());
    const today = await firstLook(context);
    return [
      row(
        'grid',
        `key to painted average p50, ${STUDENTS} × ${ASSIGNMENTS}`,
        'ms',
        percentile(times, 0.5),
        LIMIT_MS,
      ),
      row(
        'grid',
        `key to painted average p95, ${STUDENTS} × ${ASSIGNMENTS}`,
        'ms',
        percentile(times, 0.95),
        LIMIT_MS,
      ),
      row('grid', 'Today, transferred JavaScript', 'kB', today.kilobytes, SCRIPT_LIMIT_KB),
      row('grid', `Today, largest paint at ${SLOWDOWN}× slowdown`, 'ms', today.paint, PAINT_LIMIT_MS),
    ];
  } finally {
    await chromium.close();
    await product.stop();
  }
}

/** Milliseconds from each key to the frame that shows the new average. */
async function typing(page: Page): Promise<number[]> {
  await page.goto('/sandbox/gradebook');
  const path = new URL(page.url()).pathname;
  await page.route(`**${path}`, async (route) => {
    const answer = await route.fetch();
    const html = await answer.text();
    const body = html.replace(/(id="page-data">)(.*?)(<\/script>)/s, (_, open, json, close) => {
      const page = JSON.parse(json);
      return open + JSON.stringify({ ...page, data: enlarged(page.data) }).replaceAll('<', '\\u003c') + close;
    });
    await route.fulfill({ response: answer, body });
  });
  await page.route('**/api/gradebook/**', (route) => route.abort());
  await page.goto(path);
  await page.locator('r-grid-row').first().waitFor();
  await page.evaluate(() => {
    const state = window as unknown as { times: number[] };
    state.times = [];
    addEventListener(
      'keydown',
      () => {
        const began = performance.now();
        const average = () => document.querySelector('r-grid-row[data-row="3"] .r-grid-summary')?.textContent;
        const before = average();
        const look = () => {
          if (average() === before) requestAnimationFrame(look);
          else requestAnimationFrame(() => state.times.push(performance.now() - began));
        };
        requestAnimationFrame(look);
      },
      { capture: true },
    );
  });
  await page.locator('r-grid-row[data-row="3"] [data-column="5"]').click();
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press(key % 2 === 0 ? String(6 + (key % 4)) : 'Escape');
    await page.waitForFunction(
      (count) => (window as unknown as { times: number[] }).times.length > count,
      key,
    );
  }
  return page.evaluate(() => (window as unknown as { times: number[] }).times);
}

/** A class of the size that is asked for: students and assignments repeated under other ids. */
function enlarged(data: GradebookData): GradebookData {
  const term = data.currentTermId;
  const columns = data.assignments.filter((one) => one.termId === term && one.graded);
  const assignments = Array.from({ length: ASSIGNMENTS }, (_, index) => {
    const one = columns[index % columns.length]!;
    return { ...one, id: 1_000_000 + index, columnName: `A${index + 1}`, name: `${one.name} ${index + 1}` };
  });
  const students = Array.from({ length: STUDENTS }, (_, index) => ({
    ...data.students[index % data.students.length]!,
    id: 2_000_000 + index,
    status: 'active' as const,
  }));
  const scores = students.flatMap((student) =>
    assignments.map((one, index): GradebookData['scores'][number] => [
      one.id,
      student.id,
      String(5 + (index % 5)),
      null,
      0,
      null,
      1,
    ]),
  );
  return { ...data, assignments, students, scores };
}

async function firstLook(context: BrowserContext): Promise<{ kilobytes: number; paint: number }> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const scripts = new Set<string>();
  let bytes = 0;
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto('/sandbox/today');
  await page.locator('main h1').waitFor();
  await page.waitForLoadState('networkidle');
  const paint = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)!.startTime)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
  return { kilobytes: bytes / 1000, paint };
}
