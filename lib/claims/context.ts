import { MONTHS } from '@/lib/english/months';
import type { PageKind, PageText, Passage, Sentence } from '@/lib/model';
import { fold } from '../english/fold';
import { wordSet } from '../english/word-list';
import { NAMES } from './lexicon/names';
import { isNewsroom, NEWSROOMS } from './lexicon/newsrooms';

/** One sentence with what stands around it. Texts are folded; offsets are those of the passage. */
export interface Spot {
  passage: Passage;
  sentence: Sentence;
  /** The sentence, folded. */
  text: string;
  /** The sentence before in the same passage, else the end of the passage before; folded. */
  prev: string;
  next: string;
  /** The passage that introduces this one, folded; empty if none. */
  lead: string;
  /** Position of the sentence in its passage, from 0. */
  order: number;
}

/** What holds for the whole page. */
export interface PageContext {
  page: PageText;
  spots: Spot[];
  title: string;
  /** Who speaks in effect: a company on its own pages, in paid posts, executives' by-lines and vendor lists. */
  house: PageKind;
  /** Names that the page is about: firms and products of the title that recur, longest first. */
  names: string[];
}

/** Reads a page once: everything that later steps ask about surroundings. Linear in its length. */
export function pageContextOf(page: PageText): PageContext {
  const folded = page.passages.map((p) => fold(p.text));
  const title = fold(page.title);
  const spots: Spot[] = [];
  let words = 0;
  let we = 0;
  let before = '';
  page.passages.forEach((passage, i) => {
    const text = folded[i]!;
    words += text.split(' ').length;
    // "US" is a country.
    we += text.match(/\b(?:[Ww]e|[Oo]ur|[Uu]s)\b/g)?.length ?? 0;
    passage.sentences.forEach((sentence, order) => {
      const own = text.slice(sentence.start, sentence.end);
      const following = passage.sentences[order + 1];
      const lead = passage.leadIn === null ? '' : (folded[passage.leadIn] ?? '');
      spots.push({
        passage,
        sentence,
        text: own,
        prev: before,
        next: following ? text.slice(following.start, following.end) : '',
        lead,
        order,
      });
      before = own;
    });
  });
  const names = subjects(title, folded, page.publisher, isListed(page.host) ? '' : hostStem(page.host));
  return { page, spots, title, house: houseOrgan(page, title, folded, words, we), names };
}

/** The name in a host: "blog.kelmore.co.uk" → "kelmore"; letters and digits only. */
function hostStem(host: string): string {
  const parts = host.replace(/^www\./, '').split('.');
  const stem = (parts.length > 2 && (parts.at(-2)?.length ?? 9) < 4 ? parts.at(-3) : parts.at(-2)) ?? '';
  return stem.replace(/[^a-z0-9]/gi, '');
}

/** Whether a host is a newsroom's that is known. */
const isListed = (host: string): boolean => NEWSROOMS.has(hostStem(host)) || isNewsroom(host);

const soundsLikeNews = (stem: string): boolean => /news|daily|times|post$|journal|magazine|tribune|herald/.test(stem);

/** Signs that somebody with an interest wrote the piece: paid posts, executives' by-lines, vendor lists. */
const CONTRIBUTED =
  /\b(?:contributed (?:piece|article|post|by)|sponsored (?:by|content|post)|brandpost|brand post|partner content|paid (?:post|partnership)|in partnership with our sponsor|advertorial)\b/i;
const BYLINE =
  /\bBy [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3}, (?:SVP|EVP|VP|CEO|CTO|CIO|CISO|CMO|Chief|Head|Director|President|Founder|Co-founder|General Manager)\b/;
const ROUNDUP =
  /\b(?:the )?(?:\d+|top|ten|twenty) (?:\d+ )?(?:hottest|best|coolest|leading|most innovative|top)\b|\b(?:hottest|coolest|most innovative) (?:[\w-]+ )*(?:companies|start-?ups|products|tools)\b/i;

/** Mentions by which a page keeps naming itself; a newspaper may say once that somebody "told the Inquirer". */
const OFTEN = 3;

/** Whose page it is in effect: vendors write articles too, and their own name keeps coming back. */
function houseOrgan(page: PageText, title: string, folded: string[], words: number, we: number): PageContext['house'] {
  if (page.kind === 'company') return 'company';
  if (ROUNDUP.test(title)) return 'company';
  if (folded.some((t, i) => (t.length < 400 && CONTRIBUTED.test(t)) || (i < 8 && BYLINE.test(t)))) return 'company';
  const stem = hostStem(page.host);
  if (stem.length < 3 || isListed(page.host) || soundsLikeNews(stem)) return 'news';
  const named = folded.join(' ').match(new RegExp(`\\b${stem}\\b`, 'gi'))?.length ?? 0;
  return (named >= OFTEN && (named * 1000) / Math.max(words, 300) >= 1) ||
    ((we * 100) / Math.max(words, 60) >= 0.5 && named > 0)
    ? 'company'
    : 'news';
}

const COMMON = wordSet(
  'The A An In On For And With Of To From How Why What When Our Your New Introducing Announcing Company',
  'Companies AI It Is Are By As At More Best Top We This That Its His Her First Now Meet Says',
);

/** Names in the title that recur in the text, with the publisher's own. */
function subjects(title: string, folded: string[], publisher: string | null, own: string): string[] {
  const found = new Set<string>();
  const body = folded.slice(0, 60).join('\n').slice(0, 40_000);
  for (const hit of title.matchAll(/\b[A-Z][\w.&-]*(?: (?:[A-Z][\w.&-]*|\d[\w.]*))*/g)) {
    const parts = hit[0].split(' ').filter((w, i) => i > 0 || !COMMON.has(w));
    const name = parts.join(' ');
    if (name.length > 2 && !COMMON.has(name)) found.add(name);
    const first = parts[0];
    if (first && first.length > 3 && !COMMON.has(first)) found.add(first);
  }
  if (publisher) found.add(fold(publisher));
  if (own.length > 2)
    for (const hit of body.matchAll(new RegExp(`\\b${own}\\b`, 'gi'))) if (/^[A-Z]/.test(hit[0])) found.add(hit[0]);
  const often = dominant(body);
  if (often) found.add(often);
  const out = [...found].filter((name) => body.includes(name));
  for (const name of NAMES) if (title.includes(name) && !found.has(name)) out.push(name);
  return out.sort((a, b) => b.length - a.length).slice(0, 8);
}

/** Mentions that make a capitalised word what a page is about, and how much oftener it must be than one word in so many. */
const DOMINANT = 4;
const DOMINANT_SHARE = 150;

/** The capitalised word or pair that keeps coming back inside sentences; empty if none does. */
function dominant(body: string): string {
  const seen = new Map<string, number>();
  for (const hit of body.matchAll(/(?<=[a-z,;] )[A-Z][a-zA-Z]{2,}(?: [A-Z][a-zA-Z]{2,})?\b/g)) {
    const name = hit[0];
    if (!COMMON.has(name.split(' ')[0]!)) seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  const words = body.split(' ').length;
  let best = '';
  for (const [name, n] of seen)
    if (n >= DOMINANT && n * DOMINANT_SHARE >= words && n > (seen.get(best) ?? 0) && !CALENDAR.test(name)) best = name;
  return best;
}

const CALENDAR = new RegExp(`^(?:${MONTHS}|\\w+day)\\b`);
