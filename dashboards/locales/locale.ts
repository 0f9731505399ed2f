import { configureLocalization } from '@lit/localize';
import { allLocales, sourceLocale, targetLocales } from './generated/codes.ts';

export type Locale = (typeof allLocales)[number];

/** Each language by its own name, as a reader who knows no other would look for it. */
export const localeNames: Record<Locale, string> = { en: 'English', es: 'Español' };

const { setLocale } = configureLocalization({
  sourceLocale,
  targetLocales,
  loadLocale: (locale) => LOADERS[locale as (typeof targetLocales)[number]](),
});

const LOADERS = { es: () => import('./generated/es.ts') };

/** The language of this page, as the server wrote it into `<html lang>`. */
export function pageLocale(): Locale {
  const lang = document.documentElement.lang;
  return allLocales.find((locale) => locale === lang) ?? sourceLocale;
}

/**
 * Fulfilled when the page's language is loaded; pages wait for it before they first render. When the language
 * cannot be loaded the page appears in English rather than not at all.
 */
export const localeReady: Promise<void> = setLocale(pageLocale()).catch(() => undefined);

/** Remembers the language for the server and loads this page again in it. */
export function chooseLocale(locale: Locale): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and Firefox.
  document.cookie = `lang=${locale}; path=/; max-age=31536000; samesite=lax`;
  location.reload();
}
