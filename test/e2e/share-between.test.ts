import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Surface, type Tab, until } from '@/lib/cli/browser/driver';
import { serialised } from '@/lib/cli/browser/look';
import { FULL } from '../full';
import { BROWSERS, startWorld, type World } from './harness';
import { choose, front, jobs, picture, press, said, sharePageOf, takeArticle } from './share-page';
import { BRICK, pixel, ruler, serveLate, wrongRows } from './share-ruler';

describe.each(BROWSERS)('the whole article in %s', (name) => {
  let world: World;
  let helper: Surface;
  beforeAll(async () => {
    world = await startWorld(name);
    await world.choose({ level: 'roast' });
    helper = await world.driver.page('options.html');
    serveLate(world);
  });
  afterAll(() => world?.close());

  describe('when something comes between', () => {
    let tab: Tab;
    let page: Surface;
    let before: string;
    beforeAll(async () => {
      ({ tab } = await world.open(world.server.text('between.html', ruler(9000))));
      before = await serialised(tab);
      await tab.evaluate(() => scrollTo(0, 200));
      page = await sharePageOf(world, tab, helper);
      await choose(page, 'The whole article');
    });
    const begin = async () => {
      await press(page, 'Take the whole article');
      const half = () => page.evaluate(() => (document.querySelector('progress')?.value ?? 0) > 0.3);
      await until('it to be half way', half, 30_000);
    };
    const asItWas = async () => {
      await until('the page to be back', () => tab.evaluate(() => scrollY === 200), 20_000);
      expect(await serialised(tab)).toBe(before);
      expect(await tab.evaluate(() => document.getAnimations().length)).toBe(0);
    };

    it('stops at the reader’s word', async () => {
      await begin();
      await press(page, 'Cancel');
      expect(await until('words', () => said(page))).toBe('Stopped. Nothing was kept.');
      await asItWas();
    });

    it.runIf(FULL || name === 'chromium')(
      'stops at Escape in the page, where the wheel is held meanwhile',
      async () => {
        await begin();
        await tab.press('Escape');
        expect(await until('words', () => said(page))).toBe('Stopped. Nothing was kept.');
        await asItWas();
        await tab.evaluate(() => {
          (globalThis as { keys?: string[] }).keys = [];
          addEventListener('keydown', ({ key }) => (globalThis as { keys?: string[] }).keys?.push(key));
        });
        await tab.front();
        await tab.press('j');
        expect(await tab.evaluate(() => (globalThis as { keys?: string[] }).keys)).toEqual(['j']);
      },
    );

    it.runIf(FULL || name === 'firefox')('stops when the reader goes to another tab', async () => {
      await begin();
      await front(helper);
      expect(await until('words', () => said(page))).toBe('You went to another tab, so Peel stopped and kept nothing.');
      await asItWas();
    });

    it.runIf(FULL || name === 'firefox')('stops when the page goes elsewhere', async () => {
      await begin();
      await tab.evaluate(() => {
        location.href = '/late.svg';
      });
      expect(await until('words', () => said(page), 20_000)).toContain('went away or changed');
    });

    it.runIf(FULL || name === 'firefox')('stops when the page is closed', async () => {
      const { tab: brief } = await world.open(world.server.text('closed.html', ruler(9000)));
      const other = await sharePageOf(world, brief, helper);
      await choose(other, 'The whole article');
      await press(other, 'Take the whole article');
      const half = () => other.evaluate(() => (document.querySelector('progress')?.value ?? 0) > 0.3);
      await until('it to be half way', half, 30_000);
      await brief.close();
      expect(await until('words', () => said(other), 20_000)).toMatch(/was closed before|went away/);
      expect(await other.evaluate(() => document.querySelector('canvas')?.hidden)).toBe(true);
      await other.close();
    });

    it('says so when the page has been closed', async () => {
      const kept = (await jobs(helper)).length;
      await tab.close();
      await press(page, 'Take the whole article');
      expect(await until('words', () => said(page))).toContain('That page is closed.');
      await page.close();
      await until('the job to go', async () => (await jobs(helper)).length < kept);
    });
  });

  it.runIf(FULL || name === 'chromium')(
    'takes a breath where the browser allows so many pictures a second and no more',
    async () => {
      const { tab } = await world.open(world.server.text('breath.html', ruler(4000)));
      const page = await sharePageOf(world, tab, helper);
      await page.evaluate(() => {
        type Api = { tabs: { captureVisibleTab(...args: unknown[]): Promise<string> } };
        const scope = globalThis as unknown as { browser?: Api; chrome?: Api };
        const { tabs } = scope.browser ?? (scope.chrome as Api);
        const take = tabs.captureVisibleTab.bind(tabs);
        let calls = 0;
        const limited = (...args: unknown[]) =>
          ++calls % 3 === 2
            ? Promise.reject(new Error('This request exceeds the MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND quota.'))
            : take(...args);
        Object.defineProperty(tabs, 'captureVisibleTab', { configurable: true, value: limited });
      });
      expect(await takeArticle(page)).toBe('The whole article is in the picture.');
      const { rows, dpr } = await tab.evaluate(() => ({ rows: 4000, dpr: devicePixelRatio }));
      expect(wrongRows(await picture(page), rows * dpr - 1, dpr, 0.5).slice(0, 5)).toEqual([]);
      await page.close();
      await tab.close();
    },
  );

  it('says why where the browser gives no leave, and keeps nothing', async () => {
    const { tab } = await world.open(world.server.text('leave.html', ruler(4000)));
    const before = await serialised(tab);
    // By its card: a press in the page is no press of the browser's own.
    const held = await jobs(helper);
    await tab.inOverlay(async (root) => {
      const find = () => root.querySelector<HTMLElement>('.note .tag');
      for (let n = 0; n < 100 && !find(); n++) await new Promise((done) => setTimeout(done, 50));
      find()?.click();
      await new Promise((done) => setTimeout(done, 400));
      [...root.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === 'Share')?.click();
    });
    const key = await until('a job', async () => (await jobs(helper)).find((one) => !held.includes(one)));
    const page = await world.driver.page(`share.html#${key.replace('share:', '')}`);
    await until('the card', () => page.evaluate(() => document.querySelector('canvas')?.hidden === false));
    expect(await takeArticle(page)).toContain('only after a press of the toolbar button on that page');
    expect(await page.evaluate(() => document.querySelector('canvas')?.hidden)).toBe(true);
    expect(await serialised(tab)).toBe(before);
    await page.close();
    await tab.close();
  });

  it.runIf(FULL)('is taken of a page of 100 MB', async () => {
    const weight = `<script type="application/json">"${'state '.repeat(17_500_000)}"</script>`;
    const { tab } = await world.open(world.server.text('heavy.html', ruler(3000, weight)));
    expect(await tab.evaluate(() => document.documentElement.textContent?.length ?? 0)).toBeGreaterThan(100_000_000);
    const page = await sharePageOf(world, tab, helper);
    expect(await takeArticle(page)).toBe('The whole article is in the picture.');
    await page.close();
    await tab.close();
  });

  it('says so when a page scrolls in a box of its own', async () => {
    const box = `<style>html, body { height: 100%; overflow: hidden; } #box { position: fixed; inset: 0 0 0 60px; overflow-y: auto; background: rgb(${BRICK}); }
      #box div { height: 5000px; }</style><div id="box"><div></div></div>`;
    const { tab } = await world.open(world.server.text('boxed.html', ruler(500, box)));
    const page = await sharePageOf(world, tab, helper);
    expect(await takeArticle(page)).toContain('scrolls inside a box of its own');
    // Fixed to the window as it is, the box is the page.
    expect(pixel(await picture(page), 200, 300)).toEqual(BRICK);
    await page.close();
    await tab.close();
  });

  it.runIf(FULL || name === 'firefox')('says so when the page keeps changing its length', async () => {
    const restless = `<div id="more"></div><script>
      let grown = 0;
      addEventListener('scroll', () => { document.body.style.height = 3000 + 20 * ++grown + 'px'; });
    </script>`;
    const { tab } = await world.open(world.server.text('restless.html', ruler(3000, restless)));
    const page = await sharePageOf(world, tab, helper);
    expect(await takeArticle(page)).toContain('changed its length');
    await page.close();
    await tab.close();
  });

  it('made no noise and no request', async () => {
    expect(await world.driver.errors()).toEqual([]);
    expect(world.driver.attempts()).toEqual([]);
  });
});
