/** What makes the overlay look again, and what the reader does with the pointer and Escape. Listens, never interferes. */
import { bodyOf, builtIn } from '../page-document';

/** Quiet after scrolling before positions are checked, and wait after what may move things or change colors; milliseconds. */
const SETTLED = 150;

/** A holder of more elements than this is a plain page or a log, and grows by itself: its size tells enough. */
const MOST_WATCHED = 200;
const hasMany = (element: Element): boolean => builtIn(element, 'childElementCount') > MOST_WATCHED;

export interface PageEvents {
  /** Sizes changed: lay out again. At most once a frame. */
  layout(): void;
  /** Scrolling or moving came to rest: things may have drifted. */
  settled(): void;
  /** The page may have switched from light to dark or back. */
  switched(): void;
  /** True while the page is as large as it was when it was laid out. */
  fits(): boolean;
  /** What scrolls the article by itself; null where the document does. */
  scroller(): Element | null;
}

/** For what some pages do all the time: quiet is not waited for. */
function rarely(look: () => void, signal: AbortSignal): () => void {
  let due = false;
  return () => {
    if (due) return;
    due = true;
    setTimeout(() => {
      due = false;
      if (!signal.aborted) look();
    }, SETTLED);
  };
}

/** Calls back when the page's geometry may have changed. */
export function watchPage(document: Document, events: PageEvents, signal: AbortSignal): void {
  const view = document.defaultView;
  if (!view) return;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let scrolled = Number.NEGATIVE_INFINITY;
  const soon = () => {
    frame ||= view.requestAnimationFrame(() => {
      frame = 0;
      if (!signal.aborted) events.layout();
    });
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => !signal.aborted && events.settled(), SETTLED);
  };
  const switched = rarely(() => events.switched(), signal);
  const moved = rarely(() => {
    // While the page scrolls all positions are others; when it has come to rest they are looked at anyway.
    if (performance.now() - scrolled > SETTLED) events.settled();
  }, signal);
  const listen = (target: EventTarget, type: string, listener: (event: Event) => void, capture = false) =>
    target.addEventListener(type, listener, { signal, passive: true, capture });
  listen(view, 'resize', soon);
  // Two fingers change what is seen, and nothing else of the window.
  if (view.visualViewport) listen(view.visualViewport, 'resize', soon);
  listen(document, 'load', soon, true);
  listen(document, 'toggle', soon, true);
  if (document.fonts) listen(document.fonts, 'loadingdone', soon);
  listen(view, 'pageshow', soon);
  listen(
    document,
    'scroll',
    ({ target }) => {
      if (target && target === events.scroller()) soon();
      scrolled = performance.now();
      later();
    },
    true,
  );
  // What slides in moves and comes into sight without a change of any size; on some pages something always does.
  for (const type of ['transitionend', 'animationend']) listen(document, type, moved);
  const scheme = view.matchMedia?.('(prefers-color-scheme: dark)');
  if (scheme) listen(scheme, 'change', switched);
  watchSizes(document, events, { soon, moved, switched }, signal);
  signal.addEventListener('abort', () => {
    view.cancelAnimationFrame(frame);
    clearTimeout(timer);
  });
}

/** Calls back where body or scroller, or what is in them, gets another size, comes or goes, and where their attributes change. */
function watchSizes(
  document: Document,
  { scroller, fits }: Pick<PageEvents, 'scroller' | 'fits'>,
  { soon, moved, switched }: Record<'soon' | 'moved' | 'switched', () => void>,
  signal: AbortSignal,
): void {
  const body = bodyOf(document);
  // An observer begins with the sizes there are, which were measured a moment ago.
  let begun = false;
  const resized: ResizeObserverCallback = (entries) => {
    if (begun && entries.every(({ target }) => target !== body)) moved();
    else if (begun || !fits()) soon();
    begun = true;
  };
  const sizes = globalThis.ResizeObserver && new ResizeObserver(resized);
  const changes = new MutationObserver((records) => {
    switched();
    for (const { removedNodes, addedNodes, target } of records) {
      for (const node of removedNodes) if (node instanceof Element) sizes?.unobserve(node);
      for (const node of addedNodes) if (node instanceof Element && !hasMany(target as Element)) sizes?.observe(node);
    }
    if (records.some(({ type }) => type === 'childList')) moved();
  });
  // A body or a scroller that is as tall as the window does not grow with the page: what is in it does.
  for (const holder of [body, scroller()]) {
    if (!holder) continue;
    for (const element of [holder, ...(hasMany(holder) ? [] : builtIn(holder, 'children'))]) sizes?.observe(element);
    changes.observe(holder, { childList: true, attributes: true });
  }
  // Where pages keep a switch of their own for dark and light.
  changes.observe(document.documentElement, { attributes: true });
  signal.addEventListener('abort', () => {
    sizes?.disconnect();
    changes.disconnect();
  });
}

