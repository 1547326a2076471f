/** Where Peel runs: on sites that the reader allows, no longer when that is taken back, and on the page that greets them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Highlights, type Surface, type Tab, until } from '@/lib/cli/browser/driver';
import { painted, serialised, settled } from '@/lib/cli/browser/look';
import { BROWSERS, DEMO, overlayText, startWorld, type World } from './harness';

/** Takes back what the manifest has without asking, as a reader does in the browser's list of extensions. */
async function takeBack({ driver }: World): Promise<void> {
  if (driver.name === 'firefox') {
    const page = await driver.page('options.html');
    await page.evaluate(async () => {
      type Api = { permissions: { remove(gone: object): Promise<boolean> } };
      const { permissions } = (globalThis as unknown as { browser: Api }).browser;
      await permissions.remove({ origins: ['http://127.0.0.1/*', 'http://localhost/*'] });
    });
    return page.close();
  }
  const list = await driver.open('chrome://extensions/');
  await list.evaluate(async (extensionId: string) => {
    type Api = { developerPrivate: { updateExtensionConfiguration(how: object): Promise<void> } };
    const { developerPrivate } = (globalThis as unknown as { chrome: Api }).chrome;
    await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' });
  }, new URL(driver.origin).host);
  await list.close();
}

describe.each(BROWSERS)('a site of the reader’s own, in %s', (name) => {
  let world: World;
  let url: string;
  let tab: Tab;
  beforeAll(async () => {
    world = await startWorld(name);
    await world.choose();
    // On loopback, and yet none of the sites that the test build reads by itself.
    url = world.server.file(DEMO).replace('127.0.0.1', 'news.localhost');
    tab = await world.driver.open(url);
  });
  afterAll(() => world?.close());

  async function inPopup<R>(work: (popup: Surface) => Promise<R>): Promise<R> {
    const popup = await world.driver.popup(tab);
    try {
      await until('the popup to know the page', () => popup.evaluate(() => document.querySelector('.always') !== null));
      return await work(popup);
    } finally {
      await popup.close();
    }
  }
  const said = () => inPopup((popup) => popup.evaluate(() => document.querySelector('.always')?.textContent ?? ''));

  it('is left alone at first, and the popup says what would be asked', async () => {
    expect(await world.driver.status(tab)).toBeNull();
    expect(await said()).toContain('The browser will ask whether Peel may read news.localhost: this site alone');
  });

  // The browser's question is its own: Firefox is told to take it for answered, Chromium cannot be.
  it.runIf(name === 'firefox')(
    'is read as soon as it is allowed, and at every load after the background has slept',
    async () => {
      await tab.front();
      await world.driver.menu(tab, 'site-on', 8, 400);
      await until('Peel at work', async () => (await painted(tab)).length > 0, 30_000);
      await world.driver.stopBackground();
      await tab.goto(url);
      expect((await settled(world.driver, tab)).state).toBe('annotated');
      expect(await said()).toContain('Peel reads news.localhost by itself, because you allowed it.');
    },
  );

  it.runIf(name === 'firefox')('loses its notes when that is taken back, and is left alone from then on', async () => {
    await tab.front();
    await inPopup((popup) =>
      popup.evaluate(() =>
        [...document.querySelectorAll('button')].find((each) => each.textContent === 'Stop that')?.click(),
      ),
    );
    const gone = await until('the notes to go', async () => {
      const now = await world.driver.status(tab);
      return now?.state === 'withdrawn' && now;
    });
    expect(gone.claims).toEqual([]);
    expect(await painted(tab)).toEqual([]);
    await tab.goto(url);
    await new Promise((done) => setTimeout(done, 500));
    expect(await world.driver.status(tab)).toBeNull();
  });

  it('greets with an article that it reads as any other', async () => {
    const greeting = await world.driver.page('welcome.html');
    const marked = await until(
      'a verdict',
      () =>
        greeting.evaluate(() => {
          const highlights = CSS.highlights as Highlights;
          const texts = [...highlights]
            .filter(([key]) => key.startsWith('peel-'))
            .flatMap(([, ranges]) => [...ranges].map(String));
          const state = document.querySelector('.state')?.textContent ?? '';
          return /\d claims?, /.test(state) && texts.length > 0 ? { state, texts } : null;
        }),
      30_000,
    );
    expect(new Set(marked.texts).size).toBeGreaterThanOrEqual(4);
    const article = await greeting.evaluate(() => document.querySelector('article')?.textContent ?? '');
    const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
    for (const text of marked.texts) expect(plain(article)).toContain(plain(text));
    await greeting.close();
  });

  it('of its own list leaves no trace on an open page once that is taken back, and the popup says why', async () => {
    const before = await world.open(world.server.file(DEMO));
    expect(before.status.state).toBe('annotated');
    await takeBack(world);
    const gone = await until('the notes to go', async () => {
      const now = await world.driver.status(before.tab);
      return now?.state === 'withdrawn' && now;
    });
    expect(gone.claims).toEqual([]);
    expect(await painted(before.tab)).toEqual([]);
    expect(await overlayText(before.tab)).toBeNull();
    expect(await serialised(before.tab)).not.toContain('peel-');
    const popup = await world.driver.popup(before.tab);
    await until('the reason', () =>
      popup.evaluate(() =>
        document.body.textContent?.includes('Peel may no longer read this site, so its notes are gone.'),
      ),
    );
    await popup.close();
    await before.tab.close();
  });

  it('makes no noise and no request', async () => {
    expect(await world.driver.errors()).toEqual([]);
    expect(world.driver.attempts()).toEqual([]);
  });
});
