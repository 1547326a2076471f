/** What Peel adds to a page's main thread, beside another highlighter (mark.js) that wraps the same words, and beside the page alone. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession } from 'puppeteer-core';
import { defaultSettings, SETTINGS_KEY, storedForm } from '@/lib/settings/settings';
import type { Driver, Tab } from '../browser/driver';
import { settled } from '../browser/look';
import { puppeteerPage } from '../browser/puppeteer-tab';
import { ROOT } from '../build';
import { median } from '../statistics';
import { ms, row, say } from './report';

const RIVAL = join(ROOT, 'node_modules/mark.js/dist/mark.min.js');
const ROUNDS = 3;
/** How long the page is watched, from the start of the work: long enough for a pass with its painting, in ms. */
const WATCHED = 2_500;
/** What stands in for the words where Peel marks none. */
const WORDS = ['AI', 'artificial intelligence'];

/** Time of the main thread in ms, the parts of it that the browser tells, and how much of it a processor worked: else it waited. */
interface Cost {
  all: number;
  worked: number;
  script: number;
  style: number;
  layout: number;
}
const PARTS = ['all', 'worked', 'script', 'style', 'layout'] as const;

/** Those that count what a processor works; by default the browser counts the time that passes meanwhile. */
const counters = new WeakMap<Tab, CDPSession>();

async function workOf(tab: Tab): Promise<number> {
  let session = counters.get(tab);
  if (!session) {
    session = await puppeteerPage(tab).createCDPSession();
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    counters.set(tab, session);
  }
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

async function spent(tab: Tab): Promise<Cost> {
  const page = puppeteerPage(tab);
  const { TaskDuration = 0, ScriptDuration = 0, RecalcStyleDuration = 0, LayoutDuration = 0 } = await page.metrics();
  const [all, script, style, layout] = [TaskDuration, ScriptDuration, RecalcStyleDuration, LayoutDuration].map(
    (seconds) => seconds * 1000,
  ) as [number, number, number, number];
  return { all, worked: await workOf(tab), script, style, layout };
}

const minus = (one: Cost, other: Cost): Cost =>
  Object.fromEntries(PARTS.map((part) => [part, one[part] - other[part]])) as unknown as Cost;
const medianCost = (costs: Cost[]): Cost =>
  Object.fromEntries(PARTS.map((part) => [part, median(costs.map((cost) => cost[part]))])) as unknown as Cost;

/**
 * A fresh tab at `url` with Peel off, at rest: what the main thread does during `work` and until the watch ends. `after` runs
 * when all is counted.
 */
async function watch(
  driver: Driver,
  url: string,
  work: (tab: Tab) => Promise<unknown>,
  after?: (tab: Tab) => Promise<unknown>,
): Promise<Cost> {
  await driver.store({ [SETTINGS_KEY]: storedForm({ ...defaultSettings(), enabled: false }) });
  const tab = await driver.open(url);
  try {
    await settled(driver, tab, 60_000);
    await tab.evaluate(() => new Promise<void>((done) => setTimeout(done, 400)));
    const before = await spent(tab);
    const began = performance.now();
    await work(tab);
    const left = Math.max(0, WATCHED - (performance.now() - began));
    await tab.evaluate((wait: number) => new Promise<void>((done) => setTimeout(done, wait)), left);
    const cost = minus(await spent(tab), before);
    await after?.(tab);
    return cost;
  } finally {
    await tab.close();
  }
}

/** What Peel marks on a page that it has read. An answer is work for the page, too: it is asked for when all is counted. */
async function quotesOf(driver: Driver, tab: Tab): Promise<string[]> {
  for (let asked = 0; asked < 60; asked += 1) {
    if (asked === 1) say('  Peel was not done when a watch ended: what it did later is not counted.');
    if (asked > 0) await new Promise((done) => setTimeout(done, 1_000));
    const status = await driver.status(tab);
    if (status && !['all-off', 'starting', 'reading'].includes(status.state))
      return status.claims.map(({ claim }) => claim.quote);
  }
  throw new Error(`Peel never finished ${tab.url()}`);
}

/** Runs in the page: wraps each of `words`, across elements, as that library's own documentation has it. */
function wrapWords(words: string[]): void {
  const { Mark } = window as unknown as {
    Mark: new (root: Element) => { mark(words: string[], options: object): void };
  };
  new Mark(document.body).mark(words, { separateWordSearch: false, acrossElements: true });
}

const told = ({ worked, script, style, layout }: Cost) =>
  `a processor worked ${ms(worked)} of it; script ${ms(script)}, style ${ms(style)}, layout ${ms(layout)}`;

/** Measures each page and prints three rows for it, then what is in the middle of all. Chromium only. */
export async function rival(driver: Driver, pages: { name: string; url: string }[]): Promise<void> {
  say(`\nadded to the main thread in ${WATCHED / 1000} s, median of ${ROUNDS}: Peel, and mark.js on the same words`);
  if (!existsSync(RIVAL)) throw new Error('mark.js, a development dependency, is not there: npm install');
  const library = readFileSync(RIVAL, 'utf8');
  const ratios: { peel: Cost; mark: Cost; none: boolean }[] = [];
  for (const { name, url } of pages) {
    let quotes: string[] = [];
    const costs: Record<'alone' | 'peel' | 'mark', Cost[]> = { alone: [], peel: [], mark: [] };
    // In turn, so that what else the machine does falls on all alike. The first round fills caches.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const peel = await watch(
        driver,
        url,
        () => driver.store({ [SETTINGS_KEY]: storedForm(defaultSettings()) }),
        async (tab) => {
          quotes = await quotesOf(driver, tab);
        },
      );
      const mark = await watch(driver, url, async (tab) => {
        await tab.inject(library);
        await tab.evaluate(wrapWords, quotes.length > 0 ? quotes : WORDS);
      });
      const alone = await watch(driver, url, async () => undefined);
      if (round === 0) continue;
      costs.alone.push(alone);
      costs.peel.push(minus(peel, alone));
      costs.mark.push(minus(mark, alone));
    }
    const [alone, peel, mark] = [costs.alone, costs.peel, costs.mark].map(medianCost) as [Cost, Cost, Cost];
    ratios.push({ peel, mark, none: quotes.length === 0 });
    say(`  ${name}: ${quotes.length} marks`);
    row('  yardstick: the page alone', ms(alone.all), told(alone));
    row('  yardstick: mark.js', ms(mark.all), told(mark));
    row('  Peel', ms(peel.all), told(peel));
  }
  const [found, none] = [ratios.filter((one) => !one.none), ratios.filter((one) => one.none)];
  const middle = (costs: Cost[]) => {
    const { all, worked } = medianCost(costs);
    return [ms(all), `a processor worked ${ms(worked)}`] as const;
  };
  row('Peel, median of pages with marks', ...middle(found.map(({ peel }) => peel)));
  row('mark.js, median of the same', ...middle(found.map(({ mark }) => mark)));
  if (none.length > 0) {
    const [all, worked] = middle(none.map(({ peel }) => peel));
    row('Peel, median where nothing is found', all, `${worked}; goal 5 ms`);
  }
}
