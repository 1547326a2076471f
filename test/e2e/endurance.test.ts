/** What a day of reading does to Peel, and Peel to it: many strange pages, many tabs. Only under `npm run test:full`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Surface, type Tab, until } from '@/lib/cli/browser/driver';
import { serialised, settled } from '@/lib/cli/browser/look';
import { SAVED_PAGE_POLICY } from '@/lib/cli/browser/server';
import { difference, ourErrors } from '@/lib/cli/sweep/checks';
import { MEMORY_KEY } from '@/lib/memory/memory';
import type { PageStatus } from '@/lib/messages';
import { pastedPage, pieces } from '../cut-and-paste';
import { FULL } from '../full';
import { BROWSERS, overlayText, paintedTexts, plain, startWorld, type World } from './harness';
import { jobs } from './share-page';

const count = (name: string, usual: number) => Number(process.env[name] ?? usual);
/** Firefox is asked from outside for every look, and takes six times as long. */
const PAGES = { chromium: count('PEEL_PAGES', 500), firefox: Math.ceil(count('PEEL_PAGES', 500) / 10) };
const TABS = count('PEEL_TABS', 200);
/** What Chrome lets an extension keep, in bytes. */
const QUOTA = 10_485_760;

describe.runIf(FULL).each(BROWSERS)('pages cut and pasted from saved ones, in %s', (name) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(name);
  });
  afterAll(() => world?.close());

  it('are as they were once Peel is off again: nothing thrown, nothing left behind', {
    timeout: 3_600_000,
  }, async () => {
    const all = pieces();
    const tab = await world.driver.open();
    const wrong: string[] = [];
    const states: Record<string, number> = {};
    let marks = 0;
    for (let number = 0; number < PAGES[name]; number += 1) {
      const before = (await world.driver.errors()).length;
      try {
        await world.choose({ enabled: false });
        const html = pastedPage(all, number);
        await tab.goto(
          world.server.text(`pasted-${number}.html`, html, { 'content-security-policy': SAVED_PAGE_POLICY }),
        );
        await until('Peel to be off', async () => (await world.driver.status(tab))?.state === 'all-off');
        const asItWas = await serialised(tab);
        // A page may have a closed shadow root of its own where ours would stand.
        const standing = await overlayText(tab);
        await world.choose({ level: 'onion', density: 'all' });
        await until('Peel to be on', async () => (await world.driver.status(tab))?.state !== 'all-off');
        const status = await settled(world.driver, tab, 60_000);
        states[status.state] = (states[status.state] ?? 0) + 1;
        const quotes = status.claims.filter(({ painted }) => painted).map(({ claim }) => plain(claim.quote));
        marks += quotes.length;
        const painted = await paintedTexts(tab);
        const strange = painted.filter((text) => !quotes.some((quote) => quote.includes(text)));
        if (strange.length > 0) wrong.push(`page ${number}: painted, not claimed: ${strange}`);
        if (status.state === 'failed') wrong.push(`page ${number}: ${status.reason}`);
        await world.choose({ enabled: false });
        await until(
          'Peel to go',
          async () => (await paintedTexts(tab)).length === 0 && (await overlayText(tab)) === standing,
        );
        for (const line of difference(asItWas, await serialised(tab))) wrong.push(`page ${number}: ${line}`);
      } catch (error) {
        wrong.push(`page ${number}: ${(error as Error).message}`);
      }
      const errors = ourErrors((await world.driver.errors()).slice(before), world.driver.origin);
      for (const line of errors) wrong.push(`page ${number}: ${line}`);
    }
    await tab.close();
    console.log(
      `${PAGES[name]} pages of ${all.length} pieces in ${name}: ${JSON.stringify(states)}, ${marks} marks painted`,
    );
    expect(wrong).toEqual([]);
    // It is a test of annotating only if much is annotated: every other page has an article of ours.
    expect(states.annotated ?? 0).toBeGreaterThan(PAGES[name] / 6);
    expect(await jobs(await world.driver.page('ledger.html'))).toEqual([]);
  });
});

/** A small article of its own: firms differ, so that no two tabs are alike. */
function small(number: number): string {
  const firm = `Kelmore ${String.fromCharCode(65 + (number % 26))}${number}`;
  const quiet =
    'The queue at the harbour office went round the corner, as it does on every working day of the week, and nobody in it minded. ';
  return `<!doctype html><html lang="en"><head><title>${firm} and its assistant</title></head><body style="margin:40px;max-width:600px"><article><h1>${firm} and its assistant</h1>
<p>${quiet.repeat(3)}</p><p>${firm} says its AI assistant now does the work of ${700 + number} full-time agents and resolves 83% of queries without a human.</p>
<p>${quiet.repeat(3)}</p><p>${firm} today launched Foreman, the world's first AI agent that plans a building site on its own.</p><p>${quiet.repeat(2)}</p></article></body></html>`;
}

