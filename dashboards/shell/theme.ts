export type Theme = 'system' | 'light' | 'dark';

const KEY = 'rehearsal.theme';

/** The theme the reader chose on this device; `system` follows the device. */
export function chosenTheme(): Theme {
  const stored = localStorage.getItem(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** Remembers and applies a theme at once. components/tokens/theme.ts applies it on the next page. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') {
    localStorage.removeItem(KEY);
    delete document.documentElement.dataset.theme;
    return;
  }
  localStorage.setItem(KEY, theme);
  document.documentElement.dataset.theme = theme;
}
