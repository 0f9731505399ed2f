import { expect, test } from 'vitest';
import { browser, expectAccessible, type Visitor } from '../support/visitor.ts';

const { visitor, signedIn } = browser();

/** The address of the first link on the page whose address begins so. */
async function firstLink({ page }: Visitor, start: string): Promise<string> {
  const link = page.locator(`main a[href^="${start}"]`).first();
  await link.waitFor();
  return (await link.getAttribute('href')) ?? '';
}

test.for([
  { name: 'wide and light', viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  { name: 'narrow and dark', viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
] as const)(
  'every page is accessible, stays within the window and breaks no rule, $name',
  async ({ name: _, ...look }) => {
    const stranger = await visitor(look);
    await stranger.goTo('/sign-in');
    await expectAccessible(stranger.page);

    const teacher = await signedIn(10, look);
    await teacher.goTo('/sandbox/today');
    const paths = ['/sandbox/today', '/sandbox/attendance', await firstLink(teacher, '/sandbox/attendance/')];
    await teacher.goTo('/sandbox/gradebook');
    const gradebook = new URL(teacher.page.url()).pathname;
    paths.push(gradebook, `${gradebook}/setup`, gradebook.replace('gradebook', 'posting'));
    await teacher.goTo('/sandbox/students');
    paths.push('/sandbox/students', await firstLink(teacher, '/sandbox/students/'), '/sandbox/controls');

    for (const path of paths) {
      await teacher.goTo(path);
      await teacher.page.waitForLoadState('networkidle');
      await expectAccessible(teacher.page);
      const overflow = await teacher.page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect({ path, overflow }).toEqual({ path, overflow: 0 });
    }
    await teacher.page.goto('/live/today');
    await teacher.page.locator('main h1').waitFor();
    await expectAccessible(teacher.page);
    expect([...stranger.errors, ...teacher.errors].filter((error) => !error.includes('403'))).toEqual([]);
  },
);

test('every page speaks Spanish when asked to', async () => {
  const teacher = await signedIn(11, { locale: 'es-US' });
  await teacher.goTo('/sandbox/today');
  expect(await teacher.page.getAttribute('html', 'lang')).toBe('es');
  expect(await teacher.page.locator('nav').first().innerText()).toContain('Hoy');
});