/** What every tab says of itself, asked as the popup asks it. */
function statuses(page: Surface): Promise<PageStatus[]> {
  return page.evaluate(async () => {
    type Api = {
      tabs: {
        query(of: object): Promise<{ id: number }[]>;
        sendMessage(id: number, message: object): Promise<unknown>;
      };
    };
    const { tabs } = (globalThis as unknown as { chrome: Api }).chrome;
    const answers = (await tabs.query({})).map(({ id }) =>
      tabs.sendMessage(id, { type: 'peel:status' }).catch(() => null),
    );
    return (await Promise.all(answers)).filter((answer): answer is never => answer !== null);
  });
}

describe.runIf(FULL && BROWSERS.includes('chromium'))(`${TABS} tabs in chromium`, () => {
  let world: World;
  let helper: Surface;
  const tabs: Tab[] = [];
  beforeAll(async () => {
    world = await startWorld('chromium');
    await world.choose({ level: 'roast' });
    helper = await world.driver.page('ledger.html');
  });
  afterAll(() => world?.close());

  const megabytes = (bytes: number | null) => Math.round((bytes ?? 0) / 100_000) / 10;

  /** Looks at a tab as a reader would: what is covered may wait with its notes. */
  async function look(tab: Tab): Promise<void> {
    await tab.front();
    await until(`paint in ${tab.url()}`, async () => (await paintedTexts(tab)).length > 0, 60_000);
    await until(`notes in ${tab.url()}`, async () => (await overlayText(tab)) !== null, 60_000);
  }

  it('each have their notes, and the background does not grow with them', { timeout: 3_600_000 }, async () => {
    const open = async (number: number) =>
      tabs.push(await world.driver.open(world.server.text(`tab-${number}.html`, small(number))));
    const some = Math.ceil(TABS / 10);
    for (let number = 0; number < some; number += 1) await open(number);
    for (const tab of tabs) await look(tab);
    const few = await world.driver.backgroundMemory();
    for (let number = some; number < TABS; number += 1) await open(number);
    const unseen = (await statuses(helper)).filter(({ state }) => state === 'annotated').length;
    for (const tab of tabs) await look(tab);
    const many = await world.driver.backgroundMemory();
    const all = await statuses(helper);
    const stored = JSON.stringify(await world.driver.stored()).length;
    console.log(
      `${TABS} tabs, ${unseen} annotated before they were looked at: the background holds ${megabytes(few)} MB after ${some}, ` +
        `${megabytes(many)} after all; storage ${stored} bytes; ${all.flatMap(({ claims }) => claims).length} marks`,
    );
    expect(all.map(({ state }) => state)).toEqual(tabs.map(() => 'annotated'));
    expect(new Set(all.map(({ address }) => address)).size).toBe(TABS);
    for (const { title, claims } of all) {
      // Each speaks of its own page, and of all that it marks the words are painted.
      const firm = title.replace(/ and its assistant$/, '');
      expect(
        claims.some(({ sentence }) => sentence.startsWith(`${firm} says`) || sentence.startsWith(`${firm} today`)),
      ).toBe(true);
      expect(claims.every(({ painted }) => painted)).toBe(true);
    }
    expect(few).toBeGreaterThan(0);
    // The network and the grammar are there once, whoever asks.
    expect(many).toBeLessThan((few ?? 0) * 1.5 + 10_000_000);
    expect(stored).toBeLessThan(QUOTA / 10);
    expect(ourErrors(await world.driver.errors(), world.driver.origin)).toEqual([]);
  });

  it('leave nothing when they are closed', { timeout: 600_000 }, async () => {
    for (const tab of tabs) await tab.close();
    expect(await statuses(helper)).toEqual([]);
    expect(await jobs(helper)).toEqual([]);
    const stored = await world.driver.stored();
    const { pages } = stored[MEMORY_KEY] as { pages: unknown[] };
    expect(pages.length).toBeLessThanOrEqual(40);
    // The background ends as ever, and a page that comes then is read as ever.
    await world.driver.stopBackground();
    const { tab, status } = await world.open(world.server.text('after.html', small(TABS)));
    expect(status.state).toBe('annotated');
    await tab.close();
    expect(ourErrors(await world.driver.errors(), world.driver.origin)).toEqual([]);
  });
});
