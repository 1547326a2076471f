/**
 * Drives Firefox over WebDriver BiDi. Its own documents (`moz-extension://…`) and closed shadow roots are out of BiDi's
 * reach, so those are asked from the browser's own window (BiDi's chrome scope, allowed by `--remote-allow-system-access`)
 * through frame scripts.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import puppeteer, { type Browser, type KeyInput, type Page } from 'puppeteer-core';
import {
  type Driver,
  type InOverlay,
  type InPage,
  type LaunchOptions,
  PINNED_UUID,
  pressLedger,
  type Surface,
  type Tab,
  until,
} from './driver';
import { addressOf, askStatus, readStorage, writeStorage } from './extension-calls';
import {
  backgroundState,
  captureBrowser,
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
import { capture } from './screenshot';
import { raiseWall } from './wall';

const HELPER = 'options.html';
const ORIGIN = `moz-extension://${PINNED_UUID}/`;
const POPUP = `popup:${ORIGIN}popup.html`;

interface Bidi {
  send(method: string, params: object): Promise<{ result: never }>;
}

/** Runs functions in the browser's own window, with the browser's own rights. */
class BrowserWindow {
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
class ExtensionSurface implements Surface {
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

class FirefoxTab implements Tab {
  constructor(
    readonly page: Page,
    private readonly window: BrowserWindow,
  ) {}

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

  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewport({ width, height });
  }

  evaluate<A extends unknown[], R>(fn: InPage<A, R>, ...args: A): Promise<R> {
    return this.page.evaluate(fn as (...a: unknown[]) => R, ...args) as Promise<R>;
  }

  async screenshot(path: string, height?: number): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await capture(this.page, height));
  }

  async inject(script: string): Promise<void> {
    await this.page.evaluate(`${script}\n;undefined`);
  }

  async busy(): Promise<null> {
    return null;
  }

  inOverlay<A extends unknown[], R>(fn: InOverlay<A, R>, ...args: A): Promise<R | null> {
    return this.window.run(inFrame, this.url(), fn.toString(), JSON.stringify(args), true) as Promise<R | null>;
  }

  async close(): Promise<void> {
    if (!this.page.isClosed()) await this.page.close();
  }
}

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
      const clicked = (tab as FirefoxTab).page.mouse.click(x, y, { button: 'right' }).catch(() => undefined);
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
    errors: async () => [...errors, ...(await window.run(consoleErrors, PINNED_UUID))],
    attempts: () => wall.attempts,
    gone: new Promise((resolve) => browser.once('disconnected', () => resolve())),
    async close() {
      await browser.close();
      await wall.close();
    },
  };
}
