/** Starts a browser with the built extension for a file of tests; what every file needs, and no checks of its own. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BROWSERS as ALL, type BrowserName, type Driver, type Tab } from '@/lib/cli/browser/driver';
import { ensureBrowsers, findBrowser } from '@/lib/cli/browser/find';
import { launch } from '@/lib/cli/browser/launch';
import { painted, settled } from '@/lib/cli/browser/look';
import { type PageServer, serve } from '@/lib/cli/browser/server';
import { builtPath, ROOT } from '@/lib/cli/build';
import type { PageStatus } from '@/lib/messages';
import { defaultSettings, SETTINGS_KEY, type Settings, storedForm } from '@/lib/settings/settings';

/** The browsers to be tested: both, or the one that PEEL_BROWSER names. */
export const BROWSERS = ALL.filter((name) => (process.env.PEEL_BROWSER ?? name) === name);

export interface World {
  driver: Driver;
  server: PageServer;
  /** Puts settings into storage as if the reader had chosen them; the rest are defaults. */
  choose(settings?: Partial<Settings>): Promise<void>;
  /** Opens a page and waits until Peel has made up its mind about it. */
  open(url: string): Promise<{ tab: Tab; status: PageStatus }>;
  close(): Promise<void>;
}

/** A browser that goes from file to file. It ends with the process that runs them, which is one for all of them. */
interface SharedBrowser {
  driver: Driver;
  /** Folder of the extension in it. */
  extension: string;
  /** The sites that it could read when it was new. */
  origins: string;
  lent: boolean;
  gone: boolean;
}
const sharedBrowsers = new Map<BrowserName, SharedBrowser>();

/** Starts a browser that those after will share. */
async function startShared(name: BrowserName, executable: string, extension: string): Promise<SharedBrowser> {
  const driver = await launch(name, { executable, extension });
  const shared = { driver, extension, origins: String(await driver.origins()), lent: true, gone: false };
  void driver.gone.then(() => {
    shared.gone = true;
  });
  sharedBrowsers.set(name, shared);
  return shared;
}

/**
 * Leaves nothing of the file before in the browser: takes back what it chose, or where it did more than that to the extension, which is gone,
 * another one, or may read other sites than it came with, installs it anew.
 */
async function tidy(shared: SharedBrowser, extension: string): Promise<void> {
  const { driver } = shared;
  try {
    const untouched = shared.extension === extension && String(await driver.origins()) === shared.origins;
    if (untouched) return await driver.clear();
  } catch {
    // It does not answer.
  }
  await driver.renew(extension);
  shared.extension = extension;
  shared.origins = String(await driver.origins());
}

/** The browser that files share, without a choice or a tab of theirs: to start one takes as long as a test. Null while it is at work. */
async function borrow(name: BrowserName, executable: string, extension: string): Promise<SharedBrowser | null> {
  const shared = sharedBrowsers.get(name);
  if (!shared || shared.gone) return startShared(name, executable, extension);
  if (shared.lent) return null;
  shared.lent = true;
  try {
    await tidy(shared, extension);
    return shared;
  } catch (error) {
    // Whatever the file before has left it in: the next one has a right to a browser that works.
    console.warn(`${name} is started anew: ${String(error)}`);
    await shared.driver.close().catch(() => undefined);
    return startShared(name, executable, extension);
  }
}

/**
 * A browser with the extension as its first reader finds it: the one that files share, or where that is in use one of its own.
 * @param extension folder of the build; by default that of `npm run build:e2e`.
 * @param alone it is to be one of its own in any case, since it is started in another way.
 */
export async function startWorld(
  name: BrowserName,
  extension = builtPath(name, 'e2e'),
  { alone = false } = {},
): Promise<World> {
  if (!existsSync(join(extension, 'manifest.json'))) throw new Error(`${extension} is not built: npm run build:e2e`);
  // Asking a browser for its version starts it: only one that has to be found is asked.
  const executable = findBrowser(name) ?? (await ensureBrowsers([name]))[name];
  const server = await serve();
  const shared = alone ? null : await borrow(name, executable, extension);
  const driver = shared?.driver ?? (await launch(name, { executable, extension }));
  return {
    driver,
    server,
    choose: (settings = {}) => driver.store({ [SETTINGS_KEY]: storedForm({ ...defaultSettings(), ...settings }) }),
    async open(url) {
      const tab = await driver.open(url);
      return { tab, status: await settled(driver, tab) };
    },
    async close() {
      if (shared) shared.lent = false;
      else await driver.close();
      await server.close();
    },
  };
}

export const DEMO = join(ROOT, 'test/demo/article.html');

/** The demo's own list of sentences that are claims, that may be, and that are not. */
export const expected = JSON.parse(readFileSync(join(ROOT, 'test/demo/expected.json'), 'utf8')) as {
  claims: { kind: string; sentence: string }[];
  either: string[];
  unmarked: string[];
};

/** White space collapsed, as a reader sees it. */
export const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Distinct texts that are painted as claims, whichever highlight they are in. */
export async function paintedTexts(tab: Tab): Promise<string[]> {
  return [...new Set((await painted(tab)).map(({ text }) => text))].filter(Boolean);
}

/** All that Peel's margin says, or null where it is not on the page. */
export function overlayText(tab: Tab): Promise<string | null> {
  return tab.inOverlay((root) => (root.textContent ?? '').replace(/\s+/g, ' ').trim());
}

export interface Box {
  tag: string;
  /** Left, top, width and height in CSS pixels of the page. */
  at: number[];
}

/** Places of every element of the body, in order. */
export function boxes(tab: Tab): Promise<Box[]> {
  return tab.evaluate(() =>
    [...document.body.querySelectorAll('*')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { tag: element.tagName, at: [x, y + scrollY, width, height] };
    }),
  );
}

/** What moved or changed its size by more than `slack` pixels; a different number of elements counts too. */
export function moved(before: Box[], after: Box[], slack = 0): string[] {
  if (before.length !== after.length) return [`${before.length} elements became ${after.length}`];
  return before.flatMap(({ tag, at }, index) => {
    const now = after[index]?.at ?? [];
    return at.some((value, side) => Math.abs(value - (now[side] ?? 0)) > slack) ? [`${tag} ${at} to ${now}`] : [];
  });
}

/** Every layout shift of the page so far, with what moved. Chromium only. */
export function layoutShifts(tab: Tab): Promise<string[]> {
  return tab.evaluate(
    () =>
      new Promise<string[]>((done) => {
        const seen: string[] = [];
        interface Shift extends PerformanceEntry {
          value: number;
          sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
        }
        // What moved in the margin has no name here: it stands in a closed tree. Where it stood tells.
        const box = ({ x, y, width, height }: DOMRectReadOnly) => [x, y, width, height].map(Math.round).join(' ');
        new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries() as Shift[])
            seen.push(
              `${value} ${sources.map((one) => `${one.node?.nodeName} ${box(one.previousRect)} -> ${box(one.currentRect)}`)}`,
            );
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(seen), 250);
      }),
  );
}
