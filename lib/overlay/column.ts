/** Reads the page's geometry: the column of the article, and what it stands in. Reads only, writes nothing. */
import { bodyOf, builtIn, contains } from '../page-document';
import type { Box } from './layout';
import { parentOf } from './tone';

/** The longest paragraphs vote on where the column is. */
const VOTERS = 15;
const MANY_PARAGRAPHS = 400;
const REAL_PARAGRAPH = 80;

const elementOf = (node: Node): Element | null =>
  node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;

/** The block that holds a range's start: the nearest ancestor that is not inline. */
export function blockOf(range: Range, view: Window): Element | null {
  let at = elementOf(range.commonAncestorContainer);
  while (at && /^(?:inline|contents|ruby)/.test(view.getComputedStyle(at).display)) at = parentOf(at);
  return at;
}

/** Where the text of an element really is, which in a wide element is less than the element. */
export function textBox(element: Element): Box | null {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  const box = range.getBoundingClientRect();
  return box.width > 0 && box.height > 0 ? box : null;
}

/** True where text runs over more than one line: then its box is as wide as the column. */
function wraps(element: Element, box: Box): boolean {
  const size = Number.parseFloat(element.ownerDocument.defaultView?.getComputedStyle(element).fontSize ?? '') || 16;
  return box.bottom - box.top > size * 1.9;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** How far a line that is not set flush falls short of the edge, at most; pixels. */
const RAGGED = 24;

/** The outermost of the edges that lie no farther out than ragged lines around `middle` do. */
function raggedEdge(edges: readonly number[], middle: number): number {
  return Math.max(middle, ...edges.filter((edge) => edge <= middle + RAGGED));
}

/** The smallest element that holds all the given ones. */
export function commonContainer(elements: readonly Element[]): Element | null {
  let common = elements[0] ?? null;
  for (const element of elements) {
    while (common && !contains(common, element)) common = parentOf(common);
  }
  return common;
}

/**
 * The article's column in window coordinates, from the blocks of the claims and the longest paragraphs around them.
 *
 * @returns null where nothing has a size.
 */
export function findColumn(blocks: readonly Element[], container: Element | null): Box | null {
  const voters = new Map<Element, number>();
  for (const block of blocks) voters.set(block, Math.max(REAL_PARAGRAPH, builtIn(block, 'textContent')?.length ?? 0));
  const paragraphs = container ? [...container.querySelectorAll('p')].slice(0, MANY_PARAGRAPHS) : [];
  for (const paragraph of paragraphs) {
    const length = paragraph.textContent?.length ?? 0;
    if (length > REAL_PARAGRAPH) voters.set(paragraph, length);
  }
  const longest = [...voters].sort((a, b) => b[1] - a[1]).slice(0, VOTERS);
  const all = longest.flatMap(([element]) => {
    const box = textBox(element);
    return box ? [{ box, wraps: wraps(element, box) }] : [];
  });
  if (all.length === 0) return null;
  // Where a line ended by itself it says nothing of where lines may end.
  const wrapped = all.filter(({ wraps }) => wraps);
  const boxes = (wrapped.length > 0 ? wrapped : all).map(({ box }) => box);
  const near = blocks.flatMap((block) => textBox(block) ?? []);
  const right = raggedEdge(
    [...boxes, ...near].map((box) => box.right),
    median(boxes.map((box) => box.right)),
  );
  return {
    left: -raggedEdge(
      [...boxes, ...near].map((box) => -box.left),
      -median(boxes.map((box) => box.left)),
    ),
    right: wrapped.length > 0 ? right : Math.max(...boxes.map((box) => box.right)),
    top: Math.min(...boxes.map((box) => box.top)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/** True where a box is cut off by an ancestor that clips: folded accordions, slides off stage. */
export function isClipped(box: Box, element: Element | null): boolean {
  const document = element?.ownerDocument;
  const view = document?.defaultView;
  for (let at = element; at && view && at !== bodyOf(view.document); at = parentOf(at)) {
    const { overflowX, overflowY } = view.getComputedStyle(at);
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    const frame = at.getBoundingClientRect();
    const middle = (box.top + box.bottom) / 2;
    if (overflowY !== 'visible' && (middle < frame.top || middle > frame.bottom)) return true;
    if (overflowX !== 'visible' && (box.right <= frame.left || box.left >= frame.right)) return true;
  }
  return false;
}

/** The nearest ancestor that scrolls by itself, other than the document. */
export function scrollerOf(element: Element | null): Element | null {
  const document = element?.ownerDocument;
  const view = document?.defaultView;
  for (let at = element; at && view; at = parentOf(at)) {
    if (at === bodyOf(document) || at === document.documentElement) return null;
    if (at.scrollHeight > at.clientHeight + 40 && /auto|scroll/.test(view.getComputedStyle(at).overflowY)) return at;
  }
  return null;
}

/** The z-index with which the article competes at the root, at least 1: notes stand level with it, under its headers. */
export function rootLevel(element: Element | null): number {
  const view = element?.ownerDocument.defaultView;
  let level = 0;
  for (let at = element; at && view; at = parentOf(at)) {
    const style = view.getComputedStyle(at);
    const index = Number.parseInt(style.zIndex, 10);
    if (Number.isFinite(index)) level = index;
    else if (style.position === 'fixed' || style.transform !== 'none' || style.isolation === 'isolate') level = 0;
  }
  return Math.max(1, level);
}

/** How far down from the top of the window something floats above the page at `x`; 0 where nothing does. */
export function floatingTop(document: Document, x: number): number {
  const view = document.defaultView;
  let bottom = 0;
  for (let at = document.elementFromPoint?.(x, 2) ?? null; at && view; at = parentOf(at)) {
    if (/fixed|sticky/.test(view.getComputedStyle(at).position)) bottom = at.getBoundingClientRect().bottom;
  }
  // Taller than half the window, it is no header.
  return bottom > (view?.innerHeight ?? 0) / 2 ? 0 : bottom;
}
