import { type PageKind, WIRES } from '@/lib/model';
import { titleOf } from '../page-document';

/*
 * What a page says about itself: who publishes it, when, in which language. Read from the head only; nothing here is
 * needed for finding the text, and everything may be absent or wrong.
 */

/** The contents of a document's meta elements by property, name or itemprop. One pass: a query for each name is a pass each. */
export function metaOf(document: Document): Map<string, string> {
  const out = new Map<string, string>();
  for (const meta of document.getElementsByTagName('meta')) {
    const content = meta.getAttribute('content')?.trim();
    const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop');
    if (content && name && !out.has(name)) out.set(name, content);
  }
  return out;
}

/** What an address says about a page: the front door of a site, a list of stories, or neither. */
export type Place = 'front' | 'stories' | null;

const FRONT = /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:index\.\w+)?$/i;
export const STORIES =
  /\/(?:blogs?|news(?:room)?|press(?:-releases)?|stories|articles|insights|latest|archive)\/?$|^\/(?:topics?|category|tag|section)\/[^/]+\/?$/i;

/** Where a page lives. */
export interface Address {
  /** Without query and fragment. */
  address: string;
  /** Without "www.". */
  host: string;
  path: string;
  place: Place;
}

/** What an address says; nothing for what is none. */
export function addressOf(href: string): Address {
  try {
    const { protocol, pathname: path, host: full, origin } = new URL(href);
    if (!/^https?:$/.test(protocol)) return { address: protocol + path, host: full, path, place: null };
    const host = full.replace(/^www\./, '');
    const front = FRONT.test(path);
    const stories = STORIES.test(path) || (front && /^(?:blog|news|newsroom|press)\.|\.blog$/.test(host));
    return { address: origin + path, host, path, place: stories ? 'stories' : front ? 'front' : null };
  } catch {
    return { address: '', host: '', path: '', place: null };
  }
}

/** The site that a host belongs to: its last two labels, or three where the last two are like "co.uk". */
export const siteOf = (host: string): string =>
  /[^.]+\.(?:(?:ac|co|com|edu|gov|net|org)\.\w\w|[^.]+)$/.exec(host)?.[0] ?? host;

/** The page's own titles, most telling first. */
export const titlesOf = (document: Document, meta: Map<string, string>): string[] =>
  [meta.get('og:title') ?? meta.get('twitter:title'), titleOf(document)].filter((t): t is string => Boolean(t));

const LD_LIMIT = 400_000;

/** All JSON-LD of the page as one text: it is searched, not parsed, since much of it is not valid JSON. */
export function linkedData(document: Document): string {
  let text = '';
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    text += `${script.textContent ?? ''}\n`;
    if (text.length > LD_LIMIT) break;
  }
  return text.slice(0, LD_LIMIT);
}

/** Names under which pages state their day of publication, most used first. */
const DATES =
  'article:published_time article:published og:published_time datePublished date pubdate publish-date publication_date parsely-pub-date sailthru.date dc.date dcterms.created DC.date.issued'.split(
    ' ',
  );

/** Day of publication as YYYY-MM-DD, or null. JSON-LD first, then meta elements, then the article's first `time`. */
export function publishedOn(
  document: Document,
  meta: Map<string, string>,
  linked: string,
  main: Element | null,
): string | null {
  const time = () =>
    (main ?? document).querySelector('time[datetime]') ??
    document.querySelector('header time[datetime],article time[datetime],[itemprop="datePublished"][datetime]');
  const candidates = [
    () => linked && /"datePublished"\s*:\s*"([^"]{4,40})"/.exec(linked)?.[1],
    ...DATES.map((name) => () => meta.get(name)),
    () => time()?.getAttribute('datetime'),
  ];
  for (const candidate of candidates) {
    const day = isoDay(candidate() || '');
    if (day) return day;
  }
  return null;
}

/** A day that a page may have been published on, at the beginning of a text. */
const DAY = /^(?:199|20\d)\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])/;
/** The time of a day and its zone. A year may follow them, or stand between: "Thu Jun 05 20:00:00 EDT 2025", "… 20:00:00 2025 -0400". */
const CLOCK = /(?<=\d),?\s\d+:.*?(?:( \d{4})(?: \S+)?)?\s*$/;

