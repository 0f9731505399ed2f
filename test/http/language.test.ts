import { expect, test } from 'vitest';
import { routes } from '../../src/http/env.ts';
import { languageOf } from '../../src/http/language.ts';

const app = routes().get('/', (c) => c.text(languageOf(c)));

test.for([
  [{}, 'en'],
  [{ 'accept-language': 'es-MX,es;q=0.9,en;q=0.8' }, 'es'],
  [{ 'accept-language': 'pl,en;q=0.5,es;q=0.9' }, 'es'],
  [{ 'accept-language': 'pl,*' }, 'en'],
  [{ 'accept-language': 'es;q=0,en' }, 'en'],
  [{ 'accept-language': 'en', cookie: 'lang=es' }, 'es'],
  [{ 'accept-language': 'es', cookie: 'lang=xx' }, 'es'],
] as [Record<string, string>, string][])('%j reads %s', async ([headers, language]) => {
  expect(await (await app.request('/', { headers })).text()).toBe(language);
});
