import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { callFrom } from '../../components/api.ts';
import '../../components/base/shortcuts.ts';
import type { Shortcut } from '../../components/base/shortcuts.ts';
import type { QueryController } from '../../components/query-controller.ts';
import { localeReady } from '../locales/locale.ts';
import './frame.ts';
import { type Frame, type PageData, type PageName, readPageData } from './page-data.ts';
import './problem.ts';

/**
 * What every page element extends: it reads its first data from the page, waits for the page's language, puts
 * the frame around `content()`, names the document, and lists its shortcuts under "?". Pages render into light
 * DOM: the site's stylesheet, forms, labels, links to ids, find-in-page and print reach everything.
 */
export abstract class PageElement<Data> extends LitElement {
  /** The first data, as the server inlined it. */
  protected readonly page: PageData<Data> = readPageData<Data>();

  /** Which page of the navigation this is. */
  protected readonly at: PageName | '' = '';

  /** Uses the whole width of the window, for grids. */
  protected readonly wide: boolean = false;

  /** What this page is, in a few words of the reader's language; becomes the document's title. */
  protected abstract pageTitle(): string;

  /** What stands in `<main>`, beginning with an `<h1>`. */
  protected abstract content(): TemplateResult;

  /** The page's keyboard shortcuts. */
  protected shortcuts(): Shortcut[] {
    return [];
  }

  /** Who and where; only for pages inside a space. */
  protected get frame(): Frame {
    if (!this.page.frame) throw new Error('This page stands outside of a space');
    return this.page.frame;
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override async scheduleUpdate(): Promise<void> {
    await localeReady;
    await super.scheduleUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    callFrom(this.page.frame?.saveScope);
    this.classList.add('r-page');
    this.classList.toggle('is-bare', this.page.frame === null);
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = this.documentTitle();
  }

  override render(): TemplateResult {
    const { frame } = this.page;
    return html`
      ${frame ? html`<r-frame .frame=${frame} .at=${this.at}></r-frame>` : nothing}
      <main id="main" tabindex="-1" class=${this.wide ? 'is-wide' : nothing}>${this.content()}</main>
      <r-shortcuts .shortcuts=${this.shortcuts()}></r-shortcuts>
    `;
  }

  /**
   * The render ladder of a query: problem → loading → content. With data at hand a problem stands above it, so
   * that a failed refresh takes nothing away. Emptiness is the content's own matter (`<r-empty>`).
   */
  protected ladder<Loaded>(
    query: QueryController<Loaded>,
    content: (data: Loaded) => TemplateResult,
  ): TemplateResult {
    const problem = query.problem
      ? html`<r-problem .problem=${query.problem} @r-retry=${() => query.refresh()}></r-problem>`
      : nothing;
    if (query.data !== undefined) return html`${problem}${content(query.data)}`;
    if (query.problem) return html`${problem}`;
    return html`<p class="r-loading" role="status">${msg('Loading…')}</p>`;
  }

  private documentTitle(): string {
    const title = this.pageTitle();
    switch (this.page.frame?.space) {
      case 'sandbox':
        return msg(str`Sandbox: ${title}`);
      case 'live':
        return msg(str`Live: ${title}`);
      default:
        return msg(str`${title} · Rehearsal`);
    }
  }
}
