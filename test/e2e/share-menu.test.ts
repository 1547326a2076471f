import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Surface, type Tab, until } from '@/lib/cli/browser/driver';
import { BROWSERS, DEMO, startWorld, type World } from './harness';
import { jobs } from './share-page';

/**
 * Firefox's own menu is opened by the right mouse button and its entry pressed; its key is pressed. No driver reaches
 * Chromium's menus and extension keys: there the background's listeners are called, without the rights that a press gives,
 * so that the browser refuses the view and the share page says how to get one.
 */
describe.each(BROWSERS)('the menu and the key in %s', (name) => {
  let world: World;
  let tab: Tab;
  let helper: Surface;
  beforeAll(async () => {
    world = await startWorld(name);
    await world.choose({ level: 'roast' });
    helper = await world.driver.page('options.html');
    ({ tab } = await world.open(world.server.file(DEMO)));
  });
  afterAll(() => world?.close());

  /** The share page that `work` opens; it is closed again, so that its job goes. */
  async function opened<T>(work: () => Promise<unknown>, look: (page: Surface) => Promise<T>): Promise<T> {
    const before = await jobs(helper);
    await work();
    const key = await until('a job', async () => (await jobs(helper)).find((one) => !before.includes(one)));
    const page = await world.driver.page(`share.html#${key.replace('share:', '')}`);
    await until('the share page', () =>
      page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>('.preview canvas');
        return (
          canvas?.hidden === false || document.querySelector('.missing')?.textContent?.includes('no picture of the')
        );
      }),
    );
    try {
      return await look(page);
    } finally {
      await page.close();
    }
  }
  const shown = (page: Surface) =>
    page.evaluate(() => ({
      picture: document.querySelector<HTMLInputElement>('input[type=radio]:checked')?.value,
      claim: document.querySelector('select')?.selectedOptions[0]?.textContent ?? '',
      words: document.querySelector('.controls')?.textContent ?? '',
      painted: document.querySelector<HTMLCanvasElement>('.preview canvas')?.hidden === false,
    }));
  /** Selects the text of the first element that `selector` finds, and answers where it is in the window. */
  const select = (selector: string, from = 0, to?: number) =>
    tab.evaluate(
      (wanted: string, start: number, end: number | undefined) => {
        const element = document.querySelector(wanted);
        const walker = document.createTreeWalker(element ?? document.body, NodeFilter.SHOW_TEXT);
        const text = walker.nextNode() as Text;
        element?.scrollIntoView({ block: 'center' });
        const range = document.createRange();
        range.setStart(text, start);
        range.setEnd(text, end ?? text.length);
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
        const box = range.getClientRects()[0];
        return { x: (box?.left ?? 0) + 12, y: (box?.top ?? 0) + 8 };
      },
      selector,
      from,
      to,
    );

  it('pictures the page from its menu, also after the background has slept', async () => {
    await world.driver.stopBackground();
    const { x, y } = await tab.evaluate(() => ({ x: 8, y: innerHeight / 2 }));
    let real = false;
    const look = await opened(async () => {
      real = await world.driver.menu(tab, 'share-page', x, y);
    }, shown);
    expect(real).toBe(name === 'firefox');
    // A real press grants the view; the listener alone does not, and a claim card stands in.
    expect(look.picture).toBe(real ? 'view' : 'claim');
    expect(look.painted).toBe(true);
  });

  it('makes a card of the claim that is selected', async () => {
    const quotes = (await world.driver.status(tab))?.claims.map(({ claim }) => claim.quote) ?? [];
    const wanted = quotes[2] ?? '';
    const at = await tab.evaluate((quote: string) => {
      const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
      const found = [...document.querySelectorAll('article p, article li, article h1, article h2')].find(
        ({ textContent }) => flat(textContent ?? '').includes(quote),
      );
      found?.scrollIntoView({ block: 'center' });
      if (found) getSelection()?.selectAllChildren(found);
      const box = getSelection()?.getRangeAt(0).getClientRects()[0];
      return { x: (box?.left ?? 0) + 12, y: (box?.top ?? 0) + 8, text: flat(String(getSelection())) };
    }, wanted);
    expect(at.text).toContain(wanted);
    const look = await opened(() => world.driver.menu(tab, 'share-selection', at.x, at.y), shown);
    expect(look.picture).toBe('claim');
    // The longest of the claims in what was selected.
    const held = quotes.filter((quote) => at.text.includes(quote)).sort((a, b) => b.length - a.length);
    expect(look.claim.slice(0, 60)).toBe(held[0]?.slice(0, 60));
    expect(look.painted).toBe(true);
  });

  it('says so where the selection holds no claim', async () => {
    await tab.evaluate(() => document.querySelector('article')?.prepend(document.createElement('h6')));
    await tab.evaluate(() => {
      const element = document.querySelector('article h6');
      if (element) element.textContent = 'The ferry was late again.';
    });
    const { x, y } = await select('article h6');
    const look = await opened(() => world.driver.menu(tab, 'share-selection', x, y), shown);
    expect(look.words).toContain('Peel marked nothing in what you selected.');
  });

  it('pictures the page by its key', async () => {
    const look = await opened(() => world.driver.command(tab, 'share-page'), shown);
    expect(look.painted).toBe(true);
    expect(look.picture).toBe(name === 'firefox' ? 'view' : 'claim');
  });

  it('says why where Peel found nothing', async () => {
    const other = await world.driver.open(
      world.server.text('plain.html', '<!doctype html><html lang="en"><title>Ferries</title><p>The ferry was late.'),
    );
    await until('an answer', async () => (await world.driver.status(other))?.state === 'no-article');
    const look = await opened(() => world.driver.command(other, 'share-page'), shown);
    expect(look.words).toContain('There is no article here for Peel to read.');
    expect(look.words).not.toContain('Bingo');
    await other.close();
  });

  it('made no noise, no request, and left nothing', async () => {
    await until('the jobs to go', async () => (await jobs(helper)).length === 0);
    expect(await world.driver.errors()).toEqual([]);
    expect(world.driver.attempts()).toEqual([]);
  });
});
