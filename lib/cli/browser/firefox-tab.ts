/**
 * What is driven of Firefox: its own window, which runs functions with the browser's rights; documents of an extension, which
 * are asked from there; and a tab with a page in it.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { InOverlay, InPage, Surface } from './driver';
import { captureBrowser, inFrame } from './firefox-window';
import { PuppeteerTab } from './puppeteer-tab';

interface Bidi {
  send(method: string, params: object): Promise<{ result: never }>;
}

/** Runs functions in the browser's own window, with the browser's own rights. */
export class BrowserWindow {
  constructor(
    private readonly bidi: Bidi,
    private readonly context: string,
  ) {}

  static async of(browser: Browser): Promise<BrowserWindow> {
    const bidi = (browser as unknown as { connection: Bidi }).connection;
    const tree: { contexts: { context: string }[] } = (
      await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 })
    ).result;
    const context = tree.contexts[0]?.context;
    if (!context) throw new Error('Firefox shows no window');
    return new BrowserWindow(bidi, context);
  }

  /** Arguments and answer travel as JSON. */
  async run<A extends unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    const answer: {
      type: string;
      result?: { type: string; value?: string };
      exceptionDetails?: { text: string };
    } = (
      await this.bidi.send('script.callFunction', {
        functionDeclaration: `async (json) => JSON.stringify(await (${fn.toString()})(...JSON.parse(json)))`,
        awaitPromise: true,
        target: { context: this.context },
        arguments: [{ type: 'string', value: JSON.stringify(args) }],
      })
    ).result;
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text ?? 'failed in the window');
    return answer.result?.value === undefined ? (undefined as R) : (JSON.parse(answer.result.value) as R);
  }
}

/** A popup or a tab that shows one of the extension's documents. */
export class ExtensionSurface implements Surface {
  constructor(
    private readonly window: BrowserWindow,
    private readonly id: string,
    private readonly shut: () => Promise<void>,
  ) {}

  evaluate<A extends unknown[], R>(fn: InPage<A, R>, ...args: A): Promise<R> {
    return this.window.run(inFrame, this.id, fn.toString(), JSON.stringify(args), false) as Promise<R>;
  }

  async screenshot(path: string): Promise<void> {
    const url = await this.window.run(captureBrowser, this.id);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
  }

  close(): Promise<void> {
    return this.shut();
  }
}

/** A tab of Firefox. */
export class FirefoxTab extends PuppeteerTab {
  constructor(
    page: Page,
    private readonly window: BrowserWindow,
  ) {
    super(page);
  }

  /** The scale is that of the whole browser, set where it is started. */
  override async resize(width: number, height: number): Promise<void> {
    await this.page.setViewport({ width, height });
  }

  async busy(): Promise<null> {
    return null;
  }

  inOverlay<A extends unknown[], R>(fn: InOverlay<A, R>, ...args: A): Promise<R | null> {
    return this.window.run(inFrame, this.url(), fn.toString(), JSON.stringify(args), true) as Promise<R | null>;
  }
}
