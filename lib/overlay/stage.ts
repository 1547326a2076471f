import { type CardGround, CardHolder } from './card';
import type { Box } from './layout';
import { PageMargin } from './page-margin';
import { createPrintout } from './printout';
import { clearOf, seenBy } from './reveal';
import { createSurface, type Surface } from './surface';

/** What stands on the page while something is shown. */
export interface Stage {
  surface: Surface;
  margin: PageMargin;
  holder: CardHolder;
  /** Read aloud when it changes. */
  live: HTMLElement;
  toasts: HTMLElement;
  paper: ReturnType<typeof createPrintout>;
}

/** Makes everything, not yet on the page. `ground` tells where the card may stand; `lost` is told when the page lets nothing stand. */
export function buildStage(
  document: Document,
  signal: AbortSignal,
  ground: () => CardGround | null,
  lost: () => void,
): Stage {
  const surface = createSurface(document, signal, lost);
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
  const paper = createPrintout(document);
  surface.root.append(paper.element);
  const margin = new PageMargin(document, surface.sheet, list);
  return { surface, margin, holder: new CardHolder(card, ground), live, toasts, paper };
}

/** Where the card of `key` may stand now, whose claim is given; null before anything was laid out. */
export function groundOf({ margin, surface }: Stage, key: string, claim: Range): CardGround | null {
  const { measured } = margin;
  const view = claim.startContainer.ownerDocument?.defaultView;
  if (!measured || !view) return null;
  // A page that was scrolled a moment ago has not been measured since: the sheet went along, by this much.
  const gone = measured.toSheet(surface.sheet.getBoundingClientRect());
  const here = (box: Box): Box => {
    const { left, top, right, bottom } = measured.toSheet(box);
    return { left: left - gone.left, top: top - gone.top, right: right - gone.left, bottom: bottom - gone.top };
  };
  const seen = seenBy(view);
  const lines = claim.getBoundingClientRect();
  const x = Math.max(seen.left, Math.min((lines.left + lines.right) / 2, seen.right - 1));
  const clear = clearOf(view.document, seen, x);
  const note = margin.boxOf(key);
  const { column, obstacles, scroller } = measured;
  // The other headline may stand over the real one, in the column.
  const beside = note && column && (note.left >= column.right || note.right <= column.left);
  return {
    claim: here(lines),
    note: beside ? note : null,
    column,
    obstacles,
    view: here(seen),
    clear: here(clear),
    prefer: margin.side ?? 'right',
    window: { claim: lines, seen, clear, height: view.innerHeight },
    scroller,
  };
}
