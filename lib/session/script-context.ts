/**
 * The life of the content script in one page, in place of WXT's own context, which every page would parse 3 kB of: it ends
 * when a newer copy of the script starts in the page, or once the extension was found to be gone.
 */
import { browser } from 'wxt/browser';

export class ContentScriptContext {
  readonly #life = new AbortController();

  /** Ends what an earlier copy of the script does in this page. */
  constructor() {
    const started = `${browser.runtime.id}:started`;
    document.dispatchEvent(new Event(started));
    document.addEventListener(started, () => this.#life.abort(), { signal: this.signal });
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
