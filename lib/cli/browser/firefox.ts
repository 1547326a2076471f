/**
 * Drives Firefox over WebDriver BiDi. Its own documents (`moz-extension://…`) and closed shadow roots are out of BiDi's
 * reach, so those are asked from the browser's own window (BiDi's chrome scope, allowed by `--remote-allow-system-access`)
 * through frame scripts.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { type Driver, type LaunchOptions, PINNED_UUID, pressLedger, type Surface, type Tab, until } from './driver';
import { addressOf, askStatus, readStorage, writeStorage } from './extension-calls';
import { BrowserWindow, ExtensionSurface, FirefoxTab } from './firefox-tab';
import {
  backgroundState,
  closeBrowser,
  closePanel,
  closePopup,
  consoleErrors,
  inFrame,
  openBehind,
  openPopup,
  panelShows,
  pressKeys,
  pressMenu,
  terminateBackground,
} from './firefox-window';
import { puppeteerPage } from './puppeteer-tab';
import { raiseWall } from './wall';

/** Its address is its own: a test that opens the options, and closes them, has another page. */
const HELPER = 'options.html?driver';
const ORIGIN = `moz-extension://${PINNED_UUID}/`;
const POPUP = `popup:${ORIGIN}popup.html`;

async function addonId(extension: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${extension} has no add-on id for Firefox in its manifest`);
  return id;
}

/** The keyboard commands of the extension in the folder `extension`. */
async function commands(extension: string): Promise<Record<string, { suggested_key?: { default?: string } }>> {
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8'));
  return (manifest as { commands: Record<string, { suggested_key?: { default?: string } }> }).commands;
}

/** Starts Firefox with the extension installed. Throws if the browser does not start or refuses the extension. */
export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const { headless = true, width = 1440, height = 900, scale = 1, names = [] } = options;
  const { online = false, welcome = false } = options;
  const addon = await addonId(options.extension);
  const wall = await raiseWall();
  let browser: Browser;
  try {
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: options.executable,
      headless,
      defaultViewport: headless ? { width, height, deviceScaleFactor: scale } : null,
      args: ['--remote-allow-system-access', '--width', String(width), '--height', String(height + 90)],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [addon]: PINNED_UUID }),
        // The browser's question is its own; a test says yes by asking.
        'extensions.webextOptionalPermissionPrompts': false,
        'network.proxy.type': online ? 0 : 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': wall.port,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': wall.port,
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
      },
    });
  } catch (error) {
    await wall.close();
    throw error;
  }
  let window: BrowserWindow;
  const errors: string[] = [];
  try {
    window = await BrowserWindow.of(browser);
    await browser.installExtension(options.extension);
    if (!welcome) await until('the greeting', () => window.run(closeBrowser, `${ORIGIN}welcome.html`), 30_000);
  } catch (error) {
    await browser.close();
    await wall.close();
    throw error;
  }
  let helper: Promise<Surface> | null = null;
  const page = async (path: string): Promise<Surface> => {
    const url = ORIGIN + path;
    await window.run(openBehind, url);
    return new ExtensionSurface(window, url, async () => {
      await window.run(closeBrowser, url);
    });
  };
  const help = () => {
    helper ??= page(HELPER);
    return helper;
  };
  const popup = async (tab: Tab): Promise<Surface> => {
    await tab.front();
    await window.run(openPopup, addon);
    return new ExtensionSurface(window, POPUP, () => window.run(closePopup));
  };

  return {
    name: 'firefox',
    version: await browser.version(),
    origin: ORIGIN,
    async open(url) {
      const opened = await browser.newPage();
      opened.on('pageerror', (error) => {
        // The icon is asked for by the browser; a page that forbids all pictures forbids that one too.
        if (!/favicon\.ico/.test(String(error))) errors.push(`page ${opened.url()}: ${String(error)}`);
      });
      opened.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warn' || message.type() === 'assert')
          errors.push(`page ${message.location().url ?? opened.url()}: console.${message.type()} ${message.text()}`);
      });
      const tab = new FirefoxTab(opened, window);
      if (url) await tab.goto(url);
      return tab;
    },
    popup,
    async panel(tab) {
      await popup(tab);
      await until('the button', () => window.run(inFrame, POPUP, pressLedger.toString(), '[]', false, true));
      const url = `${ORIGIN}ledger.html`;
      await until('the panel', () => window.run(panelShows, url));
      return new ExtensionSurface(window, `panel:${url}`, () => window.run(closePanel));
    },
    async menu(tab, entry, x, y) {
      await tab.front();
      // While a menu is open the click may not come to its end.
      const clicked = puppeteerPage(tab)
        .mouse.click(x, y, { button: 'right' })
        .catch(() => undefined);
      await window.run(pressMenu, entry);
      await Promise.race([clicked, new Promise((resolve) => setTimeout(resolve, 1000))]);
      return true;
    },
    async command(tab, name) {
      await tab.front();
      const keys = (await commands(options.extension))[name]?.suggested_key?.default;
      if (!keys) throw new Error(`no key for ${name}`);
      const [key = '', ...held] = keys.split('+').reverse();
      await window.run(pressKeys, key, held);
      return true;
    },
    page,
    status: async (tab) => askStatus(await help(), addressOf(tab.url())),
    stored: async () => readStorage(await help()),
    store: async (values) => writeStorage(await help(), values),
    async stopBackground() {
      if ((await window.run(backgroundState, addon)) !== 'running') return false;
      await window.run(terminateBackground, addon);
      await until('the background to end', async () => (await window.run(backgroundState, addon)) === 'stopped');
      return true;
    },
    backgroundRuns: async () => (await window.run(backgroundState, addon)) === 'running',
    backgroundMemory: async () => null,
    errors: async () => [...errors, ...(await window.run(consoleErrors, PINNED_UUID))],
    attempts: () => wall.attempts,
    gone: new Promise((resolve) => browser.once('disconnected', () => resolve())),
    async close() {
      await browser.close();
      await wall.close();
    },
  };
}
