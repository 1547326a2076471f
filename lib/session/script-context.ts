/**
 * The life of the content script in one page, in place of WXT's own context, which every page would parse 3 kB of: it ends
 * when a newer copy of the script starts in the page, or once the extension was found to be gone.
 */
import { browser } from 'wxt/browser';

/** Where a copy leaves the way to end it: on the global object of Peel's own world, which no page sees or reaches. */
const END = Symbol.for('peel:end');
type World = typeof globalThis & { [END]?: () => void };

/** One copy of the content script, for as long as it lives. */
export class ContentScriptContext {
  readonly #life = new AbortController();

  /** Ends what an earlier copy of the script does in this page. One of before an update is in a world apart, and has to ask. */
  constructor() {
    const world: World = globalThis;
    world[END]?.();
    world[END] = () => this.#life.abort();
  }

  /** Aborts at the end. */
  get signal(): AbortSignal {
    return this.#life.signal;
  }

  /** True after the end. An update or a removal tells nobody: asking is how it is found out. */
  get isInvalid(): boolean {
    if (browser.runtime?.id == null) this.#life.abort();
    return this.signal.aborted;
  }
}
