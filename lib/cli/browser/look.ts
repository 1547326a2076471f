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

/** Every stretch of text that Peel paints, as the page itself can tell, white space collapsed. */
export function painted(tab: Tab): Promise<PaintedText[]> {
  return tab.evaluate(() => {
    const registry = CSS.highlights as Highlights;
    return [...registry]
      .filter(([name]) => name.startsWith('peel-'))
      .flatMap(([name, ranges]) =>
        [...ranges].map((range) => ({ name, text: range.toString().replace(/\s+/g, ' ').trim() })),
      );
  });
}

/** The document as text, to compare before and after. */
export function serialised(tab: Tab): Promise<string> {
  return tab.evaluate(() => new XMLSerializer().serializeToString(document));
}

/** Height of the page in CSS pixels. */
export function pageHeight(tab: Tab): Promise<number> {
  return tab.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
}
