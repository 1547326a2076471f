import type { Span } from '@/lib/model';
import { type Block, rangeOf } from './text';

/** Reads the article's blocks again, as they are now. */
export type Finder = () => Block[];

/** How many characters before and after a quote tell it from its likes. */
const CONTEXT = 32;
/** A second reading serves all quotes of one repaint; after this many milliseconds the page is read again. */
const FRESH_MS = 500;

/**
 * Makes the `locate` of an article: first by the text nodes that were read, then by quote with prefix and suffix in the
 * page as it stands now.
 */
export function locator(blocks: readonly Block[], find: Finder): (passage: number, span: Span) => Range | null {
  let fresh: { blocks: Block[]; until: number } | null = null;
  return (passage, span) => {
    const block = blocks[passage];
    if (!block) return null;
    const range = rangeOf(block, span);
    if (range) return range;
    if (!(span.start >= 0 && span.end > span.start && span.end <= block.text.length)) return null;
    const now = performance.now();
    if (!fresh || now > fresh.until) fresh = { blocks: find(), until: now + FRESH_MS };
    return refind(fresh.blocks, block.text, span);
  };
}

/** Finds a stretch of a former passage in new blocks; null where it is gone or cannot be told from another. */
function refind(blocks: readonly Block[], text: string, span: Span): Range | null {
  const quote = text.slice(span.start, span.end);
  const prefix = text.slice(Math.max(0, span.start - CONTEXT), span.start);
  const suffix = text.slice(span.end, span.end + CONTEXT);
  let best: { block: Block; at: number } | null = null;
  let bestScore = -1;
  let ties = 0;
  for (const block of blocks) {
    for (let at = block.text.indexOf(quote); at >= 0; at = block.text.indexOf(quote, at + 1)) {
      const before = block.text.slice(Math.max(0, at - CONTEXT), at);
      const score = common(backwards(before), backwards(prefix)) + common(block.text.slice(at + quote.length), suffix);
      if (score > bestScore) {
        best = { block, at };
        bestScore = score;
        ties = 0;
      } else if (score === bestScore) ties++;
    }
  }
  if (!best || ties > 0) return null;
  // Words without any of their surroundings are the same words, not the same claim.
  const expected = prefix.length + suffix.length;
  if (expected > 0 && bestScore < Math.min(expected, 8) && best.block.text.length !== quote.length) return null;
  return rangeOf(best.block, { start: best.at, end: best.at + quote.length });
}

/** How many characters two texts have in common from their beginnings on. */
function common(a: string | string[], b: string | string[]): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}

const backwards = (text: string): string[] => [...text].reverse();
