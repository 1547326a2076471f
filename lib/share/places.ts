/** Where a page's claims stand on it, for links: asked of the page itself when its share page opens. */
import { browser } from 'wxt/browser';
import { type Around, aroundOf, pageLink } from '../link';

export interface Places {
  /** The page's address as it may be handed on. */
  link: string;
  /** For each quotation what tells it from its like on the page; null where nothing needs to. */
  around: (Around | null)[];
}

/** What the page answers. */
export interface PlaceAnswer {
  href: string;
  around: (Around | null)[];
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The page's half: finds each quotation among the texts that Peel has painted in `document`. */
export function createPlacer(document: Document): (quotes: readonly string[]) => PlaceAnswer {
  return (quotes) => {
    const css = (document.defaultView ?? globalThis) as unknown as {
      CSS?: { highlights?: Iterable<[string, Iterable<AbstractRange>]> };
    };
    const found = new Map<string, Range>();
    for (const [name, ranges] of css.CSS?.highlights ?? []) {
      if (!name.startsWith('peel-')) continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of ranges) {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        const text = flat(range.toString());
        if (text && !found.has(text)) found.set(text, range);
      }
    }
    const around = quotes.map((quote) => {
      const range = found.get(flat(quote));
      return range ? aroundOf(range) : null;
    });
    return { href: document.location.href, around };
  };
}

interface Half {
  peelPlaces?: (quotes: readonly string[]) => PlaceAnswer;
}

/**
 * Asks tab `tabId` where `quotes` stand. Null where the tab no longer shows the page at `address` (without query), or may
 * not be asked: links then say less. Never throws.
 */
export async function placesIn(tabId: number, address: string, quotes: readonly string[]): Promise<Places | null> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: ['/capture.js'] });
    const [answer] = await browser.scripting.executeScript({
      target: { tabId },
      func: (asked: readonly string[]) => (globalThis as Half).peelPlaces?.(asked),
      args: [quotes],
    });
    const found = answer?.result as PlaceAnswer | null | undefined;
    if (!found || found.href.split(/[?#]/)[0] !== address.split(/[?#]/)[0]) return null;
    return { link: pageLink(found.href), around: found.around };
  } catch {
    return null;
  }
}
