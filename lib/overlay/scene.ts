/** From what is to be shown to what stands where: the only place that knows both the page's geometry and the notes. */

import { markName } from '@/components/card/anatomy';
import { linesOf } from '@/components/card/lines';
import type { MarginEntry } from '@/components/card/Margin';
import type { Level } from '@/lib/model';
import { t } from '../locale';
import { type Box, chooseLane, type Lane, NOTE_GAP, REACH, type SideName, stack } from './layout';
import { HALF_LINE, type Lines, leaderTo } from './leader';
import { NARROW } from './sheet';
import type { Tone } from './tone';
import type { OverlayItem, OverlayView } from './types';
import { underlineOf } from './underlines';

/** One thing that may stand in the margin. */
export interface Entry {
  key: string;
  role: MarginEntry['role'];
  label: string;
  underline: string;
  paragraphs: string[];
  quote: string;
  range: Range;
  item: OverlayItem | null;
  /** A joke may be written here. */
  jokes: boolean;
  /** At which the page is shown. */
  level: Level;
}

export const keyOf = (index: number) => `c${index}`;

function before(a: Range, b: Range): number {
  try {
    return a.compareBoundaryPoints(Range.START_TO_START, b);
  } catch {
    // In different trees (shadow roots) there is no order; the reading's order stays.
    return 0;
  }
}

/** Everything of a view in the order of the page: headline card, claims, end note. */
export function entriesOf(view: OverlayView): Entry[] {
  const { level } = view;
  const open = view.room === 'open';
  const jokes = open && level !== 'straight';
  const claims = [...view.items]
    .sort((a, b) => before(a.range, b.range))
    .map((item): Entry => {
      const note = open && item.straight.jokes ? item.note : null;
      return {
        key: keyOf(item.index),
        role: 'note',
        label: markName(item.claim),
        underline: underlineOf(item.claim),
        // With a straight face, a joke that was asked for stays on its card.
        paragraphs: note && jokes ? linesOf(note) : [],
        quote: item.claim.quote,
        range: item.range,
        item: note === item.note ? item : { ...item, note },
        jokes: open && item.straight.jokes,
        level,
      };
    });
  const loose = (role: 'headline' | 'end', label: string, range: Range, paragraphs: string[]): Entry[] =>
    jokes
      ? [{ key: role, role, label, underline: 'loose', paragraphs, quote: '', range, item: null, jokes, level }]
      : [];
  return [
    ...(view.headline ? loose('headline', t('margin_headline'), view.headline.anchor, [view.headline.card.text]) : []),
    ...claims,
    ...(view.end ? loose('end', t('margin_end'), view.end.anchor, view.end.note.sentences) : []),
  ];
}

/** The entries whose words are no longer as they were painted. */
export function changed(entries: readonly Entry[], words: ReadonlyMap<string, string>): Entry[] {
  return entries.filter(
    ({ key, range }) => range.collapsed || !range.startContainer.isConnected || range.toString() !== words.get(key),
  );
}

/** The view without the given entries. */
export function without(view: OverlayView, gone: readonly Entry[]): OverlayView {
  const keys = new Set(gone.map(({ key }) => key));
  return {
    ...view,
    items: view.items.filter(({ index }) => !keys.has(keyOf(index))),
    headline: keys.has('headline') ? null : view.headline,
    end: keys.has('end') ? null : view.end,
  };
}

/** What layout needs to know of the page, in the sheet's coordinates. */
export interface Geometry {
  width: number;
  height: number;
  column: Box | null;
  obstacles: Box[];
  /** First and last line of each entry by key; absent where it is not displayed. */
  lines: Map<string, Lines>;
  /** Coloured bands behind the margin, the outermost first. */
  backdrops: { box: Box; paint: Tone | 'busy' }[];
  /** Behind the margin everywhere else. */
  ground: Tone;
}

const HALF_MARK = 4;
/** A mark and its touching edge share the space after the claim: what is seen of it begins a pixel later. */
const MARK_GAP = -1;
/**
 * Middle of a mark below the top of its line's box: where capital letters begin, like a footnote's, but a little higher in
 * small type, clear of the next word. In large type that would be among the descenders of the line above.
 */
const markDrop = (height: number) => Math.max(height * 0.08, height * 0.22 - 2.5);

/** A note farther than this from its claim's line says in words whose it is; pixels. */
const FAR = 40;

/** Sizes of the marks for thumbs, as in overlay.css. */
const TAB = { width: 18, up: 2 };
const BADGE = { size: 18, gap: 5 };

/** Where a claim's mark stands, and its shape: under a thumb it must be seen, and still cover no word. */
function markOf(
  { last, end, room = 0, linked }: Lines,
  width: number,
  thumb: boolean,
): Pick<MarginEntry, 'mark' | 'shape'> {
  const within = (left: number, size: number) => Math.round(Math.max(0, Math.min(left, width - size)));
  if (!thumb) {
    const top = Math.round(last.top + markDrop(last.bottom - last.top) - HALF_MARK);
    return { shape: 'dot', mark: { left: within(end + MARK_GAP, 2 * HALF_MARK), top } };
  }
  const { size, gap } = BADGE;
  if (room >= size + 2 * gap && end + gap + size <= width) {
    const top = Math.round((last.top + last.bottom - size) / 2);
    return { shape: 'badge', mark: { left: within(end + gap, size), top } };
  }
  // Between its own line and the next, at the underline's end.
  const mark = { left: within(Math.max(last.left, end - TAB.width), TAB.width), top: Math.round(last.bottom - TAB.up) };
  return { shape: linked ? 'under' : 'tab', mark };
}

