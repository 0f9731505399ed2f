import { afterEach, expect, test, vi } from 'vitest';
import { SetupPage } from '../../../../dashboards/teacher/setup/setup.page.ts';
import type { SetupView } from '../../../../src/sis/gradebook/types.ts';

const scale = { id: 1, name: 'Standard', maxPercent: null, steps: [{ letter: 'A', minPercent: '90' }] };
const section = { id: 7, code: 'MATH-101-1', courseTitle: 'Algebra I', schoolId: 1, termId: null };

function book(): SetupView {
  return {
    section,
    settings: {
      id: 9,
      nickname: 'Algebra I',
      averageMode: 'categories-only',
      weightsAre: 'percent',
      dropPolicy: 'lowest-percentage',
      version: 3,
    },
    scale,
    scales: [scale],
    terms: [
      {
        id: 11,
        parentId: 1,
        kind: 'quarter',
        code: 'Q1',
        name: 'Quarter 1',
        startsOn: '2025-08-18',
        endsOn: '2025-10-24',
      },
    ],
    today: '2025-10-14',
    currentTermId: 11,
    mayEdit: true,
    linkedSections: [section],
    linkable: [],
    categories: [
      {
        id: 3,
        code: 'HW',
        name: 'Homework',
        weight: '90',
        defaultPoints: '10',
        dropLowest: 0,
        dropHighest: 0,
        version: 1,
        termWeights: [],
        assignmentCount: 1,
      },
    ],
    marks: [],
    assignments: [
      {
        id: 5,
        categoryId: 3,
        termId: 11,
        name: 'Quiz 1',
        columnName: 'Quiz 1',
        description: null,
        assignedOn: '2025-09-01',
        dueOn: '2025-09-05',
        points: '20',
        weight: '1',
        extraCredit: false,
        neverDrop: false,
        graded: true,
        visibility: 'public',
        version: 1,
        scoreCount: 3,
      },
    ],
  };
}

type Call = { method: string; path: string; body: unknown };

/** A server with one book; `refuse` answers a write instead of taking it. */
function fakeServer(view: SetupView, refuse?: (call: Call) => { status: number; code: string } | undefined) {
  const calls: Call[] = [];
  vi.stubGlobal('fetch', async (input: string | URL, init: RequestInit = {}) => {
    const url = new URL(String(input), 'http://localhost');
    const method = init.method ?? 'GET';
    if (method === 'GET') return Response.json(structuredClone(view));
    const call = {
      method,
      path: url.pathname.split('/7/')[1] + url.search,
      body: init.body ? JSON.parse(String(init.body)) : undefined,
    };
    calls.push(call);
    const refusal = refuse?.(call);
    if (refusal) return Response.json({ code: refusal.code, facts: {} }, { status: refusal.status });
    return Response.json({ version: 2 });
  });
  return calls;
}

async function open(view: SetupView): Promise<SetupPage> {
  const frame = {
    space: 'sandbox',
    schoolName: 'Lincoln High School',
    today: view.today,
    person: { name: 'Lucía García', role: 'teacher' },
    account: { id: 1, name: 'Lucía García' },
    persona: false,
    saveScope: '1',
  };
  document.body.innerHTML = `<script type="application/json" id="page-data">${JSON.stringify({ frame, data: view })}</script>`;
  const page = new SetupPage();
  document.body.append(page);
  await settled();
  return page;
}

