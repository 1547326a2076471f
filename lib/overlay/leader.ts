/** The line from a claim to its note. Pure: boxes in, an SVG path out. */
import { type Box, GUTTER, type Lane } from './layout';

/** First and last line of a claim. */
export interface Lines {
  first: Box;
  last: Box;
  /** Right edge of the last line with the punctuation that closes it. */
  end: number;
  /** From there to what follows on the line: to nothing, Infinity. */
  room?: number;
  /** Its last words are for pressing: a link of the page's. */
  linked?: boolean;
  /** It is one line with nothing beside it. */
  alone: boolean;
}

/** Height of half a first line of a note: notes stand level with the middle of the claim's first line. */
export const HALF_LINE = 11;
/** A note this near to its claim's line needs no line of its own. */
const LEVEL = 12;
/** A pencil bar longer than this says no more. */
const LONGEST_BAR = 260;

/**
 * From the column's edge, at the claim's first line, to the note.
 *
 * @param pencil draws always, with a bar beside the claim's lines as a sub-editor would.
 * @returns null where no line is needed, or where it would cross the text or the note.
 */
export function leaderTo(
  place: { left: number; top: number; width: number },
  { first, last, alone }: Lines,
  column: Box,
  lane: Lane,
  pencil: boolean,
): string | null {
  const y1 = Math.round((first.top + first.bottom) / 2) + 0.5;
  const y2 = place.top + HALF_LINE + 0.5;
  if (!pencil && Math.abs(y1 - y2) < LEVEL) return null;
  const right = lane.side === 'right';
  const out = right ? 1 : -1;
  const edge = right ? Math.max(column.right, first.right) : Math.min(column.left, first.left);
  const x2 = right ? place.left - 8 : place.left + place.width + 8;
  const barred = pencil && !alone;
  const x1 = Math.round(alone && right ? first.right + 6 : edge + out * (barred ? 8 : 4));
  // Text that runs on under the note leaves no way between them.
  if ((x2 - x1) * out < GUTTER / 4) return null;
  const bend = (x2 - x1) * 0.5;
  const line = `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
  if (!barred) return line;
  const top = Math.round(Math.min(first.top + 2, y1));
  const bottom = Math.round(Math.max(y1, Math.min(last.bottom - 2, top + LONGEST_BAR)));
  // Never quite straight: a pencil drew it.
  const third = (bottom - top) / 3;
  const bar = `M${x1 - out} ${top}C${x1 + out} ${top + third} ${x1 - out} ${bottom - third} ${x1} ${bottom}`;
  return bar + line;
}
