/** The ledger where readers have it: in the browser's own side panel, opened by the popup's button. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Surface, type Tab, until } from '@/lib/cli/browser/driver';
import { puppeteerPage } from '@/lib/cli/browser/puppeteer-tab';
import { ROOT } from '@/lib/cli/build';
import { BROWSERS, DEMO, startWorld, type World } from './harness';

const verdict = (panel: Surface) => panel.evaluate(() => document.querySelector('.verdict')?.textContent ?? '');
const title = (panel: Surface) => panel.evaluate(() => document.querySelector('.title')?.textContent ?? '');
const rows = (panel: Surface) => panel.evaluate(() => document.querySelectorAll('.rows > li').length);

describe.each(BROWSERS)('the side panel of %s', (name) => {
  let world: World;
  let tab: Tab;
  let panel: Surface;

  beforeAll(async () => {
    world = await startWorld(name);
    await world.choose({ level: 'roast' });
    ({ tab } = await world.open(world.server.file(DEMO)));
    panel = await world.driver.panel(tab);
  });
  afterAll(() => world?.close());

  it('lists what is marked on the page in front, at the width that it has', async () => {
    await until('rows', async () => (await rows(panel)) > 3);
    expect(await title(panel)).toBe((await world.driver.status(tab))?.title);
    const over = await panel.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  });

  it('follows the reader to another tab and back, and a page that navigates', async () => {
    const other = await world.driver.open(world.server.file(join(ROOT, 'test/pages/empty.html')));
    await other.front();
    await until('the other page', async () => /no article|found no/.test(await verdict(panel)));
    await other.goto(world.server.file(DEMO));
    await until('rows', async () => (await rows(panel)) > 3);
    await other.close();
    await tab.front();
    await until('rows again', async () => (await rows(panel)) > 3);
  });

  it('shows a sentence on the page', async () => {
    // Pressed again until a card is there: the rows may just be drawn anew for the page that was gone to.
    await until('the card', async () => {
      const card = await tab.inOverlay((root) => root.querySelector('.card')?.textContent);
      if (!card) await panel.evaluate(() => document.querySelector<HTMLElement>('.rows [data-jump]')?.click());
      return card;
    });
  });

  // Only Chromium can be told to let a tab crash.
  it.runIf(name === 'chromium')(
    'says that a page whose tab crashed does not answer, and lists it once it is loaded again',
    async () => {
      await until('rows', async () => (await rows(panel)) > 3);
      const session = await puppeteerPage(tab).createCDPSession();
      void session.send('Page.crash').catch(() => undefined);
      await until('the word', async () => /^The page does not answer\. .* crashed/.test(await verdict(panel)));
      expect(await rows(panel)).toBe(0);
      await panel.evaluate(() => {
        type Api = { tabs: { reload(): void } };
        (globalThis as unknown as { chrome: Api }).chrome.tabs.reload();
      });
      // A new process for the tab, and the page read anew: on a busy machine that takes its time.
      await until('rows again', async () => (await rows(panel)) > 3, 30_000);
    },
  );

  it('left no error behind', async () => {
    await panel.close();
    expect(await world.driver.errors()).toEqual([]);
  });
});
