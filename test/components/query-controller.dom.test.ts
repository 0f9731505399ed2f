import { LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { afterEach, expect, test } from 'vitest';
import { Problem } from '../../components/problem.ts';
import { QueryController } from '../../components/query-controller.ts';

@customElement('test-host')
class Host extends LitElement {}

type Load = { signal: AbortSignal; give: (names: string[]) => void; fail: (thrown: unknown) => void };

let loads: Load[] = [];

function query(initial?: string[]) {
  const host = new Host();
  const controller = new QueryController<string[]>(host, {
    initial,
    load: (signal) => new Promise((give, fail) => loads.push({ signal, give, fail })),
  });
  document.body.append(host);
  return { host, controller };
}

afterEach(() => {
  document.body.replaceChildren();
  loads = [];
});

test('with its first data on the page nothing is loaded', () => {
  const { controller } = query(['Maya']);
  expect(controller.data).toEqual(['Maya']);
  expect(loads).toHaveLength(0);
});

test('without data it loads by itself', async () => {
  const { controller } = query();
  expect(controller.loading).toBe(true);
  loads[0]?.give(['Maya']);
  await Promise.resolve();

  expect(controller).toMatchObject({ data: ['Maya'], loading: false });
});

test('a late answer never overwrites a newer one', async () => {
  const { controller } = query(['first']);
  const early = controller.refresh();
  const late = controller.refresh();
  loads[1]?.give(['new']);
  await late;
  loads[0]?.give(['old']);
  await early;

  expect(loads[0]?.signal.aborted).toBe(true);
  expect(controller.data).toEqual(['new']);
});

test('a failed refresh keeps the data and says why', async () => {
  const { controller } = query(['Maya']);
  const refresh = controller.refresh();
  loads[0]?.fail(new Problem({ code: 'http/offline', status: 0 }));
  await refresh;

  expect(controller.data).toEqual(['Maya']);
  expect(controller.problem?.code).toBe('http/offline');
});

test('a change shows at once, and goes back when it is refused', async () => {
  const { controller } = query(['Maya']);
  const taken = controller.optimistic(
    (names) => [...names, 'Wei'],
    async () => {
      expect(controller.data).toEqual(['Maya', 'Wei']);
      throw new Problem({ code: 'identity/not-allowed', status: 403 });
    },
  );

  expect(await taken).toBe(false);
  expect(controller.data).toEqual(['Maya']);
  expect(controller.problem?.code).toBe('identity/not-allowed');
});

test('when the page goes away its load is called off', () => {
  const { host } = query();
  host.remove();
  expect(loads[0]?.signal.aborted).toBe(true);
});
