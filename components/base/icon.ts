import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** Paths on a 24 × 24 grid, drawn with a 2-unit line; all are our own drawings. */
const PATHS = {
  alert: 'M12 3 22 20H2Zm0 7v4m0 3v.01',
  arrow: 'M5 12h14m-6-6 6 6-6 6',
  back: 'M19 12H5m6-6-6 6 6 6',
  book: 'M4 5a2 2 0 0 1 2-2h14v16H6a2 2 0 0 0-2 2Zm0 14a2 2 0 0 0 2 2h14',
  building: 'M4 21V8l8-5 8 5v13M2 21h20M9 21v-6h6v6M8.5 10.5h.01M15.5 10.5h.01',
  calendar: 'M4 6h16v14H4Zm0 5h16M8 3v5m8-5v5',
  check: 'm4 12.5 5.5 5.5L20 6.5',
  'chevron-down': 'm6 9 6 6 6-6',
  'chevron-left': 'm15 6-6 6 6 6',
  'chevron-right': 'm9 6 6 6-6 6',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4v5l3.5 2',
  close: 'M6 6l12 12M18 6 6 18',
  comment: 'M4 5h16v11H11l-5 4v-4H4Z',
  error: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4.5V13m0 3v.01',
  grid: 'M4 4h16v16H4Zm0 5.5h16m-16 5h16M10 4v16',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 8v5.5m0-9v.01',
  keyboard: 'M3 6h18v12H3Zm4 4h.01M11 10h.01M15 10h.01M8 14h8',
  list: 'M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01',
  lock: 'M6 11h12v10H6Zm2 0V8a4 4 0 0 1 8 0v3',
  menu: 'M4 6h16M4 12h16M4 18h16',
  moon: 'M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.500Z',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  offline:
    'M3 3l18 18M8 8a7 7 0 0 0-1.5 1.200M4.5 12a6 6 0 0 0 3.5 7h9m2.5-1.500A5 5 0 0 0 17 11 6.5 6.5 0 0 0 11 6.1',
  pencil: 'M4 20l1-4L16 5l3 3L8 19Zm10-13 3 3',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4 21a8 8 0 0 1 16 0',
  people:
    'M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM2.5 20a6.5 6.5 0 0 1 13 0M16 5.500a3.2 3.2 0 0 1 0 6m2 3a6 6 0 0 1 3.5 5.5',
  plus: 'M12 5v14M5 12h14',
  print: 'M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7Z',
  redo: 'M20 9H9a5 5 0 0 0 0 10h6m5-10-4-4m4 4-4 4',
  reset: 'M4.5 9A8 8 0 1 1 4 13M4 4v5.500h5.5',
  sandbox: 'M3 13h18l-2 8H5Zm3 0c1-3 3-4 4.5-4S14 11 15 13m1-4 4-6m-1.5-.5 2.5 1.5',
  save: 'M5 4h11l3 3v13H5Zm3 0v5h7V4M8 20v-6h8v6',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5 12 5 5',
  seats: 'M4 4h6v5H4Zm10 0h6v5h-6ZM4 14h6v5H4Zm10 0h6v5h-6Z',
  star: 'm12 3 2.7 5.8 6.3.8-4.6 4.3 1.2 6.300L12 17.1 6.4 20.200l1.2-6.300L3 9.600l6.3-.8Z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm0-6v2m0 16v2M2 12h2m16 0h2M5 5l1.5 1.500m11 11L19 19M5 19l1.5-1.500m11-11L19 5',
  trash: 'M4 6h16M9 6V3h6v3M6 6l1 15h10l1-15',
  undo: 'M4 9h11a5 5 0 0 1 0 10H9M4 9l4-4M4 9l4 4',
  upload: 'M12 16V4m-5 5 5-5 5 5M4 20h16',
} as const;

export type IconName = keyof typeof PATHS;

/**
 * @summary A small drawing beside words. Decorative unless `label` is given; then it is an image of that name.
 */
@customElement('r-icon')
export class Icon extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
      flex: none;
      width: 1.25em;
      height: 1.25em;
      vertical-align: -0.25em;
    }
    svg {
      width: 100%;
      height: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 2;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `;

  /** Which drawing. */
  @property() name: IconName = 'info';

  /** What it says, when no words stand beside it. */
  @property() label = '';

  override render() {
    return html`<svg viewBox="0 0 24 24" role=${this.label ? 'img' : nothing}
      aria-label=${this.label || nothing} aria-hidden=${this.label ? nothing : 'true'}
      ><path d=${PATHS[this.name]} /></svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-icon': Icon;
  }
}
