/**
 * The page's half of a picture of a whole article: scrolls, hides what sticks to the window, waits for images, and puts
 * everything back. Nothing of the page is edited: hiding is done by animations, which leave no trace when cancelled.
 */

import { isBoxed, stuckIn } from './page-obstacles';

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
  /** Width of the window with its scroll bar: what a picture of the tab shows. */
  innerWidth: number;
  /** Pixels of the screen for one CSS pixel, as the page knows it. */
  dpr: number;
  /** Height of the whole page. */
  total: number;
  address: string;
  /** The reader pressed Escape. */
  stopped: boolean;
  /** What is read here scrolls in a part of the window, so that the page as a whole has nothing below. */
  boxed: boolean;
}

/** How far down pages are followed, in CSS pixels. */
export const LONGEST = 20_000;
/** Most that is waited for images of one screen, and after the first visit for all of them, in ms. */
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
  let hands: AbortController | null = null;
  let stopped = false;

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
    innerWidth: window.innerWidth,
    dpr: window.devicePixelRatio,
    total: scroller.scrollHeight,
    address: window.location.href,
    stopped,
    boxed: false,
  });

  /** While the page is taken, nobody scrolls it by hand; Escape stops. */
  function holdHands(): void {
    if (hands) return;
    hands = new AbortController();
    const { signal } = hands;
    stopped = false;
    const hold = (event: Event) => event.preventDefault();
    for (const type of ['wheel', 'touchmove'])
      window.addEventListener(type, hold, { capture: true, passive: false, signal });
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') stopped = true;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', onKey, { capture: true, signal });
  }

  function show(): void {
    for (const animation of hiding) animation.cancel();
    hiding = [];
  }

  /** Hides what would be repeated on every screen. */
  function hide(): void {
    for (const element of stuckIn(document, scroller, window.scrollY <= 0)) {
      const unseen = { visibility: ['hidden', 'hidden'], opacity: ['0', '0'] };
      hiding.push(element.animate(unseen, { duration: 1e9, fill: 'both' }));
    }
  }

  /** Waits for the images that `wanted` picks, no longer than `IMAGES`. */
  async function images(wanted: (image: HTMLImageElement) => boolean): Promise<void> {
    const waiting = Array.from(document.images).filter((image) => !image.complete && wanted(image));
    if (waiting.length > 0)
      await Promise.race([Promise.all(waiting.map((image) => image.decode().catch(() => undefined))), sleep(IMAGES)]);
  }
  const inSight = (image: Element) => {
    const { top, bottom } = image.getBoundingClientRect();
    return bottom > 0 && top < scroller.clientHeight;
  };

  function end(): void {
    clearTimeout(watch);
    hands?.abort();
    hands = null;
    show();
    if (home) window.scrollTo({ left: home.x, top: home.y, behavior: 'instant' });
    home = null;
  }

  async function visit(): Promise<CaptureAnswer> {
    for (let y = 0; y < Math.min(scroller.scrollHeight, LONGEST) && !stopped; y += scroller.clientHeight) {
      scrollTo(y);
      await sleep(GLANCE);
    }
    // What has begun to load settles the height before the first picture; what is far below may never begin.
    await images((image) => image.loading !== 'lazy' || image.currentSrc !== '');
    scrollTo(0);
    await frames();
    return { ...answer(), boxed: isBoxed(document, scroller) };
  }

  async function step(y: number, pause: number): Promise<CaptureAnswer> {
    const began = Date.now();
    show();
    scrollTo(y);
    await frames();
    hide();
    await images(inSight);
    await frames();
    await sleep(Math.max(0, pause - (Date.now() - began)));
    return answer();
  }

  return async (message) => {
    clearTimeout(watch);
    if (message.type === 'end') {
      end();
      return answer();
    }
    watch = setTimeout(end, ABANDONED);
    home ??= { x: window.scrollX, y: window.scrollY };
    holdHands();
    return message.type === 'start' ? visit() : step(message.y, message.pause);
  };
}
