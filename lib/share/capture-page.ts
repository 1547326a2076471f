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

const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Answers the share page's messages about `document`, one after the other. */
export function createCapturer(document: Document): (message: CaptureMessage) => Promise<CaptureAnswer> {
  const capturer = new PageCapturer(document);
  return (message) => capturer.answer(message);
}

class PageCapturer {
  readonly #document: Document;
  readonly #window: Window;
  readonly #scroller: Element;
  #hiding: Animation[] = [];
  #home: { x: number; y: number } | null = null;
  #watch: ReturnType<typeof setTimeout> | undefined;
  #hands: AbortController | null = null;
  #stopped = false;

  constructor(document: Document) {
    this.#document = document;
    this.#window = document.defaultView ?? globalThis.window;
    this.#scroller = document.scrollingElement ?? document.documentElement;
  }

  async answer(message: CaptureMessage): Promise<CaptureAnswer> {
    clearTimeout(this.#watch);
    if (message.type === 'end') {
      this.#end();
      return this.#state();
    }
    this.#watch = setTimeout(() => this.#end(), ABANDONED);
    this.#home ??= { x: this.#window.scrollX, y: this.#window.scrollY };
    this.#holdHands();
    return message.type === 'start' ? this.#visit() : this.#step(message.y, message.pause);
  }

  #state(): CaptureAnswer {
    return {
      y: this.#window.scrollY,
      width: this.#scroller.clientWidth,
      height: this.#scroller.clientHeight,
      innerWidth: this.#window.innerWidth,
      dpr: this.#window.devicePixelRatio,
      total: this.#scroller.scrollHeight,
      address: this.#window.location.href,
      stopped: this.#stopped,
      boxed: false,
    };
  }

  async #visit(): Promise<CaptureAnswer> {
    const scroller = this.#scroller;
    for (
      let y = 0;
      y < Math.min(scroller.scrollHeight, LONGEST) && !this.#stopped && this.#home;
      y += scroller.clientHeight
    ) {
      this.#scrollTo(y);
      await sleep(GLANCE);
    }
    // What has begun to load settles the height before the first picture; what is far below may never begin.
    await this.#images((image) => image.loading !== 'lazy' || image.currentSrc !== '');
    // Unless the end came meanwhile, and the reader is back where they were.
    if (this.#home) this.#scrollTo(0);
    await this.#frames();
    return { ...this.#state(), boxed: isBoxed(this.#document, scroller) };
  }

  async #step(y: number, pause: number): Promise<CaptureAnswer> {
    const began = Date.now();
    this.#show();
    this.#scrollTo(y);
    await this.#frames();
    // Unless the end came meanwhile: the share page does not wait for a page that hung.
    if (this.#home) this.#hide();
    await this.#images((image) => this.#isInSight(image));
    await this.#frames();
    await sleep(Math.max(0, pause - (Date.now() - began)));
    return this.#state();
  }

  #end(): void {
    clearTimeout(this.#watch);
    this.#hands?.abort();
    this.#hands = null;
    this.#show();
    if (this.#home) this.#scrollTo(this.#home.y, this.#home.x);
    this.#home = null;
  }

  /** While the page is taken, nobody scrolls it by hand; Escape stops. */
  #holdHands(): void {
    if (this.#hands) return;
    this.#hands = new AbortController();
    const { signal } = this.#hands;
    this.#stopped = false;
    const hold = (event: Event) => event.preventDefault();
    for (const type of ['wheel', 'touchmove'])
      this.#window.addEventListener(type, hold, { capture: true, passive: false, signal });
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') this.#stopped = true;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    this.#window.addEventListener('keydown', onKey, { capture: true, signal });
  }

  #scrollTo(top: number, left = 0): void {
    this.#window.scrollTo({ left, top, behavior: 'instant' });
  }

  /** Hides what would be repeated on every screen. */
  #hide(): void {
    for (const element of stuckIn(this.#document, this.#scroller, this.#window.scrollY <= 0)) {
      const unseen = { visibility: ['hidden', 'hidden'], opacity: ['0', '0'] };
      this.#hiding.push(element.animate(unseen, { duration: 1e9, fill: 'both' }));
    }
  }

  #show(): void {
    for (const animation of this.#hiding) animation.cancel();
    this.#hiding = [];
  }

  /** Waits for what was changed to be painted. */
  #frames(): Promise<void> {
    const painted = new Promise<void>((done) => {
      this.#window.requestAnimationFrame(() => this.#window.requestAnimationFrame(() => done()));
    });
    // A window that is covered paints no frames: do not wait for ever.
    return Promise.race([painted, sleep(400)]);
  }

  /** Waits for the images that `wanted` picks, no longer than `IMAGES`. */
  async #images(wanted: (image: HTMLImageElement) => boolean): Promise<void> {
    const waiting = Array.from(this.#document.images).filter((image) => !image.complete && wanted(image));
    if (waiting.length > 0)
      await Promise.race([Promise.all(waiting.map((image) => image.decode().catch(() => undefined))), sleep(IMAGES)]);
  }

  #isInSight(image: Element): boolean {
    const { top, bottom } = image.getBoundingClientRect();
    return bottom > 0 && top < this.#scroller.clientHeight;
  }
}
