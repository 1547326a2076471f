import { blockOf } from './column';

/** What may stand between two marks that a reader takes for one: spaces and the marks that close or open a sentence. */
const NOTHING = /^[\s\p{P}]{0,8}$/u;

/** As many characters as `NOTHING` has at most. */
const NEAR = 8;

/** True where more text stands between two ranges than a few signs, as the node that the first ends in tells by itself. */
function isFar({ endContainer, endOffset }: Range, second: Range): boolean {
  if (!(endContainer instanceof Text)) return false;
  const { startContainer, startOffset } = second;
  const end = startContainer === endContainer ? startOffset : endContainer.length;
  // Of ranges that overlap the second starts before that end.
  return end - endOffset > NEAR && second.comparePoint(endContainer, endOffset) < 0;
}

/** True where nothing stands between the end of `first` and the start of `second`, in one block of text. */
export function touches(first: Range, second: Range): boolean {
  try {
    if (isFar(first, second)) return false;
    const between = first.cloneRange();
    between.setStart(first.endContainer, first.endOffset);
    // An end before the start takes the start along: ranges that overlap leave nothing between them.
    between.setEnd(second.startContainer, second.startOffset);
    if (!NOTHING.test(between.toString())) return false;
    const view = first.startContainer.ownerDocument?.defaultView;
    return view !== null && view !== undefined && blockOf(first, view) === blockOf(second, view);
  } catch {
    // In different trees they are nowhere near each other.
    return false;
  }
}

/** Of ranges in the order of the page, those to be painted another way: every second one of a row that touches. */
export function steppedOf(ranges: readonly Range[]): Set<Range> {
  const stepped = new Set<Range>();
  ranges.forEach((range, i) => {
    const before = ranges[i - 1];
    if (before && !stepped.has(before) && touches(before, range)) stepped.add(range);
  });
  return stepped;
}
