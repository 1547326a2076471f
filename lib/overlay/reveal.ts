import { scrollerOf } from './column';
import type { Box } from './layout';
import { NARROW } from './sheet';

/** Share of the window's height above which a claim is under a header, and below which its card would not fit. */
const HIGH = 0.12;
const LOW = 0.75;
const LOW_NARROW = 0.4;
/** Pixels between a bar over the page and the claim under it. */
const BELOW_BAR = 12;

/** Scrolls a range into comfortable sight, at once and only if it is not there yet. */
export function reveal(range: Range, view: Window): void {
  const element = range.startContainer.parentElement;
  if (!element) return;
  // Where the card lies on a sheet, the claim goes to the top of the window.
  const narrow = view.innerWidth < NARROW;
  /** Under what floats over the top of the page, which may come and go with scrolling. */
  const ceiling = (share: number) => {
    const { left, right } = range.getBoundingClientRect();
    const { top } = clearOf(view.document, seenBy(view), (left + right) / 2);
    return Math.max(view.innerHeight * share, top + BELOW_BAR);
  };
  const comfortable = () => {
    const { top, bottom } = range.getBoundingClientRect();
    return top > ceiling(HIGH) && bottom < view.innerHeight * (narrow ? LOW_NARROW : LOW);
  };
  if (comfortable()) return;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  if (comfortable()) return;
  const top = range.getBoundingClientRect().top - ceiling(narrow ? 0.14 : 0.3);
  (scrollerOf(element) ?? view).scrollBy({ top, behavior: 'instant' });
}

/** What the reader sees of the page, in window coordinates: less than the window where it is zoomed with two fingers. */
export function seenBy(view: Window): Box {
  const seen = view.visualViewport;
  const left = seen?.offsetLeft ?? 0;
  const top = seen?.offsetTop ?? 0;
  return {
    left,
    top,
    right: left + (seen?.width ?? view.innerWidth),
    bottom: top + (seen?.height ?? view.innerHeight),
  };
}

/** What is higher than this share of the window is no bar. */
const BAR = 0.4;

/** What is left of a box of the window without the bars that float at its upper and lower edge, looked for at `x`. */
export function clearOf(document: Document, box: Box, x: number): Box {
  const view = document.defaultView;
  if (!view || !document.elementsFromPoint) return box;
  const bars = (y: number): DOMRect[] =>
    document
      .elementsFromPoint(x, y)
      .filter(
        (element) =>
          element.localName !== 'peel-margin' && /fixed|sticky/.test(view.getComputedStyle(element).position),
      )
      .map((element) => element.getBoundingClientRect())
      .filter(({ height }) => height < view.innerHeight * BAR);
  return {
    ...box,
    top: Math.max(box.top, ...bars(box.top + 2).map(({ bottom }) => bottom)),
    bottom: Math.min(box.bottom, ...bars(box.bottom - 2).map(({ top }) => top)),
  };
}
