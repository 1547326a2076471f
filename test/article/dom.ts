import { readFileSync } from 'node:fs';
import { JSDOM, VirtualConsole } from 'jsdom';
import { type Article, readPage } from '@/lib/article';

export const HREF = 'https://courier.example/business/kelmore';

/** A document of the given markup, scripts asleep unless asked for. */
export function dom(html: string, options: { scripts?: boolean; url?: string; visible?: boolean } = {}): JSDOM {
  return new JSDOM(html, {
    url: options.url ?? HREF,
    virtualConsole: new VirtualConsole(),
    ...(options.scripts ? { runScripts: 'dangerously' as const } : {}),
    // Otherwise the document counts as hidden, like a tab in the background.
    pretendToBeVisual: options.visible === true,
  });
}

/** Fills a body up to an article's length, so that a short piece of markup under test is not too little to read. */
export const FILLER =
  '<p>The harbour board met on Monday to hear the report on the eastern breakwater, which has settled since the survey of last year.</p>' +
  '<p>Members agreed to look at it again in the autumn, once the divers have been, and to publish the minutes in the usual place.</p>';

export function article(body: string, href = HREF): Article {
  return readPage(dom(`<!doctype html><html lang="en"><body>${body}</body></html>`).window.document, { href });
}

export function texts(found: Article): string[] {
  return found.page.passages.map((p) => p.text);
}

export function hazard(name: string): string {
  return readFileSync(new URL(`../pages/${name}`, import.meta.url), 'utf8');
}

/** Text of a range as a reader sees it. */
export function seen(range: Range | null): string | null {
  return range ? range.toString().replace(/\s+/g, ' ').trim() : null;
}

/** Whether a stretch of a page holds all that was read of it, in order. Hidden text may stand between, and white space differ. */
export function holds(stretch: string, read: string): boolean {
  let at = 0;
  const follows = (sign: string) => {
    at = stretch.indexOf(sign, at) + 1;
    return at > 0;
  };
  return [...read.replace(/\s+/g, '')].every(follows);
}
