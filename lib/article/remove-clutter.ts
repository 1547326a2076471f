import type { PageKind } from '@/lib/model';
import { contains } from '../page-document';
import { isBoilerplate, isFurniture, opensClutter } from './furniture';
import { lettered, SMALL } from './letters';
import type { Block } from './text';

/*
 * Takes out what is not the article's own words though it stands in its midst: teaser cards, link lists, bylines,
 * invitations, law. On a front page or a topic page nearly everything is a teaser card, so that next to nothing is left,
 * and next to nothing is dropped to nothing: such pages are left alone.
 */

/** A card holds at most this many characters; a section whose heading is a link holds more. */
const CARD = 700;
/** Less running text than this is no article. */
const ENOUGH = 200;
/** A sentence-long link in running text is still text; shorter ones are signposts. */
const LINK = 0.75;

/** Shorter blocks than this above the headline only lead to it; longer ones are text. */
const ABOVE = 100;
/** On a news page, this many headings with less text under them than in them are a list of stories. */
const TEASERS = 8;

/** Clutter that may have all the rest of a page under it. What else opens clutter comes in boxes, with the article below. */
const ENDLESS = /comment|repl|discuss|convers|referenc|notes|sources|citation|bibliogr/i;

/**
 * @param blocks the blocks of the main content, in reading order.
 * @param headline kept whatever it looks like.
 * @returns the article's blocks; none where too little running text is left.
 */
export function* removeClutter(
  blocks: readonly Block[],
  headline: Block | null,
  kind: PageKind,
): Generator<void, Block[]> {
  // A firm's own page says what it sells in cards; elsewhere a card is another story's teaser.
  const cards = kind === 'news' ? cardsOf(blocks, headline) : new Set<Element>();
  const out: Block[] = [];
  const seen = new Set<string>();
  let clutter = false;
  let box: Element | null = null;
  let boxed = false;
  let steps = 0;
  for (const block of joined(blocks)) {
    if (++steps % 128 === 0) yield;
    const { text } = block;
    if (block === headline) {
      clutter = false;
      // What stands above the headline leads to it: breadcrumbs, section names, notices.
      const kept = out.filter((b) => b.text.length >= ABOVE);
      out.splice(0, out.length, ...kept);
    } else if (block.role === 'heading') {
      clutter = opensClutter(text);
      box = clutter && !ENDLESS.test(text) ? boxOf(block, out.at(-1)) : null;
      boxed = false;
    } else if (box) {
      // A heading alone in its element says nothing of where its stretch ends: the next heading does.
      if (contains(box, block.element)) boxed = true;
      else if (boxed) clutter = false;
    }
    if (block !== headline && (clutter || isWeed(block) || seen.has(text) || inCard(block, cards))) continue;
    seen.add(text);
    out.push(block);
  }
  // Headings with nothing under them at the end belong to what was weeded out.
  while (out.length > 1 && out.at(-1)!.role === 'heading' && out.at(-1) !== headline) out.pop();
  return isArticle(out, headline, kind) ? out : [];
}

/** The largest element around a heading that holds nothing of the article that was read before it. */
function boxOf({ element }: Block, before: Block | undefined): Element {
  let box = element;
  for (let e = element.parentElement; e && !(before && contains(e, before.element)); e = e.parentElement) box = e;
  return box;
}

function isArticle(blocks: readonly Block[], headline: Block | null, kind: PageKind): boolean {
  let headings = 0;
  let heading = 0;
  let running = 0;
  for (const block of blocks) {
    if (block === headline) continue;
    if (block.role === 'heading') {
      headings++;
      heading += block.text.length;
    } else running += block.text.length;
  }
  if (kind === 'news' && headings >= TEASERS && heading > running) return false;
  return running + heading >= ENOUGH;
}

/** A figure set large above its words ("62%", "increase in leads"): one statement in two blocks. */
const FIGURE = /^[+~<>]?[$€£]?\d[\d.,]*\s?(?:%|[x×+]|[kmb]n?\+?|[KMBT]\+?|million|billion)?$/;

const WORD = lettered(/\p{L}{3}/u);

/** Puts together what markup tore apart: a large figure and its words, a sentence and the stop after a pop-up link. */
function* joined(blocks: readonly Block[]): Generator<Block> {
  let held: Block | null = null;
  for (const block of blocks) {
    if (held) {
      const gap = /^[.,;:!?)]/.test(block.text) ? '' : ' ';
      const around = held.element.parentElement?.parentElement;
      const near = !!around && contains(around, block.element);
      const fits = gap === '' ? !/[.!?:]$/.test(held.text) : FIGURE.test(held.text) && SMALL(block.text);
      if (near && fits) {
        held = join(held, block, gap);
        continue;
      }
      yield held;
    }
    held = block;
  }
  if (held) yield held;
}

function join(a: Block, b: Block, gap: string): Block {
  const shift = a.text.length + gap.length;
  const moved = b.segments.map((s) => ({ ...s, start: s.start + shift, end: s.end + shift }));
  const role = a.role === 'heading' ? b.role : a.role;
  return { ...a, role, text: a.text + gap + b.text, segments: [...a.segments, ...moved], linked: a.linked + b.linked };
}

function isWeed(block: Block): boolean {
  const { text, linked, caption, role } = block;
  if (text.length < 200) {
    if (linked > text.length * LINK && (role !== 'heading' || text.length > 20)) return true;
    if (text.split(' ', 5).length < (caption ? 5 : 2) || !WORD(text)) return true;
  }
  return isFurniture(text) || isBoilerplate(text);
}

/** Around each heading that is a link to another page: the largest element that holds no other such heading and no more than a teaser. */
function cardsOf(blocks: readonly Block[], headline: Block | null): Set<Element> {
  const cards = new Set<Element>();
  const links = blocks.filter(
    (b) =>
      b !== headline &&
      b.role === 'heading' &&
      b.linked > b.text.length * LINK &&
      b.text.length >= 15 &&
      !leadsHere(b.element),
  );
  if (links.length === 0) return cards;
  const headings = new Map<Element, number>();
  const chars = new Map<Element, number>();
  for (const block of links) climb(block, (e) => addTo(headings, e, 1));
  for (const block of blocks) climb(block, (e) => headings.has(e) && addTo(chars, e, block.text.length));
  for (const block of links) {
    let card = block.element;
    for (let e = block.element.parentElement; e; e = e.parentElement) {
      if ((headings.get(e) ?? 0) > 1 || (chars.get(e) ?? 0) > CARD || (headline && contains(e, headline.element)))
        break;
      card = e;
    }
    cards.add(card);
  }
  return cards;
}

/** True where a heading's link leads to a place on its own page, as those of a live blog's entries do. */
function leadsHere(heading: Element): boolean {
  const link = heading.closest('a') ?? heading.querySelector('a');
  return !!link?.hash && link.pathname === heading.ownerDocument.location?.pathname;
}

/** Adds to what is counted for an element. */
export function addTo(sums: Map<Element, number>, element: Element, more: number): void {
  sums.set(element, (sums.get(element) ?? 0) + more);
}

function climb(block: Block, visit: (element: Element) => void): void {
  for (let e: Element | null = block.element; e; e = e.parentElement) visit(e);
}

function inCard(block: Block, cards: Set<Element>): boolean {
  let inside = false;
  climb(block, (e) => {
    inside ||= cards.has(e);
  });
  return inside;
}
