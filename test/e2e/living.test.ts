/** Pages that live: shadow trees, the back/forward cache, an extension that goes away. On the built extension. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { footprint, turn } from '@/lib/cli/bench/life';
import { type Highlights, type Surface, type Tab, until } from '@/lib/cli/browser/driver';
import { painted, serialised } from '@/lib/cli/browser/look';
import { ROOT } from '@/lib/cli/build';
import { FULL } from '../full';
import { BROWSERS, overlayText, paintedTexts, startWorld, type World } from './harness';
import { bareness, paintedPatches } from './pixels';

const PAGES = join(ROOT, 'test/pages');
const WHITE = '255,255,255';

/** How many sheets each open shadow tree of the page has adopted. */
function adoptedSheets(tab: Tab): Promise<number[]> {
  return tab.evaluate(() => {
    const trees = (root: Document | ShadowRoot): ShadowRoot[] =>
      [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
        shadowRoot ? [shadowRoot, ...trees(shadowRoot)] : [],
      );
    return trees(document).map(({ adoptedStyleSheets }) => adoptedStyleSheets.length);
  });
}

/** How many margins the page holds: seen from the page, since a driver may not know where a cached page came back. */
const margins = (tab: Tab) => tab.evaluate(() => document.querySelectorAll('peel-margin').length);

/** Goes back, and waits until the page behind is there again. @returns whether it came from the back/forward cache. */
async function back(tab: Tab): Promise<boolean> {
  await tab.evaluate(() => void setTimeout(() => history.back(), 0));
  return until('the page behind', () =>
    tab
      .evaluate(() => {
        const { cameBack } = window as unknown as { cameBack?: boolean };
        return cameBack === undefined ? null : { cached: cameBack };
      })
      .catch(() => null),
  ).then(({ cached }) => cached);
}

/** Goes elsewhere as a reader does by a link: a driver may lose count of the loads once a page came from the cache. */
async function leave(tab: Tab, url: string): Promise<void> {
  await tab.evaluate((to: string) => {
    delete (window as unknown as { cameBack?: boolean }).cameBack;
    setTimeout(() => {
      location.href = to;
    }, 0);
  }, url);
  await until('the other page', () => tab.evaluate(() => document.title === 'Elsewhere').catch(() => false));
}

/** What the toolbar's button says of the tab in front. */
function badge(own: Surface): Promise<string> {
  return own.evaluate(async () => {
    type Api = {
      tabs: { query(which: { active: true }): Promise<{ id: number }[]> };
      action: { getBadgeText(of: { tabId: number }): Promise<string> };
    };
    const scope = globalThis as unknown as { browser?: Api; chrome?: Api };
    const { tabs, action } = (scope.browser ?? scope.chrome) as Api;
    const [tab] = await tabs.query({ active: true });
    return tab ? action.getBadgeText({ tabId: tab.id }) : '';
  });
}

/** A script that remembers whether the page came back from the cache. */
const REMEMBERS = `<script>
  addEventListener('pageshow', (event) => { if (event.persisted) window.cameBack = true; });
  if (sessionStorage.left) window.cameBack = false;
  else sessionStorage.left = 1;
</script>`;