/** A guess at a note's height, good enough to compare lanes; the placing uses real heights. */
function guessHeight(entry: Entry, level: Level, width: number): number {
  const boxed = level === 'onion' || entry.role !== 'note';
  const [size, line] = entry.role === 'headline' ? [21, 25] : level === 'eyebrow' ? [14, 20] : [16.5, 22];
  const perLine = (width - (boxed ? 30 : 12)) / (size * 0.44);
  const lines = entry.paragraphs.reduce((sum, text) => sum + Math.ceil(text.length / perLine), 0);
  return lines * line + 20 + (boxed ? 26 : 0);
}

/** The lane for the entries that have something to say, or null where marks must do. */
export function laneFor(
  entries: readonly Entry[],
  geometry: Geometry,
  view: Pick<OverlayView, 'side' | 'level'>,
  current: SideName | null,
): Lane | null {
  const { column, lines, obstacles } = geometry;
  const speaking = entries.filter(({ key, paragraphs }) => lines.has(key) && paragraphs.length > 0);
  const own = speaking.filter(({ key }) => isInColumn(key, geometry));
  // Text set in several columns has no margin that belongs to all of it.
  if (own.length * 3 < speaking.length * 2) return null;
  const slots = own.flatMap((entry) => {
    const at = lines.get(entry.key);
    if (!at) return [];
    return [{ anchor: anchorOf(at.first), heightAt: (width: number) => guessHeight(entry, view.level, width) }];
  });
  if (!column || slots.length === 0) return null;
  return chooseLane({
    column,
    edges: { left: 0, right: geometry.width },
    obstacles,
    side: view.side,
    current,
    top: 0,
    bottom: geometry.height,
    slots,
  });
}

/** True where a claim stands in the column, so that a note beside the column stands beside the claim. */
function isInColumn(key: string, { lines, column }: Geometry): boolean {
  const line = lines.get(key)?.first;
  if (!line || !column) return false;
  const shared = Math.min(line.right, column.right) - Math.max(line.left, column.left);
  return shared >= Math.min(40, (line.right - line.left) / 2);
}

const anchorOf = (line: Box) => (line.top + line.bottom) / 2 - HALF_LINE;

type Place = NonNullable<MarginEntry['place']>;

/**
 * Puts every entry in its place.
 *
 * @param heights the real ones, by key.
 * @param title where the other headline stands if it has a place of its own.
 */
export function arrange(
  entries: readonly Entry[],
  geometry: Geometry,
  level: Level,
  lane: Lane | null,
  heights: ReadonlyMap<string, number>,
  state: { lit: string | null; open: string | null },
  title: Place | null = null,
): MarginEntry[] {
  const { lines, column } = geometry;
  const shown = entries.filter((entry) => lines.has(entry.key));
  const speaking = lane
    ? shown.filter(
        ({ key, role, paragraphs }) =>
          paragraphs.length > 0 && isInColumn(key, geometry) && !(title && role === 'headline'),
      )
    : [];
  const tops = lane
    ? stack(
        speaking.map((entry) => ({
          anchor: anchorOf(lines.get(entry.key)!.first),
          height: heights.get(entry.key) ?? 0,
        })),
        { gap: NOTE_GAP, top: 0, bottom: geometry.height, blocked: lane.blocked, reach: REACH },
      ).tops
    : [];
  const topOf = new Map(speaking.map((entry, i) => [entry.key, tops[i] ?? null]));
  return shown.map((entry) => {
    const at = lines.get(entry.key)!;
    const top = topOf.get(entry.key) ?? null;
    const beside = lane && top !== null ? { left: lane.left, top: Math.round(top), width: lane.width } : null;
    const place = title && entry.role === 'headline' ? title : beside;
    const pencil = level === 'roast' && entry.role === 'note';
    const { key, role, label, underline, paragraphs, quote, item } = entry;
    const { mark, shape } = markOf(at, geometry.width, geometry.width < NARROW);
    return {
      key,
      id: item?.claim.id ?? key,
      role,
      label,
      underline,
      paragraphs,
      quote,
      place,
      mark,
      shape,
      moved: beside !== null && role === 'note' && Math.abs(beside.top - anchorOf(at.first)) > FAR,
      seen: paragraphs.length > 0,
      behind: place
        ? behind(place, heights.get(key) ?? 0, geometry)
        : behind({ ...mark, width: 2 * HALF_MARK }, 2 * HALF_MARK, geometry),
      leader: beside && column && lane ? leaderTo(beside, at, column, lane, pencil) : null,
      lit: state.lit === entry.key,
      open: state.open === entry.key,
    };
  });
}

/** What is painted behind a note or a mark: the innermost band that holds its middle. */
function behind(place: Place, height: number, { backdrops, ground }: Geometry): Tone | 'busy' {
  const x = place.left + place.width / 2;
  const y = place.top + height / 2;
  const band = backdrops.findLast(({ box }) => box.left <= x && box.right >= x && box.top <= y && box.bottom >= y);
  if (!band) return ground;
  // Half on a band, half off it: nothing but paper of its own is sure to be readable.
  const whole = band.box.top <= place.top && band.box.bottom >= place.top + height;
  return whole ? band.paint : 'busy';
}
