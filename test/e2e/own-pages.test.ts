/**
 * Every page of Peel's own in every state, in Chromium, whose driver can look into an extension's page: axe has nothing to
 * say, light or dark, and nothing goes out at the side on a phone or in text twice as large. What it looks like is written
 * to the folder that PEEL_SHEETS names, for somebody to look at.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Tab, until } from '@/lib/cli/browser/driver';
import { puppeteerPage } from '@/lib/cli/browser/puppeteer-tab';
import { CORRECTIONS_KEY } from '@/lib/memory/corrections';
import { MEMORY_KEY } from '@/lib/memory/memory';
import type { PageStatus } from '@/lib/messages';
import { defaultSettings, SETTINGS_KEY, type Settings, storedForm } from '@/lib/settings/settings';
import { DAMAGED_KEY } from '@/lib/settings/store';
import { SYNC_KEY } from '@/lib/settings/sync';
import { FULL } from '../full';
import { BROWSERS, DEMO, startWorld, type World } from './harness';
import { allow, type Front, give, PACK, press, pretend, says } from './own-page';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHEETS = process.env.PEEL_SHEETS;

interface Sight {
  what: string;
  path: string;
  /** There once the page is in this state. */
  until: string;
  choose?: Partial<Settings>;
  /** What else lies in storage. */
  stored?: Record<string, unknown>;
  /** What Peel says of the tab in front, given what it says of the demo. */
  front?(demo: PageStatus): Front;
  act?(tab: Tab): Promise<void>;
}

const HERE = 'https://www.example.com/a';
const at = (status: Front['status'], url = HERE, allowed = true): Front => ({ url, status, allowed });
/** A page that was read and has nothing to show. */
const bare = (demo: PageStatus, over: Partial<PageStatus>) => at({ ...demo, claims: [], supported: 0, ...over });
const correction = (n: number) => ({
  id: `${n}`.padStart(16, '0'),
  host: 'example.com',
  title: 'A',
  text: `The ${n}th sentence says that the assistant is here to stay.`,
  start: 0,
  end: 20,
  kind: 'launch',
});

type Part = Omit<Sight, 'path'>;
const on = (path: string, page: string, parts: Part[]): Sight[] =>
  parts.map((part) => ({ ...part, path, what: `${page} ${part.what}` }));

/** A page on which jokes are out of place. */
const satOut = (demo: PageStatus): PageStatus => ({
  ...demo,
  room: 'straight-face',
  roomReason: 'death',
  claims: demo.claims.slice(0, 2).map((one) => ({ ...one, note: null })),
});

const POPUP = on('popup.html', 'the popup,', [
  { what: 'with a long list', until: '.claims li:nth-child(9)', front: (demo) => at(demo) },
  {
    what: 'with notes hidden, on a page that fades them, with a dial of its own, and choices that travel',
    until: '.own input:checked',
    choose: { siteLevels: { 'example.com': 'onion' } },
    stored: { [SYNC_KEY]: { on: true } },
    front: (demo) => at({ ...demo, hidden: true, faded: true, level: 'onion' }),
  },
  {
    what: 'on a page that is sat out',
    until: '.sitting-out',
    front: (demo) => at(satOut(demo)),
  },
  { what: 'on a page that failed', until: '.page .button', front: (demo) => bare(demo, { state: 'failed' }) },
  { what: 'while a page is read', until: '.verdict', front: (demo) => bare(demo, { state: 'reading' }) },
  { what: 'on a page with nothing in it', until: '.verdict', front: (demo) => bare(demo, { state: 'no-claims' }) },
  {
    what: 'on a site that is off',
    until: '.verdict',
    choose: { sitesOff: ['example.com'] },
    front: (demo) => bare(demo, { state: 'site-off' }),
  },
  { what: 'on a site that is not listed', until: '.always', front: () => at(null, HERE, false) },
  { what: 'on a page of the browser', until: '.verdict', front: () => at(null, 'chrome://settings/') },
  {
    what: 'on a site whose permission was taken back',
    until: '.revoked',
    front: () => at(null, 'https://techcrunch.com/a', false),
  },
  {
    what: 'off everywhere',
    until: '.off-for',
    choose: { enabled: false },
    front: (demo) => bare(demo, { state: 'all-off' }),
  },
  {
    what: 'off for an hour',
    until: '.off-for',
    choose: { enabled: false },
    async act(tab) {
      const said = () => tab.evaluate(() => document.querySelector('.off-for p')?.textContent ?? '');
      const before = await said();
      await tab.evaluate(() => document.querySelector<HTMLElement>('.off-for [value=hour]')?.click());
      await until('the hour', async () => (await said()) !== before);
    },
  },
  {
    what: 'with damaged settings',
    until: '.problem:not(:empty)',
    stored: { [SETTINGS_KEY]: { version: 2, level: 7, sitesOff: 'a.com' } },
    front: (demo) => at(demo),
  },
  {
    what: 'while storage does not answer',
    until: '.problem:not(:empty)',
    front: (demo) => ({ ...bare(demo, { state: 'all-off' }), mute: true }),
  },
]);

