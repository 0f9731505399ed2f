import { afterEach, describe, expect, test, vi } from 'vitest';
import { answer, apiFetch, callFrom, send, spacePath } from '../../components/api.ts';
import { Problem } from '../../components/problem.ts';

const answerWith = (response: () => Response | Promise<Response>) =>
  vi.stubGlobal(
    'fetch',
    vi.fn<typeof fetch>(async () => response()),
  );

const problemJson = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });

const thrownBy = (call: Promise<unknown>): Promise<Problem> =>
  call.then(
    () => {
      throw new Error('it was answered');
    },
    (thrown) => thrown,
  );

afterEach(() => {
  vi.unstubAllGlobals();
});

test.for([
  ['/sandbox/today', '/sandbox'],
  ['/live/gradebook/17', '/live'],
  ['/live', '/live'],
  ['/livestock', '/sandbox'],
  ['/sign-in', '/sandbox'],
])('a page at %s calls %s', ([pathname, space]) => {
  expect(spacePath(pathname)).toBe(space);
});

describe('a call', () => {
  test('gives the body', async () => {
    answerWith(() => Response.json({ marks: 28 }));
    expect(await answer<{ marks: number }>(apiFetch('/sandbox/api/attendance'))).toEqual({ marks: 28 });
  });

  test('says which sandbox layer the page was made for', async () => {
    const scopes: (string | null)[] = [];
    vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
      scopes.push(new Headers(init.headers).get('rehearsal-scope'));
      return Response.json({});
    });
    callFrom('1.sandbox.3.7');
    await send('GET', '/sandbox/api/x');
    callFrom(undefined);
    await send('GET', '/sandbox/api/x');

    expect(scopes).toEqual(['1.sandbox.3.7', null]);
  });

  test('without content gives nothing', async () => {
    answerWith(() => new Response(null, { status: 204 }));
    expect(await send('DELETE', '/sandbox/api/x')).toBeUndefined();
  });

  test('that is refused throws code, facts, fields and request id', async () => {
    answerWith(() =>
      problemJson(422, {
        code: 'http/invalid',
        facts: { day: '2025-10-14' },
        errors: [{ detail: 'too long', pointer: '/marks/0/note' }],
        requestId: '01HX',
      }),
    );
    const problem = await thrownBy(send('PUT', '/sandbox/api/attendance', {}));

    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ code: 'http/invalid', status: 422, requestId: '01HX' });
    expect(problem.facts).toEqual({ day: '2025-10-14' });
    expect(problem.errorAt('note')?.detail).toBe('too long');
  });

  test('answered by something that is not ours is unexpected, and may be tried again', async () => {
    answerWith(() => new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'x-request-id': '7' } }));
    const problem = await thrownBy(send('GET', '/sandbox/api/x'));

    expect(problem).toMatchObject({ code: 'http/unexpected', status: 502, requestId: '7', passing: true });
  });

  test('without a network is offline', async () => {
    answerWith(() => {
      throw new TypeError('Failed to fetch');
    });
    const problem = await thrownBy(send('GET', '/sandbox/api/x'));

    expect(problem).toMatchObject({ code: 'http/offline', offline: true, passing: true });
  });

  test('that was called off says so, and is not taken for a lost network', async () => {
    const calledOff = new AbortController();
    calledOff.abort();
    answerWith(() => {
      throw new DOMException('Aborted', 'AbortError');
    });
    const thrown = await thrownBy(apiFetch('/x', { signal: calledOff.signal }));

    expect(thrown.name).toBe('AbortError');
  });

  test('without a session leaves for sign-in, to come back here', async () => {
    const left = vi.spyOn(location, 'assign').mockImplementation(() => undefined);
    history.replaceState(null, '', '/sandbox/gradebook?term=2');
    answerWith(() => problemJson(401, { code: 'identity/not-signed-in' }));
    const problem = await thrownBy(send('GET', '/sandbox/api/x'));

    expect(problem.status).toBe(401);
    expect(left).toHaveBeenCalledWith('/sign-in?next=%2Fsandbox%2Fgradebook%3Fterm%3D2');
    left.mockRestore();
  });
});
