import type { PassageRole, Span } from '@/lib/model';

/*
 * Text as a reader sees it, and the way back to the DOM.
 *
 * A block's text is the collapsed text of its text nodes, one segment a node. White space between nodes belongs to the
 * first that shows it; a space that stands for a line break belongs to none. Segments keep no map of single characters:
 * the position inside a node is found by collapsing that one node again, which happens only for text that gets painted.
 */

/** The stretch of a block's text that one text node gave. */
export interface Segment {
  node: Text;
  /** The part of the node's own text that it stands for, where a blank line divides the node; all of it unless given. */
  part?: Span;
  start: number;
  end: number;
  /** The text before ended in a space, so white space at the start of this node was dropped. */
  afterSpace: boolean;
}

/** Elements whose names speak against their text being the article's, innermost first. */
export interface Doubt {
  element: Element;
  up: Doubt | null;
}

/** One block of text as found by the walk, before it is known whether it belongs to the article. */
export interface Block {
  /** Innermost block-level element around the text. */
  element: Element;
  role: PassageRole;
  caption: boolean;
  text: string;
  segments: Segment[];
  /** How many characters stand in links. */
  linked: number;
  doubt: Doubt | null;
  /** The list that an item belongs to. */
  list: Element | null;
}

/** Characters without width that would tear words apart. */
const INVISIBLE = /\u00ad|[\u200b-\u200d]|\u2060|\ufeff/g;
const SPACES = /\s+/g;
/** Text that has neither these, nor white space but single spaces, reads as it is written. One class: this runs over every character. */
const UNTIDY = /[\t-\r\u00a0\u00ad\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]| {2}/;

/**
 * Collapses white space as a browser does, except that a no-break space counts as a space like any other.
 *
 * @param data text of one node.
 * @param afterSpace true where a leading space would follow another one.
 */
export function collapse(data: string, afterSpace: boolean): string {
  // Pages are indented: every other node is nothing but white space.
  const first = data.charCodeAt(0);
  if ((first === 10 || first === 32) && data.trim() === '') return afterSpace ? '' : ' ';
  const text = UNTIDY.test(data) ? data.replace(INVISIBLE, '').replace(SPACES, ' ') : data;
  return afterSpace && text.startsWith(' ') ? text.slice(1) : text;
}

/** Where in a node's own text the character stands that collapsed to `offset`; the node's length if it lies beyond. */
export function rawOffset(data: string, afterSpace: boolean, offset: number): number {
  if (!UNTIDY.test(data)) return Math.min(offset + (afterSpace && data.startsWith(' ') ? 1 : 0), data.length);
  let seen = 0;
  let space = afterSpace;
  for (let i = 0; i < data.length; i++) {
    const code = data.charCodeAt(i);
    if (isInvisible(code)) continue;
    // Asked of every character: most are told by their number.
    const white = code < 0x80 ? code === 32 || (code >= 9 && code <= 13) : /\s/.test(data[i]!);
    if (white && space) continue;
    if (seen === offset) return i;
    seen++;
    space = white;
  }
  return data.length;
}

const isInvisible = (code: number): boolean =>
  code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff;

/** The text that a segment was made of, as its node has it now. */
const dataOf = ({ node, part }: Segment): string => (part ? node.data.slice(part.start, part.end) : node.data);

/** Where in its node the character stands that a segment shows at `offset` of the block's text. */
const placeIn = (segment: Segment, offset: number): number =>
  (segment.part?.start ?? 0) + rawOffset(dataOf(segment), segment.afterSpace, offset - segment.start);

/** Index of the last segment that starts at or before `offset` (binary search); 0 where none does. */
function segmentAt(segments: readonly Segment[], offset: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (segments[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The live Range of a stretch of a block's text, after checking that the page still says the same there.
 *
 * @returns null where a node has left the page, has changed, or the stretch is empty or out of bounds.
 */
export function rangeOf(block: Pick<Block, 'text' | 'segments'>, span: Span): Range | null {
  const { segments, text } = block;
  if (!(span.start >= 0 && span.end > span.start && span.end <= text.length) || segments.length === 0) return null;
  const first = segmentAt(segments, span.start);
  const last = segmentAt(segments, span.end - 1);
  for (let i = first; i <= last; i++) {
    if (!holds(segments[i]!, text)) return null;
  }
  const from = segments[first]!;
  const to = segments[last]!;
  const document = from.node.ownerDocument;
  const range = document.createRange();
  try {
    range.setStart(from.node, placeIn(from, span.start));
    // After the last character, not before the next: white space between them stays outside.
    range.setEnd(to.node, placeIn(to, Math.min(span.end, to.end) - 1) + 1);
  } catch {
    return null;
  }
  return range.collapsed ? null : range;
}

/** True where the segment's node is on the page and still reads as it did. */
function holds(segment: Segment, text: string): boolean {
  if (!segment.node.isConnected) return false;
  const now = collapse(dataOf(segment), segment.afterSpace);
  const then = text.slice(segment.start, segment.end);
  // A block's last space is trimmed off its text, so a node may read one space more.
  return now === then || (now.length === then.length + 1 && now.endsWith(' ') && now.startsWith(then));
}
