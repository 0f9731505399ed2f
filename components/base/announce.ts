import { msg } from '@lit/localize';
import { html, nothing, render } from 'lit';

/**
 * Says something to screen readers only. Polite waits for a pause; assertive interrupts and is for refusals.
 * The same words twice in a row are read twice.
 */
export function announce(words: string, { assertive = false } = {}): void {
  const region = liveRegion(assertive ? 'assertive' : 'polite');
  const line = document.createElement('p');
  line.textContent = words;
  region.replaceChildren(line);
}

type Toast = {
  words: string;
  /** A button beside the words, most often Undo. */
  action?: { label: string; run: () => void };
  /** How long it stays, in milliseconds; with an action it stays until it is closed. */
  stays?: number;
};

/** A short message at the corner of the page, also read aloud. Not for refusals: those stand where they arose. */
export function toast({ words, action, stays = 6000 }: Toast): void {
  announce(words);
  const holder = document.createElement('div');
  const close = () => holder.remove();
  render(
    html`
      <div class="r-toast">
        <span>${words}</span>
        ${
          action
            ? html`<button type="button" @click=${() => {
                close();
                action.run();
              }}>${action.label}</button>`
            : nothing
        }
        <button type="button" class="r-toast-close" aria-label=${msg('Close message')} @click=${close}>×</button>
      </div>
    `,
    holder,
  );
  toasts().append(holder);
  if (!action) setTimeout(close, stays);
}

function liveRegion(live: 'polite' | 'assertive'): HTMLElement {
  const found = document.querySelector<HTMLElement>(`.r-live[aria-live="${live}"]`);
  if (found) return found;
  const region = document.createElement('div');
  region.className = 'r-live r-hidden-visually';
  region.setAttribute('aria-live', live);
  document.body.append(region);
  return region;
}

function toasts(): HTMLElement {
  const found = document.querySelector<HTMLElement>('.r-toasts');
  if (found) return found;
  const region = document.createElement('section');
  region.className = 'r-toasts';
  region.setAttribute('aria-label', msg('Messages'));
  document.body.append(region);
  return region;
}
