import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../../../components/base/empty.ts';
import { formatDay } from '../../../components/format.ts';
import { PageElement } from '../../shell/page-element.ts';
import '../../shell/preferences.ts';

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
      <div class="r-narrow">
        <h1>${this.pageTitle()}</h1>
        <r-empty icon="lock" heading=${schoolName}>
          <p>
            ${
              opens
                ? msg(
                    str`Your school goes live on ${formatDay(opens, 'long')}. Until then the old system holds the records.`,
                  )
                : msg(
                    'Your school opens here when the date of its wave is decided. Until then the old system holds the records.',
                  )
            }
          </p>
          <p>${msg('In your sandbox everything works as it will then, and you can break nothing.')}</p>
          <a slot="actions" class="r-button is-loud" href="/sandbox/today">${msg('Go to my sandbox')}</a>
        </r-empty>
        <r-preferences></r-preferences>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-live-closed-page': LiveClosedPage;
  }
}
