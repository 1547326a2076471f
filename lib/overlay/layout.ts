/**
 * Where the notes stand. Pure: rectangles in, positions out, all in CSS pixels of one coordinate system.
 *
 * Notes go into a lane beside the column, each as near to the line of its claim as the others and the obstacles allow:
 * the sum of squared distances is least. Within a free stretch that is an isotonic regression, solved by pooling
 * adjacent violators (Barlow and Brunk 1972); over several stretches, order kept, a small dynamic programme shares the
 * notes out.
 */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const meets = (a: Box, b: Box): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

/** A stretch of the vertical axis. */
export interface Stretch {
  top: number;
  bottom: number;
}

/** A note to be placed: where its top would best be, and how tall it is. Given in the order of the page. */
export interface Slot {
  anchor: number;
  height: number;
}

export interface StackOptions {
  /** Least distance between two notes. */
  gap: number;
  /** Notes stay within these. */
  top: number;
  bottom: number;
  /** Stretches of the lane that belong to the page. */
  blocked: Stretch[];
  /** A note that would end up farther than this from its claim is left out. */
  reach: number;
}

export interface Stacked {
  /** Top of each slot; null where it found no place. */
  tops: (number | null)[];
  /** Sum of squared distances, with `reach` squared for each slot left out. */
  cost: number;
}

/** A run of slots that stand one right under the other. */
interface Pool {
  mean: number;
  size: number;
}

/** Adds a slot to pools, whose best base alone would be `base`: those that would overlap stand together (pool adjacent violators). */
function addTo(pools: Pool[], base: number): void {
  let last: Pool = { mean: base, size: 1 };
  for (let before = pools.at(-1); before && before.mean > last.mean; before = pools.at(-1)) {
    const size = before.size + last.size;
    last = { mean: (before.mean * before.size + last.mean * last.size) / size, size };
    pools.pop();
  }
  pools.push(last);
}

/** Where each slot would stand if all before it stood right over it, from the first slot on. */
function offsetsOf(slots: readonly Slot[], gap: number): number[] {
  let total = 0;
  return slots.map(({ height }) => {
    const offset = total;
    total += height + gap;
    return offset;
  });
}

/**
 * Tops of least total squared distance of the slots in `pools`, which may go down from `top` by as much as there is `room`.
 *
 * @param from which of all slots the first of them is.
 */
function topsOf(pools: readonly Pool[], offsets: readonly number[], from: number, top: number, room: number): number[] {
  const tops: number[] = [];
  for (const { mean, size } of pools) {
    const base = Math.min(Math.max(mean, top), top + room);
    for (let k = 0; k < size; k++) tops.push(base + offsets[from + tops.length]! - offsets[from]!);
  }
  return tops;
}

/** What is left between `top` and `bottom` when the blocked stretches are taken out, in order. */
export function freeStretches(top: number, bottom: number, blocked: readonly Stretch[]): Stretch[] {
  const free: Stretch[] = [];
  let at = top;
  for (const block of [...blocked].sort((a, b) => a.top - b.top)) {
    if (block.bottom <= at) continue;
    if (block.top >= bottom) break;
    if (block.top > at) free.push({ top: at, bottom: block.top });
    at = Math.max(at, block.bottom);
  }
  if (at < bottom) free.push({ top: at, bottom });
  return free;
}

/** A way to have dealt with the first slots, some of them left out. Ways share what they begin with: copied, it would cost most. */
interface Way {
  before: Way | null;
  /** Of the slots dealt with last. */
  tops: readonly (number | null)[];
  cost: number;
}

function topsAlong(way: Way): (number | null)[] {
  const parts: Way['tops'][] = [];
  for (let at: Way | null = way; at; at = at.before) parts.push(at.tops);
  return parts.reverse().flat();
}

/**
 * The cheapest ways once `stretch` may be used, too.
 *
 * @param ways cheapest way to have dealt with the first i slots, for each i, in the stretches over this one.
 * @param only there is no other stretch.
 */
