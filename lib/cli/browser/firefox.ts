/**
 * Drives Firefox over WebDriver BiDi. Its own documents (`moz-extension://…`) and closed shadow roots are out of BiDi's
 * reach, so those are asked from the browser's own window (BiDi's chrome scope, allowed by `--remote-allow-system-access`)
 * through frame scripts.
 */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type BlockingProxy, startBlockingProxy } from './blocking-proxy';
import { type Driver, type LaunchOptions, PINNED_UUID } from './driver';
import { addressOf, askStatus, clearStorage, readOrigins, readStorage, writeStorage } from './extension-calls';
import { addonId, FirefoxExtension, ORIGIN } from './firefox-extension';
import { BrowserWindow, FirefoxTab } from './firefox-tab';
import { closePanel, closePopup, closeTabs, consoleErrors, forgetErrors, makeButtonPanel } from './firefox-window';

/** What Firefox is told before it starts; `port` is the proxy's. */
function preferences(
  { headless = true, online = false, names = [], scale = 1 }: LaunchOptions,
  addon: string,
  port: number,
) {
  return {
    // Pinned, also where the extension is put in a second time.
    'extensions.webextensions.keepUuidOnUninstall': true,
    'extensions.webextensions.uuids': JSON.stringify({ [addon]: PINNED_UUID }),
    // The browser's question is its own; a test says yes by asking.
    'extensions.webextOptionalPermissionPrompts': false,
    ...(headless && {
      // Timers of tabs behind others run on time, as puppeteer has them in Chromium: a driver would wait a second for each.
      'dom.min_background_timeout_value': 4,
      'dom.min_background_timeout_value_without_budget_throttling': 4,
      // On a busy machine a page answers late. Meanwhile the browser would take a finger that draws for one that scrolls.
      'apz.content_response_timeout': 60_000,
      // And a tap that is two messages apart for one that is held down.
      'ui.click_hold_context_menus.delay': 60_000,
    }),
    'network.proxy.type': online ? 0 : 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': ['localhost', '.localhost', '127.0.0.1', ...names].join(', '),
    'network.dns.localDomains': names.join(','),
    // The browser's own documents have no viewport to set.
    ...(scale !== 1 && { 'layout.css.devPixelsPerPx': String(scale) }),
    'network.proxy.failover_direct': false,
    'network.trr.mode': 5,
    'network.http.http3.enable': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'media.peerconnection.enabled': false,
    'dom.push.connection.enabled': false,
  };
}

async function startBrowser(options: LaunchOptions, addon: string, proxy: BlockingProxy): Promise<Browser> {
  const { executable, headless = true, width = 1440, height = 900, scale = 1 } = options;
  try {
    return await puppeteer.launch({
      browser: 'firefox',
      executablePath: executable,
      headless,
      defaultViewport: headless ? { width, height, deviceScaleFactor: scale } : null,
      args: ['--remote-allow-system-access', '--width', String(width), '--height', String(height + 90)],
      extraPrefsFirefox: preferences(options, addon, proxy.port),
    });
  } catch (error) {
    await proxy.close();
    throw error;
  }
}

/** Installs the extension and, unless it is wanted, closes the page that greets. */
async function install(browser: Browser, window: BrowserWindow, addon: string, folder: string, welcome = false) {
  const extension = new FirefoxExtension(window, addon, folder);
  await browser.installExtension(folder);
  if (!welcome) await extension.closeGreeting();
  return extension;
}

/** Writes what goes wrong in `page` into `errors`. */
function collectErrors(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => {
    // The icon is asked for by the browser; a page that forbids all pictures forbids that one too.
    if (!/favicon\.ico/.test(String(error))) errors.push(`page ${page.url()}: ${String(error)}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn' || message.type() === 'assert')
      errors.push(`page ${message.location().url ?? page.url()}: console.${message.type()} ${message.text()}`);
  });
}

/** Starts Firefox with the extension installed. Throws if the browser does not start or refuses the extension. */
export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const addon = await addonId(options.extension);
  const proxy = await startBlockingProxy();
  const browser = await startBrowser(options, addon, proxy);
  const close = async () => {
    await browser.close();
    await proxy.close();
  };
  let window: BrowserWindow;
  let extension: FirefoxExtension;
  try {
    window = await BrowserWindow.of(browser);
    await window.run(makeButtonPanel);
    extension = await install(browser, window, addon, options.extension, options.welcome);
  } catch (error) {
    await close();
    throw error;
  }
  const errors: string[] = [];
  const closeAll = async () => {
    await window.run(closePanel);
    await window.run(closePopup);
    await window.run(closeTabs);
  };

  return {
    name: 'firefox',
    version: await browser.version(),
    origin: ORIGIN,
    async open(url) {
      const opened = await browser.newPage();
      collectErrors(opened, errors);
      const tab = new FirefoxTab(opened, window);
      if (url) await tab.goto(url);
      return tab;
    },
    popup: (tab) => extension.popup(tab),
    panel: (tab) => extension.panel(tab),
    async menu(tab, id, x, y) {
      await extension.menu(tab, id, x, y);
      return true;
    },
    async command(tab, name) {
      await extension.command(tab, name);
      return true;
    },
    page: (path) => extension.page(path),
    status: async (tab) => askStatus(await extension.helper(), addressOf(tab.url())),
    stored: async () => readStorage(await extension.helper()),
    origins: async () => readOrigins(await extension.helper()),
    store: async (values) => writeStorage(await extension.helper(), values),
    stopBackground: () => extension.stopBackground(),
    backgroundRuns: () => extension.backgroundRuns(),
    backgroundMemory: async () => null,
    errors: async () => [...errors, ...(await window.run(consoleErrors, PINNED_UUID))],
    attempts: () => proxy.attempts,
    async clear() {
      // Pages first: one that is open may still write down that it was read.
      await closeAll();
      extension.forgetHelper();
      await clearStorage(await extension.helper());
      await window.run(forgetErrors);
      errors.length = 0;
      proxy.clear();
    },
    async renew(folder) {
      await closeAll();
      await browser.uninstallExtension(addon);
      await window.run(forgetErrors);
      extension = await install(browser, window, addon, folder, options.welcome);
      errors.length = 0;
      proxy.clear();
    },
    gone: new Promise((resolve) => browser.once('disconnected', () => resolve())),
    close,
  };
}
