/** The extension as it is driven in Firefox: its pages, its popup, its menu and keys, its background. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PINNED_UUID, pressLedger, type Surface, type Tab, until } from './driver';
import { type BrowserWindow, ExtensionSurface } from './firefox-tab';
import {
  backgroundState,
  closeBrowser,
  closePanel,
  closePopup,
  inFrame,
  openBehind,
  openPopup,
  panelShows,
  pressKeys,
  pressMenu,
  terminateBackground,
} from './firefox-window';
import { puppeteerPage } from './puppeteer-tab';

/** Its address is its own: a test that opens the options, and closes them, has another page. */
const HELPER = 'options.html?driver';
/** With a slash at the end. */
export const ORIGIN = `moz-extension://${PINNED_UUID}/`;
const POPUP = `popup:${ORIGIN}popup.html`;

interface Manifest {
  browser_specific_settings?: { gecko?: { id?: string } };
  commands: Record<string, { suggested_key?: { default?: string } }>;
}

async function manifestIn(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
}

/** The add-on id of the extension in `folder`. Throws where its manifest names none. */
export async function addonId(folder: string): Promise<string> {
  const id = (await manifestIn(folder)).browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${folder} has no add-on id for Firefox in its manifest`);
  return id;
}

/** The extension in `folder`, installed in the browser of `window` as `addon`. */
export class FirefoxExtension {
  #helper: Promise<Surface> | null = null;

  constructor(
    private readonly window: BrowserWindow,
    private readonly addon: string,
    private readonly folder: string,
  ) {}

  /** Closes the page that greets a new reader. */
  async closeGreeting(): Promise<void> {
    await until('the greeting', () => this.window.run(closeBrowser, `${ORIGIN}welcome.html`), 30_000);
  }

  /** Opens one of its pages in a tab behind the others. */
  async page(path: string): Promise<Surface> {
    const url = ORIGIN + path;
    await this.window.run(openBehind, url);
    return new ExtensionSurface(this.window, url, async () => {
      await this.window.run(closeBrowser, url);
    });
  }

  /** A page of its own from which its storage and the tabs are asked; opened once. */
  helper(): Promise<Surface> {
    this.#helper ??= this.page(HELPER);
    return this.#helper;
  }

  /** Its page to ask from was closed with all others. */
  forgetHelper(): void {
    this.#helper = null;
  }

  /** Presses its button with `tab` in front. */
  async popup(tab: Tab): Promise<Surface> {
    await tab.front();
    await this.window.run(openPopup, this.addon);
    return new ExtensionSurface(this.window, POPUP, () => this.window.run(closePopup));
  }

  /** Opens the ledger in the side panel, by the button of the popup. */
  async panel(tab: Tab): Promise<Surface> {
    await this.popup(tab);
    await until('the button', () => this.window.run(inFrame, POPUP, pressLedger.toString(), '[]', false, true));
    const url = `${ORIGIN}ledger.html`;
    await until('the panel', () => this.window.run(panelShows, url));
    return new ExtensionSurface(this.window, `panel:${url}`, () => this.window.run(closePanel));
  }

  /** Presses its entry `id` in the menu, opened at a point of `tab`. */
  async menu(tab: Tab, id: string, x: number, y: number): Promise<void> {
    await tab.front();
    // While a menu is open the click may not come to its end.
    const clicked = puppeteerPage(tab)
      .mouse.click(x, y, { button: 'right' })
      .catch(() => undefined);
    await this.window.run(pressMenu, id);
    await Promise.race([clicked, new Promise((resolve) => setTimeout(resolve, 1000))]);
  }

  /** Presses the keys of its command `name` with `tab` in front. */
  async command(tab: Tab, name: string): Promise<void> {
    await tab.front();
    const keys = (await manifestIn(this.folder)).commands[name]?.suggested_key?.default;
    if (!keys) throw new Error(`no key for ${name}`);
    const [key = '', ...held] = keys.split('+').reverse();
    await this.window.run(pressKeys, key, held);
  }

  async backgroundRuns(): Promise<boolean> {
    return (await this.window.run(backgroundState, this.addon)) === 'running';
  }

  /** False if it was not running. */
  async stopBackground(): Promise<boolean> {
    if (!(await this.backgroundRuns())) return false;
    await until(
      'the background to end',
      async () => (await this.window.run(terminateBackground, this.addon)) === 'stopped',
    );
    return true;
  }
}
