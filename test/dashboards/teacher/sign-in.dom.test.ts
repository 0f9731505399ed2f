import { afterEach, describe, expect, test, vi } from 'vitest';
import { chosenPeople, type DemoPerson } from '../../../dashboards/teacher/sign-in/people.ts';
import { SignInPage } from '../../../dashboards/teacher/sign-in/sign-in.page.ts';

const people: DemoPerson[] = [
  { accountId: 11, name: 'Lucía García', role: 'teacher', note: 'Teacher · Algebra I, Geometry' },
  { accountId: 12, name: 'Wei Zhang', role: 'counselor', note: 'Counselor' },
  { accountId: 13, name: 'Denise Whitfield', role: 'principal', note: 'Principal' },
];

async function open(data: object): Promise<SignInPage> {
  document.body.innerHTML = `<script type="application/json" id="page-data">${JSON.stringify({ frame: null, data })}</script>`;
  const page = new SignInPage();
  document.body.append(page);
  await page.updateComplete;
  return page;
}

function fakeServer(status: number, body: unknown) {
  const calls: unknown[] = [];
  vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
    calls.push(JSON.parse(String(init.body)));
    return new Response(JSON.stringify(body), { status });
  });
  return calls;
}

const answered = () => new Promise((resolve) => setTimeout(resolve));
const type = (page: SignInPage, id: string, value: string) => {
  const input = page.querySelector<HTMLInputElement>(`#${id}`);
  if (!input) throw new Error(`no ${id}`);
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
};

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

describe('by password', () => {
  test('asks for what is missing, at the field', async () => {
    const page = await open({ demo: false, people: [] });
    const calls = fakeServer(200, {});
    type(page, 'email', 'lucia@example.org');
    page.querySelector<HTMLButtonElement>('[type="submit"]')?.click();
    await page.updateComplete;

    const password = page.querySelector('#password');
    expect(password?.getAttribute('aria-invalid')).toBe('true');
    expect(page.querySelector(`#${password?.getAttribute('aria-describedby')}`)?.textContent).toBe(
      'Enter your password.',
    );
    expect(page.querySelector('#email')?.hasAttribute('aria-invalid')).toBe(false);
    expect(document.activeElement).toBe(password);
    expect(calls).toEqual([]);
  });

  test('goes where the server says', async () => {
    const page = await open({ demo: false, people: [], next: '/sandbox/gradebook' });
    const left = vi.spyOn(location, 'assign').mockImplementation(() => undefined);
    const calls = fakeServer(200, { next: '/sandbox/gradebook' });
    type(page, 'email', ' lucia@example.org ');
    type(page, 'password', 'chalk');
    page.querySelector<HTMLButtonElement>('[type="submit"]')?.click();
    await answered();

    expect(calls).toEqual([{ email: 'lucia@example.org', password: 'chalk', next: '/sandbox/gradebook' }]);
    expect(left).toHaveBeenCalledWith('/sandbox/gradebook');
  });

  test('says why it was refused, and can be tried again', async () => {
    const page = await open({ demo: false, people: [] });
    fakeServer(422, { code: 'identity/wrong-credentials' });
    type(page, 'email', 'lucia@example.org');
    type(page, 'password', 'wrong');
    const button = page.querySelector<HTMLButtonElement>('[type="submit"]');
    button?.click();
    await answered();
    await page.updateComplete;

    expect(page.querySelector('[role="alert"]')?.getAttribute('heading')).toContain('not right');
    expect(button?.disabled).toBe(false);
  });
});

describe('in the demonstration', () => {
  test('one becomes a person by choosing them', async () => {
    const page = await open({ demo: true, people });
    vi.spyOn(location, 'assign').mockImplementation(() => undefined);
    const calls = fakeServer(200, { next: '/sandbox/today' });
    page.querySelectorAll<HTMLButtonElement>('.sign-in-people button')[1]?.click();
    await answered();

    expect(calls).toEqual([{ accountId: 12 }]);
  });

  test('a search narrows the list, and says how many are left', async () => {
    const page = await open({ demo: true, people });
    type(page, 'seek', 'garcia');
    await page.updateComplete;

    expect(page.querySelectorAll('.sign-in-people li')).toHaveLength(1);
    expect(page.querySelector('section [role="status"]')?.textContent).toContain('1 of 1');
  });

  test('outside of it nobody is offered', async () => {
    const page = await open({ demo: false, people: [] });
    expect(page.querySelector('.sign-in-people')).toBeNull();
  });
});

test.for([
  ['', 3],
  ['GARCÍA', 1],
  ['alg gar', 1],
  ['lgebra', 0],
  ['principal', 1],
] as const)('searching for "%s" finds %d', ([sought, count]) => {
  expect(chosenPeople(people, sought)).toHaveLength(count);
});
