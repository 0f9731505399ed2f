import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ClassAttendancePage } from '../../../../dashboards/teacher/class-attendance/class-attendance.page.ts';
import type { OpenedClass } from '../../../../src/sis/attendance/opened/service.ts';
import { biology, code, standing } from './cast.ts';

const frame = {
  space: 'sandbox',
  schoolName: 'Harbor High School',
  today: '2025-09-24',
  person: { name: 'Ngozi Okafor', role: 'teacher' },
  account: { id: 1, name: 'Ngozi Okafor' },
  persona: false,
  saveScope: '1.sandbox.3.7',
};

type Call = { method: string; path: string; body: unknown };
type Answer = { status: number; body: unknown } | 'cut off';

let calls: Call[] = [];
let page: ClassAttendancePage;

/** Answers each call by the first rule whose "METHOD /end-of-path" fits; rules of one key are used up in order. */
function server(rules: Record<string, Answer[]>): void {
  vi.stubGlobal('fetch', async (input: string | URL | Request, init: RequestInit = {}) => {
    const path = String(input instanceof Request ? input.url : input).replace(/^https?:\/\/[^/]+/, '');
    const method = init.method ?? 'GET';
    const call = { method, path, body: init.body ? JSON.parse(String(init.body)) : undefined };
    calls.push(call);
    const key = Object.keys(rules).find((rule) => {
      const [verb, end] = rule.split(' ');
      return verb === method && path.split('?')[0]!.endsWith(end!);
    });
    const answers = key ? rules[key]! : [];
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (!answer || answer === 'cut off') throw new TypeError('no answer');
    return new Response(JSON.stringify(answer.body), { status: answer.status });
  });
}

const ok = (body: unknown): Answer => ({ status: 200, body });
const taken = (version: number, state: 'saved' | 'posted' = 'saved') => ({
  state,
  version,
  takenAt: '2025-09-24T13:35:00Z',
  takenBy: 'Ngozi Okafor',
  postedAt: state === 'posted' ? '2025-09-24T13:40:00Z' : null,
  postedBy: state === 'posted' ? 'Ngozi Okafor' : null,
  days: [],
});

async function open(opened: OpenedClass): Promise<void> {
  const data = { frame, data: { kind: 'opened', opened } };
  document.body.innerHTML = `<script type="application/json" id="page-data">${JSON.stringify(data)}</script>`;
  page = new ClassAttendancePage();
  document.body.append(page);
  await settled();
}

