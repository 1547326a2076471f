/** What of a page stands in the way of a picture of all of it: what sticks to the window, and what scrolls by itself. */
import { bodyOf } from '../page-document';

/** A bar at the top that is higher than this share of the window is no header but something laid over the page. */
const HEADER = 0.3;

/** Closed shadow roots are open to extensions, by other names in each browser. */
interface Opener {
  chrome?: { dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } };
}

function rootIn(element: Element): ShadowRoot | null {
  if (!element.localName.includes('-') && !element.shadowRoot) return null;
  const dom = (globalThis as Opener).chrome?.dom;
  try {
    return (
      dom?.openOrClosedShadowRoot?.(element) ??
      (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ??
      element.shadowRoot
    );
  } catch {
    return element.shadowRoot;
  }
}

function* elementsIn(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    const shadow = rootIn(element);
    if (shadow) yield* elementsIn(shadow);
  }
}

/** True if the element is held at an edge of the window rather than in its own place. */
function sticks(element: Element, scroller: Element, top: boolean): boolean {
  const style = getComputedStyle(element);
  if (style.position !== 'fixed' && style.position !== 'sticky') return false;
  const box = element.getBoundingClientRect();
  if (style.position === 'fixed') {
    // On the first screen the page's own header stays; a consent bar would hide lines that no other screen shows.
    return !(top && box.top <= 1 && box.bottom > 0 && box.height <= scroller.clientHeight * HEADER);
  }
  const fromTop = Number.parseFloat(style.top);
  const fromBottom = Number.parseFloat(style.bottom);
  return (
    (!top && !Number.isNaN(fromTop) && box.top <= fromTop + 1) ||
    (!Number.isNaN(fromBottom) && box.bottom >= scroller.clientHeight - fromBottom - 1)
  );
}

/** Boxes that scroll by themselves and take most of the window, where the page itself does not scroll: what is read is in them. */
function boxesIn(document: Document, scroller: Element): Element[] {
  if (scroller.scrollHeight > scroller.clientHeight * 1.2) return [];
  return [...elementsIn(bodyOf(document) ?? document.documentElement)].filter(
    (element) =>
      element.scrollHeight > element.clientHeight * 1.2 &&
      element.clientHeight > scroller.clientHeight * 0.5 &&
      element.clientWidth > scroller.clientWidth * 0.4 &&
      /^(?:auto|scroll|overlay)$/.test(getComputedStyle(element).overflowY),
  );
}

/** An element and all that it stands in, out of every shadow root. */
function* upFrom(element: Element): Generator<Node> {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null)
    yield node;
}

/** What would be repeated on every screen; `top` says that this one is the first. Peel's own host stands outside body and moves along. */
export function stuckIn(document: Document, scroller: Element, top: boolean): Element[] {
  // An app that lives in a fixed box would be hidden as a whole.
  const shells = new Set(boxesIn(document, scroller).flatMap((box) => [...upFrom(box)]));
  return [...elementsIn(bodyOf(document) ?? document.documentElement)].filter(
    (element) => !shells.has(element) && sticks(element, scroller, top),
  );
}

/** True if most of the window is a box that scrolls by itself. */
export function isBoxed(document: Document, scroller: Element): boolean {
  return boxesIn(document, scroller).length > 0;
}