/** YYYY-MM-DD of a date as pages write it; the day as written, not moved between time zones. Null for nonsense. */
export function isoDay(date: string): string | null {
  const iso = /^\s*(\d{4})(-?)(\d\d)\2(\d\d)(?!\d)/.exec(date);
  let day: string | null = null;
  if (iso) day = `${iso[1]}-${iso[3]}-${iso[4]}`;
  else if (/\d{4}/.test(date) && /[a-z]{3}|\//i.test(date)) day = new Date(`${date.replace(CLOCK, '$1')} UTC`).toJSON();
  return DAY.exec(day ?? '')?.[0] ?? null;
}

const COMPANY_HOST =
  /^(?:newsroom|press|investors?|ir|news\.(?:microsoft|samsung)|about|corporate|products?|blogs?|developers?|docs|research|ai|cloud|openai)\./;
const COMPANY_PATH =
  /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:newsroom|press(?:-?(?:room|releases?|center|centre))?|investors?|ir|products?|solutions?|platform|pricing|customers?|case-studies|features|company|about|services|learn)(?:\/|$)/i;
/** Links that a firm selling something has in its frame and a newspaper has not, and the other way round. */
const SELLING =
  /\/(?:pricing|plans|(?:request-|get-a-|book-a-)?demo|(?:contact-)?sales|(?:free-)?trial|start-free|solutions|customers|case-studies|integrations|documentation|docs|changelog|investors?|products?|shop|store)(?:[/?#-]|$)/i;
const REPORTING =
  /\/(?:advertis(?:e|ing)|editorial|masthead|ethics|corrections|tips|tip-us|newsletters?|opinions?|politics|sports?|world|e-?paper|letters|obituaries|crosswords?|horoscopes|subscribe|subscriptions?|authors?|contributors|staff|media-?kit|write-for-us|columnists?|reviews|entertainment|lifestyle)(?:[/?#-]|$)/i;

/**
 * Tells a company's own page from a news page: the publisher's schema first, then where the page lives, then the links
 * in its frame. Undecided pages are news, where "we" needs more evidence before it speaks for a firm.
 */
export function pageKind(
  document: Document,
  meta: Map<string, string>,
  { host, path }: Address,
  linked: string,
): PageKind {
  if (WIRES.test(host)) return 'company';
  if (
    /"@type"\s*:\s*(?:\[\s*)?"(?:\w*NewsArticle|NewsMediaOrganization|LiveBlogPosting|OpinionNewsArticle)"/.test(linked)
  )
    return 'news';
  let score = 0;
  if (COMPANY_HOST.test(host)) score += 2;
  if (COMPANY_PATH.test(path)) score += 2;
  // A newspaper's blog section is outweighed by the newspaper's links.
  if (/^\/(?:\w\w(?:-\w\w)?\/)?blogs?\//i.test(path)) score += 1.5;
  if (/"@type"\s*:\s*(?:\[\s*)?"(?:SoftwareApplication|Product|WebApplication|FAQPage|Service)"/.test(linked))
    score += 1;
  if (meta.get('og:type') === 'website') score += 0.5;
  const selling = new Set<string>();
  const reporting = new Set<string>();
  let seen = 0;
  for (const link of document.querySelectorAll('a[href],area[href]')) {
    if (++seen > 600) break;
    const href = link.getAttribute('href') ?? '';
    if (!isOwnLink(href, host)) continue;
    const sells = SELLING.exec(href)?.[0];
    if (sells) selling.add(sells);
    const reports = REPORTING.exec(href)?.[0];
    if (reports) reporting.add(reports);
  }
  score += Math.min(selling.size, 4) - Math.min(reporting.size, 4);
  return score >= 1.5 ? 'company' : 'news';
}

function isOwnLink(href: string, host: string): boolean {
  if (!/^https?:/i.test(href)) return href.startsWith('/');
  const site = siteOf(host);
  return site !== '' && href.slice(0, 80).includes(site);
}
