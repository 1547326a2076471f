/** The extension as it is driven in Chromium: its pages, its popup, its background. */
import type { Browser, Page, Target } from 'puppeteer-core';
import { type Surface, type Tab, until } from './driver';
import { PuppeteerSurface, puppeteerPage } from './puppeteer-tab';

/** A page of the extension that does nothing by itself towards the tabs. */
const HELPER = 'options.html';

/** Waits until `page` shows `url`; the blank page that every tab begins with is complete too. */
async function loaded(page: Page, url: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => location.href.startsWith(wanted) && document.readyState === 'complete',
    // The frames that puppeteer would wait for by default may never come in a tab behind another.
    { timeout: 30_000, polling: 50 },
    url,
  );
}

/** Runs in the background: calls the listeners of `chrome[api][event]`. */
async function dispatchInWorker(api: string, event: string, first: unknown): Promise<void> {
  type Event = { dispatch(...args: unknown[]): void };
  const { chrome } = globalThis as unknown as {
    chrome: { tabs: { query(filter: object): Promise<unknown[]> } } & Record<string, Record<string, Event>>;
  };
  const [front] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  chrome[api]?.[event]?.dispatch(first, front);
}

/** An extension that is installed in `browser`. */
export class ChromiumExtension {
  /** With a slash at the end. */
  readonly origin: string;
  #helper: Promise<Surface> | null = null;

  constructor(
    private readonly browser: Browser,
    readonly id: string,
  ) {
    this.origin = `chrome-extension://${id}/`;
  }

  /** Opens one of its pages in a tab behind the others. */
  async page(path: string): Promise<Surface> {
    const session = await this.browser.target().createCDPSession();
    const url = this.origin + path;
    const { targetId } = await session.send('Target.createTarget', { url, background: true });
    await session.detach();
    const target = await this.browser.waitForTarget(
      (candidate) => (candidate as unknown as { _targetId: string })._targetId === targetId,
    );
    const opened = await target.asPage();
    await loaded(opened, url);
    return new PuppeteerSurface(opened);
  }

  /** A page of its own from which its storage and the tabs are asked; opened once. */
  helper(): Promise<Surface> {
    this.#helper ??= this.page(HELPER).catch((error: unknown) => {
      this.#helper = null;
      throw error;
    });
    return this.#helper;
  }

  /** Its page to ask from was closed with all others. */
  forgetHelper(): void {
    this.#helper = null;
  }

  /** Its page at `path` that `act` makes the browser open. */
  async opening(path: string, act: () => Promise<unknown>): Promise<Page> {
    const before = new Set(this.browser.targets());
    const isNew = (target: Target) => !before.has(target) && target.url().startsWith(this.origin + path);
    const [target] = await Promise.all([this.browser.waitForTarget(isNew, { timeout: 10_000 }), act()]);
    const opened = await target.asPage();
    await loaded(opened, this.origin + path);
    return opened;
  }

  /** Presses its button with `tab` in front. */
  async popup(tab: Tab): Promise<Surface> {
    await tab.front();
    const extension = (await this.browser.extensions()).get(this.id);
    if (!extension) throw new Error('the extension is not installed');
    return new PuppeteerSurface(await this.opening('popup.html', () => extension.triggerAction(puppeteerPage(tab))));
  }

  /** Its background while that runs. */
  worker(): Target | undefined {
    return this.browser
      .targets()
      .find((target) => target.type() === 'service_worker' && target.url().startsWith(this.origin));
  }

  /** Calls the background's listeners as the browser would, with the tab in front as second argument. */
  async dispatch(api: string, event: string, first: unknown): Promise<void> {
    // A message that nobody knows wakes it all the same.
    const page = await this.helper();
    await page.evaluate(() =>
      (
        globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }
      ).chrome.runtime
        .sendMessage({ type: 'wake' })
        .catch(() => undefined),
    );
    // One that is just ending is still listed: it lets nobody in.
    const session = await until('the background', async () =>
      this.worker()
        ?.createCDPSession()
        .catch(() => null),
    );
    try {
      const given = [api, event, first].map((one) => JSON.stringify(one) ?? 'undefined').join();
      const { exceptionDetails } = await session.send('Runtime.evaluate', {
        expression: `(${dispatchInWorker})(${given})`,
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    } finally {
      // A background with a debugger attached never ends.
      await session.detach().catch(() => undefined);
    }
  }
}
