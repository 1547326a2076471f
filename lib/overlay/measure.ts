/** Reads what the layout needs from the page, in the coordinates of Peel's sheet. */
import { bodyOf, builtIn } from '../page-document';
import { blockOf, commonContainer, findColumn, floatingTop, isClipped, rootLevel, scrollerOf } from './column';
import { aroundHeadline } from './headline-space';
import { isInteractive } from './hit-test';
import type { Box } from './layout';
import type { Lines } from './leader';
import { findObstacles, groundColour } from './obstacles';
import type { Entry, Geometry } from './scene';
import { type Tone, toneAt } from './tone';

export interface Measured extends Geometry {
  /** z-index for the notes. */
  depth: number;
  /** Behind the article's text. */
  tone: Tone;
  /** True while what is behind text and page is as light or dark as it was. */
  sameTones(): boolean;
  /** Window coordinates to sheet coordinates. */
  toSheet(box: Box): Box;
  /** True while the page is as large as it was. */
  fits(): boolean;
  /** The article's own scroller; null where the document scrolls. */
  scroller: Element | null;
  /** What floats above the page's top covers this much of it while it is not scrolled. */
  floating: number;
}

/** How far above and below the claims notes may stand, for the search of obstacles. */
const AROUND = 700;

/** The whole page, in the window's pixels. */
function sizeOf(root: Element): { width: number; height: number } {
  const { clientWidth, clientHeight, scrollWidth, scrollHeight } = root;
  return { width: Math.max(clientWidth, scrollWidth), height: Math.max(clientHeight, scrollHeight) };
}

/** Width of the sheet while it is measured, less than any window's; pixels. */
const PROBE = 200;

/** Resizes the sheet to the document and gives the way from window to sheet coordinates. */
function spread(document: Document, sheet: HTMLElement) {
  const root = document.scrollingElement ?? document.documentElement;
  // Small while measuring: the sheet must not keep a page tall that has become shorter.
  sheet.style.width = `${PROBE}px`;
  sheet.style.height = '0px';
  const { width, height } = sizeOf(root);
  const origin = sheet.getBoundingClientRect();
  let scale = 1;
  if (Math.abs(origin.width - PROBE) > 0.02) {
    // A page that zooms or transforms its root moves and scales the sheet with it; the wider it is, the better that is told.
    sheet.style.width = `${width}px`;
    scale = sheet.getBoundingClientRect().width / width || 1;
  }
  sheet.style.width = `${Math.floor((width - Math.max(0, origin.left + root.scrollLeft)) / scale)}px`;
  sheet.style.height = `${Math.floor((height - Math.max(0, origin.top + root.scrollTop)) / scale)}px`;
  const toSheet = ({ left, top, right, bottom }: Box): Box => ({
    left: (left - origin.left) / scale,
    top: (top - origin.top) / scale,
    right: (right - origin.left) / scale,
    bottom: (bottom - origin.top) / scale,
  });
  const fits = () => {
    const now = sizeOf(root);
    return now.width === width && now.height === height;
  };
  return { width: root.clientWidth / scale, height: height / scale, toSheet, fits };
}

/** The line that the first of these boxes stands on: links and bold words in a line have boxes of their own. */
export function firstLine(boxes: readonly Box[]): Box | null {
  const [first] = boxes;
  if (!first) return null;
  const line = { left: first.left, top: first.top, right: first.right, bottom: first.bottom };
  for (const { left, top, right, bottom } of boxes) {
    const shared = Math.min(bottom, first.bottom) - Math.max(top, first.top);
    if (shared * 2 < Math.min(bottom - top, first.bottom - first.top)) break;
    line.left = Math.min(line.left, left);
    line.right = Math.max(line.right, right);
  }
  return line;
}

/** First and last line of a range in window coordinates; null where the reader cannot see it: folded, faded, cut off. */
export function shownLines(
  range: Range,
  view: Window,
): { first: Box; last: Box; all: Box; block: Element | null } | null {
  const boxes = [...range.getClientRects()].filter((box) => box.width > 0.5 && box.height > 0.5);
  const first = firstLine(boxes);
  const last = firstLine([...boxes].reverse());
  if (!first || !last) return null;
  const block = blockOf(range, view);
  if (block?.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) === false) return null;
  if (isClipped(first, block)) return null;
  return { first, last, all: range.getBoundingClientRect(), block };
}

