import type { Box } from './layout';

export interface CardPlace {
  left: number;
  top: number;
  /** The card scrolls inside itself beyond this. */
  maxHeight: number;
}

const MARGIN = 8;
const GAP = 10;

/** A card that shows this much of itself, a joke of six lines and its buttons, need not cover what floats over the page. */
const COMFORTABLE = 320;

/**
 * Where a card stands: in the window, never over its claim, and off the bars that float over the page where it can be read
 * there.
 *
 * @param claim rectangle around the claim's lines.
 * @param column the column, for standing beside it; null where there is none.
 * @param size of the card as it would like to be.
 * @param view the window.
 * @param prefer side of the column to try first.
 * @param clear the window without those bars.
 */
export function placeCard(
  claim: Box,
  column: Box | null,
  size: { width: number; height: number },
  view: Box,
  prefer: 'left' | 'right',
  clear: Box = view,
): CardPlace {
  const place = placeIn(claim, column, size, clear, prefer);
  const bottom = place.top + Math.min(size.height, place.maxHeight);
  const off =
    place.top >= claim.bottom ||
    bottom <= claim.top ||
    claim.right <= place.left ||
    claim.left >= place.left + size.width;
  const fits = off && place.top >= clear.top && bottom <= clear.bottom;
  const readable = bottom - place.top >= Math.min(size.height, COMFORTABLE);
  return fits && readable ? place : placeIn(claim, column, size, view, prefer);
}

/** Beside the column if the card fits there, else under the claim, else above it, else wherever there is more height. */
function placeIn(
  claim: Box,
  column: Box | null,
  size: { width: number; height: number },
  view: Box,
  prefer: 'left' | 'right',
): CardPlace {
  const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));
  const tallest = view.bottom - view.top - 2 * MARGIN;
  const lowest = (height: number) => view.bottom - MARGIN - height;
  if (column) {
    const edge = { left: Math.min(column.left, claim.left), right: Math.max(column.right, claim.right) };
    const beside = {
      right: edge.right + GAP * 2,
      left: edge.left - GAP * 2 - size.width,
    };
    for (const side of prefer === 'right' ? (['right', 'left'] as const) : (['left', 'right'] as const)) {
      const left = beside[side];
      if (left < view.left + MARGIN || left + size.width > view.right - MARGIN) continue;
      const height = Math.min(size.height, tallest);
      return { left, top: clamp(claim.top - GAP, view.top + MARGIN, lowest(height)), maxHeight: tallest };
    }
  }
  const left = clamp(claim.left, view.left + MARGIN, view.right - MARGIN - size.width);
  const below = view.bottom - MARGIN - (claim.bottom + GAP);
  const above = claim.top - GAP - (view.top + MARGIN);
  if (size.height <= below || below >= above) {
    const maxHeight = Math.max(below, Math.min(120, tallest));
    return { left, top: Math.min(claim.bottom + GAP, Math.max(lowest(maxHeight), claim.bottom + GAP)), maxHeight };
  }
  const maxHeight = Math.max(above, Math.min(120, tallest));
  return { left, top: claim.top - GAP - Math.min(size.height, maxHeight), maxHeight };
}
