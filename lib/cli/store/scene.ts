/** Our pages in a browser as the stores are to see them, and what is done there before a picture is taken. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { PNG } from 'pngjs';
import type { Level } from '@/lib/model';
import { defaultSettings, SETTINGS_KEY, type Settings, storedForm } from '@/lib/settings/settings';
import { type Driver, type Highlights, type Surface, type Tab, until } from '../browser/driver';
import { settled } from '../browser/look';
import { type PageServer, SAVED_PAGE_POLICY } from '../browser/server';
import { build, ROOT } from '../build';

/** What Chrome's and Edge's stores want, and Firefox's recommends. */
export const WIDTH = 1280;
export const HEIGHT = 800;

/** Top-level name under which nobody has a site: our pages stand there on sites of their own, so that no address of this machine is seen. */
export const NOWHERE = '*.example';

export interface Scene {
  driver: Driver;
  scale: number;
  /** Opens a page of ours on a site of its own with Peel at work, `width` pixels wide. */
  open(file: string, host: string, settings: Partial<Settings>, width?: number): Promise<Tab>;
  /** Opens a page that Peel has no part in. */
  show(html: string, width: number, height: number): Promise<Tab>;
  /** A picture of what is to be seen. */
  look(surface: Surface): Promise<PNG>;
}

/** Waits until everything has moved to where it belongs. */
export const rest = (ms = 700) => new Promise((done) => setTimeout(done, ms));

/** Keeps a page of Peel's own at the tab that is in front now, whatever comes to the front later. */
export function hold(surface: Surface): Promise<void> {
  return surface.evaluate(async () => {
    type Api = { tabs: { query(of: object): Promise<unknown[]> } };
    const { tabs } = (globalThis as unknown as { chrome: Api }).chrome;
    const found = await tabs.query({ active: true, currentWindow: true });
    tabs.query = async () => found;
  });
}

/** Brings a page of Peel's own to the front: what is covered paints nothing. */
export function front(surface: Surface): Promise<void> {
  return surface.evaluate(async () => {
    type Api = {
      tabs: {
        getCurrent(): Promise<{ id: number }>;
        update(id: number, to: { active: boolean }): Promise<unknown>;
      };
    };
    const { tabs } = (globalThis as unknown as { chrome: Api }).chrome;
    await tabs.update((await tabs.getCurrent()).id, { active: true });
  });
}

/** Scrolls so that the painted words that begin with `words` stand at `share` of the window's height. */
export async function bringTo(tab: Tab, words: string, share: number): Promise<void> {
  await tab.evaluate(
    (wanted: string, part: number) => {
      const registry = CSS.highlights as Highlights;
      const found = [...registry]
        .flatMap(([name, ranges]) => (name.startsWith('peel-') ? [...ranges] : []))
        .find((range) => range.toString().replace(/\s+/g, ' ').includes(wanted));
      if (!found) throw new Error(`nothing painted has the words ${wanted}`);
      scrollTo({ top: found.getBoundingClientRect().top + scrollY - innerHeight * part, behavior: 'instant' });
    },
    words,
    share,
  );
  await rest();
}

/** Opens the card of the claim that has these words. */
export async function openCardOf({ driver }: Scene, tab: Tab, words: string): Promise<void> {
  const status = await driver.status(tab);
  const found = status?.claims.find(({ claim, sentence }) => `${claim.quote} ${sentence}`.includes(words));
  if (!found) throw new Error(`no claim has the words ${words}`);
  const pressed = await tab.inOverlay((root, key) => {
    const button = root.querySelector<HTMLElement>(`[data-key="${key}"] button`);
    button?.click();
    return button !== null;
  }, `c${found.index}`);
  if (!pressed) throw new Error(`no note stands beside ${words}`);
  await until('the card', () => tab.inOverlay((root) => root.querySelector('.card') !== null));
  await rest();
}

/** What the popup shows while `tab` is in front, from its page in a tab behind: of a true popup no browser gives a larger picture. */
export async function popupOf({ driver, scale, look }: Scene, tab: Tab): Promise<PNG> {
  await tab.front();
  const popup = await driver.page('popup.html');
  await hold(popup);
  await popup.resize?.(440, 300, scale);
  await until('the popup to know the page', () => popup.evaluate(() => document.querySelector('.actions') !== null));
  await rest();
  // As the browser sizes it: as tall as what it holds, and 600 pixels at most.
  const height = await popup.evaluate(() => document.documentElement.scrollHeight);
  await popup.resize?.(440, Math.min(600, height), scale);
  await front(popup);
  await rest();
  const picture = await look(popup);
  await popup.close();
  return picture;
}

/** The package as it ships, which may also read our sites that nobody has. @returns the folder, which is the caller's to delete. */
export async function packaged(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'peel-store-'));
  cpSync(await build('chromium', 'production'), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as {
    host_permissions: string[];
    content_scripts: { matches: string[] }[];
  };
  const ours = `http://${NOWHERE}/*`;
  manifest.host_permissions.push(ours);
  for (const script of manifest.content_scripts) script.matches.push(ours);
  writeFileSync(path, JSON.stringify(manifest));
  return folder;
}

/** A browser of the stores' size in which our pages stand on sites of their own; pictures pass through the file `scratch`. */
export function sceneOf(driver: Driver, server: PageServer, scale: number, scratch: string): Scene {
  const port = new URL(server.origin).port;
  return {
    driver,
    scale,
    async open(file, host, settings, width = WIDTH) {
      const level: Level = settings.level ?? defaultSettings().level;
      await driver.store({ [SETTINGS_KEY]: storedForm({ ...defaultSettings(), ...settings, level }) });
      const tab = await driver.open();
      await tab.resize(width, HEIGHT);
      const html = readFileSync(file, 'utf8').replace(/<link rel="stylesheet" href="article\.css">/, () => {
        return `<style>${readFileSync(join(ROOT, 'test/demo/article.css'), 'utf8')}</style>`;
      });
      server.text(basename(file), html, { 'content-security-policy': SAVED_PAGE_POLICY });
      await tab.goto(`http://${host}:${port}/${basename(file)}`);
      const { state } = await settled(driver, tab, 60_000);
      if (state !== 'annotated') throw new Error(`${basename(file)} is not annotated but ${state}`);
      await until('the notes', () => tab.inOverlay((root) => root.querySelector('[data-key]') !== null), 20_000);
      await rest();
      return tab;
    },
    async show(html, width, height) {
      const tab = await driver.open();
      await tab.resize(width, height);
      await tab.goto(server.text('shown.html', html));
      return tab;
    },
    async look(surface) {
      await surface.screenshot(scratch);
      return PNG.sync.read(readFileSync(scratch));
    },
  };
}