/** Until nothing is drawn or sent any more: queue, answers and elements follow each other in a few turns. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) {
    await new Promise((resolve) => setTimeout(resolve));
    await page.updateComplete;
  }
}

const words = (selector: string) =>
  [...page.querySelectorAll(selector)].map((one) => one.textContent?.replace(/\s+/g, ' ').trim()).join(' | ');
const radio = (studentId: number, codeId: number) =>
  page.querySelector<HTMLInputElement>(`[data-student="${studentId}"] input[value="${codeId}"]`)!;
const button = (name: string) =>
  [...page.querySelectorAll('button')].find((one) => one.textContent?.replace(/\s+/g, ' ').includes(name))!;
const chosen = (studentId: number) =>
  page.querySelector<HTMLInputElement>(`[data-student="${studentId}"] input:checked`)?.value;
const puts = () => calls.filter((call) => call.method === 'PUT').map((call) => call.body);
const press = (target: Element, key: string, options: KeyboardEventInit = {}) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, ...options }));

beforeEach(() => {
  calls = [];
  localStorage.clear();
});

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

describe('marking', () => {
  test('begins with everyone present and nothing sent', async () => {
    server({});
    await open(biology());

    expect([chosen(101), chosen(102)]).toEqual([String(code.P), String(code.P)]);
    expect(words('.take-state')).toContain('Not taken');
    expect(words('.is-out')).toContain('has left the class');
    expect(page.querySelector('.is-out input')).toBeNull();
    expect(calls).toEqual([]);
  });

  test('a code’s key marks the student in focus, saves the class, and says so', async () => {
    server({
      'PUT /periods/31': [ok(taken(1))],
      'GET /classes/91': [ok(biology({ ...taken(1), students: marked(code.A) }))],
    });
    await open(biology());
    press(radio(101, code.P), 'a');
    await settled();

    expect(chosen(101)).toBe(String(code.A));
    expect(puts()).toEqual([
      {
        version: 0,
        post: false,
        marks: [{ studentId: 101, codeId: code.A, arrivalTime: null, dismissalTime: null, note: null }],
      },
    ]);
    expect(words('.take-state')).toContain('Saved, not posted');
    expect(words('.take-tally')).toContain('1 absent');
  });

  test('arrows go from student to student, and the focus stays with the choice', async () => {
    server({ 'PUT /periods/31': [ok(taken(1))], 'GET /classes/91': ['cut off'] });
    await open(biology());
    press(document.body, 'ArrowDown');
    expect(document.activeElement).toBe(radio(101, code.P));
    press(document.activeElement!, 'ArrowDown');
    expect(document.activeElement).toBe(radio(102, code.P));
    press(document.activeElement!, 't');
    await settled();

    expect(document.activeElement).toBe(radio(102, code.T));
    expect(page.querySelectorAll('input[type="time"]')).toHaveLength(1);
  });

  test('Ctrl+Z takes the last mark back and saves that', async () => {
    server({ 'PUT /periods/31': [ok(taken(1)), ok(taken(2))], 'GET /classes/91': ['cut off'] });
    await open(biology());
    press(radio(101, code.P), 'a');
    await settled();
    press(document.body, 'z', { ctrlKey: true });
    await settled();

    expect(chosen(101)).toBe(String(code.P));
    expect(puts()[1]).toEqual({ version: 1, post: false, marks: [] });
  });

  test('without a connection the mark stays, is kept, and the page says so', async () => {
    server({ 'PUT /periods/31': ['cut off'] });
    await open(biology());
    press(radio(101, code.P), 'a');
    await settled();

    expect(chosen(101)).toBe(String(code.A));
    expect(words('r-save-state')).toContain('no connection');
    expect(JSON.stringify({ ...localStorage })).toContain('BIO1-01');
  });
});

describe('an answer that was cut off', () => {
  test('is no conflict when the class stands as it was sent', async () => {
    server({
      'PUT /periods/31': [{ status: 409, body: { code: 'shared/stale-edit', facts: { current: {} } } }],
      'GET /classes/91': [ok(biology({ ...taken(1), students: marked(code.A) }))],
    });
    await open(biology());
    press(radio(101, code.P), 'a');
    await settled();

    expect(page.querySelector('r-notice')).toBeNull();
    expect(words('.take-state')).toContain('Saved, not posted');
  });
});

describe('a class that was saved elsewhere', () => {
  const stale = {
    status: 409,
    body: {
      code: 'shared/stale-edit',
      facts: {
        current: {
          version: 3,
          state: 'saved',
          takenBy: 'Marisol Ruiz',
          marks: [standing(101, code.T), standing(102, code.P)],
        },
      },
    },
  };
  const theirs = biology({ ...taken(3), students: marked(code.T) });

  test('shows what differs; keeping theirs shows theirs and sends nothing more', async () => {
    server({ 'PUT /periods/31': [stale], 'GET /classes/91': [ok(theirs)] });
    await open(biology());
    press(radio(101, code.P), 'a');
    await settled();
    expect(words('r-notice li')).toBe('Amara Nwosu: here Absent, there Tardy');

    button('Keep what was saved there').click();
    await settled();

    expect(chosen(101)).toBe(String(code.T));
    expect(puts()).toHaveLength(1);
    expect(page.querySelector('r-notice')).toBeNull();
  });

  test('saving mine sends it again upon what stands there', async () => {
    server({ 'PUT /periods/31': [stale, ok(taken(4))], 'GET /classes/91': [ok(theirs), 'cut off'] });
    await open(biology());
    press(radio(101, code.P), 'a');
    await settled();
    button('Save mine').click();
    await settled();

    expect(puts()[1]).toMatchObject({ version: 3, marks: [{ studentId: 101, codeId: code.A }] });
  });
});

describe('posting', () => {
  test('names who is away, and afterwards leaves changes to the office', async () => {
    const posted = biology({
      ...taken(2, 'posted'),
      mayMark: false,
      mayRequest: true,
      closed: 'already-posted',
      students: marked(code.A),
    });
    server({
      'PUT /periods/31': [ok(taken(1)), ok(taken(2, 'posted'))],
      'GET /classes/91': ['cut off', ok(posted)],
      'POST /requests': [{ status: 201, body: { requestId: 7 } }],
    });
    await open(biology());
    press(radio(101, code.P), 'a');
    await settled();
    button('Post: 1 absent').click();
    await settled();

    expect(puts()[1]).toMatchObject({ version: 1, post: true });
    expect(words('.take-state')).toContain('Posted by Ngozi Okafor');
    expect(radio(102, code.A).disabled).toBe(true);

    button('Ask the office').click();
    await settled();
    button('Send to the office').click();
    await settled();
    expect(words('r-office-dialog .r-error')).toBe('Choose a code. | Say why: the office decides by it.');

    page.querySelector<HTMLInputElement>(`r-office-dialog input[value="${code.AE}"]`)!.click();
    page.querySelector<HTMLTextAreaElement>('r-office-dialog textarea')!.value = 'Her mother called';
    button('Send to the office').click();
    await settled();

    expect(calls.find((call) => call.method === 'POST')).toEqual({
      method: 'POST',
      path: '/sandbox/api/attendance/classes/91/days/2025-09-24/periods/31/students/101/requests',
      body: { codeId: code.AE, reason: 'Her mother called' },
    });
    expect(page.querySelector('r-office-dialog')).toBeNull();
  });
});

test('a later period of a double class takes over the first one’s marks', async () => {
  server({ 'PUT /periods/31': [ok(taken(1))], 'GET /classes/91': ['cut off'] });
  const copyFrom = { periodId: 30, period: 'Period 0', marks: [{ studentId: 102, codeId: code.A }] };
  await open(biology({ copyFrom }));
  button('Copy from Period 0').click();
  await settled();

  expect(puts()).toMatchObject([{ version: 0, marks: [{ studentId: 102, codeId: code.A }] }]);
});

function marked(first: number): OpenedClass['students'] {
  return biology().students.map((student) =>
    student.inSession
      ? { ...student, mark: standing(student.studentId, student.studentId === 101 ? first : code.P) }
      : student,
  );
}
