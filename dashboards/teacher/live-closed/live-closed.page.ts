import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../../../components/base/card.ts';
import '../../../components/base/icon.ts';
import { formatDay } from '../../../components/format.ts';
import { PageElement } from '../../shell/page-element.ts';
import '../../shell/preferences.ts';
import './live-closed.css';

/** `opens` is the day the school's wave goes live, once it is decided. */
export type LiveClosedData = { schoolName: string; opens: string | null };

/**
 * @summary Stands where live work will be, until the school's wave is opened.
 */
@customElement('r-live-closed-page')
export class LiveClosedPage extends PageElement<LiveClosedData> {
  protected override pageTitle() {
    return msg('Live work is not open yet');
  }

  protected override content() {
    const { schoolName, opens } = this.page.data;
    return html`
      <div class="live-closed r-narrow">
        <r-card>
          <div class="live-closed-words r-stack">
            <r-icon name="lock"></r-icon>
            <h1>${this.pageTitle()}</h1>
            <p>${opens ? openingWords(schoolName, opens) : waitingWords(schoolName)}</p>
            <p>${msg('In your sandbox everything works as it will then, and you can break nothing.')}</p>
            <p><a class="r-button is-loud" href="/sandbox/today">${msg('Go to my sandbox')}</a></p>
          </div>
        </r-card>
        <r-preferences></r-preferences>
      </div>
    `;
  }
}

function openingWords(schoolName: string, opens: string): string {
  return msg(
    str`${schoolName} goes live on ${formatDay(opens, 'long')}. Until then the old system holds the records.`,
  );
}

function waitingWords(schoolName: string): string {
  return msg(
    str`${schoolName} opens here when the date of its wave is decided. Until then the old system holds the records.`,
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'r-live-closed-page': LiveClosedPage;
  }
}
