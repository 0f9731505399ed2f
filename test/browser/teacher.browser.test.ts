import { expect, test } from 'vitest';
import { browser } from '../support/visitor.ts';

const { signedIn } = browser();

test('a teacher practices in her own school, and a colleague sees none of it', async () => {
  const teacher = await signedIn(0);
  const colleague = await signedIn(0, { role: 'principal' });
  const { page } = teacher;

  await teacher.goTo('/sandbox/gradebook');
  const path = new URL(page.url()).pathname;
  const cell = page.locator('r-grid-row[data-row="0"] [data-column="0"]');
  const average = page.locator('r-grid-row[data-row="0"] .r-grid-summary').first();
  const scoreBefore = (await cell.innerText()).trim();
  const averageBefore = await average.innerText();
  await cell.click();
  await page.keyboard.type('0');
  await expect.poll(() => average.innerText()).not.toBe(averageBefore);
  await page.keyboard.press('Enter');
  await page.locator('r-save-state[data-state="saved"], .r-save-state[data-state="saved"]').first().waitFor();

  await colleague.goTo(path);
  const theirs = colleague.page.locator('r-grid-row[data-row="0"] [data-column="0"]');
  expect((await theirs.innerText()).trim()).toBe(scoreBefore);

  await teacher.goTo('/sandbox/controls');
  await page.getByText('1 change.').waitFor();
  await page.getByRole('button', { name: 'Reset my sandbox' }).click();
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: 'Reset', exact: true }).click(),
  ]);
  await page.getByText('No changes yet').waitFor();
  await teacher.goTo(path);
  expect((await cell.innerText()).trim()).toBe(scoreBefore);

  await teacher.goTo('/sandbox/controls');
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: 'Undo the last reset' }).click(),
  ]);
  await page.getByText('1 change.').waitFor();
  await teacher.goTo(path);
  expect((await cell.innerText()).split('\n')[0]).toBe('0');
});

test('the date goes on a week, and a checkpoint brings it back', async () => {
  const { page, goTo } = await signedIn(1);
  await goTo('/sandbox/controls');
  const day = page.locator('.r-place-day time');
  const before = await day.getAttribute('datetime');

  await page.getByLabel('Keep this state under a name').fill('Before grades week');
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: 'Make a checkpoint' }).click(),
  ]);
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'A week on' }).click()]);
  await day.waitFor();
  expect(await day.getAttribute('datetime')).not.toBe(before);

  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: 'Restore Before grades week' }).click(),
  ]);
  await day.waitFor();
  expect(await day.getAttribute('datetime')).toBe(before);
});

test('attendance and a column of grades are done with the keyboard alone', async () => {
  const { page, goTo } = await signedIn(2);
  await goTo('/sandbox/today');
  await page.locator('.today-list a').first().focus();
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await page.locator('main h1').waitFor();
  await page.locator('input[type="radio"]:checked').first().focus();
  await page.keyboard.press('a');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('t');
  expect(await page.locator('input[type="radio"]:checked').count()).toBeGreaterThan(2);

  await goTo('/sandbox/gradebook');
  const cells = (row: number) => page.locator(`r-grid-row[data-row="${row}"] [data-column="0"]`);
  await page.locator('r-grid [tabindex="0"]').focus();
  for (const score of ['5', '6', '7']) {
    await page.keyboard.type(score);
    await page.keyboard.press('Enter');
  }
  const typed = await Promise.all([0, 1, 2].map(async (row) => (await cells(row).innerText()).trim()));
  expect(typed.map((text) => text.charAt(0))).toEqual(['5', '6', '7']);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await cells(2).innerText()).trim().charAt(0)).not.toBe('7');
});
