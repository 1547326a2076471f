/** The pictures for the stores: Peel as it ships, at work on pages of our own, in a browser. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { PNG } from 'pngjs';
import type { Level } from '@/lib/model';
import { defaultSettings, SETTINGS_KEY, type Settings, storedForm } from '@/lib/settings/settings';
import { build, ROOT } from '../browser/build';
import { type Driver, type Highlights, type Surface, type Tab, until } from '../browser/driver';
import { launch } from '../browser/launch';
import { settled } from '../browser/look';
import { SAVED_PAGE_POLICY, serve } from '../browser/server';
import { EDGE, ground, put, withPopup } from './compose';
import { TILE, tileHtml } from './tile';

/** What Chrome's and Edge's stores want, and Firefox's recommends. */
export const WIDTH = 1280;
export const HEIGHT = 800;

/** Top-level name under which nobody has a site: our pages stand there on sites of their own, so that no address of this machine is seen. */
const NOWHERE = '*.example';

interface Scene {
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
const rest = (ms = 700) => new Promise((done) => setTimeout(done, ms));

/** Keeps a page of Peel's own at the tab that is in front now, whatever comes to the front later. */
function hold(surface: Surface): Promise<void> {
  return surface.evaluate(async () => {
    type Api = { tabs: { query(of: object): Promise<unknown[]> } };
    const { tabs } = (globalThis as unknown as { chrome: Api }).chrome;
    const found = await tabs.query({ active: true, currentWindow: true });
    tabs.query = async () => found;
  });
}

/** Brings a page of Peel's own to the front: what is covered paints nothing. */
function front(surface: Surface): Promise<void> {
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
async function bringTo(tab: Tab, words: string, share: number): Promise<void> {
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
async function openCardOf({ driver }: Scene, tab: Tab, words: string): Promise<void> {
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

const demo = join(ROOT, 'test/demo/article.html');
const own = (name: string) => join(ROOT, 'test/demo/pages', `${name}.html`);

/** What the popup shows while `tab` is in front, from its page in a tab behind: of a true popup no browser gives a larger picture. */
async function popupOf({ driver, scale, look }: Scene, tab: Tab): Promise<PNG> {
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

/** Notes beside an article, and a card: what was said, taken apart, and the question that was not asked. */
async function notes(scene: Scene): Promise<PNG> {
  const tab = await scene.open(demo, 'harbour-ledger.example', {
    level: 'roast',
    // Its note would look out from under the card.
    kindsOff: ['agentic-autonomy'],
  });
  await bringTo(tab, '420 roles', 0.08);
  await openCardOf(scene, tab, 'AI was never meant');
  const picture = await scene.look(tab);
  await tab.close();
  return picture;
}

/** The popup over a company's own announcement. */
async function dial(scene: Scene): Promise<PNG> {
  const tab = await scene.open(own('press-post'), 'lumeric.example', { level: 'onion', density: 'fewer' });
  const page = await scene.look(tab);
  const picture = withPopup(page, await popupOf(scene, tab), scene.scale);
  await tab.close();
  return picture;
}

/** The ledger in the browser's side panel. */
async function ledger(scene: Scene): Promise<PNG> {
  const panel = 480;
  const tab = await scene.open(own('live-blog'), 'quayside.example', { level: 'roast' }, WIDTH - panel - 1);
  const side = await scene.driver.page('ledger.html');
  await side.resize?.(panel, HEIGHT, scene.scale);
  await tab.front();
  await until('rows', () => side.evaluate(() => document.querySelectorAll('.rows > li').length > 2));
  await rest();
  const page = await scene.look(tab);
  const picture = ground(WIDTH * scene.scale, HEIGHT * scene.scale, EDGE);
  put(picture, page, 0, 0);
  await hold(side);
  await front(side);
  await rest();
  put(picture, await scene.look(side), page.width + scene.scale, 0);
  await side.close();
  await tab.close();
  return picture;
}

/** The picture maker. */
async function pictureMaker(scene: Scene): Promise<PNG> {
  const tab = await scene.open(demo, 'harbour-ledger.example', { level: 'onion' });
  await bringTo(tab, '420 roles', 0.4);
  const helper = await scene.driver.page('options.html');
  const jobs = () =>
    helper.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { session: { get(of: null): Promise<object> } } };
      };
      return Object.keys(await chrome.storage.session.get(null)).filter((key) => key.startsWith('share:'));
    });
  const popup = await scene.driver.popup(tab);
  await until('the popup to know the page', () => popup.evaluate(() => document.querySelector('.actions') !== null));
  await popup.evaluate(() => {
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Share a picture')?.click();
  });
  const [key = ''] = await until('a job in session storage', async () => {
    const found = await jobs();
    return found.length > 0 && found;
  });
  const page = await scene.driver.page(`share.html#${key.replace('share:', '')}`);
  await page.resize?.(WIDTH, HEIGHT, scene.scale);
  await front(page);
  await until('the picture', () =>
    page.evaluate(() => (document.querySelector('.preview canvas') as HTMLCanvasElement | null)?.hidden === false),
  );
  for (const choice of ['One sentence', 'Square']) {
    await page.evaluate((wanted: string) => {
      const label = [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.startsWith(wanted));
      label?.querySelector('input')?.click();
    }, choice);
    await rest(1200);
  }
  const picture = await scene.look(page);
  await page.close();
  await helper.close();
  await tab.close();
  return picture;
}

/** A dark page: the notes wear its colours. */
async function dark(scene: Scene): Promise<PNG> {
  const tab = await scene.open(own('dark'), 'ostrick.example', { level: 'onion' });
  await tab.evaluate(() => scrollTo({ top: 40, behavior: 'instant' }));
  await rest();
  const picture = await scene.look(tab);
  await tab.close();
  return picture;
}

/** Not a picture of Peel but its sign in a list. */
async function tile(scene: Scene): Promise<PNG> {
  const tab = await scene.show(tileHtml(), TILE.width, TILE.height);
  await tab.evaluate(() => document.fonts.ready.then(() => undefined));
  const picture = await scene.look(tab);
  await tab.close();
  return picture;
}

/** The five of them, in the order in which a store shows them, and the tile. */
const SHOTS: Readonly<Record<string, (scene: Scene) => Promise<PNG>>> = {
  '1-notes': notes,
  '2-dial': dial,
  '3-ledger': ledger,
  '4-picture': pictureMaker,
  '5-dark': dark,
  tile,
};

/** The package as it ships, which may also read our sites that nobody has. @returns the folder, which is the caller's to delete. */
async function packaged(): Promise<string> {
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

/**
 * Takes the pictures whose names hold `wanted`, each `scale` pixels for one, and hands them to `keep`.
 *
 * @param executable the browser's program.
 */
export async function takeShots(
  executable: string,
  scale: number,
  wanted: string,
  keep: (name: string, picture: PNG) => void,
): Promise<void> {
  const extension = await packaged();
  const server = await serve();
  const port = new URL(server.origin).port;
  const driver = await launch('chromium', {
    executable,
    extension,
    width: WIDTH,
    height: HEIGHT,
    scale,
    names: [NOWHERE],
  });
  const scratch = join(extension, 'look.png');
  const scene: Scene = {
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
  try {
    const names = Object.keys(SHOTS).filter((name) => name.includes(wanted));
    for (const name of names) {
      const picture = await SHOTS[name]?.(scene);
      if (picture) keep(name, picture);
    }
  } finally {
    await driver.close();
    await server.close();
    rmSync(extension, { recursive: true, force: true });
  }
}