/** Lets answers arrive, and what follows them be drawn: a few turns of the event loop, whatever they last. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setTimeout(resolve));
}

function find<E extends Element = HTMLElement>(page: SetupPage, selector: string): E {
  const found = page.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

function buttonOf(page: Element, words: string): HTMLButtonElement {
  const found = [...page.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === words,
  );
  if (!found) throw new Error(`no button ${words}`);
  return found;
}

function type(page: SetupPage, id: string, value: string): void {
  const input = find<HTMLInputElement>(page, `#${id}`);
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

async function submit(page: SetupPage, form: string): Promise<void> {
  find<HTMLFormElement>(page, form).dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await settled();
}

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
  location.hash = '';
});

test('the address of an assignment opens it', async () => {
  fakeServer(book());
  location.hash = '#assignment-5';
  const page = await open(book());
  expect(find<HTMLInputElement>(page, '#assignment-name').value).toBe('Quiz 1');
});

test('when somebody else was first, what was typed stays and theirs stands beside it', async () => {
  const theirs = book();
  Object.assign(theirs.assignments[0]!, { points: '25', name: 'Quiz one', version: 2 });
  const stale = (call: Call) =>
    (call.body as { version: number }).version === 1 ? { status: 409, code: 'shared/stale-edit' } : undefined;
  const calls = fakeServer(theirs, stale);
  const page = await open(book());
  buttonOf(page, 'Quiz 1').click();
  await settled();
  type(page, 'assignment-points', '30');
  await submit(page, '#assignment-form');

  expect(find<HTMLInputElement>(page, '#assignment-points').value).toBe('30');
  expect(find<HTMLInputElement>(page, '#assignment-name').value).toBe('Quiz one');
  expect(find(page, '#assignment-points-theirs').textContent).toContain('25');

  await submit(page, '#assignment-form');
  expect(calls.map(({ body }) => body)).toEqual([
    { version: 1, points: '30' },
    { version: 2, points: '30' },
  ]);
});

test('a refusal stands at its field, which gets the focus', async () => {
  fakeServer(book(), () => ({ status: 409, code: 'gradebook/column-name-taken' }));
  const page = await open(book());
  buttonOf(page, 'Quiz 1').click();
  await settled();
  type(page, 'assignment-columnName', 'Quiz 2');
  await submit(page, '#assignment-form');

  const field = find<HTMLInputElement>(page, '#assignment-columnName');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(find(page, '#assignment-columnName-error').textContent).toContain('Choose another column name.');
  expect(document.activeElement).toBe(field);
  expect(field.value).toBe('Quiz 2');
});

test('an assignment with scores goes only after saying how many go with it', async () => {
  const calls = fakeServer(book());
  const page = await open(book());
  buttonOf(page, 'Delete Quiz 1').click();
  await settled();
  const question = find(page, 'r-setup-assignments r-question');
  expect(question.textContent).toContain('3 scores go with it');
  expect(calls).toEqual([]);

  buttonOf(question, 'Delete with its scores').click();
  await settled();
  expect(calls).toEqual([{ method: 'DELETE', path: 'assignments/5?scores=delete', body: undefined }]);
});

test('a category shows what the weights come to while they are typed', async () => {
  fakeServer(book());
  const page = await open(book());
  buttonOf(page, 'Add a category').click();
  await settled();
  type(page, 'category-weight', '4');
  await settled();
  expect(find(page, 'r-category-dialog .setup-weights').textContent).toContain(
    'add up to 94: 6 can never be earned',
  );
});

test('settings not yet saved survive a reload of the book', async () => {
  const calls = fakeServer(book());
  const page = await open(book());
  type(page, 'settings-nickname', 'Period 3');
  buttonOf(page, 'Delete Quiz 1').click();
  await settled();
  buttonOf(find(page, 'r-setup-assignments r-question'), 'Delete with its scores').click();
  await settled();
  expect(find<HTMLInputElement>(page, '#settings-nickname').value).toBe('Period 3');

  await submit(page, 'r-setup-settings form');
  expect(calls.at(-1)).toEqual({
    method: 'PATCH',
    path: 'settings',
    body: { version: 3, nickname: 'Period 3' },
  });
});

test('whoever may only read gets no controls', async () => {
  fakeServer(book());
  const page = await open({ ...book(), mayEdit: false });
  expect(find(page, 'main').textContent).toContain('Its teacher changes it.');
  expect(
    [...find(page, 'r-setup-assignments').querySelectorAll('button')].filter(
      (one) => !one.closest('r-dialog'),
    ),
  ).toEqual([]);
  expect(page.querySelector('r-setup-settings button')).toBeNull();
});
