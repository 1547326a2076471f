import type { PageKind } from '@/lib/model';
import { closest, contains } from '../page-document';
import { isPlain } from './letters';
import type { Place } from './meta';
import { addTo, removeClutter } from './remove-clutter';
import type { Block } from './text';

/*
 * Which blocks of a page are its article. The longest blocks vote: each gives its length to all its ancestors, and the
 * innermost element that gathers most of the votes holds the article. Class names only cast doubt (rules.ts), and doubt
 * falls silent where the doubtful element holds the article itself.
 */

/** The blocks of the article in reading order, and which of them is its headline. */
export interface Chosen {
  blocks: Block[];
  headline: Block | null;
  /** The element that holds the text; null where the page has no article. */
  main: Element | null;
}

/** A block shorter than this says little about where the article is. */
const VOTER = 60;
/** One giant block must not outvote the rest. */
const VOTE_CAP = 600;
const DOUBTED_VOTE = 0.15;
/** Share of the votes that the holder of the article gathers. */
const MAJORITY = 0.75;
/** A doubtful element with more than this share of the text is the article's own wrapper. */
const WRAPPER_SHARE = 0.5;

/** What is known of a page before its text is. */
export interface Hints {
  /** What the page says its title is: og:title, title; tells the headline among several h1. */
  titles: readonly string[];
  kind: PageKind;
  /** What the address alone says: the site's front door, a list of stories, or neither. */
  place: Place;
}

/** So many blocks that are nothing but a link make a front page. */
const FRONT_LINKS = 12;

/**
 * Front pages of news sites are not read: they hold no article, and a note beside a teaser would stand in the way.
 *
 * @param blocks all blocks of the page in reading order.
 * @yields between its steps, so that a page of thousands of blocks can pause.
 */
export function* choose(blocks: readonly Block[], { titles, kind, place }: Hints): Generator<void, Chosen> {
  const nothing: Chosen = { blocks: [], headline: null, main: null };
  const teasers = place === 'stories' || (place === 'front' && kind === 'news');
  if (teasers && blocks.filter(isSignpost).length >= FRONT_LINKS) return nothing;
  const votes = poll(blocks);
  yield;
  const main = holder(blocks, votes);
  yield;
  if (!main) return nothing;
  const headline = findHeadline(blocks, main, titles);
  yield;
  const inside = within(blocks, main, headline);
  yield;
  const cleared = clearedOf(inside, main);
  const body = inside.filter((b) => b === headline || !isDoubted(b, (element) => !cleared.has(element)));
  yield;
  return { blocks: yield* removeClutter(body, headline, kind), headline, main };
}

const isSignpost = (block: Block): boolean => block.text.length >= 20 && block.linked > block.text.length * 0.8;

/** Composed parent: out of a shadow tree to its host. */
const parentOf = (element: Element): Element | null =>
  element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;

interface Votes {
  of: Map<Element, number>;
  total: number;
}

function poll(blocks: readonly Block[]): Votes {
  const own = new Map<Element, number>();
  let total = 0;
  for (const block of blocks) {
    if (!isProse(block)) continue;
    const vote = Math.min(block.text.length, VOTE_CAP) * (block.doubt ? DOUBTED_VOTE : 1);
    addTo(own, block.element, vote);
    total += vote;
  }
  // Siblings share all their ancestors: only each parent climbs to the root.
  const of = new Map(own);
  const parents = new Map<Element, number>();
  for (const [element, vote] of own) {
    const parent = parentOf(element);
    if (parent) addTo(parents, parent, vote);
  }
  for (const [parent, vote] of parents) {
    for (let e: Element | null = parent; e; e = parentOf(e)) addTo(of, e, vote);
  }
  return { of, total };
}

/** The innermost element with a majority of the votes, widened as long as that brings more prose than links. */
function holder(blocks: readonly Block[], votes: Votes): Element | null {
  if (votes.total === 0) return null;
  let best: Element | null = null;
  const seen = new Set<Element>();
  for (const block of blocks) {
    if (!votes.of.has(block.element)) continue;
    for (let e: Element | null = block.element; e && !seen.has(e); e = parentOf(e)) {
      seen.add(e);
      if (votes.of.get(e)! < votes.total * MAJORITY) continue;
      if (!best || (e !== best && contains(best, e))) best = e;
      break;
    }
  }
  return best && widen(best, blocks);
}

/** How far above the longest text its wrapper may be. */
const CLIMB = 16;

