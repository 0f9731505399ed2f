import { type ElementPart, nothing } from 'lit';
import { Directive, type DirectiveParameters, directive, type PartInfo, PartType } from 'lit/directive.js';

/**
 * Sets CSS custom properties on an element through the object model: `<div ${cssVars({ '--columns': 12 })}>`.
 * A style attribute, and so lit's styleMap on first render, is refused by our Content-Security-Policy.
 */
class CssVars extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('cssVars() stands inside the tag of an element');
  }

  render(_vars: Record<string, string | number>) {
    return nothing;
  }

  override update(part: ElementPart, [vars]: DirectiveParameters<this>) {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(vars)) style.setProperty(name, String(value));
    return nothing;
  }
}

export const cssVars = directive(CssVars);
