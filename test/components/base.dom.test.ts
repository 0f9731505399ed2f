import { html, render } from 'lit';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { announce, toast } from '../../components/base/announce.ts';
import '../../components/base/menu.ts';
import type { PickEvent } from '../../components/base/menu.ts';
import '../../components/base/save-state.ts';
import '../../components/base/segmented.ts';
import type { SegmentEvent } from '../../components/base/segmented.ts';
import '../../components/base/shortcuts.ts';

async function show(template: ReturnType<typeof html>): Promise<HTMLElement> {
  const holder = document.createElement('div');
  document.body.append(holder);
  render(template, holder);
  const element = holder.firstElementChild as HTMLElement & { updateComplete: Promise<boolean> };
  await element.updateComplete;
  return element;
}

const press = (key: string, on: EventTarget) =>
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));

afterEach(() => {
  document.body.replaceChildren();
});

describe('announcements', () => {
  test('are put into a polite region, refusals into an assertive one', () => {
    announce('Saved');
    announce('Not accepted', { assertive: true });
    expect(document.querySelector('[aria-live="polite"]')?.textContent).toBe('Saved');
    expect(document.querySelector('[aria-live="assertive"]')?.textContent).toBe('Not accepted');
  });

  test('the same words twice are a new line, so that they are read twice', () => {
    announce('Saved');
    const first = document.querySelector('[aria-live="polite"] p');
    announce('Saved');
    expect(document.querySelector('[aria-live="polite"] p')).not.toBe(first);
  });
});

test('a toast offers its action once', () => {
  const undo = vi.fn();
  toast({ words: 'Maya: Tardy', action: { label: 'Undo', run: undo } });
  const button = document.querySelector<HTMLButtonElement>('.r-toast button');
  button?.click();

  expect(undo).toHaveBeenCalledOnce();
  expect(document.querySelector('.r-toast')).toBeNull();
});

test.for([
  ['saving', 0, 'Saving…'],
  ['saved', 0, 'Saved'],
  ['offline', 3, 'Not saved yet: no connection. Kept on this device. (3)'],
  ['failed', 1, 'Not saved: look at the marked entries.'],
] as const)('the save state %s is said in words', async ([state, count, words]) => {
  const element = await show(html`<r-save-state .state=${state} .count=${count}></r-save-state>`);
  expect(element.getAttribute('role')).toBe('status');
  expect(element.textContent?.trim()).toBe(words);
});

test('a segmented control is a named radio group', async () => {
  const chosen: string[] = [];
  const element = await show(html`
    <r-segmented label="View" value="list"
      .options=${[{ value: 'list', label: 'List' }, { value: 'seats', label: 'Seating chart' }]}
      @r-choose=${(event: SegmentEvent) => chosen.push(event.value)}></r-segmented>
  `);
  expect(element.querySelector('[role="radiogroup"]')?.getAttribute('aria-label')).toBe('View');
  const [list, seats] = element.querySelectorAll<HTMLInputElement>('input[type="radio"]');
  expect(list?.checked).toBe(true);

  seats?.click();
  expect(chosen).toEqual(['seats']);
});

test('a menu moves by arrows and first letters, over what is disabled, and picks', async () => {
  const picked: string[] = [];
  const element = await show(html`
    <r-menu label="Quiz 3"
      .items=${[
        { value: 'fill', label: 'Fill down' },
        { value: 'off', label: 'Excuse one', disabled: true },
        '-',
        { value: 'excuse', label: 'Excuse all' },
      ]}
      @r-pick=${(event: PickEvent) => picked.push(event.value)}></r-menu>
  `);
  const menu = element.querySelector<HTMLElement>('[role="menu"]');
  if (!menu) throw new Error('no menu');
  menu.hidePopover = () => undefined;
  const [fill, , excuse] = element.querySelectorAll<HTMLElement>('[role="menuitem"]');
  fill?.focus();

  press('ArrowDown', menu);
  expect(document.activeElement).toBe(excuse);
  press('ArrowDown', menu);
  expect(document.activeElement).toBe(fill);
  press('e', menu);
  expect(document.activeElement).toBe(excuse);

  excuse?.click();
  expect(picked).toEqual(['excuse']);
});

describe('the shortcut list', () => {
  const shortcuts = [{ keys: ['Ctrl', 'Z'], does: 'Undo' }];
  const isOpen = () => document.querySelector('r-dialog')?.hasAttribute('open');
  const updated = async () => {
    await document.querySelector('r-shortcuts')?.updateComplete;
    await document.querySelector('r-dialog')?.updateComplete;
  };

  test('opens with a question mark', async () => {
    await show(html`<r-shortcuts .shortcuts=${shortcuts}></r-shortcuts>`);
    press('?', document.body);
    await updated();

    expect(isOpen()).toBe(true);
    expect(document.querySelector('r-dialog')?.textContent).toContain('Undo');
  });

  test('stays closed while one is typing', async () => {
    await show(html`<r-shortcuts .shortcuts=${shortcuts}></r-shortcuts>`);
    const input = document.createElement('input');
    document.body.append(input);
    press('?', input);
    await updated();

    expect(isOpen()).toBe(false);
  });
});
