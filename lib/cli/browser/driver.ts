/**
 * One way to drive Chromium and Firefox with the built extension inside. Tests and commands know only this interface;
 * chromium.ts and firefox.ts say how each browser is asked.
 */
import type { PageStatus } from '@/lib/messages';

export const BROWSERS = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** The Firefox add-on id is fixed by the manifest; its internal address is pinned so that its pages can be opened. */
export const PINNED_UUID = '5a71e3a1-0bee-4c0d-9ee1-0a1d0c0ffee5';

export interface LaunchOptions {
  /** Absolute path of the browser's program. */
  executable: string;
  /** Absolute path of the built extension, unpacked. */
  extension: string;
  /** Without a window. Default true. */
  headless?: boolean;
  /** Viewport in CSS pixels; default 1440 × 900. Ignored in a window, where the page follows the window. */
  width?: number;
  height?: number;
  /** Pixels of the screen for one of CSS. Default 1. */
  scale?: number;
  /** Names that lead to this machine as 127.0.0.1 does: pages of ours may then stand on sites of their own. */
  names?: readonly string[];
  /** Lets requests out, for a reader who looks around in a window. Default false: nothing gets past loopback. */
  online?: boolean;
  /** Leaves the page open that greets a new reader. Default false: it would stand in front of what is to be seen. */
  welcome?: boolean;
}

/** Runs in the page; must be self-contained, arguments and answer must survive JSON. */
export type InPage<A extends unknown[], R> = (...args: A) => R | Promise<R>;
/** As InPage, with Peel's closed shadow root as first argument. */
export type InOverlay<A extends unknown[], R> = (root: ShadowRoot, ...args: A) => R | Promise<R>;

/** `CSS.highlights`, for functions that run in a page: what Peel paints are live ranges, which the DOM's own types leave open. */
export type Highlights = Iterable<[name: string, ranges: Iterable<Range>]>;

/** A document in the browser: a page, or one of the extension's own. */
export interface Surface {
  evaluate<A extends unknown[], R>(fn: InPage<A, R>, ...args: A): Promise<R>;
  /** Writes a PNG of what is visible. */
  screenshot(path: string): Promise<void>;
  /** Sets the size of the view in CSS pixels, and the screen's pixels for each, where the browser lets that be done. */
  resize?(width: number, height: number, scale?: number): Promise<void>;
  close(): Promise<void>;
}

/** A tab that shows a page. */
export interface Tab extends Surface {
  goto(url: string): Promise<void>;
  url(): string;
  /** Brings the tab to the front. */
  front(): Promise<void>;
  /** Presses a key by its name ("Escape", "Tab", "j") with modifiers held ("Alt", "Shift"). */
  press(key: string, ...modifiers: string[]): Promise<void>;
  /** Moves the mouse to a point of the viewport, in CSS pixels; `click` presses too. */
  point(x: number, y: number, click?: boolean): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** Writes a PNG of the visible part, or of the page from its top down to `height` CSS pixels. */
  screenshot(path: string, height?: number): Promise<void>;
  /** Runs a script in the page's main world, whatever the page's own policy says. */
  inject(script: string): Promise<void>;
  /** Milliseconds that the page's main thread has worked so far; null where the browser does not tell. */
  busy(): Promise<number | null>;
  /** Runs `fn` with Peel's closed shadow root; null if the page holds no such root. */
  inOverlay<A extends unknown[], R>(fn: InOverlay<A, R>, ...args: A): Promise<R | null>;
}

export interface Driver {
  readonly name: BrowserName;
  readonly version: string;
  /** Address that the extension's own pages start with, with a slash at the end. */
  readonly origin: string;
  /** Opens a tab in front, at `url` when given, and waits for the load event. */
  open(url?: string): Promise<Tab>;
  /** Presses the toolbar button with `tab` in front and returns the popup once its document has loaded. */
  popup(tab: Tab): Promise<Surface>;
  /** Opens the ledger in the browser's side panel, by the button of the popup, and returns it once it is there. */
  panel(tab: Tab): Promise<Surface>;
  /**
   * Chooses the extension's entry `id` in the browser's own menu, opened at a point of `tab`. True if the menu itself was
   * pressed. No driver reaches Chromium's: there the listener is called, without the rights that a press gives.
   */
  menu(tab: Tab, id: string, x: number, y: number): Promise<boolean>;
  /** Gives the keyboard command `name` with `tab` in front: by its keys (true), or in Chromium by its listener. */
  command(tab: Tab, name: string): Promise<boolean>;
  /** Opens one of the extension's pages ("options.html") in a tab behind the others. */
  page(path: string): Promise<Surface>;
  /** What the content script in `tab` says of itself; null when none answers. */
  status(tab: Tab): Promise<PageStatus | null>;
  /** Reads all of the extension's local storage. */
  stored(): Promise<Record<string, unknown>>;
  /** Replaces all of the extension's local storage. */
  store(values: Record<string, unknown>): Promise<void>;
  /** The sites that the extension may read now, as match patterns in order. */
  origins(): Promise<string[]>;
  /** Ends the background as the browser itself may at any time. False if it was not running. */
  stopBackground(): Promise<boolean>;
  /** Whether the background runs now. */
  backgroundRuns(): Promise<boolean>;
  /** Bytes that the background holds, rubbish collected before; null where it does not run or the browser does not tell. */
  backgroundMemory(): Promise<number | null>;
  /** Errors and warnings of pages, content scripts, background and popup so far, one line each. */
  errors(): Promise<string[]>;
  /** Requests that tried to leave the machine so far, by anybody. */
  attempts(): readonly string[];
  /**
   * As if the browser had been started anew with the extension in `folder`: closes every tab, takes the extension out with all that it kept
   * and was allowed, puts it in again, and forgets errors and requests so far. What tests do not look at stays: history, caches.
   */
  renew(folder: string): Promise<void>;
  /**
   * As if the reader had taken back every choice and closed every tab: what the extension keeps in storage is gone, errors and requests so
   * far too, while its background and its permissions stay. It spares most of what `renew` takes. Rejects where the extension is gone.
   */
  clear(): Promise<void>;
  /** Settles when the browser is gone, by whatever hand. */
  readonly gone: Promise<void>;
  close(): Promise<void>;
}

/** Runs in the popup: presses the button that opens the ledger. False while it is not there. */
export function pressLedger(): boolean {
  const button = document.querySelector<HTMLElement>('[data-ledger]');
  button?.click();
  return button !== null;
}

/** Waits until `probe` answers something true, and returns that. Throws with `what` after `timeout` milliseconds. */
export async function until<T>(
  what: string,
  probe: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  timeout = 10_000,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited ${timeout} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
