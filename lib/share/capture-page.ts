/**
 * The page's half of a picture of a whole article: scrolls, hides what sticks to the window, waits for images, and puts
 * everything back. Nothing of the page is edited: hiding is done by animations, which leave no trace when cancelled.
 */

export type CaptureMessage =
  /** Visits the page once, so that lazy images load and its height settles. */
  | { type: 'start' }
  /** Scrolls to `y` CSS pixels; `pause` is the least time in ms before the answer, for the browser's rate limit. */
  | { type: 'step'; y: number; pause: number }
  /** Puts the page back as it was. */
  | { type: 'end' };

/** How the page stands after a message; lengths in CSS pixels. */
export interface CaptureAnswer {
  /** Where it really scrolled to. */
  y: number;
  /** Window without scroll bars. */
  width: number;
  height: number;
  /** Height of the whole page. */
  total: number;
  address: string;
}

/** How far down pages are followed, in CSS pixels. */
export const LONGEST = 20_000;
/** Most that is waited for images of one screen, in ms. */
const IMAGES = 1500;
/** A share page that is gone sends no end: after this long without a step the page puts itself back, in ms. */
const ABANDONED = 15_000;
const GLANCE = 40;

/** Answers the share page's messages about `document`, one after the other. */
export function createCapturer(document: Document): (message: CaptureMessage) => Promise<CaptureAnswer> {
  const window = document.defaultView ?? globalThis.window;
  const scroller = document.scrollingElement ?? document.documentElement;
  let hiding: Animation[] = [];
  let home: { x: number; y: number } | null = null;
  let watch: ReturnType<typeof setTimeout> | undefined;

  const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
  // A window that is covered paints no frames: do not wait for ever.
  const frames = () =>
    Promise.race([
      new Promise<void>((done) => window.requestAnimationFrame(() => window.requestAnimationFrame(() => done()))),
      sleep(400),
    ]);
  const scrollTo = (y: number) => window.scrollTo({ left: 0, top: y, behavior: 'instant' });
  const answer = (): CaptureAnswer => ({
    y: window.scrollY,
    width: scroller.clientWidth,
    height: scroller.clientHeight,
    total: scroller.scrollHeight,
    address: window.location.href,
  });

  function show(): void {
    for (const animation of hiding) animation.cancel();
    hiding = [];
  }

  /** True if the element is held at an edge of the window rather than in its own place. */
  function sticks(element: Element, style: CSSStyleDeclaration): boolean {
    if (style.position === 'fixed') return true;
    if (style.position !== 'sticky') return false;
    const { top, bottom } = element.getBoundingClientRect();
    const fromTop = Number.parseFloat(style.top);
    const fromBottom = Number.parseFloat(style.bottom);
    return (
      (!Number.isNaN(fromTop) && top <= fromTop + 1) ||
      (!Number.isNaN(fromBottom) && bottom >= scroller.clientHeight - fromBottom - 1)
    );
  }

  /** Hides what would be repeated on every screen. Peel's own host stands outside body and moves with the page. */
  function hide(): void {
    for (const element of document.body.querySelectorAll('*')) {
      if (!sticks(element, window.getComputedStyle(element))) continue;
      hiding.push(element.animate({ visibility: ['hidden', 'hidden'] }, { duration: 1e9, fill: 'both' }));
    }
  }

  async function images(): Promise<void> {
    const waiting = Array.from(document.images).filter((image) => {
      const { top, bottom } = image.getBoundingClientRect();
      return !image.complete && bottom > 0 && top < scroller.clientHeight;
    });
    if (waiting.length > 0)
      await Promise.race([Promise.all(waiting.map((image) => image.decode().catch(() => undefined))), sleep(IMAGES)]);
  }

  function end(): void {
    clearTimeout(watch);
    show();
    if (home) window.scrollTo({ left: home.x, top: home.y, behavior: 'instant' });
    home = null;
  }

  return async (message) => {
    clearTimeout(watch);
    if (message.type === 'end') {
      end();
      return answer();
    }
    watch = setTimeout(end, ABANDONED);
    home ??= { x: window.scrollX, y: window.scrollY };
    if (message.type === 'start') {
      for (let y = 0; y < Math.min(scroller.scrollHeight, LONGEST); y += scroller.clientHeight) {
        scrollTo(y);
        await sleep(GLANCE);
      }
      scrollTo(0);
      return answer();
    }
    const began = Date.now();
    show();
    scrollTo(message.y);
    await frames();
    if (window.scrollY > 0) hide();
    await images();
    await frames();
    await sleep(Math.max(0, message.pause - (Date.now() - began)));
    return answer();
  };
}
