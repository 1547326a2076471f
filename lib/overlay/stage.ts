import { type CardGround, CardHolder } from './card';
import { PageMargin } from './page-margin';
import { seenBy } from './reveal';
import { createSurface, type Surface } from './surface';

/** What stands on the page while something is shown. */
export interface Stage {
  surface: Surface;
  margin: PageMargin;
  holder: CardHolder;
  /** Read aloud when it changes. */
  live: HTMLElement;
  toasts: HTMLElement;
}

/** Makes everything, not yet on the page. `ground` tells where the card may stand. */
export function buildStage(document: Document, signal: AbortSignal, ground: () => CardGround | null): Stage {
  const surface = createSurface(document, signal);
  const mount = (name: string): HTMLElement => {
    const made = document.createElement('div');
    made.className = name;
    surface.sheet.append(made);
    return made;
  };
  const list = mount('list-mount');
  const card = mount('card-mount');
  const live = mount('live');
  const toasts = mount('toast-mount');
  live.setAttribute('aria-live', 'polite');
  const margin = new PageMargin(document, surface.sheet, list);
  return { surface, margin, holder: new CardHolder(card, ground), live, toasts };
}

/** Where the card of a claim may stand now; null before anything was laid out. */
export function groundOf({ margin }: Stage, claim: Range): CardGround | null {
  const { measured } = margin;
  const view = claim.startContainer.ownerDocument?.defaultView;
  if (!measured || !view) return null;
  return {
    claim: measured.toSheet(claim.getBoundingClientRect()),
    column: measured.column,
    view: measured.toSheet(seenBy(view)),
    prefer: margin.side ?? 'right',
  };
}