/** Climbs while what a parent adds is running text: standfirsts, conclusions, the next part of a cut-up article. */
function widen(from: Element, blocks: readonly Block[]): Element {
  let best = from;
  let prose = 0;
  let other = 0;
  let outside = blocks.filter((block) => !contains(from, block.element));
  let e = parentOf(from);
  for (let level = 0; e && e.localName !== 'body' && level < CLIMB; e = parentOf(e), level++) {
    const still: Block[] = [];
    for (const block of outside) {
      if (!contains(e, block.element)) still.push(block);
      else if (!doubtOutside(block, from) && isProse(block)) prose += block.text.length;
      else if (block.linked > block.text.length / 2 || block.role === 'heading') other += block.text.length;
    }
    outside = still;
    if (prose > other) best = e;
    if (e.localName === 'main') break;
  }
  return best;
}

const isProse = (block: Block): boolean =>
  block.text.length >= VOTER && block.linked <= block.text.length / 2 && block.role !== 'heading';

/** With less of the page's title in it, a heading below the beginning of the text is no headline. */
const UNLIKE = 0.15;
/** So many blocks of prose are a beginning; fewer may be a notice above the headline. */
const BEGINNING = 3;

function findHeadline(blocks: readonly Block[], main: Element, titles: readonly string[]): Block | null {
  let best: Block | null = null;
  let bestScore = 0;
  let prose = 0;
  // Titles carry the site's name behind a bar or dash.
  const named = titles.map((t) => wordsOf(t.replace(/\s[|\\–—·:-]\s[^|\\–—·:]{1,40}$/, '')));
  for (const block of blocks) {
    if (isProse(block) && contains(main, block.element)) prose++;
    if (block.text.length < 8 || block.text.length > 300) continue;
    const heading = block.role === 'heading';
    const h1 = heading && closest(block.element, 'h1') !== null;
    if (!heading && !/head(?:line)?|title/i.test(block.element.getAttribute('class') ?? '')) continue;
    let score = (h1 ? 3 : 0) + (contains(main, block.element) ? 1 : 0);
    const words = wordsOf(block.text);
    const like = Math.max(0, ...named.map((title) => likeness(words, title)));
    // Publishers speak for themselves below the text, under a heading of the first rank.
    if (prose >= BEGINNING && titles.length > 0 && like < UNLIKE) continue;
    score += 4 * like;
    if (block.doubt) score -= 1;
    if (block.linked > block.text.length / 2) score -= 2;
    if (score > bestScore) {
      best = block;
      bestScore = score;
    }
  }
  return bestScore >= 2.5 ? best : null;
}

function wordsOf(title: string): ReadonlySet<string> {
  const text = title.toLowerCase();
  return new Set(text.match(isPlain(text) ? /[a-z\d]+/g : /[\p{L}\p{N}]+/gu) ?? []);
}

/** Share of the larger set's words that both have, 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return common / Math.max(a.size, b.size);
}

/** True where the block stands in something doubtful for which `test` holds. */
function isDoubted(block: Block, test: (element: Element) => boolean): boolean {
  for (let { doubt } = block; doubt; doubt = doubt.up) if (test(doubt.element)) return true;
  return false;
}

/** True where the block stands in something doubtful that is no wrapper of the article. */
const doubtOutside = (block: Block, main: Element): boolean => isDoubted(block, (element) => !contains(element, main));

/** Blocks inside `main`, with the headline and what stands between the two (the standfirst). */
function within(blocks: readonly Block[], main: Element, headline: Block | null): Block[] {
  const out: Block[] = [];
  const from = headline ? blocks.indexOf(headline) : -1;
  let between: Block[] | null = null;
  for (const [i, block] of blocks.entries()) {
    const inside = composedContains(main, block.element);
    if (block === headline) {
      out.push(block);
      if (!inside) between = [];
    } else if (inside) {
      // Far more than a standfirst between headline and text is something else.
      if (between && between.length <= 6) out.push(...between);
      between = null;
      out.push(block);
    } else if (
      between &&
      i > from &&
      block.text.length >= 40 &&
      !doubtOutside(block, main) &&
      block.linked < block.text.length / 3
    ) {
      between.push(block);
    }
  }
  return out;
}

function composedContains(outer: Element, inner: Element): boolean {
  for (let e: Element | null = inner; e; e = parentOf(e)) if (e === outer) return true;
  return false;
}

/** The doubtful elements that turn out to wrap the article, or most of its running text. */
function clearedOf(blocks: readonly Block[], main: Element): Set<Element> {
  const prose = new Map<Element, number>();
  let total = 0;
  for (const block of blocks) {
    const length = isProse(block) ? block.text.length : 0;
    total += length;
    for (let doubt = block.doubt; doubt; doubt = doubt.up) {
      addTo(prose, doubt.element, length);
    }
  }
  const cleared = new Set<Element>();
  for (const [element, length] of prose) {
    if (contains(element, main) || length > total * WRAPPER_SHARE) cleared.add(element);
  }
  return cleared;
}
