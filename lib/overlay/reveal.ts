/** Windows narrower than this have no room for a card beside the text; pixels. */
const NARROW = 720;
/** Share of the window's height above which a claim is under a header, and below which its card would not fit. */
const HIGH = 0.12;
const LOW = 0.75;
const LOW_NARROW = 0.4;

/** Scrolls a range into comfortable sight, at once and only if it is not there yet. */
export function reveal(range: Range, view: Window): void {
  const element = range.startContainer.parentElement;
  if (!element) return;
  // Where the card has to stand under the claim, the claim goes to the top of the window.
  const narrow = view.innerWidth < NARROW;
  const comfortable = () => {
    const { top, bottom } = range.getBoundingClientRect();
    return top > view.innerHeight * HIGH && bottom < view.innerHeight * (narrow ? LOW_NARROW : LOW);
  };
  if (comfortable()) return;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  if (comfortable()) return;
  const top = range.getBoundingClientRect().top - view.innerHeight * (narrow ? 0.14 : 0.3);
  view.scrollBy({ top, behavior: 'instant' });
}

/** What the reader sees of the page, in window coordinates: less than the window where it is zoomed with two fingers. */
export function seenBy(view: Window): { left: number; top: number; right: number; bottom: number } {
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
