/** Drives Chrome, Chromium and Edge over the DevTools protocol. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import puppeteer, { type Browser, type CDPSession, type KeyInput, type Page, type Target } from 'puppeteer-core';
import {
  type Driver,
  type InOverlay,
  type InPage,
  type LaunchOptions,
  pressLedger,
  type Surface,
  type Tab,
  until,
} from './driver';
import { addressOf, askStatus, readStorage, writeStorage } from './extension-calls';
import { capture } from './screenshot';
import { raiseWall } from './wall';

/** A page of the extension that does nothing by itself towards the tabs. */
const HELPER = 'options.html';

class ChromiumSurface implements Surface {
  constructor(readonly page: Page) {}

  evaluate<A extends unknown[], R>(fn: InPage<A, R>, ...args: A): Promise<R> {
    return this.page.evaluate(fn as (...a: unknown[]) => R, ...args) as Promise<R>;
  }

  async resize(width: number, height: number, scale?: number): Promise<void> {
    const deviceScaleFactor = scale ?? this.page.viewport()?.deviceScaleFactor ?? 1;
    await this.page.setViewport({ width, height, deviceScaleFactor });
  }

  async screenshot(path: string, height?: number): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await capture(this.page, height));
  }

  async close(): Promise<void> {
    if (!this.page.isClosed()) await this.page.close();
  }
}

interface DomNode {
  nodeName: string;
  backendNodeId: number;
  shadowRootType?: string;
  shadowRoots?: DomNode[];
  children?: DomNode[];
}

class ChromiumTab extends ChromiumSurface implements Tab {
  #session: CDPSession | null = null;

  async goto(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'load' });
  }

  url(): string {
    return this.page.url();
  }

  front(): Promise<void> {
    return this.page.bringToFront();
  }

  async press(key: string, ...modifiers: string[]): Promise<void> {
    for (const held of modifiers) await this.page.keyboard.down(held as KeyInput);
    await this.page.keyboard.press(key as KeyInput);
    for (const held of modifiers) await this.page.keyboard.up(held as KeyInput);
  }

  async point(x: number, y: number, click = false): Promise<void> {
    await this.page.mouse.move(x, y);
    if (click) await this.page.mouse.click(x, y);
  }

  async inject(script: string): Promise<void> {
    await this.page.evaluate(`${script}\n;undefined`);
  }

  async busy(): Promise<number | null> {
    const { TaskDuration } = await this.page.metrics();
    return TaskDuration === undefined ? null : TaskDuration * 1000;
  }

  async inOverlay<A extends unknown[], R>(fn: InOverlay<A, R>, ...args: A): Promise<R | null> {
    this.#session ??= await this.page.createCDPSession();
    const session = this.#session;
    // Peel's host is a child of <html>, beside body; a page's own closed roots are deeper.
    const { root } = await session.send('DOM.getDocument', { depth: 2, pierce: true });
    const html = (root as DomNode).children?.find((node) => node.nodeName === 'HTML');
    const shadow = html?.children
      ?.flatMap((node) => node.shadowRoots ?? [])
      .find((node) => node.shadowRootType === 'closed');
    if (!shadow) return null;
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
    const answer = await session.send('Runtime.callFunctionOn', {
      functionDeclaration: `async function (json) { return (${fn.toString()})(this, ...JSON.parse(json)); }`,
      objectId: object.objectId as string,
      arguments: [{ value: JSON.stringify(args) }],
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? 'failed in overlay');
    return answer.result.value as R;
  }
}

