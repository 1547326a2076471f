/** The pictures for the stores: Peel as it ships, at work on pages of our own, in a browser. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PNG } from 'pngjs';
import { type Driver, until } from '../browser/driver';
import { launch } from '../browser/launch';
import { serve } from '../browser/server';
import { ROOT } from '../build';
import { EDGE, ground, put, withPopup } from './compose';
import {
  bringTo,
  front,
  HEIGHT,
  hold,
  NOWHERE,
  openCardOf,
  packaged,
  popupOf,
  rest,
  type Scene,
  sceneOf,
  WIDTH,
} from './scene';
import { TILE, tileHtml } from './tile';

const demo = join(ROOT, 'test/demo/article.html');
const own = (name: string) => join(ROOT, 'test/demo/pages', `${name}.html`);

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
  const chosen = Object.entries(SHOTS).filter(([name]) => name.includes(wanted));
  if (chosen.length === 0)
    throw new Error(`No picture is called ${wanted}; there are ${Object.keys(SHOTS).join(', ')}.`);
  const extension = await packaged();
  const server = await serve();
  let driver: Driver | null = null;
  try {
    const screen = { width: WIDTH, height: HEIGHT, scale, names: [NOWHERE] };
    driver = await launch('chromium', { executable, extension, ...screen });
    const scene = sceneOf(driver, server, scale, join(extension, 'look.png'));
    for (const [name, take] of chosen) keep(name, await take(scene));
  } finally {
    await driver?.close();
    await server.close();
    rmSync(extension, { recursive: true, force: true });
  }
}