const LEDGER = on('ledger.html', 'the ledger', [
  { what: 'of a long page', until: '.rows li:nth-child(9)', front: (demo) => at(demo) },
  {
    what: 'of a page that is sat out',
    until: '.sitting-out',
    front: (demo) => at(satOut(demo)),
  },
  {
    what: 'of a page that failed',
    until: 'header .button',
    front: (demo) => bare(demo, { state: 'failed' }),
  },
  {
    what: 'of a page with nothing in it',
    until: '.verdict',
    front: (demo) => bare(demo, { state: 'no-claims' }),
  },
  { what: 'of a page that is not read', until: '[aria-busy=false]', front: () => at(null, HERE, false) },
  { what: 'of a page that does not answer', until: '[aria-busy=false]', front: () => at('silent') },
]);

const OPTIONS = on('options.html', 'the options', [
  {
    what: 'with a pack, and what is wrong with another',
    until: '.file',
    choose: {
      spared: ['Acme'],
      sitesOff: ['a-long-name-of-a-site.example.com'],
      siteLevels: { 'example.com': 'onion' },
      kindsOff: ['launch'],
    },
    async act(tab) {
      await give(tab, 'Look at a pack…', 'ours.pack.txt', PACK);
      await says(tab, 'What it would say');
      await press(tab, 'Install');
      await says(tab, '“Ours” is in use.');
      await press(tab, 'Look over');
      await says(tab, 'Nothing in it is wrong');
      await give(tab, 'Look at a pack…', 'bad.pack.txt', '== launch ==\n\nroast, hedge\nA {wombat}.\n');
      await says(tab, 'there is no slot');
    },
  },
  {
    what: 'with sites that were allowed, and one that is no longer',
    until: '#allowed',
    async act(tab) {
      // Said again until it is heard: the page may not listen yet.
      await until('both', async () => {
        await allow(tab, ['https://news.example.com/*', 'https://a-long-name-of-a-site.example.org/*']);
        return tab.evaluate(() => document.querySelectorAll('[aria-labelledby=allowed] li').length === 2);
      });
      await tab.evaluate(() => document.querySelector<HTMLElement>('[aria-labelledby=allowed] button')?.click());
      await until('a word', () =>
        tab.evaluate(() => (document.querySelector('.told button')?.textContent ?? '') !== ''),
      );
    },
  },
  {
    what: 'with things asked away, sync in trouble, a file to take, a change to undo, and damage set aside',
    until: '.corrections li',
    stored: {
      [CORRECTIONS_KEY]: [correction(1), correction(2)],
      [MEMORY_KEY]: { salt: 'a', pages: [], muted: { hedge: 12, dialogue: 3 } },
      [SYNC_KEY]: {
        on: true,
        came: { at: 1_790_000_000_000, fields: ['level', 'sitesOff'] },
        problem: 'Your browser did not take it.',
      },
      [DAMAGED_KEY]: { level: 7 },
    },
    async act(tab) {
      const file = { peel: 'settings', version: 1, settings: { level: 'onion', spared: ['Acme'] }, packs: [] };
      await give(tab, 'Import a file…', 'peel.json', JSON.stringify(file));
      await says(tab, 'Slow Roast → Full Onion');
      await tab.evaluate(() => document.querySelector<HTMLElement>('.columns.checks input')?.click());
      await until('a change to undo', () => tab.evaluate(() => document.querySelector('.said:not(.idle)') !== null));
    },
  },
  {
    what: 'while storage does not answer',
    until: '.trouble',
    front: (demo) => ({ ...at(demo), mute: true }),
  },
]);

