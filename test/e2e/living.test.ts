/** Pages that live: shadow trees, the back/forward cache, an extension that goes away. On the built extension. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '@/lib/cli/browser/build';
import { type Tab, until } from '@/lib/cli/browser/driver';
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
    const inTrees = patches.filter(({ text }) => /full-time|investors|every bank/.test(text));
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
});
