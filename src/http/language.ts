import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';

/** The languages pages are written in; dashboards/locales has the words. */
export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/** The reader's choice (cookie `lang`), else the first of the browser's languages that we have, else English. */
export function languageOf(c: Context): Language {
  const wanted = [getCookie(c, 'lang') ?? '', ...preferred(c.req.header('accept-language') ?? '')];
  for (const tag of wanted) {
    const found = languages.find((language) => language === tag.toLowerCase().split('-')[0]);
    if (found) return found;
  }
  return 'en';
}

function preferred(acceptLanguage: string): string[] {
  return acceptLanguage
    .split(',')
    .map((part) => {
      const [tag = '', q] = part.trim().split(/\s*;\s*q=/);
      return { tag, weight: q === undefined ? 1 : Number(q) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
