import { closest, contains } from '../page-document';
import type { Box } from './layout';

/** The first box that holds the point, with `slack` pixels above and below for the gap between lines. */
export function boxAt(boxes: Iterable<Box>, x: number, y: number, slack = 2): Box | null {
  for (const box of boxes) {
    if (x >= box.left && x <= box.right && y >= box.top - slack && y <= box.bottom + slack) return box;
  }
  return null;
}

/**
 * Which range lies under a point of the window. Highlights are no elements, so this asks the ranges themselves; what
 * covers the text (a menu, a dialog) is recognised by the element under the pointer.
 *
 * @param target the element under the point.
 */
export function rangeAt<T extends { range: Range }>(
  items: readonly T[],
  x: number,
  y: number,
  target: Element | null,
): T | null {
  if (!target) return null;
  for (const item of items) {
    const home = item.range.commonAncestorContainer;
    if (!contains(target, home) && !contains(home, target)) continue;
    if (boxAt(item.range.getClientRects(), x, y)) return item;
  }
  return null;
}

const INTERACTIVE =
  'a[href],button,input,select,textarea,label,summary,option,video,audio,iframe,[contenteditable]:not([contenteditable="false"]),[role="button"],[role="link"],[role="tab"],[role="menuitem"],[onclick]';

/** True where a click already means something to the page. */
export function isInteractive(target: Element | null): boolean {
  return target !== null && closest(target, INTERACTIVE) !== null;
}
