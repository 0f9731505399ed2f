import { msg } from '@lit/localize';
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../../../components/base/empty.ts';
import { PageElement } from '../../shell/page-element.ts';

/**
 * @summary Where the gradebook will be, for someone who teaches no class.
 */
@customElement('r-no-gradebook-page')
export class NoGradebookPage extends PageElement<null> {
  protected override readonly at = 'gradebook';

  protected override pageTitle() {
    return msg('Gradebook');
  }

  protected override content() {
    return html`<h1>${this.pageTitle()}</h1>
      <r-empty icon="grid" heading=${msg('You teach no class here')}>
        ${msg('A gradebook belongs to a class. In a sandbox, act as a teacher of the school to see one.')}
      </r-empty>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'r-no-gradebook-page': NoGradebookPage;
  }
}
