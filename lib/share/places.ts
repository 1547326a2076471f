/** Where a page's claims stand on it, for links: asked of the page itself when its share page opens. */
import { browser } from 'wxt/browser';
import { flat } from '../english/fold';
import { type Around, aroundOf } from '../link';
import { bodyOf } from '../page-document';
import type { Injected } from './injected';

/** For each quotation what tells it from its like on the page; null where nothing needs to. */
export type Places = (Around | null)[];

/** A stretch of the body's text, in UTF-16 code units, [start, end). */
export type Stretch = [start: number, end: number];

/** What the page answers. */
export interface PlaceAnswer {
  href: string;
  around: Places;
}

/**
 * Where Peel has painted, by the page's own count. Runs in the page's world, since Firefox lets no extension look into the
 * registry of highlights; it leaves nothing there, and what it says is checked against the text. Must be self-contained.
 */
export function paintedStretches(): Stretch[] {
  const found: Stretch[] = [];
  const { highlights }: { highlights?: HighlightRegistry } = CSS;
  // As `bodyOf` in lib/page-document.ts, which no self-contained function can call.
  const body: HTMLElement = Reflect.get(Object.getPrototypeOf(document), 'body', document);
  for (const [name, ranges] of highlights ?? []) {
    if (!name.startsWith('peel-')) continue;
    for (const { startContainer, startOffset, endContainer, endOffset } of ranges) {
      const range = document.createRange();
      range.selectNodeContents(body);
      range.setEnd(startContainer, startOffset);
      const start = range.toString().length;
      range.setEnd(endContainer, endOffset);
      found.push([start, range.toString().length]);
    }
  }
  return found;
}

/** The ranges of `stretches` in the body of `document`, in the same order; null for what is not there. */
function rangesOf(document: Document, stretches: readonly Stretch[]): (Range | null)[] {
  const walker = document.createTreeWalker(bodyOf(document) ?? document, 4 /* NodeFilter.SHOW_TEXT */);
  const nodes: { node: Text; from: number }[] = [];
  let length = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    nodes.push({ node, from: length });
    length += node.length;
  }
  return stretches.map(([start, end]) => {
    const first = nodes.find(({ node, from }) => start >= from && start < from + node.length);
    const last = nodes.find(({ node, from }) => end > from && end <= from + node.length);
    if (!first || !last || end <= start) return null;
    const range = document.createRange();
    range.setStart(first.node, start - first.from);
    range.setEnd(last.node, end - last.from);
    return range;
  });
}

/** The page's half: finds each quotation among the stretches that Peel has painted in `document`. */
export function createPlacer(document: Document) {
  return (quotes: readonly string[], stretches: readonly Stretch[]): PlaceAnswer => {
    const found = new Map<string, Range>();
    for (const range of rangesOf(document, stretches)) {
      const text = range && flat(range.toString());
      if (text && !found.has(text)) found.set(text, range);
    }
    const around = quotes.map((quote) => {
      const range = found.get(flat(quote));
      return range ? aroundOf(range) : null;
    });
    return { href: document.location.href, around };
  };
}

const isStretch = (value: unknown): value is Stretch =>
  Array.isArray(value) && value.length === 2 && value.every((one) => Number.isInteger(one) && one >= 0);

/** True if both addresses are of the same page, whatever query and fragment they have. */
export const isSamePage = (one: string, other: string): boolean => one.split(/[?#]/)[0] === other.split(/[?#]/)[0];

/**
 * Asks tab `tabId` where `quotes` stand. Null where the tab no longer shows the page at `address` (without query), or may not be asked: links
 * then say less. Never throws.
 */
export async function placesIn(tabId: number, address: string, quotes: readonly string[]): Promise<Places | null> {
  const target = { tabId };
  try {
    const [painted] = await browser.scripting
      .executeScript({ target, world: 'MAIN', func: paintedStretches })
      .catch(() => []);
    const stretches = Array.isArray(painted?.result) ? painted.result.filter(isStretch).slice(0, 500) : [];
    await browser.scripting.executeScript({ target, files: ['/capture.js'] });
    const [answer] = await browser.scripting.executeScript({
      target,
      func: (asked: readonly string[], at: readonly Stretch[]) => (globalThis as Injected).peelPlaces?.(asked, at),
      args: [quotes, stretches],
    });
    const found = answer?.result as PlaceAnswer | null | undefined;
    if (!found || !isSamePage(found.href, address)) return null;
    return found.around;
  } catch {
    return null;
  }
}
