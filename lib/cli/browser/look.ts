/** What can be seen of Peel on a page, from outside. */
import type { PageState, PageStatus } from '@/lib/messages';
import { type Driver, type Highlights, type Tab, until } from './driver';

const UNSETTLED: PageState[] = ['starting', 'reading'];

/** The half that paints is injected only where a claim was found; a page that fights back may never show anything. */
const PAINT_PATIENCE = 3_000;

/** Waits until the content script in `tab` has made up its mind and painted what it found, and returns its status. */
export async function settled(driver: Driver, tab: Tab, timeout = 60_000): Promise<PageStatus> {
  const status = await until(
    `a status of ${tab.url()}`,
    async () => {
      const now = await driver.status(tab);
      return now && !UNSETTLED.includes(now.state) ? now : null;
    },
    timeout,
  );
  if (status.state === 'annotated') {
    await until('paint', async () => (await painted(tab)).length > 0, PAINT_PATIENCE).catch(() => null);
  }
  return status;
}

export interface PaintedText {
  /** Name in CSS.highlights. */
  name: string;
  text: string;
}

/** Every stretch of text that Peel paints, as the page itself can tell: what is not to be seen of it left out, white space collapsed. */
export function painted(tab: Tab): Promise<PaintedText[]> {
  return tab.evaluate(() => {
    const registry = CSS.highlights as Highlights;
    const seen = (text: Text, part: Range): boolean => {
      const holder = text.parentElement ?? (text.getRootNode() as Partial<ShadowRoot>).host;
      return part.getClientRects().length > 0 && (!holder || getComputedStyle(holder).visibility === 'visible');
    };
    const shown = (range: Range): string => {
      const { commonAncestorContainer: root, startContainer, startOffset, endContainer, endOffset } = range;
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      let said = '';
      for (let node = root.nodeType === 3 ? root : walker.nextNode(); node; node = walker.nextNode()) {
        if (!range.intersectsNode(node)) continue;
        const part = new Range();
        part.selectNodeContents(node);
        if (node === startContainer) part.setStart(node, startOffset);
        if (node === endContainer) part.setEnd(node, endOffset);
        if (seen(node as Text, part)) said += part.toString();
      }
      return said;
    };
    return [...registry]
      .filter(([name]) => name.startsWith('peel-'))
      .flatMap(([name, ranges]) =>
        [...ranges].map((range) => ({ name, text: shown(range).replace(/\s+/g, ' ').trim() })),
      );
  });
}

/** The document as text, to compare before and after. */
export function serialised(tab: Tab): Promise<string> {
  return tab.evaluate(() => new XMLSerializer().serializeToString(document));
}

/** Chromium draws no picture taller than this at scale 1. */
export const DRAWABLE = 16_000;

/** Height of the page in CSS pixels. */
export function pageHeight(tab: Tab): Promise<number> {
  return tab.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
}
