/** The ledger as a page of the extension, beside real pages: both browsers show the same document as their side panel. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Surface, type Tab, until } from '@/lib/cli/browser/driver';
import { puppeteerPage } from '@/lib/cli/browser/puppeteer-tab';
import { ROOT } from '@/lib/cli/build';
import type { AnnotationCollection } from '@/lib/ledger/annotations';
import { BROWSERS, DEMO, plain, startWorld, type World } from './harness';
import { downloaded } from './share-page';

const verdict = (ledger: Surface) => ledger.evaluate(() => document.querySelector('.verdict')?.textContent ?? '');
const sentences = (ledger: Surface) =>
  ledger.evaluate(() => [...document.querySelectorAll('.rows blockquote')].map(({ textContent }) => textContent ?? ''));
const pageFile = (name: string) => join(ROOT, 'test/pages', name);

/** Chooses in the select with this label. */
const choose = (ledger: Surface, label: string, value: string) =>
  ledger.evaluate(
    (wanted: string, to: string) => {
      const found = [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.startsWith(wanted));
      const select = found?.control as HTMLSelectElement;
      select.value = to;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    label,
    value,
  );

/**
 * The ledger stands behind the page here, and one that is not seen does not ask by the clock: a page that ends without a mark,
 * and so without a word, is asked again once the reader looks.
 */
const glance = (ledger: Surface) =>
  ledger.evaluate(async () => {
    document.dispatchEvent(new Event('visibilitychange'));
    await new Promise((done) => setTimeout(done, 500));
  });

/** Looks for words among what is listed. */
const look = (ledger: Surface, words: string) =>
  ledger.evaluate(async (text: string) => {
    const field = document.querySelector('input[type=search]') as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((done) => setTimeout(done, 100));
  }, words);

describe.each(BROWSERS)('the ledger in %s', (name) => {
  let world: World;
  let tab: Tab;
  let ledger: Surface;

  beforeAll(async () => {
    world = await startWorld(name);
    await world.choose({ level: 'roast' });
    ({ tab } = await world.open(world.server.file(DEMO)));
    ledger = await world.driver.page('ledger.html');
    await tab.front();
  });
  afterAll(() => world?.close());

  it('lists what is marked on the page in front, sentence by sentence', async () => {
    const status = await world.driver.status(tab);
    const listed = await until('rows', async () => {
      const found = await sentences(ledger);
      return found.length === status?.claims.length ? found : null;
    });
    const text = plain(await tab.evaluate(() => document.body.textContent ?? ''));
    for (const sentence of listed) expect(text).toContain(sentence);
    expect(await ledger.evaluate(() => document.querySelector('.title')?.textContent)).toBe(status?.title);
  });

  it('exports annotations whose positions and quotations find the words again', async () => {
    await choose(ledger, 'Format', 'annotations');
    const { name: file, bytes } = await downloaded(ledger);
    expect(file).toMatch(/\.jsonld$/);
    const { first, total } = JSON.parse(bytes.toString('utf8')) as AnnotationCollection;
    expect(total).toBe((await sentences(ledger)).length);
    const text = await tab.evaluate(() => document.body.textContent ?? '');
    const points = [...text];
    for (const { target } of first?.items ?? []) {
      const [quote, position] = target.selector;
      if (quote?.type !== 'TextQuoteSelector' || position?.type !== 'TextPositionSelector')
        throw new Error(`no position: ${JSON.stringify(target)}`);
      expect(points.slice(position.start, position.end).join('')).toBe(quote.exact);
      expect(text).toContain(`${quote.prefix ?? ''}${quote.exact}${quote.suffix ?? ''}`);
    }
  });

  it('shows a sentence on the page', async () => {
    const wanted = await ledger.evaluate(() => {
      const rows = [...document.querySelectorAll('.rows > li')];
      rows[2]?.querySelector<HTMLElement>('[data-jump]')?.click();
      return rows[2]?.querySelector('mark')?.textContent ?? '';
    });
    const card = await until('the card', () => tab.inOverlay((root) => root.querySelector('.card')?.textContent));
    expect(card.length).toBeGreaterThan(20);
    const { claims } = (await world.driver.status(tab))!;
    expect(plain(claims[2]?.claim.quote ?? '')).toBe(plain(wanted));
  });

  it('follows the tab in front, a page that navigates, and a tab that is closed', async () => {
    const other = await world.driver.open(world.server.file(pageFile('empty.html')));
    await other.front();
    await until('the other page', async () => {
      await glance(ledger);
      return /no article|found no/.test(await verdict(ledger));
    });
    expect(await sentences(ledger)).toEqual([]);
    await other.goto(world.server.file(DEMO));
    await until('rows', async () => (await sentences(ledger)).length > 3);
    await other.goto('about:blank');
    await until('no page of ours', async () => /not at work|belongs to the browser/.test(await verdict(ledger)));
    await other.close();
    await tab.front();
    await until('rows again', async () => (await sentences(ledger)).length > 3);
  });

  it('says that a page was switched off, and lists it again when it is not', async () => {
    await world.choose({ level: 'roast', enabled: false });
    await until('off', async () => (await verdict(ledger)) === 'You switched Peel off everywhere.');
    await world.choose({ level: 'roast' });
    await until('rows again', async () => (await sentences(ledger)).length > 3);
  });

  // Firefox's driver reaches a page of an extension only by its own window, which runs no script of axe's size.
  const LISTED = [
    { what: 'everything', search: '' },
    { what: 'some', search: 'assistant' },
    { what: 'none', search: 'no page says this' },
  ];
  const onChromium = it.runIf(name === 'chromium');
  onChromium.each(LISTED)(
    'has nothing that axe finds fault with, $what listed, and fits where it is narrow',
    async ({ what, search }) => {
      await look(ledger, search);
      const shown = (await sentences(ledger)).length;
      const all = (await world.driver.status(tab))!.claims.length;
      expect(shown === all ? 'everything' : shown > 0 ? 'some' : 'none').toBe(what);
      const page = puppeteerPage(ledger);
      await page.evaluate(readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8'));
      for (const colours of ['light', 'dark'])
        for (const width of [300, 600]) {
          await page.setViewport({ width, height: 800 });
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: colours }]);
          const { faults, over } = await ledger.evaluate(async () => {
            const { axe } = globalThis as unknown as {
              axe: { run(how: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
            };
            document.documentElement.style.fontSize = innerWidth < 400 ? '175%' : '';
            return {
              faults: (await axe.run({ resultTypes: ['violations'], selectors: false })).violations.flatMap(
                ({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`),
              ),
              over: document.documentElement.scrollWidth - innerWidth,
            };
          });
          expect(faults).toEqual([]);
          expect(over).toBeLessThanOrEqual(0);
        }
      await look(ledger, '');
    },
  );

  it.runIf(name === 'chromium')('asks for nothing that Chrome warns of', async () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, '.output/chrome-mv3-e2e/manifest.json'), 'utf8'));
    const warnings = (permissions: string[]) =>
      ledger.evaluate(
        (text: string) => {
          type Api = { management: { getPermissionWarningsByManifest(text: string): Promise<string[]> } };
          return (globalThis as unknown as { chrome: Api }).chrome.management.getPermissionWarningsByManifest(text);
        },
        JSON.stringify({ ...manifest, host_permissions: [], content_scripts: [], permissions }),
      );
    expect(manifest.permissions).toContain('sidePanel');
    expect(await warnings(manifest.permissions)).toEqual([]);
    // Sanity: it does tell.
    expect(await warnings([...manifest.permissions, 'tabs'])).not.toEqual([]);
  });

  it('left no error behind', async () => {
    expect(await world.driver.errors()).toEqual([]);
  });
});