/** Collects what goes wrong in one target, whichever of its worlds it goes wrong in. */
async function listen(target: Target, errors: string[]): Promise<CDPSession> {
  const session = await target.createCDPSession();
  const where = () => `${target.type()} ${target.url()}`;
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    errors.push(`${where()}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
  });
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type !== 'error' && type !== 'warning' && type !== 'assert') return;
    errors.push(`${where()}: console.${type} ${args.map((arg) => arg.value ?? arg.description).join(' ')}`);
  });
  session.on('Log.entryAdded', ({ entry }) => {
    if (entry.level === 'error') errors.push(`${where()}: ${entry.source} ${entry.text} ${entry.url ?? ''}`);
  });
  await session.send('Runtime.enable');
  await session.send('Log.enable');
  return session;
}

/** Waits until `page` shows `url`; the blank page that every tab begins with is complete too. */
async function loaded(page: Page, url: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => location.href.startsWith(wanted) && document.readyState === 'complete',
    { timeout: 10_000 },
    url,
  );
}

/** Starts Chromium with the extension installed. Throws if the browser does not start or refuses the extension. */
export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const { headless = true, width = 1440, height = 900, scale = 1, names = [] } = options;
  const { online = false, welcome = false } = options;
  const wall = await raiseWall();
  let browser: Browser;
  try {
    browser = await puppeteer.launch({
      browser: 'chrome',
      executablePath: options.executable,
      headless,
      enableExtensions: true,
      pipe: true,
      defaultViewport: headless ? { width, height, deviceScaleFactor: scale } : null,
      args: [
        // Chromium's sandbox does not run as root.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...(headless ? ['--disable-gpu'] : [`--window-size=${width},${height}`]),
        '--disable-component-update',
        '--disable-domain-reliability',
        '--disable-quic',
        '--no-pings',
        '--no-default-browser-check',
        '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
        '--disable-features=OptimizationGuideModelDownloading,OptimizationHintsFetching,AutofillServerCommunication',
        ...(online
          ? []
          : [
              `--proxy-server=http://127.0.0.1:${wall.port}`,
              `--proxy-bypass-list=${names.join(';')}`,
              `--host-resolver-rules=${[
                ...names.map((name) => `MAP ${name} 127.0.0.1`),
                'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
              ].join(', ')}`,
            ]),
      ],
    });
  } catch (error) {
    await wall.close();
    throw error;
  }
  const errors: string[] = [];
  const listening = new Set<Promise<void>>();
  // A worker with a debugger attached never ends: these are let go first.
  const atWorkers = new Set<CDPSession>();
  const watch = (target: Target) => {
    if (!['page', 'service_worker', 'background_page'].includes(target.type())) return;
    // A target may be gone before it can be listened to.
    const job = listen(target, errors).then(
      (session) => {
        if (target.type() === 'service_worker') atWorkers.add(session);
      },
      () => {},
    );
    listening.add(job);
    void job.then(() => listening.delete(job));
  };
  browser.on('targetcreated', watch);
  let id: string;
  try {
    id = await browser.installExtension(options.extension);
  } catch (error) {
    await browser.close();
    await wall.close();
    throw error;
  }
  const origin = `chrome-extension://${id}/`;
  if (!welcome) {
    const greeting = await browser.waitForTarget((target) => target.url() === `${origin}welcome.html`);
    await (await greeting.asPage()).close();
  }
  let helper: Promise<Surface> | null = null;

  const page = async (path: string): Promise<Surface> => {
    const session = await browser.target().createCDPSession();
    const url = origin + path;
    const { targetId } = await session.send('Target.createTarget', { url, background: true });
    await session.detach();
    const target = await browser.waitForTarget(
      (candidate) => (candidate as unknown as { _targetId: string })._targetId === targetId,
    );
    const opened = await target.asPage();
    await loaded(opened, url);
    return new ChromiumSurface(opened);
  };
  const help = () => {
    helper ??= page(HELPER);
    return helper;
  };
  /** The extension's page at `path` that `act` makes the browser open. */
  const opening = async (path: string, act: () => Promise<unknown>): Promise<Page> => {
    const before = new Set(browser.targets());
    const isNew = (target: Target) => !before.has(target) && target.url().startsWith(origin + path);
    const [target] = await Promise.all([browser.waitForTarget(isNew, { timeout: 10_000 }), act()]);
    const opened = await target.asPage();
    await loaded(opened, origin + path);
    return opened;
  };
  const popup = async (tab: Tab): Promise<Surface> => {
    await tab.front();
    const extension = (await browser.extensions()).get(id);
    if (!extension) throw new Error('the extension is not installed');
    return new ChromiumSurface(await opening('popup.html', () => extension.triggerAction((tab as ChromiumTab).page)));
  };
  const worker = () =>
    browser.targets().find((target) => target.type() === 'service_worker' && target.url().startsWith(origin));

  /** Calls the background's listeners as the browser would, with the tab in front as second argument. */
  const dispatch = async (api: string, event: string, first: unknown): Promise<void> => {
    // A message that nobody knows wakes it all the same.
    const page = await help();
    await page.evaluate(() =>
      (
        globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }
      ).chrome.runtime
        .sendMessage({ type: 'wake' })
        .catch(() => undefined),
    );
    const target = await until('the background', worker);
    await (await target.worker())?.evaluate(
      async (one: string, two: string, argument: unknown) => {
        type Event = { dispatch(...args: unknown[]): void };
        const { chrome } = globalThis as unknown as {
          chrome: { tabs: { query(filter: object): Promise<unknown[]> } } & Record<string, Record<string, Event>>;
        };
        const [front] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        chrome[one]?.[two]?.dispatch(argument, front);
      },
      api,
      event,
      first,
    );
  };

  return {
    name: 'chromium',
    version: await browser.version(),
    origin,
    async open(url) {
      const opened = await browser.newPage();
      await Promise.all(listening);
      const tab = new ChromiumTab(opened);
      if (url) await tab.goto(url);
      return tab;
    },
    popup,
    async panel(tab) {
      const from = await popup(tab);
      // What puppeteer runs counts as a press of the reader's.
      const opened = await opening('ledger.html', () => until('the button', () => from.evaluate(pressLedger)));
      return new ChromiumSurface(opened);
    },
    async menu(tab, menuItemId) {
      await tab.front();
      const selectionText = await tab.evaluate(() => String(getSelection()));
      await dispatch('contextMenus', 'onClicked', { menuItemId, selectionText, pageUrl: tab.url() });
      return false;
    },
    async command(tab, name) {
      await tab.front();
      await dispatch('commands', 'onCommand', name);
      return false;
    },
    page,
    status: async (tab) => askStatus(await help(), addressOf(tab.url())),
    stored: async () => readStorage(await help()),
    store: async (values) => writeStorage(await help(), values),
    async stopBackground() {
      const target = worker();
      if (!target) return false;
      await Promise.all(listening);
      for (const session of atWorkers) await session.detach().catch(() => {});
      atWorkers.clear();
      const session = await ((await help()) as ChromiumSurface).page.createCDPSession();
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await session.detach();
      await until('the background to end', () => !worker());
      return true;
    },
    backgroundRuns: async () => worker() !== undefined,
    errors: async () => [...errors],
    attempts: () => wall.attempts,
    gone: new Promise((resolve) => browser.once('disconnected', () => resolve())),
    async close() {
      await browser.close();
      await wall.close();
    },
  };
}
