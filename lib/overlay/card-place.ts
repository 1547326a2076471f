/** Where a card stands. Pure: rectangles and heights in, a place out, all in the sheet's coordinates. */
import { type Box, blockedIn, freeStretches, meets } from './layout';

/** What a card may stand on, and what it had better not cover. */
export interface Ground {
  /** Rectangle around the claim's lines. */
  claim: Box;
  /** The note in the margin that the card grows out of; null where a mark stands for it. */
  note: Box | null;
  /** The article's column, for standing beside it; null where there is none. */
  column: Box | null;
  /** What the page shows beside the column. */
  obstacles: readonly Box[];
  /** The window. */
  view: Box;
  /** The window without the bars that float over the page. */
  clear: Box;
  /** Side of the column to try first. */
  prefer: 'left' | 'right';
}

export interface CardPlace {
  left: number;
  top: number;
  width: number;
  /** The card scrolls inside itself beyond this. */
  maxHeight: number;
  how: 'left' | 'right' | 'below' | 'above';
}

/** Widths of a card, the most comfortable first; below the last, its rows are columns of single words. */
const WIDEST = 356;
const WIDTHS = [324, 296, 272, 248];
const NARROWEST = 224;
const MARGIN = 8;
const GAP = 10;
/** How far a card reaches out of the note that it grows out of, towards the column too. */
const OUTSET = 10;
/** And on the far side, where notes keep this much more from the window's edge than cards do. */
const RIM = 6;
/** A card that shows this much of itself, a joke, the question and its buttons, may scroll the rest, or leave a bar uncovered. */
const COMFORTABLE = 320;
/** Beside the column a card stands no farther than this from the line of its claim. */
const REACH = 240;

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));
const boxOf = ({ left, top, width, maxHeight }: CardPlace, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + Math.min(height, maxHeight),
});

/**
 * Where a card stands: in the window, never over its claim, and off the bars that float over the page where it can be read
 * there. It grows out of its note where there is one, else it stands beside the column; on what the page shows there only
 * if neither side has room, and on the column itself only if nothing else is left.
 *
 * @param heightAt what the card would like to be at a width.
 * @param kept where it stands already: with more or less in it, it changes neither side nor width.
 */
export function placeCard(ground: Ground, heightAt: (width: number) => number, kept?: CardPlace | null): CardPlace {
  const place = placeIn(ground, ground.clear, heightAt, kept);
  const height = heightAt(place.width);
  const box = boxOf(place, height);
  const inside = box.top >= ground.clear.top && box.bottom <= ground.clear.bottom;
  const readable = box.bottom - box.top >= Math.min(height, COMFORTABLE);
  return inside && readable && !meets(box, ground.claim) ? place : placeIn(ground, ground.view, heightAt, kept);
}

function placeIn(ground: Ground, frame: Box, heightAt: (width: number) => number, kept?: CardPlace | null): CardPlace {
  if (kept?.how === 'above' || kept?.how === 'below') return acrossColumn(ground, frame, heightAt, kept);
  const other = ground.prefer === 'right' ? 'left' : 'right';
  const own = kept ? [kept as Stand] : standsBeside(ground, frame, ground.prefer);
  const others = kept ? [] : standsBeside(ground, frame, other);
  const beside = (stands: readonly Stand[], ...rules: Rule[]): CardPlace | null => {
    for (const rule of rules) {
      for (const stand of stands) {
        const place = setBeside(ground, frame, stand, heightAt(stand.width), rule);
        if (place) return place;
      }
    }
    return null;
  };
  // Better to scroll over one's own note than to be whole on the side where it is not.
  return (
    (ground.note ? beside(own, 'whole', 'scrolling') : null) ??
    beside([...own, ...others], 'whole', 'scrolling', 'covering') ??
    acrossColumn(ground, frame, heightAt)
  );
}

type Side = 'left' | 'right';
type Stand = Pick<CardPlace, 'left' | 'width'> & { how: Side };
/** Whole in a free stretch, scrolling in one that is too short, or covering what the page shows there. */
type Rule = 'whole' | 'scrolling' | 'covering';

/** Left edges and widths of a card on one side of the column, in the order in which they are tried. */
function standsBeside({ note, column, claim, prefer }: Ground, frame: Box, side: Side): Stand[] {
  if (!column) return [];
  const own = side === prefer ? note : null;
  const edge =
    side === 'right'
      ? own
        ? own.left - OUTSET
        : Math.max(column.right, claim.right) + GAP * 2
      : own
        ? own.right + OUTSET
        : Math.min(column.left, claim.left) - GAP * 2;
  const room = side === 'right' ? frame.right - MARGIN - edge : edge - frame.left - MARGIN;
  const least = own ? own.right - own.left + OUTSET + RIM : 0;
  const widest = Math.min(room, WIDEST);
  const widths = [widest, ...WIDTHS.filter((width) => width < widest), least || NARROWEST].filter(
    (width) => width >= (own ? least : NARROWEST) && width <= widest,
  );
  return widths.map((width) => ({ how: side, width, left: side === 'right' ? edge : edge - width }));
}

/** A card beside the column by one rule, or null where it does not fit. */
function setBeside(ground: Ground, frame: Box, stand: Stand, height: number, rule: Rule): CardPlace | null {
  const { claim, note, obstacles, prefer } = ground;
  const own = stand.how === prefer ? note : null;
  const anchor = own ? own.top - OUTSET : claim.top - GAP;
  const all = { top: frame.top + MARGIN, bottom: frame.bottom - MARGIN };
  // A card that grows out of a note stays over it.
  const seen = own && own.top < all.bottom && own.bottom > all.top ? own : null;
  const blocked = rule === 'covering' ? [] : blockedIn(obstacles, stand.left, stand.width);
  let best: CardPlace | null = null;
  let bestWay = Number.POSITIVE_INFINITY;
  for (const free of freeStretches(all.top, all.bottom, blocked)) {
    const maxHeight = free.bottom - free.top;
    const shown = Math.min(height, maxHeight);
    if (rule === 'whole' && shown < height) continue;
    if (rule === 'scrolling' && shown < Math.min(height, COMFORTABLE)) continue;
    const place = { ...stand, top: clamp(anchor, free.top, free.bottom - shown), maxHeight };
    const way = Math.abs(place.top - clamp(anchor, all.top, all.bottom - shown));
    const off = seen ? free.top >= seen.bottom || free.bottom <= seen.top : way > REACH;
    if (meets(boxOf(place, height), claim) || (off && rule !== 'covering') || way >= bestWay) continue;
    best = place;
    bestWay = way;
  }
  return best;
}

/** Under the claim, else above it, else wherever there is more height. */
function acrossColumn({ claim }: Ground, frame: Box, heightAt: (width: number) => number, kept?: CardPlace): CardPlace {
  const width = Math.min(WIDEST, frame.right - frame.left - 2 * MARGIN);
  const height = heightAt(width);
  const tallest = frame.bottom - frame.top - 2 * MARGIN;
  const left = clamp(claim.left, frame.left + MARGIN, frame.right - MARGIN - width);
  const below = frame.bottom - MARGIN - (claim.bottom + GAP);
  const above = claim.top - GAP - (frame.top + MARGIN);
  const under = kept ? kept.how === 'below' : height <= below || below >= above;
  const maxHeight = Math.max(under ? below : above, Math.min(120, tallest));
  if (under) return { left, top: claim.bottom + GAP, width, maxHeight, how: 'below' };
  return { left, top: claim.top - GAP - Math.min(height, maxHeight), width, maxHeight, how: 'above' };
}
