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
/** A bar at the top that is higher than this share of the window is no header but something laid over the page. */
const HEADER = 0.3;

/** Closed shadow roots are open to extensions, by other names in each browser. */
interface Opener {
  chrome?: { dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } };
}

function rootIn(element: Element): ShadowRoot | null {
  if (!element.localName.includes('-') && !element.shadowRoot) return null;
  const dom = (globalThis as Opener).chrome?.dom;
  try {
    return (
      dom?.openOrClosedShadowRoot?.(element) ??
      (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ??
      element.shadowRoot
    );
  } catch {
    return element.shadowRoot;
  }
}

function* elementsIn(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    const shadow = rootIn(element);
    if (shadow) yield* elementsIn(shadow);
  }
}

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

  /** True if the element is held at an edge of the window rather than in its own place. */
  function sticks(element: Element, top: boolean): boolean {
    const style = window.getComputedStyle(element);
    if (style.position !== 'fixed' && style.position !== 'sticky') return false;
    const box = element.getBoundingClientRect();
    if (style.position === 'fixed') {
      // On the first screen the page's own header stays; a consent bar would hide lines that no other screen shows.
      return !(top && box.top <= 1 && box.bottom > 0 && box.height <= scroller.clientHeight * HEADER);
    }
    const fromTop = Number.parseFloat(style.top);
    const fromBottom = Number.parseFloat(style.bottom);
    return (
      (!top && !Number.isNaN(fromTop) && box.top <= fromTop + 1) ||
      (!Number.isNaN(fromBottom) && box.bottom >= scroller.clientHeight - fromBottom - 1)
    );
  }

  /** Hides what would be repeated on every screen. Peel's own host stands outside body and moves with the page. */
  function hide(): void {
    const top = window.scrollY <= 0;
    const stuck = [...elementsIn(document.body)].filter((element) => sticks(element, top));
    for (const element of stuck) {
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

  /** True if most of the window is a box that scrolls by itself. */
  function boxed(): boolean {
    if (scroller.scrollHeight > scroller.clientHeight * 1.2) return false;
    return [...elementsIn(document.body)].some(
      (element) =>
        element.scrollHeight > element.clientHeight * 1.2 &&
        element.clientHeight > scroller.clientHeight * 0.5 &&
        element.clientWidth > scroller.clientWidth * 0.4 &&
        /^(?:auto|scroll|overlay)$/.test(window.getComputedStyle(element).overflowY),
    );
  }

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
    return { ...answer(), boxed: boxed() };
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
