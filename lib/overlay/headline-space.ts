/** Room for the other headline over or under the real one. Pure: rectangles in, a rectangle out. */
import type { Box } from './layout';

/** How far above and below the headline is looked. */
const SIGHT = 180;
/** Between the card and the headline, and between the card and what comes next. */
const NEAR = 12;
const CLEAR = 10;
/** Wider, and two lines of headline become a banner. */
const WIDEST = 560;
const NARROWEST = 220;

/** Where the page has to be searched for what stands around a headline; window coordinates or any others. */
export function aroundHeadline(headline: Box, column: Box): Box {
  return { left: column.left, right: column.right, top: headline.top - SIGHT, bottom: headline.bottom + SIGHT };
}

/** A place to stand, and the way from its top: over the headline a card stands on the bottom of its space. */
export interface HeadlineSpace {
  left: number;
  width: number;
  top: number;
  bottom: number;
  over: boolean;
}

/** Top of a card of `height` in a space; null where it does not fit. */
export function topIn({ top, bottom, over }: HeadlineSpace, height: number): number | null {
  if (height > bottom - top) return null;
  return over ? bottom - height : top;
}

/**
 * The free stretches right over and right under a headline, in the column, best first. Nothing is moved for a card: most
 * pages have no such room.
 *
 * @param floating what floats above the top of the page covers this much of it.
 */
export function spacesAround(headline: Box, column: Box, obstacles: readonly Box[], floating = 0): HeadlineSpace[] {
  const left = Math.max(column.left, Math.min(headline.left, column.right - NARROWEST));
  const width = Math.min(column.right - left, WIDEST);
  if (width < NARROWEST) return [];
  const beside = obstacles.filter((box) => box.left < left + width && box.right > left);
  // What reaches into the headline itself is the headline, or leaves no room.
  const over = beside.filter((box) => box.top < headline.top - 2);
  const under = beside.filter((box) => box.bottom > headline.bottom + 2);
  const ceiling = Math.max(floating + CLEAR, headline.top - SIGHT, ...over.map((box) => box.bottom + CLEAR));
  const floor = Math.min(headline.bottom + SIGHT, ...under.map((box) => box.top - CLEAR));
  return [
    { left, width, top: ceiling, bottom: headline.top - NEAR, over: true },
    { left, width, top: headline.bottom + NEAR, bottom: floor, over: false },
  ].filter(({ top, bottom }) => bottom > top);
}
