import { isBoilerplate, isFurniture, opensClutter } from './rules';
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

/**
 * @param blocks the blocks of the main content, in reading order.
 * @param headline kept whatever it looks like.
 * @returns the article's blocks; none where too little running text is left.
 */
export function weed(blocks: readonly Block[], headline: Block | null): Block[] {
  const cards = cardsOf(blocks, headline);
  const out: Block[] = [];
  const seen = new Set<string>();
  let clutter = false;
  for (const block of blocks) {
    const { text } = block;
    if (block === headline) {
      clutter = false;
      seen.add(text);
      out.push(block);
      continue;
    }
    if (block.role === 'heading') clutter = opensClutter(text);
    if (clutter || isWeed(block) || seen.has(text) || inCard(block, cards)) continue;
    seen.add(text);
    out.push(block);
  }
  // Headings with nothing under them at the end belong to what was weeded out.
  while (out.length > 1 && out[out.length - 1]!.role === 'heading' && out[out.length - 1] !== headline) out.pop();
  const running = out.reduce((sum, b) => sum + (b === headline || b.role === 'heading' ? 0 : b.text.length), 0);
  return running < ENOUGH ? [] : out;
}

function isWeed(block: Block): boolean {
  const { text, linked, caption, role } = block;
  if (linked > text.length * LINK && (role !== 'heading' || text.length > 20) && text.length < 200) return true;
  const words = text.split(' ').length;
  if (words < 2 || (caption && words < 5)) return true;
  return isFurniture(text) || isBoilerplate(text);
}

/** Around each heading that is a link: the largest element that holds no other such heading and no more than a teaser. */
function cardsOf(blocks: readonly Block[], headline: Block | null): Set<Element> {
  const cards = new Set<Element>();
  const links = blocks.filter(
    (b) => b !== headline && b.role === 'heading' && b.linked > b.text.length * LINK && b.text.length >= 15,
  );
  if (links.length === 0) return cards;
  const headings = new Map<Element, number>();
  const chars = new Map<Element, number>();
  for (const block of links) climb(block, (e) => headings.set(e, (headings.get(e) ?? 0) + 1));
  for (const block of blocks)
    climb(block, (e) => headings.has(e) && chars.set(e, (chars.get(e) ?? 0) + block.text.length));
  for (const block of links) {
    let card = block.element;
    for (let e = block.element.parentElement; e; e = e.parentElement) {
      if ((headings.get(e) ?? 0) > 1 || (chars.get(e) ?? 0) > CARD || (headline && e.contains(headline.element))) break;
      card = e;
    }
    cards.add(card);
  }
  return cards;
}

function climb(block: Block, visit: (element: Element) => void): void {
  for (let e: Element | null = block.element; e; e = e.parentElement) visit(e);
}

function inCard(block: Block, cards: Set<Element>): boolean {
  if (cards.size === 0) return false;
  for (let e: Element | null = block.element; e; e = e.parentElement) if (cards.has(e)) return true;
  return false;
}
