import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { afterEach, describe, expect, test } from 'vitest';
import { Problem } from '../../../components/problem.ts';
import { QueryController } from '../../../components/query-controller.ts';
import type { Frame } from '../../../dashboards/shell/page-data.ts';
import { PageElement } from '../../../dashboards/shell/page-element.ts';

@customElement('test-page')
class TestPage extends PageElement<string[]> {
  protected override readonly at = 'gradebook';
  readonly query = new QueryController<string[]>(this, {
    initial: this.page.data ?? undefined,
    load: () => new Promise(() => undefined),
  });

  protected override pageTitle() {
    return 'Gradebook';
  }

  protected override content() {
    return html`<h1>Gradebook</h1>${this.ladder(this.query, (names) => html`<p class="names">${names.join()}</p>`)}`;
  }
}

const frame: Frame = {
  space: 'sandbox',
  schoolName: 'Lincoln High School',
  today: '2025-10-14',
  person: { name: 'Adaeze Okonkwo', role: 'teacher' },
  account: { id: 1, name: 'Adaeze Okonkwo' },
  persona: false,
  saveScope: '1.sandbox.3.7',
};

async function open(pageData: { frame: Frame | null; data: string[] | null }): Promise<TestPage> {
  document.body.innerHTML = `<script type="application/json" id="page-data">${JSON.stringify(pageData)}</script>`;
  const page = new TestPage();
  document.body.append(page);
  await page.updateComplete;
  await page.querySelector('r-frame')?.updateComplete;
  return page;
}

const head = (page: TestPage) => page.querySelector('.r-head')?.textContent?.replace(/\s+/g, ' ') ?? '';

afterEach(() => {
  document.body.replaceChildren();
});

describe('the frame', () => {
  test('of a sandbox says so in words, with school and date, and leads to the controls', async () => {
    const page = await open({ frame, data: [] });
    expect(head(page)).toContain('Sandbox');
    expect(head(page)).toContain('Lincoln High School');
    expect(head(page)).toContain('Tue, Oct 14');
    expect(head(page)).toContain('Nothing here is real');
    expect(page.querySelector('a[href="/sandbox/controls"]')).not.toBeNull();
    expect(document.title).toBe('Sandbox: Gradebook');
  });

  test('of live says that changes count, and has no sandbox controls', async () => {
    const page = await open({ frame: { ...frame, space: 'live' }, data: [] });
    expect(head(page)).toContain('Live');
    expect(head(page)).toContain('Changes count');
    expect(page.querySelector('a[href$="/controls"]')).toBeNull();
    expect(page.querySelector('a[href="/live/gradebook"]')).not.toBeNull();
    expect(document.title).toBe('Live: Gradebook');
  });

  test('marks the page one is on', async () => {
    const page = await open({ frame, data: [] });
    const current = [...page.querySelectorAll('[aria-current="page"]')].map((link) =>
      link.textContent?.trim(),
    );
    expect(current).toEqual(['Gradebook']);
  });

  test('shows a persona', async () => {
    const person = { name: 'Rosa Torres', role: 'guardian' as const };
    const page = await open({ frame: { ...frame, persona: true, person }, data: [] });
    expect(head(page)).toContain('Acting as Rosa Torres, Parent or guardian');
  });

  test('begins with a link that skips to the page', async () => {
    const page = await open({ frame, data: [] });
    const first = page.querySelector('a');
    expect(first?.getAttribute('href')).toBe('#main');
    expect(page.querySelector('main')?.id).toBe('main');
  });

  test('is left out where there is no space', async () => {
    const page = await open({ frame: null, data: [] });
    expect(page.querySelector('r-frame')).toBeNull();
    expect(document.title).toBe('Gradebook · Rehearsal');
  });
});

describe('the ladder', () => {
  test('shows the data the server gave', async () => {
    const page = await open({ frame, data: ['Maya'] });
    expect(page.querySelector('.names')?.textContent).toBe('Maya');
  });

  test('says that it loads', async () => {
    const page = await open({ frame, data: null });
    expect(page.querySelector('.r-loading')?.getAttribute('role')).toBe('status');
  });

  test('puts a problem above data that is there', async () => {
    const page = await open({ frame, data: ['Maya'] });
    page.query.problem = new Problem({ code: 'http/offline', status: 0 });
    page.requestUpdate();
    await page.updateComplete;
    await page.querySelector('r-problem')?.updateComplete;

    expect(page.querySelector('[role="alert"]')?.getAttribute('heading')).toBe('There is no connection.');
    expect(page.querySelector('.names')?.textContent).toBe('Maya');
  });
});
