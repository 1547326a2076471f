/** Drives Chrome, Chromium and Edge over the DevTools protocol. */
import puppeteer, { type Browser } from 'puppeteer-core';
import { startBlockingProxy } from './blocking-proxy';
import { ErrorLog } from './chromium-errors';
import { ChromiumExtension } from './chromium-extension';
import { ChromiumTab } from './chromium-tab';
import { type Driver, type LaunchOptions, pressLedger, until } from './driver';
import { addressOf, askStatus, clearStorage, readOrigins, readStorage, writeStorage } from './extension-calls';
import { PuppeteerSurface, puppeteerPage } from './puppeteer-tab';

/** Switches that keep the browser quiet and, unless it is to be online, on this machine. `port` is that of the proxy. */
function switches(
  { headless = true, width = 1440, height = 900, names = [], online = false }: LaunchOptions,
  port: number,
): string[] {
  return [
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
          `--proxy-server=http://127.0.0.1:${port}`,
          ...(names.length > 0 ? [`--proxy-bypass-list=${names.join(';')}`] : []),
          `--host-resolver-rules=${[
            ...names.map((name) => `MAP ${name} 127.0.0.1`),
            'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
          ].join(', ')}`,
        ]),
  ];
}

/** Installs the extension in `folder` and, unless it is wanted, closes the page that greets. */
async function install(browser: Browser, folder: string, welcome: boolean): Promise<ChromiumExtension> {
  const extension = new ChromiumExtension(browser, await browser.installExtension(folder));
  if (!welcome) {
    const greeting = await browser.waitForTarget((target) => target.url() === `${extension.origin}welcome.html`);
    await (await greeting.asPage()).close();
  }
  return extension;
}

/** Closes every tab but one that is new and empty: without any, the browser ends. */
async function closeTabs(browser: Browser): Promise<void> {
  const fresh = (await browser.newPage()).target();
  const others = browser.targets().filter((target) => target.type() === 'page' && target !== fresh);
  const session = await browser.target().createCDPSession();
  for (const target of others) {
    const { _targetId: targetId } = target as unknown as { _targetId: string };
    // It may be gone by itself, with another.
    await session.send('Target.closeTarget', { targetId }).catch(() => undefined);
  }
  await session.detach();
}

/** Starts Chromium with the extension installed. Throws if the browser does not start or refuses the extension. */
export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const { headless = true, width = 1440, height = 900, scale = 1, welcome = false } = options;
  const proxy = await startBlockingProxy();
  let browser: Browser;
  try {
    browser = await puppeteer.launch({
      browser: 'chrome',
      executablePath: options.executable,
      headless,
      enableExtensions: true,
      pipe: true,
      defaultViewport: headless ? { width, height, deviceScaleFactor: scale } : null,
      args: switches(options, proxy.port),
    });
  } catch (error) {
    await proxy.close();
    throw error;
  }
  const log = new ErrorLog(browser);
  let extension: ChromiumExtension;
  try {
    extension = await install(browser, options.extension, welcome);
  } catch (error) {
    await browser.close();
    await proxy.close();
    throw error;
  }

  return {
    name: 'chromium',
    version: await browser.version(),
    get origin() {
      return extension.origin;
    },
    async open(url) {
      const opened = await browser.newPage();
      await log.ready();
      const tab = new ChromiumTab(opened);
      if (url) await tab.goto(url);
      return tab;
    },
    popup: (tab) => extension.popup(tab),
    async panel(tab) {
      const from = await extension.popup(tab);
      // What puppeteer runs counts as a press of the reader's. The popup closes upon it, at times before it could answer.
      const press = () =>
        from.evaluate(pressLedger).catch((error: Error) => {
          if (error.name === 'TargetCloseError') return true;
          throw error;
        });
      const opened = await extension.opening('ledger.html', () => until('the button', press));
      return new PuppeteerSurface(opened);
    },
    async menu(tab, menuItemId) {
      await tab.front();
      const selectionText = await tab.evaluate(() => String(getSelection()));
      await extension.dispatch('contextMenus', 'onClicked', { menuItemId, selectionText, pageUrl: tab.url() });
      return false;
    },
    async command(tab, name) {
      await tab.front();
      await extension.dispatch('commands', 'onCommand', name);
      return false;
    },
    page: (path) => extension.page(path),
    status: async (tab) => askStatus(await extension.helper(), addressOf(tab.url())),
    stored: async () => readStorage(await extension.helper()),
    origins: async () => readOrigins(await extension.helper()),
    store: async (values) => writeStorage(await extension.helper(), values),
    async stopBackground() {
      if (!extension.worker()) return false;
      await log.letWorkersGo();
      const session = await puppeteerPage(await extension.helper()).createCDPSession();
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await session.detach();
      await until('the background to end', () => !extension.worker());
      return true;
    },
    backgroundRuns: async () => extension.worker() !== undefined,
    async backgroundMemory() {
      const session = await extension.worker()?.createCDPSession();
      if (!session) return null;
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
      await session.detach();
      return usedSize + (backingStorageSize ?? 0);
    },
    errors: async () => [...log.errors],
    attempts: () => proxy.attempts,
    async clear() {
      // Pages first: one that is open may still write down that it was read.
      await closeTabs(browser);
      extension.forgetHelper();
      await clearStorage(await extension.helper());
      log.errors.length = 0;
      proxy.clear();
    },
    async renew(folder) {
      await closeTabs(browser);
      await browser.uninstallExtension(extension.id);
      extension = await install(browser, folder, welcome);
      await log.ready();
      log.errors.length = 0;
      proxy.clear();
    },
    gone: new Promise((resolve) => browser.once('disconnected', () => resolve())),
    async close() {
      await browser.close();
      await proxy.close();
    },
  };
}
