import { contains } from '../page-document';
import { Builder, type Context } from './builder';
import { isVisible } from './last-reading';
import type { Block } from './text';

/*
 * What of a block a reader sees. Names and attributes are judged in the walk (rules.ts); what only a style sheet hides is asked
 * of the browser here, for the article's own blocks alone: tooltips, "opens in a new window", words for screen readers.
 */

/** A box of no more than this many pixels each way is the usual way to speak to screen readers alone. */
const DOT = 1;

/**
 * The block without the text that a style sheet hides inside it; the block itself where nothing is hidden.
 * @param hidden takes the elements that may come to show
 * @returns none where nothing is left, several where line breaks on both sides of what is hidden now end a paragraph
 */
export function visibleParts(block: Block, hidden: Element[]): Block[] {
  const { element, segments } = block;
  const known = new Map<Element, boolean>();
  const shows = (inside: Element | null): boolean => {
    if (!inside || inside === element || !contains(element, inside)) return true;
    const before = known.get(inside);
    if (before !== undefined) return before;
    // Style sheets hide by class: bare links and bold words need not be asked about.
    const named = inside.className;
    const visible = !named || isVisible(inside);
    if (!visible) hidden.push(inside);
    const shown = visible && !(named && isDot(inside)) && shows(inside.parentElement);
    known.set(inside, shown);
    return shown;
  };
  const kept = segments.map(({ node }) => shows(node.parentElement));
  return kept.includes(false) ? composed(block, kept) : [block];
}

/** Clipped to a dot or to nothing, or moved off the page's left edge. */
function isDot(element: Element): boolean {
  if (!element.checkVisibility) return false;
  const { position, clip } = getComputedStyle(element);
  // Only what is out of the line can be clipped: asking for its size before would lay the page out.
  if (!/abs|fix/.test(position)) return false;
  const { width, height, right } = element.getBoundingClientRect();
  return Math.max(width, height) <= DOT || clip !== 'auto' || right + scrollX < 0;
}

/** The block's text put together again from the segments that are kept. */
function composed(block: Block, kept: readonly boolean[]): Block[] {
  const { element, segments, linked } = block;
  const blocks: Block[] = [];
  const builder = new Builder(blocks);
  const context: Context = { ...block, block: element, linked: false, inArticle: false, lines: false, root: element };
  let end = 0;
  for (const [i, segment] of segments.entries()) {
    // What belongs to no node is the caret of a power, or a space that stands for a line break.
    if (segment.start > end && !(kept[i] && builder.power(segment.node.data))) builder.lineBreak();
    if (kept[i]) builder.add(segment.node, context, segment.part);
    end = segment.end;
  }
  builder.flush();
  return blocks.map((made) => ({ ...made, linked: Math.min(linked, made.text.length) }));
}
