import type { Span } from '@/lib/model';
import { closest, contains } from '../page-document';
import { STORIES, siteOf } from './meta';
import { isAmong, wordSet } from './rules';
import type { Block } from './text';

/*
 * Which links of an article could be a source: those that lead to a piece of writing, and not to a section of the site, to
 * somebody's page or to a till. Told by the address alone, and so only as far as that can be told.
 */

/** Parts of a path that lead to lists and to people, wherever they stand; their plurals count as well. */
const LISTS = wordSet(
  'tag topic author category categories section person people profile staff contributor hashtag search quote symbol stock ticker',
);
/** Parts of a short path that lead to what a firm sells and to its forms. */
const COUNTER = wordSet(
  'about company companies organization organisation contact contact-us contact-sales sales login signin sign-in signup sign-up register subscribe subscription newsletter account pricing plan demo request-demo trial free-trial shop store cart product platform solution career job privacy terms legal download app event',
);
/** What links say that sell. */
const CALL =
  /^(?:learn more|find out more|get (?:started|in touch)|try|sign (?:up|in)|start|book|request|contact|join|subscribe|buy|shop|register|discover)\b/i;
/** Sites on which a short path is somebody's page. */
const SOCIAL = /(?:^|\.)(?:x|twitter|linkedin|facebook|instagram|threads|tiktok|youtube|github|crunchbase|bsky)\.\w+$/;
const SOMEBODY = /^\/(?:(?:in|company|user|c|channel|profile)\/[^/]+|[^/]+)$/;

/**
 * The stretches of a block that link to something a reader could look up.
 * @param address the page's own, against which links are read.
 */
export function sourceLinks({ element, segments, text }: Block, address: string): Span[] {
  const out: Span[] = [];
  let before: Element | null = null;
  for (const { node, start, end } of segments) {
    const around = node.parentElement;
    const link = around && around !== element ? closest(around, 'a[href]') : null;
    const last = out.at(-1);
    if (link && link === before && last) last.end = end;
    // A link around a whole block leads on to another story.
    else if (link && contains(element, link) && leads(link.getAttribute('href')!, text.slice(start, end), address))
      out.push({ start, end });
    else {
      before = null;
      continue;
    }
    before = link;
  }
  return out;
}

/** True where a link leads to a piece of writing, as far as its address tells. */
export function leads(href: string, words: string, address: string): boolean {
  let to: URL;
  let here: URL;
  try {
    here = new URL(address);
    to = new URL(href, here);
  } catch {
    return false;
  }
  if (!/^https?:$/.test(to.protocol) || CALL.test(words.trim())) return false;
  const path = to.pathname.replace(/\/$/, '');
  if (to.host === here.host && path === here.pathname.replace(/\/$/, '') && !to.search) return false;
  const parts = path.toLowerCase().split('/').slice(1);
  if (/^[a-z]{2}(?:-[a-z]{2})?$/.test(parts[0] ?? '')) parts.shift();
  const last = parts.at(-1);
  if (last === undefined) return to.search.length > 1;
  if (parts.some((part) => isAmong(LISTS, part))) return false;
  if (parts.length < 3 && parts.some((part) => isAmong(COUNTER, part))) return false;
  if (SOCIAL.test(to.host) && !to.search && SOMEBODY.test(path)) return false;
  return siteOf(to.host) !== siteOf(here.host) || !(STORIES.test(path) || (parts.length === 1 && isName(last)));
}

/** A section's name is a word or two; an article's has a whole title in it, a number or the name of a file. */
const isName = (part: string): boolean => !/[\d.]/.test(part) && part.split(/[-_]/).length < 4;
