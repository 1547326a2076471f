/** Pieces of text one below the other, all made smaller together until they fit. */

import type { Box } from './box';
import { type Grid, labelFont } from './frame';
import type { Prose, Sheet } from './scene';

/** A part of a column: a label above some prose, or prose alone. Sizes go with `t`, from 0 (smallest) to 1. */
export interface Piece {
  label: string;
  labelColour: string;
  prose: (t: number) => Prose;
  /** Set after it, smaller. */
  tail?: (t: number) => Prose;
}

/** The size at `t` between the smallest and the one for when there is room. */
export const between = ([low, high]: [number, number], t: number) => Math.round((low + (high - low) * t) * 2) / 2;
/** Asides give way faster than claim and note. */
export const asideAt = (t: number) => Math.max(0, (4 * t - 1) / 3);
/** The least room between two pieces. */
export const gapAt = (grid: Grid, t: number) => grid.gap * (0.5 + 0.5 * t);
const LABEL_STEP = 1.75;
const STEPS = 32;

/** Height that `pieces` take at `t` in a column of `width`. */
export function heightAt(sheet: Sheet, pieces: readonly Piece[], grid: Grid, width: number, t: number): number {
  return pieces.reduce((sum, piece, i) => {
    const label = piece.label ? grid.small * LABEL_STEP : 0;
    const tail = piece.tail ? sheet.heightOf(piece.tail(t), width) + grid.small * 0.35 : 0;
    return sum + label + sheet.heightOf(piece.prose(t), width) + tail + (i ? gapAt(grid, t) : 0);
  }, 0);
}

/** The largest t in [0, 1] at which `pieces` fit, without a broken word where that can be had; -1 if they never do. */
export function largest(sheet: Sheet, pieces: readonly Piece[], grid: Grid, width: number, room: number): number {
  let best = -1;
  for (let step = STEPS; step >= 0; step--) {
    const t = step / STEPS;
    if (heightAt(sheet, pieces, grid, width, t) > room) continue;
    if (best < 0) best = t;
    if (!pieces.some((piece) => sheet.tears(piece.prose(t), width))) return t;
  }
  return best;
}

/**
 * Sets `pieces` in a column at size `t`. What is left of its height goes after the first of them, so that the rest stands at
 * the foot; a hairline parts each from the one before.
 */
export function stack(sheet: Sheet, pieces: readonly Piece[], grid: Grid, t: number, { x, y, w: width, h }: Box): void {
  const spare = Math.max(0, h - heightAt(sheet, pieces, grid, width, t));
  const end = y + h;
  let at = y;
  pieces.forEach((piece, i) => {
    if (i) {
      at += gapAt(grid, t) + (i === 1 ? spare : 0);
      sheet.rule(x, Math.round(at - gapAt(grid, t) / 2), width, 1);
    }
    if (piece.label) {
      const font = labelFont(grid.small * 0.78);
      sheet.line(piece.label.toUpperCase(), font, piece.labelColour, x, at + grid.small * 0.78, width);
      at += grid.small * LABEL_STEP;
    }
    // What follows keeps its place even when the text before it has to be cut.
    const later = heightAt(sheet, pieces.slice(i + 1), grid, width, t) + (i + 1 < pieces.length ? gapAt(grid, t) : 0);
    const tail = piece.tail?.(t);
    const tailHeight = tail ? sheet.heightOf(tail, width) + grid.small * 0.35 : 0;
    const prose = piece.prose(t);
    const least = prose.font.size * prose.leading * 2;
    at += sheet.prose(prose, x, at, width, Math.max(least, end - at - later - tailHeight));
    if (tail) at += grid.small * 0.35 + sheet.prose(tail, x, at + grid.small * 0.35, width, end - at);
  });
}
