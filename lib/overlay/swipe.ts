/** A finger on the sheet: drawn across it goes to the neighbour, drawn down it closes, and one that slips still presses. */

/** A finger that went this far, and this much farther one way than the other, meant it. */
const FAR = 48;
const FLAT = 2;
/** A finger that went up by this much scrolls. */
const SCROLLS = 10;
/** A finger that moved less is a tap to every browser. What a browser takes for one it says within these ms. */
const SLIPS = 10;
const TAP_MS = 100;
/** On a busy device it says so later, when the press has been made for it: by then it would be a second one. */
const LATE_MS = 1_000;

export interface SwipeEvents {
  /** 1 for a finger that went to the left, as to a next page; -1 for one that went to the right. */
  across(by: 1 | -1): void;
  down(): void;
}

interface Start {
  id: number;
  x: number;
  y: number;
  target: Element;
}

/** The sheet that `target` is in, where a finger on it may mean the sheet; writing does not. */
function sheetOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element && !target.closest('textarea') ? target.closest<HTMLElement>('.low') : null;
}

const means = (far: number, other: number) => far >= FAR && far >= FLAT * Math.abs(other);

/** Calls back for what a finger does on the sheet under `root`. */
export function watchSwipe(root: ShadowRoot, events: SwipeEvents, signal: AbortSignal): void {
  watchAcross(root, events, signal);
  watchDown(root, events, signal);
}

/**
 * Scrolling stays the browser's, which says so by ending the pointer (the style sheet gives it that direction alone). What
 * it takes neither for scrolling nor for a tap presses the button under it all the same.
 */
function watchAcross(root: ShadowRoot, events: SwipeEvents, signal: AbortSignal): void {
  let start: Start | null = null;
  let taps = 0;
  /** Chromium takes the tap after a drag that it was not given for the end of a fling, and says nothing of it. */
  let numb = false;
  /** Until when a click without a finger is the browser's late word on a press that was made. */
  let late = 0;
  const listen = (type: string, listener: (event: PointerEvent) => void) =>
    root.addEventListener(type, (event) => listener(event as PointerEvent), { signal, passive: true });
  listen('pointerdown', ({ target, pointerType, isPrimary, pointerId: id, clientX: x, clientY: y }) => {
    const touches = pointerType === 'touch' && isPrimary && target instanceof Element;
    start = touches ? { id, x, y, target } : null;
    late = 0;
  });
  listen('pointercancel', () => {
    start = null;
  });
  const onClick = (event: Event) => {
    taps += 1;
    if (performance.now() >= late) return;
    late = 0;
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  root.addEventListener('click', onClick, { signal, capture: true });
  listen('pointerup', ({ pointerId, clientX, clientY }) => {
    const from = start;
    start = null;
    if (from?.id !== pointerId) return;
    const across = clientX - from.x;
    const slipped = Math.hypot(across, clientY - from.y) >= SLIPS;
    const unsure = slipped || numb;
    numb = slipped;
    const swiped = sheetOf(from.target) && means(Math.abs(across), clientY - from.y);
    if (swiped) return events.across(across < 0 ? 1 : -1);
    const control = from.target.closest<HTMLElement>('button, a, summary');
    if (!control || !unsure) return;
    const { left, right, top, bottom } = control.getBoundingClientRect();
    if (clientX < left || clientX > right || clientY < top || clientY > bottom) return;
    const before = taps;
    setTimeout(() => {
      if (taps !== before || !control.isConnected || signal.aborted) return;
      control.click();
      late = performance.now() + LATE_MS;
    }, TAP_MS);
  });
}

/**
 * The sheet follows a finger that draws it down from its beginning, and closes or goes back to where it was. Pointers end
 * where the browser begins to scroll, so this hears touches.
 */
function watchDown(root: ShadowRoot, events: SwipeEvents, signal: AbortSignal): void {
  let start: { id: number; x: number; y: number; sheet: HTMLElement } | null = null;
  const listen = (type: string, listener: (event: TouchEvent) => void) =>
    root.addEventListener(type, (event) => listener(event as TouchEvent), { signal, passive: true });
  const gone = ({ changedTouches }: TouchEvent) => {
    const touch = [...changedTouches].find(({ identifier }) => identifier === start?.id);
    return touch && start ? { across: touch.clientX - start.x, down: touch.clientY - start.y } : null;
  };
  const end = () => {
    if (start) start.sheet.style.translate = '';
    start = null;
  };
  root.addEventListener(
    'scroll',
    ({ target }) => {
      const sheet = sheetOf(target);
      if (sheet && sheet === target) sheet.toggleAttribute('scrolled', sheet.scrollTop > 0);
    },
    { signal, passive: true, capture: true },
  );
  listen('touchstart', ({ target, touches }) => {
    end();
    const sheet = sheetOf(target);
    const [touch] = touches;
    if (!touch || touches.length > 1 || !sheet || sheet.scrollTop > 0) return;
    start = { id: touch.identifier, x: touch.clientX, y: touch.clientY, sheet };
  });
  listen('touchmove', (event) => {
    const now = gone(event);
    if (!now || !start) return;
    if (now.down < -SCROLLS) return end();
    start.sheet.style.translate = now.down > FLAT * Math.abs(now.across) ? `0px ${now.down}px` : '';
  });
  listen('touchend', (event) => {
    const now = gone(event);
    if (!now) return;
    end();
    if (means(now.down, now.across)) events.down();
  });
  listen('touchcancel', end);
}
