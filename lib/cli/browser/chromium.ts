/** Drives Chrome, Chromium and Edge over the DevTools protocol. */
import puppeteer, { type Browser, type CDPSession, type Page, type Target } from 'puppeteer-core';
import { ChromiumTab } from './chromium-tab';
import { type Driver, type LaunchOptions, pressLedger, type Surface, type Tab, until } from './driver';
import { addressOf, askStatus, readStorage, writeStorage } from './extension-calls';
import { PuppeteerSurface, puppeteerPage } from './puppeteer-tab';
import { raiseWall } from './wall';

/** A page of the extension that does nothing by itself towards the tabs. */
const HELPER = 'options.html';

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
    // The frames that puppeteer would wait for by default may never come in a tab behind another.
    { timeout: 30_000, polling: 50 },
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
              ...(names.length > 0 ? [`--proxy-bypass-list=${names.join(';')}`] : []),
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
    return new PuppeteerSurface(opened);
  };
  const help = () => {
    helper ??= page(HELPER).catch((error: unknown) => {
      helper = null;
      throw error;
    });
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
    return new PuppeteerSurface(await opening('popup.html', () => extension.triggerAction(puppeteerPage(tab))));
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
      // What puppeteer runs counts as a press of the reader's. The popup closes upon it, at times before it could answer.
      const press = () =>
        from.evaluate(pressLedger).catch((error: Error) => {
          if (error.name === 'TargetCloseError') return true;
          throw error;
        });
      const opened = await opening('ledger.html', () => until('the button', press));
      return new PuppeteerSurface(opened);
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
      const session = await puppeteerPage(await help()).createCDPSession();
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await session.detach();
      await until('the background to end', () => !worker());
      return true;
    },
    backgroundRuns: async () => worker() !== undefined,
    async backgroundMemory() {
      const session = await worker()?.createCDPSession();
      if (!session) return null;
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
      await session.detach();
      return usedSize + (backingStorageSize ?? 0);
    },
    errors: async () => [...errors],
    attempts: () => wall.attempts,
    gone: new Promise((resolve) => browser.once('disconnected', () => resolve())),
    async close() {
      await browser.close();
      await wall.close();
    },
  };
}