export interface PointerEvents {
  /** Key of the claim under a point of the page. */
  find(x: number, y: number, target: Element | null): string | null;
  hover(key: string | null): void;
  /** A plain click on the page, not on a link or control, with nothing selected. */
  click(key: string | null): void;
  escape(): void;
  isOwn(target: EventTarget | null): boolean;
  isInteractive(target: Element | null): boolean;
}

/**
 * Calls back for the pointer over the page's text and for Escape. Nothing is ever prevented, and what the page's own
 * scripts pretend is not heard: only the reader opens and closes.
 */
export function watchPointer(document: Document, events: PointerEvents, signal: AbortSignal): void {
  const view = document.defaultView;
  if (!view) return;
  const passive = { signal, passive: true };
  let frame = 0;
  /** Where the pointer was seen last, and on what: an event that is over no longer tells. Null once it has left. */
  let last: { event: PointerEvent; target: Element | null } | null = null;
  const elementOf = (event: Event): Element | null => {
    const [target] = event.composedPath();
    return target instanceof Element ? target : null;
  };
  const move = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType === 'touch' || event.buttons !== 0) return;
    last = { event, target: elementOf(event) };
    frame ||= view.requestAnimationFrame(() => {
      frame = 0;
      if (!last || signal.aborted || events.isOwn(last.event.target)) return;
      events.hover(events.find(last.event.clientX, last.event.clientY, last.target));
    });
  };
  const leave = (event: Event) => {
    if (!event.isTrusted) return;
    last = null;
    events.hover(null);
  };
  document.addEventListener('pointermove', move, passive);
  document.addEventListener('pointerleave', leave, passive);
  document.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || events.isOwn(event.target) || event.button !== 0) return;
      const target = elementOf(event);
      const selecting = document.getSelection()?.isCollapsed === false;
      if (selecting || event.defaultPrevented || events.isInteractive(target)) return;
      events.click(events.find(event.clientX, event.clientY, target));
    },
    passive,
  );
  document.addEventListener(
    'keydown',
    (event) => event.isTrusted && event.key === 'Escape' && events.escape(),
    passive,
  );
  signal.addEventListener('abort', () => view.cancelAnimationFrame(frame));
}

/** Stands for the card in place of an entry's key. */
export const IN_CARD = 'card';

export interface OwnEvents {
  /** Key of the note or mark under the pointer, `IN_CARD`, or null. */
  hover(at: string | null): void;
  click(at: string | null, onButton: boolean): void;
  /** Key of the note or mark that has the focus by keyboard, or null. */
  focus(at: string | null): void;
  escape(): void;
}

/** Calls back for what the reader does inside Peel's own root, which is closed: no script of the page gets at it. */
export function watchOwn(root: ShadowRoot, events: OwnEvents, signal: AbortSignal): void {
  const elementAt = ({ target }: Event) => (target instanceof Element ? target : null);
  const keyAt = (event: Event): string | null => {
    // As it was when the event came: a press may have had the card drawn anew, and what was pressed is in it no longer.
    const path = event.composedPath();
    const within = path.slice(0, path.indexOf(root)) as HTMLElement[];
    if (within.some((element) => element.matches('.card'))) return IN_CARD;
    return within.find((element) => element.matches('[data-key]'))?.dataset.key ?? null;
  };
  const listen = (type: string, listener: (event: Event) => void) =>
    root.addEventListener(type, listener, { signal, passive: true });
  listen('pointerover', (event) => events.hover(keyAt(event)));
  listen('pointerout', (event) => (event as PointerEvent).relatedTarget === null && events.hover(null));
  let left = false;
  listen('focusin', (event) => {
    if (!elementAt(event)?.matches(':focus-visible')) return;
    left = false;
    events.focus(keyAt(event));
  });
  listen('focusout', () => {
    left = true;
    // Chromium says it in the middle of the drawing that takes the focused note away, and to draw then would spoil it.
    queueMicrotask(() => {
      if (left && !signal.aborted) events.focus(null);
      left = false;
    });
  });
  listen('keydown', (event) => (event as KeyboardEvent).key === 'Escape' && events.escape());
  listen('click', (event) => events.click(keyAt(event), elementAt(event)?.closest('button') != null));
}