const OTHERS: Sight[] = [
  { what: 'how to write a pack', path: 'writing.html', until: 'h1' },
  { what: 'the welcome page', path: 'welcome.html', until: '.out' },
  { what: 'the welcome page after an update', path: 'welcome.html#scripting', until: '.new' },
  { what: 'a picture that is gone', path: 'share.html#none', until: '.gone' },
];

describe.runIf(BROWSERS.includes('chromium'))('a page of Peel’s own', () => {
  let world: World;
  let demo: PageStatus;
  beforeAll(async () => {
    world = await startWorld('chromium');
    await world.choose({ density: 'all' });
    const { tab, status } = await world.open(world.server.file(DEMO));
    demo = { ...status, host: 'www.example.com', address: HERE, density: 'normal' };
    await tab.close();
    expect(demo.claims.length).toBeGreaterThan(9);
  });
  afterAll(() => world?.close());

  const faultsOf = (tab: Tab) =>
    tab.evaluate(async () => {
      interface Result {
        id: string;
        nodes: { html: string; failureSummary?: string }[];
      }
      const { axe } = globalThis as unknown as { axe: { run(how: object): Promise<{ violations: Result[] }> } };
      return (await axe.run({ resultTypes: ['violations'], selectors: false })).violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      );
    });
  const wear = (tab: Tab, value: string) =>
    puppeteerPage(tab).emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
  /** @param larger twice the reader's size of text, or as it is. */
  const size = async (tab: Tab, width: number, larger: boolean) => {
    await tab.resize(width, 800);
    return tab.evaluate((twice: boolean) => {
      const { style } = document.documentElement;
      style.fontSize = '';
      const now = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      if (twice) style.fontSize = `${2 * now}px`;
      const cut = [...document.querySelectorAll<HTMLElement>('select')].filter(
        (one) => one.scrollWidth > one.clientWidth,
      );
      return { over: document.documentElement.scrollWidth - innerWidth, cut: cut.length };
    }, larger);
  };
  const picture = async (tab: Tab, what: string, how: string) => {
    if (!SHEETS) return;
    const height = await tab.evaluate(() => document.documentElement.scrollHeight);
    await tab.screenshot(join(SHEETS, `${what.replace(/\W+/g, '-')} ${how}.png`), Math.min(height, 3000));
  };

  /** Every sight in either scheme; at small scale one of them, by turns. */
  const sights = [...POPUP, ...LEDGER, ...OPTIONS, ...OTHERS].map((sight, at) => ({
    ...sight,
    schemes: ['dark', 'light'].filter((_, turn) => FULL || at % 2 === turn),
  }));
  it.each(sights)('is in order, and fits: $what', async (sight) => {
    const { what, path, until: there, choose, stored, front, act, schemes } = sight;
    await world.driver.store({ [SETTINGS_KEY]: storedForm({ ...defaultSettings(), ...choose }), ...stored });
    const tab = await world.driver.open();
    try {
      if (front) await pretend(tab, front(demo));
      await tab.goto(`${world.driver.origin}${path}`);
      await until('the page', () => tab.evaluate((sign: string) => document.querySelector(sign) !== null, there));
      await act?.(tab);
      await tab.inject(AXE);
      const wide = path === 'popup.html' ? 440 : path === 'ledger.html' ? 440 : 1280;
      await size(tab, wide, false);
      for (const scheme of schemes) {
        await wear(tab, scheme);
        await picture(tab, what, scheme);
        expect([scheme, await faultsOf(tab)]).toEqual([scheme, []]);
      }
      for (const [width, larger] of [
        [390, false],
        [path === 'popup.html' ? 640 : 390, true],
      ] as const) {
        let found = '';
        const fits = async () => {
          const { over, cut } = await size(tab, width, larger);
          // One pixel is what rounding makes of sizes in rem.
          found = `${over <= 1 ? 0 : over} pixels too wide, ${cut} cut`;
          return over <= 1 && cut === 0;
        };
        // A margin is laid out a frame after the window has its size.
        await until('it to fit', fits, 3000).catch(() => undefined);
        await picture(tab, what, `${width}${larger ? ' 200%' : ''}`);
        expect([width, larger, found]).toEqual([width, larger, '0 pixels too wide, 0 cut']);
      }
    } finally {
      await tab.close();
    }
  });
});
