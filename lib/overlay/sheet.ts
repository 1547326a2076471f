/** Where a card stands in a window without margins: across its bottom, with its claim in sight above. Pure. */
import type { Box } from './layout';

/** Windows narrower than this have their cards on a sheet; pixels. */
export const NARROW = 700;

/** Between the claim and the sheet, and between the claim and what floats over the top of the page. */
const AIR = 12;
/** Share of the window that a sheet takes at most, and may always take. */
const MOST = 0.62;
const LEAST = 0.4;

export interface SheetPlace {
  /** At the top only where the page ends so soon after the claim that it cannot be scrolled clear of the bottom. */
  edge: 'bottom' | 'top';
  maxHeight: number;
  /** How far the page has to be scrolled down for the claim to stand clear. */
  scroll: number;
}

/**
 * @param claim rectangle around its lines; all in window coordinates.
 * @param seen what the reader sees of the page.
 * @param clear the same without the bars that float over it.
 * @param height of the sheet as it would like to be.
 * @param room how far the page can be scrolled: up, and down.
 */
export function placeSheet(
  claim: Box,
  seen: Box,
  clear: Box,
  height: number,
  room: { up: number; down: number },
): SheetPlace {
  const whole = seen.bottom - seen.top;
  const ceiling = clear.top + AIR;
  const beside = seen.bottom - ceiling - (claim.bottom - claim.top) - AIR;
  const wanted = Math.max(whole * LEAST, Math.min(beside, whole * MOST));
  // The page may end before the claim is as high as it should be.
  const highest = { top: claim.top - room.down, bottom: claim.bottom - room.down };
  const under = seen.bottom - AIR - highest.bottom;
  const over = highest.top - AIR - seen.top;
  if (under < Math.min(height, whole * LEAST) && over > under) {
    return { edge: 'top', maxHeight: Math.floor(Math.min(over, whole * MOST)), scroll: room.down };
  }
  // A claim as tall as the window leaves no room anywhere: then the sheet is at least to be read.
  const maxHeight = Math.floor(Math.max(Math.min(wanted, under), whole * LEAST * 0.5));
  const below = claim.bottom + AIR - (seen.bottom - Math.min(height, maxHeight));
  const above = claim.top - ceiling;
  // Its end in sight is worth more than its beginning; a claim that stands clear stays where it is.
  const scroll = below > 0 ? below : Math.min(0, Math.max(above, below));
  return { edge: 'bottom', maxHeight, scroll: Math.max(scroll, -room.up) };
}

/**
 * How tall a sheet that stands already may become: no taller than it was where it would come over a claim in sight, and never
 * taller than the window, which may have been turned, allows.
 *
 * @param now its height.
 * @param most what it was given at first.
 */
export function grownSheet(claim: Box, seen: Box, now: number, most: number): number {
  const inSight = claim.bottom > seen.top && claim.top < seen.bottom;
  const cap = Math.min(most, Math.floor((seen.bottom - seen.top) * MOST));
  return inSight ? Math.min(cap, Math.max(now, seen.bottom - AIR - claim.bottom)) : cap;
}
