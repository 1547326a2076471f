/**
 * The margin, fetched when there is something to put into it: most pages make no claim, and theirs is not the time to parse
 * the code that paints one.
 */
import type { Overlay, OverlayView } from '../overlay';

/** What an earlier Peel left on this page: Firefox ends the scripts of an extension that is updated, and asks none to tidy. */
function sweep(): void {
  // Ours stood beside the body; one inside it is the page's own.
  for (const ghost of document.querySelectorAll('html>peel-margin')) ghost.remove();
  const highlights = CSS.highlights as HighlightRegistry & { wrappedJSObject?: HighlightRegistry };
  // Firefox lets a content script ask for a highlight by name, but list them only in the page's own view.
  for (const name of (highlights.wrappedJSObject ?? highlights).keys())
    if (/^peel-/.test(name)) highlights.delete(name);
}

/**
 * An overlay that loads itself at the first `paint`. What is asked before it is there is remembered, last wish first.
 * @param load brings the real one; a rejection is passed to `onFailure` and tried again at the next paint.
 */
export function lazyOverlay(load: () => Promise<Overlay>, onFailure: () => void): Overlay {
  let overlay: Overlay | null = null;
  let loading = false;
  let wanted: OverlayView | null = null;
  let toOpen: number | null = null;
  let hidden = false;
  sweep();

  async function bring(): Promise<void> {
    loading = true;
    try {
      overlay = await load();
      if (hidden) overlay.hide(true);
      if (wanted) overlay.paint(wanted);
      if (wanted && toOpen !== null) overlay.open(toOpen);
    } catch {
      onFailure();
    } finally {
      loading = false;
      wanted = null;
      toOpen = null;
    }
  }

  return {
    paint(view) {
      if (overlay) overlay.paint(view);
      else {
        wanted = view;
        if (!loading) void bring();
      }
    },
    open(index) {
      if (overlay) overlay.open(index);
      else toOpen = index;
    },
    next: () => overlay?.next(),
    previous: () => overlay?.previous(),
    hide(next) {
      hidden = next;
      overlay?.hide(next);
    },
    notes: () => overlay?.notes() ?? [],
    verify: () => overlay?.verify() ?? [],
    places: () => overlay?.places() ?? [],
    clear() {
      wanted = null;
      overlay?.clear();
    },
    isFaded: () => overlay?.isFaded() ?? false,
    isOwn: (node) => overlay?.isOwn(node) ?? false,
  };
}
