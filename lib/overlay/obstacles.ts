/** Reads what the page shows beside the column, and what it paints behind the margin. Reads only, writes nothing. */
import { bodyOf, builtIn, contains } from '../page-document';
import { textBox } from './column';
import { type Box, meets } from './layout';
import { paintOf, parentOf, type Tone } from './tone';

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

/** Background behind everything, as computed: the root takes the body's, and white shows where neither has one. */
export function groundColour(document: Document): string {
  const view = document.defaultView;
  for (const element of [document.documentElement, bodyOf(document)]) {
    const colour = element && view?.getComputedStyle(element).backgroundColor;
    if (colour && colour !== 'transparent' && !/[,/]\s*0\s*\)$/.test(colour)) return colour;
  }
  return 'rgb(255, 255, 255)';
}
