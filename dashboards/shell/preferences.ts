import { msg } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../components/base/segmented.ts';
import type { SegmentEvent } from '../../components/base/segmented.ts';
import { allLocales } from '../locales/generated/codes.ts';
import { chooseLocale, type Locale, localeNames, pageLocale } from '../locales/locale.ts';
import { chooseTheme, chosenTheme, type Theme } from './theme.ts';

/**
 * @summary Language and theme, kept on this device.
 */
@customElement('r-preferences')
export class Preferences extends LitElement {
  @state() private theme: Theme = chosenTheme();

  protected override createRenderRoot() {
    return this;
  }

  private themeChosen(event: SegmentEvent): void {
    this.theme = event.value as Theme;
    chooseTheme(this.theme);
  }

  override render() {
    return html`
      <div class="r-preferences">
        <r-segmented label=${msg('Language')} .value=${pageLocale()}
          .options=${allLocales.map((value) => ({ value, label: localeNames[value] }))}
          @r-choose=${(event: SegmentEvent) => chooseLocale(event.value as Locale)}></r-segmented>
        <r-segmented label=${msg('Theme')} .value=${this.theme}
          .options=${[
            { value: 'system', label: msg('Device') },
            { value: 'light', label: msg('Light') },
            { value: 'dark', label: msg('Dark') },
          ]}
          @r-choose=${this.themeChosen}></r-segmented>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-preferences': Preferences;
  }
}
