/** What pictures cost: each from the reader's press to the finished thing. */
import { defaultSettings, SETTINGS_KEY, storedForm } from '@/lib/settings/settings';
import type { Driver, Surface, Tab } from '../browser/driver';
import { settled } from '../browser/look';
import type { PageServer } from '../browser/server';
import { median } from '../statistics';
import { ms, repeat, row, say } from './report';

interface Views {
  extension: { getViews(filter: object): (Window & { HTMLCanvasElement: unknown })[] };
}

/** Presses the popup's button; the time is that of the press, in milliseconds since 1970. */
async function pressShare(driver: Driver, tab: Tab): Promise<number> {
  const popup = await driver.popup(tab);
  return popup.evaluate(async () => {
    const find = () => [...document.querySelectorAll('button')].find((one) => one.textContent === 'Share a picture');
    while (!find()) await new Promise((done) => setTimeout(done, 20));
    // The popup has its rest first, as a reader's eye gives it.
    await new Promise((done) => setTimeout(done, 300));
    const now = Date.now();
    find()?.click();
    return now;
  });
}

/** When the share page that is open has its picture painted; null where it has not yet. */
const painted = (helper: Surface): Promise<number | null> =>
  helper.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: Views };
    const [page] = chrome.extension.getViews({ type: 'tab' }).filter((one) => one.location.pathname === '/share.html');
    const canvas = page?.document.querySelector<HTMLCanvasElement>('.preview canvas');
    return canvas && !canvas.hidden ? Date.now() : null;
  });

const closeShare = (helper: Surface): Promise<void> =>
  helper.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: Views };
    for (const one of chrome.extension.getViews({ type: 'tab' }))
      if (one.location.pathname === '/share.html') one.close();
  });

/** From the press in the popup to the view on the share page. */
async function view(driver: Driver, tab: Tab, helper: Surface): Promise<number> {
  const pressed = await pressShare(driver, tab);
  for (;;) {
    const now = await painted(helper);
    if (now !== null) {
      await closeShare(helper);
      return now - pressed;
    }
    if (Date.now() - pressed > 20_000) throw new Error('the share page shows no picture');
    await new Promise((done) => setTimeout(done, 5));
  }
}

/** On a share page: from choosing `label` to the picture's bytes as a PNG, the parts of it by themselves. */
const card = (page: Surface, label: string): Promise<{ set: number; png: number }> =>
  page.evaluate(async (wanted: string) => {
    const canvas = document.querySelector<HTMLCanvasElement>('.preview canvas');
    const before = canvas?.width;
    const began = performance.now();
    [...document.querySelectorAll('label')]
      .find(({ textContent }) => textContent?.startsWith(wanted))
      ?.querySelector('input')
      ?.click();
    while (canvas?.width === before) {
      if (performance.now() - began > 5000) throw new Error(`${wanted} changes nothing`);
      await Promise.resolve();
      await new Promise((done) => queueMicrotask(() => setTimeout(done)));
    }
    const set = performance.now() - began;
    await new Promise((done) => canvas?.toBlob(done, 'image/png'));
    return { set, png: performance.now() - began };
  }, label);

/** The whole article: milliseconds for each screen of it. */
async function article(page: Surface, tab: Tab): Promise<{ each: number; screens: number }> {
  const took = await page.evaluate(async () => {
    const press = (words: string) => {
      const all = [...document.querySelectorAll<HTMLElement>('label, button')];
      const found = all.find((one) => one.textContent === words);
      if (!found) throw new Error(`the share page has nothing called ${words}`);
      found.click();
    };
    press('The whole article');
    await new Promise((done) => setTimeout(done, 200));
    const began = performance.now();
    press('Take the whole article');
    while (!document.querySelector('.said')?.textContent) {
      if (performance.now() - began > 120_000) throw new Error('the article is not done');
      await new Promise((done) => setTimeout(done, 20));
    }
    return performance.now() - began;
  });
  const screens = await tab.evaluate(() => Math.ceil(document.documentElement.scrollHeight / innerHeight));
  return { each: took / screens, screens };
}

/** Measures the pictures of the page at `url`. Chromium only. */
export async function pictures(driver: Driver, server: PageServer, file: string): Promise<void> {
  await driver.store({ [SETTINGS_KEY]: storedForm({ ...defaultSettings(), level: 'roast' }) });
  const tab = await driver.open(server.file(file));
  await settled(driver, tab);
  const helper = await driver.page('options.html');
  say('\npictures of the demo article');
  const views = await repeat(7, () => view(driver, tab, helper));
  row('the view, from the press to the picture', ms(median(views)), `budget 500 ms; worst ${ms(Math.max(...views))}`);
  const pressed = await pressShare(driver, tab);
  let key: string | undefined;
  while (!key) {
    key = await helper.evaluate(async () => {
      type Api = { storage: { session: { get(keys: null): Promise<object> } } };
      const { chrome } = globalThis as unknown as { chrome: Api };
      return Object.keys(await chrome.storage.session.get(null)).find((one) => one.startsWith('share:'));
    });
    if (Date.now() - pressed > 20_000) throw new Error('nothing was handed to the share page');
  }
  const page = await driver.page(`share.html#${key.slice('share:'.length)}`);
  await page.evaluate(async () => {
    while (document.querySelector<HTMLCanvasElement>('.preview canvas')?.hidden !== false)
      await new Promise((done) => setTimeout(done, 20));
    const sentence = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === 'One sentence');
    if (!sentence) throw new Error('the share page offers no picture of one sentence');
    sentence.click();
    await new Promise((done) => setTimeout(done, 300));
  });
  const cards = await repeat(10, (n) => card(page, n % 2 ? 'Wide' : 'Square'));
  row('the card of a sentence, set and painted', ms(median(cards.map(({ set }) => set))));
  row('the card of a sentence, as a PNG', ms(median(cards.map(({ png }) => png))), 'budget 150 ms');
  const { each, screens } = await article(page, tab);
  row('the whole article, a screen', ms(each), `${screens} screens; budget 1,200 ms`);
  await page.close();
  await closeShare(helper);
  await helper.close();
  await tab.close();
}
