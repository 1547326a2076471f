/** Reads the page's geometry: the column of the article and what stands beside it. Reads only, writes nothing. */
import { bodyOf, builtIn, contains } from '../page-document';
import type { Box } from './layout';
import { paintOf, parentOf, type Tone } from './tone';

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
function textBox(element: Element): Box | null {
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

const REPLACED = new Set([
  ...['img', 'iframe', 'video', 'canvas', 'object', 'embed', 'svg'],
  ...['input', 'button', 'select', 'textarea'],
]);
const NO_BOX = new Set(['script', 'style', 'template', 'noscript', 'link', 'meta', 'br', 'source', 'track']);
/** Enough for the largest pages; beyond it the rest counts as free. */
const MOST_ELEMENTS = 6_000;
const TINY = 4;

interface Search {
  view: Window;
  /** Zones in which obstacles matter, in window coordinates. */
  zones: readonly Box[];
  /** Holds the article: its children may reach out of it. */
  container: Element | null;
  /** Background behind the margin: a box of that colour is no obstacle. */
  ground: string;
  middle: number;
  budget: number;
  found: Box[];
  backdrops: Backdrop[];
}

/** A band of the page, behind column and margin alike, that has a colour of its own. */
export interface Backdrop {
  box: Box;
  paint: Tone | 'busy';
  /** Not of the colour behind everything: its edges can be seen. */
  stands: boolean;
}

const meets = (a: Box, b: Box) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

function hasOwnText(element: Element): boolean {
  for (let node = builtIn(element, 'firstChild'); node; node = builtIn(node, 'nextSibling')) {
    if (node.nodeType === Node.TEXT_NODE && /\S/.test((node as Text).data)) return true;
  }
  return false;
}

function showsBox(style: CSSStyleDeclaration, ground: string): boolean {
  const colour = style.backgroundColor;
  if (colour !== ground && colour !== 'transparent' && !/[,/]\s*0\s*\)$/.test(colour)) return true;
  if (style.backgroundImage !== 'none') return true;
  return Number.parseFloat(style.borderLeftWidth) > 0 || Number.parseFloat(style.borderRightWidth) > 0;
}

/** How far something goes while the page is scrolled, in window coordinates: what is fixed goes everywhere, what sticks as far as its parent reaches. */
interface Travel {
  top: number;
  bottom: number;
  fixed: boolean;
}

function travelOf(search: Search, element: Element, style: CSSStyleDeclaration | null): Travel | null {
  if (style?.position === 'fixed')
    return { top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY, fixed: true };
  if (style?.position !== 'sticky' || (style.top === 'auto' && style.bottom === 'auto')) return null;
  let around = parentOf(element);
  // A slot has no box of its own: what stands in it sticks within the slot's parent.
  while (around && search.view.getComputedStyle(around).display === 'contents') around = parentOf(around);
  const room = around?.getBoundingClientRect();
  return room ? { top: room.top, bottom: room.bottom, fixed: false } : null;
}

function visit(search: Search, element: Element, carried: Travel | null): void {
  if (search.budget-- <= 0 || NO_BOX.has(element.localName)) return;
  const box = element.getBoundingClientRect();
  const flat = box.width < TINY || box.height < TINY;
  const near = search.zones.some((zone) => meets(box, zone));
  const { container } = search;
  const holds = container !== null && contains(element, container);
  const family = holds || (container !== null && contains(container, element));
  if (!near && !flat && !family) return;
  const style = near || flat ? search.view.getComputedStyle(element) : null;
  if (style?.display === 'none') return;
  const travel = carried ?? travelOf(search, element, style);
  const pinned = travel?.fixed === true;
  const replaced = REPLACED.has(element.localName);
  if (near && !flat && style && style.visibility !== 'hidden' && Number(style.opacity) > 0.05) {
    const around = box.left < search.middle && box.right > search.middle;
    let solid: Box | null = null;
    if (around && !pinned && !hasOwnText(element)) {
      const paint = paintOf(style);
      const stands = style.backgroundColor !== search.ground || paint === 'busy';
      if (paint && element !== bodyOf(element.ownerDocument)) search.backdrops.push({ box, paint, stands });
    }
    if (replaced) solid = box;
    else if (hasOwnText(element)) solid = textBox(element);
    else if (!around && !holds && showsBox(style, search.ground)) solid = box;
    if (solid && search.zones.some((zone) => meets(solid, zone))) {
      const { left, right, top, bottom } = solid;
      const stuck = travel !== null && !around;
      if (!pinned || stuck)
        search.found.push(
          stuck
            ? { left, right, top: Math.min(top, travel.top), bottom: Math.max(bottom, travel.bottom) }
            : { left, right, top, bottom },
        );
      if (replaced || !around) return;
    }
  }
  if (replaced || (Number(style?.opacity ?? 1) <= 0.05 && near)) return;
  const slotted = element.localName === 'slot' ? (element as HTMLSlotElement).assignedElements() : [];
  for (const child of slotted.length > 0 ? slotted : builtIn(element.shadowRoot ?? element, 'children'))
    visit(search, child, travel);
}

/**
 * Whatever the page shows within `zones`, in window coordinates: pictures, frames, text, boxes of another colour. What
 * is fixed to the window blocks the whole height, what sticks to it all the way it may go. With it the coloured bands
 * behind, the outermost first.
 *
 * @param container holds the article.
 * @param ground computed background colour behind the margin.
 */
export function findObstacles(
  document: Document,
  zones: readonly Box[],
  column: Box,
  container: Element | null,
  ground: string,
): { obstacles: Box[]; backdrops: Backdrop[] } {
  const view = document.defaultView;
  const body = bodyOf(document);
  if (!view || !body) return { obstacles: [], backdrops: [] };
  const middle = (column.left + column.right) / 2;
  const search: Search = { view, zones, container, ground, middle, budget: MOST_ELEMENTS, found: [], backdrops: [] };
  visit(search, body, null);
  return { obstacles: search.found, backdrops: search.backdrops };
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

/** Background behind everything, as computed: the root takes the body's, and white shows where neither has one. */
export function groundColour(document: Document): string {
  const view = document.defaultView;
  for (const element of [document.documentElement, bodyOf(document)]) {
    const colour = element && view?.getComputedStyle(element).backgroundColor;
    if (colour && colour !== 'transparent' && !/[,/]\s*0\s*\)$/.test(colour)) return colour;
  }
  return 'rgb(255, 255, 255)';
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
