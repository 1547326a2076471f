/** What stays behind in memory when a reader goes from story to story on one page, beside the page without Peel. */
import { join } from 'node:path';
import type { CDPSession } from 'puppeteer-core';
import { defaultSettings, SETTINGS_KEY, storedForm } from '@/lib/settings/settings';
import type { Driver, Tab } from '../browser/driver';
import { settled } from '../browser/look';
import { puppeteerPage } from '../browser/puppeteer-tab';
import type { PageServer } from '../browser/server';
import { ROOT } from '../build';
import { row, say } from './report';

const STORIES = join(ROOT, 'test/pages/spa.html');
const TURNS = 50;
/** The first stories fill caches and load the half that paints. */
const WARM = 10;
/** Longer than a pass waits and takes; milliseconds. */
const DWELL = 600;

export interface TabFootprint {
  /** Bytes on the heap after a forced collection, of all scripts of the tab. */
  heap: number;
  listeners: number;
  nodes: number;
}

/** What the tab holds once all that can be collected is. Chromium only. */
export async function footprint(tab: Tab): Promise<TabFootprint> {
  const page = puppeteerPage(tab);
  const session: CDPSession = await page.createCDPSession();
  try {
    // What a finalizer frees is collected by the next.
    for (let n = 0; n < 3; n += 1) await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const { JSEventListeners = 0, Nodes = 0 } = await page.metrics();
    return { heap: usedSize, listeners: JSEventListeners, nodes: Nodes };
  } finally {
    await session.detach();
  }
}

/** Goes through the stories of the page, one every `DWELL` milliseconds. */
export async function turn(tab: Tab, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    await tab.evaluate(
      (story: number, dwell: number) => {
        document.querySelector<HTMLElement>(`[data-story="${story}"]`)?.click();
        return new Promise<void>((done) => setTimeout(done, dwell));
      },
      (n % 3) + 1,
      DWELL,
    );
  }
}

async function life(driver: Driver, server: PageServer, enabled: boolean): Promise<[TabFootprint, TabFootprint]> {
  await driver.store({ [SETTINGS_KEY]: storedForm({ ...defaultSettings(), enabled }) });
  const tab = await driver.open(server.file(STORIES, {}));
  await settled(driver, tab);
  await turn(tab, WARM);
  const early = await footprint(tab);
  await turn(tab, TURNS - WARM);
  const late = await footprint(tab);
  await tab.close();
  return [early, late];
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;

/** Prints what 50 stories in one document leave behind, with Peel and without. */
export async function navigations(driver: Driver, server: PageServer): Promise<void> {
  const [, without] = await life(driver, server, false);
  const [early, late] = await life(driver, server, true);
  say(`\n${TURNS} stories in one document, after a forced collection`);
  row(
    'yardstick: heap of the page without Peel',
    kB(without.heap),
    `${without.listeners} listeners, ${without.nodes} nodes`,
  );
  row(
    'heap with Peel',
    kB(late.heap),
    `${(late.heap / without.heap).toFixed(1)} ×; ${late.listeners} listeners, ${late.nodes} nodes`,
  );
  const each = (late.heap - early.heap) / (TURNS - WARM);
  row(
    'growth for one story',
    kB(each),
    `heap after story ${WARM}: ${kB(early.heap)}; listeners then: ${early.listeners}`,
  );
}