describe.each(BROWSERS)('living pages in %s', (name) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(name);
  });
  afterAll(() => world?.close());

  /** Waits until nothing of Peel is on the page. */
  const bare = (tab: Tab) =>
    until('a page without Peel', async () => {
      const texts = await paintedTexts(tab);
      return texts.length === 0 && (await overlayText(tab)) === null;
    });

  it('shadow.html: what is painted in open shadow trees is to be seen, and leaves no sheet behind', async () => {
    await world.choose();
    const { tab, status } = await world.open(world.server.file(join(PAGES, 'shadow.html')));
    expect(status.state).toBe('annotated');
    const reader = await world.driver.open();
    const patches = await paintedPatches(tab);
    const inTrees = patches.filter(({ text }) => /full-time|two-thirds|every bank/.test(text));
    expect(inTrees.length).toBe(3);
    expect((await bareness(tab, reader, patches, WHITE)).filter((share) => share > 0.02)).toEqual([]);
    // The page throws the sheets out, as a component does that dresses itself late: they come back with the next look.
    await tab.evaluate(() => {
      const outer = document.querySelector('news-story')?.shadowRoot;
      const inner = outer?.querySelector('story-body')?.shadowRoot;
      if (inner) inner.adoptedStyleSheets = [];
      document.dispatchEvent(new Event('scroll'));
    });
    await until('the paint to be back', async () => {
      const shares = await bareness(tab, reader, patches, WHITE);
      return shares.every((share) => share < 0.02);
    });

    await world.choose({ enabled: false });
    await bare(tab);
    expect(await adoptedSheets(tab)).toEqual([0, 0, 0]);
    for (const share of await bareness(tab, reader, patches, WHITE)) expect(share).toBeGreaterThan(0.4);
    await reader.close();
    await tab.close();
  });
  describe('back from the cache', () => {
    const article = readFileSync(join(PAGES, 'dark.html'), 'utf8');
    const other = '<!doctype html><html lang="en"><title>Elsewhere</title><p>Nothing to read here.</p></html>';

    it('the notes are there once, follow what was chosen meanwhile, and go without a trace', async () => {
      const url = world.server.text('cached.html', article.replace('</body>', `${REMEMBERS}</body>`));
      const elsewhere = world.server.text('elsewhere.html', other);
      await world.choose({ enabled: false });
      const { tab } = await world.open(url);
      const clean = await serialised(tab);
      await world.choose();
      await until('notes', async () => (await painted(tab)).length > 0);
      const before = JSON.stringify(await painted(tab));
      expect(await margins(tab)).toBe(1);

      const own = await world.driver.page('writing.html');
      const count = await badge(own);
      expect(Number(count)).toBeGreaterThan(0);

      await leave(tab, elsewhere);
      expect(await badge(own)).toBe('');
      expect(await back(tab)).toBe(true);
      // A pass follows the return; it must come to the same.
      await new Promise((done) => setTimeout(done, 800));
      expect(JSON.stringify(await painted(tab))).toBe(before);
      expect(await margins(tab)).toBe(1);
      await until('the count', async () => (await badge(own)) === count);
      await own.close();

      await leave(tab, elsewhere);
      await world.choose({ enabled: false });
      expect(await back(tab)).toBe(true);
      await until('a page without Peel', async () => (await margins(tab)) === 0 && (await painted(tab)).length === 0);
      expect(await serialised(tab)).toBe(clean);

      await world.choose();
      await until('the notes again', async () => JSON.stringify(await painted(tab)) === before);
      expect(await margins(tab)).toBe(1);
      await tab.close();
    });

    it('a page that was left in the middle of reading is read on return', async () => {
      await world.choose();
      const elsewhere = world.server.text('elsewhere.html', other);
      const url = world.server.text('left.html', article.replace('</body>', `${REMEMBERS}</body>`));
      // The background has to come up first: there is time to leave. Not before Peel is in the page, where Firefox would never bring it.
      await world.driver.stopBackground();
      const tab = await world.driver.open(url);
      await until('Peel in the page', async () => (await world.driver.status(tab)) !== null);
      await leave(tab, elsewhere);
      expect(await back(tab)).toBe(true);
      await until('notes', async () => (await painted(tab)).length > 0);
      expect(await margins(tab)).toBe(1);
      await tab.close();
    });
  });

  it.runIf(FULL || name === 'chromium')('spa.html: many stories later no more is held than after six', async () => {
    await world.choose();
    const { tab } = await world.open(world.server.file(join(PAGES, 'spa.html'), {}));
    const held = async () => {
      const registered = await tab.evaluate(() => {
        const registry = CSS.highlights as Highlights;
        return [...registry].map(([highlight, ranges]) => `${highlight} ${[...ranges].length}`).sort();
      });
      const layer = await tab.inOverlay((root) => root.querySelectorAll('*').length);
      const { listeners, nodes } = name === 'chromium' ? await footprint(tab) : { listeners: 0, nodes: 0 };
      return { registered, layer, listeners, nodes, margins: await margins(tab) };
    };
    // As it is once nothing comes any more: a slow machine is still painting when the last story has just been opened.
    const rested = async () => {
      let last = '';
      return until('a story at rest', async () => {
        const now = await held();
        const same = JSON.stringify({ ...now, nodes: 0 }) === last && now.registered.length > 0;
        last = JSON.stringify({ ...now, nodes: 0 });
        await new Promise((done) => setTimeout(done, 400));
        return same ? now : null;
      });
    };
    await turn(tab, 7);
    const early = await rested();
    await turn(tab, FULL ? 25 : 4);
    const late = await rested();
    expect({ ...late, nodes: 0 }).toEqual({ ...early, nodes: 0 });
    // What the page's own parser and the browser hold on to breathes a little.
    expect(late.nodes).toBeLessThanOrEqual(early.nodes + 20);
    await tab.close();
  });

  it('makes no noise and no request', async () => {
    // Chromium tells the worker, not the page, that a page left in the middle of reading took its port along.
    const known = /The page keeping the extension port is moved into back\/forward cache/;
    expect((await world.driver.errors()).filter((line) => !known.test(line))).toEqual([]);
    expect(world.driver.attempts()).toEqual([]);
  });

  // The last of its world: after it the extension is gone, or another.
  it('an extension that is taken away or updated leaves no ghost and no double', async () => {
    await world.choose();
    const noise = (await world.driver.errors()).length;
    const url = world.server.file(join(PAGES, 'dark.html'));
    const { tab } = await world.open(url);
    const before = JSON.stringify(await painted(tab));
    expect(await margins(tab)).toBe(1);
    const options = await world.driver.page('options.html');
    await options.evaluate(() => {
      const scope = globalThis as unknown as Record<'browser' | 'chrome', { runtime: { reload(): void } } | undefined>;
      setTimeout(() => (scope.browser ?? scope.chrome)?.runtime.reload(), 50);
    });
    await new Promise((done) => setTimeout(done, 1500));
    await tab.front();
    await tab.point(200, 700, true);
    if (name === 'chromium') {
      // Nobody tells the old script, and the new one comes only when it is called: whoever touches the page finds out.
      await until('a page without Peel', async () => (await margins(tab)) === 0 && (await painted(tab)).length === 0);
    } else {
      // Firefox ends the old script without a word and starts the new one at once, over what the old one left.
      await new Promise((done) => setTimeout(done, 1500));
      await until('the notes, once', async () => JSON.stringify(await painted(tab)) === before);
      expect(await margins(tab)).toBe(1);
    }
    // What the page does from now on must not trip over a dead extension.
    await tab.evaluate(() => {
      document.querySelector('p')?.append(' A correction followed on Wednesday, with apologies to all concerned.');
      history.pushState(null, '', '#elsewhere');
      dispatchEvent(new Event('resize'));
    });
    await new Promise((done) => setTimeout(done, 1200));
    expect((await world.driver.errors()).slice(noise)).toEqual([]);
    await tab.close();
  });
});