function waysWith(
  stretch: Stretch,
  ways: readonly Way[],
  slots: readonly Slot[],
  { gap, reach }: Pick<StackOptions, 'gap' | 'reach'>,
  only: boolean,
): Way[] {
  const left = reach * reach;
  const offsets = offsetsOf(slots, gap);
  const next = [...ways];
  for (let from = 0; from < slots.length; from++) {
    const before = ways[from]!;
    const pools: Pool[] = [];
    for (let to = from + 1; to <= slots.length; to++) {
      const last = to - 1;
      const { anchor, height } = slots[last]!;
      // On a page of many stories most slots are far from most stretches: with one out of reach no run of slots stands here.
      if (anchor + reach < stretch.top || anchor - reach > stretch.bottom - height) break;
      const over = offsets[last]! - offsets[from]!;
      addTo(pools, anchor - over);
      const room = stretch.bottom - stretch.top - (over + height);
      if (room < 0) break;
      const tops = topsOf(pools, offsets, from, stretch.top, room);
      const far = tops.map((top, i) => Math.abs(top - slots[from + i]!.anchor));
      if (far.some((distance) => distance > reach)) continue;
      const cost = before.cost + far.reduce((sum, distance) => sum + distance * distance, 0);
      if (cost < next[to]!.cost) next[to] = { before, tops, cost };
    }
    // Whatever leaves a slot out costs more than all in the only stretch there is.
    if (from === 0 && only && next.at(-1)!.cost < left) break;
  }
  for (let i = 1; i <= slots.length; i++) {
    const before = next[i - 1]!;
    if (before.cost + left < next[i]!.cost) next[i] = { before, tops: [null], cost: before.cost + left };
  }
  return next;
}

/**
 * Places slots in a lane: no overlap with each other or with blocked stretches, order kept, total distance least.
 *
 * @param slots in page order; anchors need not be sorted.
 */
export function stack(slots: readonly Slot[], options: StackOptions): Stacked {
  const free = freeStretches(options.top, options.bottom, options.blocked);
  let ways: Way[] = [{ before: null, tops: [], cost: 0 }];
  for (const _ of slots) {
    const before = ways.at(-1)!;
    ways.push({ before, tops: [null], cost: before.cost + options.reach ** 2 });
  }
  for (const stretch of free) ways = waysWith(stretch, ways, slots, options, free.length === 1);
  const best = ways.at(-1)!;
  return { tops: topsAlong(best), cost: best.cost };
}

export type SideName = 'left' | 'right';

/** The strip beside the column that notes may use. */
export interface Lane {
  side: SideName;
  left: number;
  width: number;
  blocked: Stretch[];
}

export interface LaneOptions {
  column: Box;
  /** Left and right edge of what the reader sees. */
  edges: { left: number; right: number };
  obstacles: readonly Box[];
  side: 'auto' | SideName;
  /** The side in use; another one must be clearly better. */
  current: SideName | null;
  top: number;
  bottom: number;
  slots: readonly { anchor: number /** Height at a width. */; heightAt(width: number): number }[];
}

/** Between column and note: room for the leader. */
export const GUTTER = 36;
/** Below this a note is a column of single words. */
export const NARROWEST = 180;
export const WIDTHS = [272, 240, 208, NARROWEST] as const;
export const NOTE_GAP = 14;
export const REACH = 240;
/** Between a note and the edge of the window or an obstacle. */
const EDGE = 14;
const CLEAR = 10;

/** Stretches of the lane [left, left + width] that obstacles take. */
export function blockedIn(obstacles: readonly Box[], left: number, width: number): Stretch[] {
  return obstacles
    .filter((box) => box.right + CLEAR > left && box.left - CLEAR < left + width)
    .map((box) => ({ top: box.top - CLEAR, bottom: box.bottom + CLEAR }));
}

/** The cheapest lane for the slots, or null where notes have no room and marks must do. */
export function chooseLane(options: LaneOptions): Lane | null {
  const { column, edges, slots, side } = options;
  const wanted: SideName[][] = side === 'auto' ? [['right', 'left']] : [[side], [side === 'left' ? 'right' : 'left']];
  for (const sides of wanted) {
    let best: Lane | null = null;
    let bestCost = Number.POSITIVE_INFINITY;
    for (const name of sides) {
      for (const width of WIDTHS) {
        const left = name === 'right' ? column.right + GUTTER : column.left - GUTTER - width;
        if (left < edges.left + EDGE || left + width > edges.right - EDGE) continue;
        // A narrow note costs as much as a short walk; a change of side must earn its disturbance.
        const narrow = ((WIDTHS[0] - width) / 4) ** 2 * slots.length;
        const moved = options.current !== null && options.current !== name ? 1.3 : 1;
        if ((narrow + slots.length) * moved >= bestCost) continue;
        const blocked = blockedIn(options.obstacles, left, width);
        const stacked = stack(
          slots.map((slot) => ({ anchor: slot.anchor, height: slot.heightAt(width) })),
          { gap: NOTE_GAP, top: options.top, bottom: options.bottom, blocked, reach: REACH },
        );
        const placed = stacked.tops.filter((top) => top !== null).length;
        if (placed * 2 < slots.length) continue;
        const cost = (stacked.cost + narrow + slots.length) * moved;
        if (cost < bestCost) {
          best = { side: name, left, width, blocked };
          bestCost = cost;
        }
      }
    }
    if (best) return best;
  }
  return null;
}