const CLOSING = /^[\p{Pe}\p{Pf}"'.,;:!?…]*/u;
/** A sign that can be seen: no space, and nothing that only tells where lines may break. */
const SEEN = /[^\s\p{Cf}]/u;

/**
 * Right edge of the last line with the full stop, quotation marks, brackets and footnote's figure that follow directly, and
 * the room from there to the next word on that line.
 */
export function endOf(range: Range, last: Box, block: Element | null): { right: number; room: number } {
  let { right } = last;
  if (!block || range.endContainer.nodeType !== Node.TEXT_NODE) return { right, room: 0 };
  const walker = range.endContainer.ownerDocument!.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const after = range.cloneRange();
  const onLine = ({ top, bottom, left, width }: DOMRect) =>
    width > 0 && top < last.bottom && bottom > last.top && left >= last.right - 2;
  walker.currentNode = range.endContainer;
  let from = range.endOffset;
  let closed = false;
  for (let node: Node | null = range.endContainer; node; node = walker.nextNode(), from = 0) {
    const text = (node as Text).data;
    if (node !== range.endContainer) {
      after.selectNodeContents(node);
      // Not displayed: a script, a note for search engines.
      if (after.getBoundingClientRect().height === 0) continue;
    }
    const raised = node !== range.endContainer && node.parentElement?.closest('sup');
    if (!closed) {
      const to = raised ? text.length : from + (CLOSING.exec(text.slice(from))?.[0].length ?? 0);
      if (to > from) {
        after.setStart(node, from);
        after.setEnd(node, to);
        const box = after.getBoundingClientRect();
        // On the next line it closes nothing that can be seen.
        if (onLine(box)) right = Math.max(right, box.right);
      }
      closed = to < text.length;
      from = to;
    }
    const word = text.slice(from).search(SEEN);
    if (word < 0) continue;
    after.setStart(node, from + word);
    after.setEnd(node, from + word + 1);
    const next = after.getBoundingClientRect();
    return { right, room: onLine(next) ? Math.max(0, next.left - right) : Number.POSITIVE_INFINITY };
  }
  return { right, room: Number.POSITIVE_INFINITY };
}

/** As many characters lie above a mark for thumbs, at the least. */
const UNDER_THUMB = 6;

/** True where a link or a control of the page's is among the last words of a range. */
export function endsInLink(range: Range, block: Element | null): boolean {
  const end = range.endContainer;
  if (!block || end.nodeType !== Node.TEXT_NODE) return false;
  const walker = end.ownerDocument!.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  walker.currentNode = end;
  let left = UNDER_THUMB;
  let text = (end as Text).data.slice(0, range.endOffset);
  for (let node: Node | null = end; node && left > 0; node = walker.previousNode()) {
    if (node !== end) text = (node as Text).data;
    if (text.trim() && isInteractive(node.parentElement)) return true;
    left -= text.trim().length;
  }
  return false;
}

/**
 * What of a band of another colour is closed to notes: all of it where it holds none of the claims (a banner, a footer),
 * else its edges, for no note may stand half on it.
 */
function shut(band: Box, lines: readonly Lines[]): Box[] {
  if (!lines.some(({ first }) => band.top <= first.top && band.bottom >= first.bottom)) return [band];
  return [band.top, band.bottom].map((y) => ({ ...band, top: y - 1, bottom: y + 1 }));
}

/** Where the entries' words stand, and what they stand in. */
interface Located {
  lines: Geometry['lines'];
  /** Of the claims. */
  blocks: Element[];
  headline: Box | null;
  scroller: Element | null;
  /** Of all words, in window coordinates. */
  top: number;
  bottom: number;
}

function locate(entries: readonly Entry[], view: Window, toSheet: Measured['toSheet']): Located {
  const lines: Located['lines'] = new Map();
  const blocks: Element[] = [];
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  let scroller: Element | null | undefined;
  let headline: Box | null = null;
  for (const { key, range, item } of entries) {
    const found = shownLines(range, view);
    if (!found) continue;
    const { block } = found;
    if (block && item) blocks.push(block);
    if (key === 'headline') headline = found.all;
    if (scroller === undefined) scroller = scrollerOf(block);
    top = Math.min(top, found.all.top);
    bottom = Math.max(bottom, found.all.bottom);
    const single = found.first.top === found.last.top;
    const alone =
      single && range.toString().trim().length >= ((block && builtIn(block, 'textContent'))?.trim().length ?? 0);
    const { right, room } = endOf(range, found.last, block);
    const end = toSheet({ ...found.last, right }).right;
    const linked = endsInLink(range, block);
    lines.set(key, { first: toSheet(found.first), last: toSheet(found.last), end, room, linked, alone });
  }
  return { lines, blocks, headline, scroller: scroller ?? null, top, bottom };
}

/** Everything at once, so that the browser lays the page out at most once. */
export function measure(document: Document, sheet: HTMLElement, entries: readonly Entry[]): Measured | null {
  const view = document.defaultView;
  if (!view || !document.documentElement) return null;
  const { width, height, toSheet, fits } = spread(document, sheet);
  const { lines, blocks, headline, scroller, top, bottom } = locate(entries, view, toSheet);
  const container = commonContainer(blocks);
  const column = findColumn(blocks, container);
  const article = blocks[0] ?? container;
  const groundElement = bodyOf(document);
  const [tone, ground] = [toneAt(article), toneAt(groundElement)];
  const zones: Box[] = column
    ? [
        { left: 0, right: column.left - 6, top: top - AROUND, bottom: bottom + AROUND },
        { left: column.right + 6, right: view.innerWidth, top: top - AROUND, bottom: bottom + AROUND },
      ].filter((zone) => zone.right - zone.left > 120)
    : [];
  const title = headline && column ? aroundHeadline(headline, column) : null;
  if (title) zones.push(title);
  const { obstacles, backdrops } =
    column && zones.length > 0
      ? findObstacles(document, zones, column, container, groundColour(document))
      : { obstacles: [], backdrops: [] };
  const bands = backdrops.map((band) => ({ ...band, box: toSheet(band.box) }));
  const closed = bands.flatMap(({ box, stands }) => (stands ? shut(box, [...lines.values()]) : []));
  return {
    width,
    height,
    lines,
    column: column && toSheet(column),
    obstacles: [...obstacles.map(toSheet), ...closed],
    backdrops: bands,
    depth: rootLevel(article),
    tone,
    ground,
    sameTones: () => toneAt(article) === tone && toneAt(groundElement) === ground,
    floating: title && column ? floatingTop(document, (column.left + column.right) / 2) : 0,
    toSheet,
    fits,
    scroller,
  };
}
