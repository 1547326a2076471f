/** The options in real browsers: a pack of jokes from a file to the page, choices from a file, axe. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Surface, type Tab, until } from '@/lib/cli/browser/driver';
import { puppeteerPage } from '@/lib/cli/browser/puppeteer-page';
import { KINDS } from '@/lib/model';
import { SETTINGS_KEY, type Settings } from '@/lib/settings/settings';
import { BROWSERS, DEMO, startWorld, type World } from './harness';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const MECHANISMS = ['understatement', 'hedge', 'footnote', 'self_own', 'literalise', 'missing_object'];
/** Something to say of every kind. */
const PACK = `pack: Ours\nwriter: A. Writer\n\n${KINDS.map((kind, i) => `== ${kind} ==\n\n${MECHANISMS.map((mechanism, j) => `roast, ${mechanism}\nweight: 3\nneeds: has:a|the|is|of|to|it\nOurs, the ${i}th kind, ${j} by number and ${mechanism} by name.\n`).join('\n')}`).join('\n')}`;

/** Gives a file to the input of a button. */
function give(at: Surface, label: string, name: string, text: string): Promise<boolean> {
  return at.evaluate(
    (button: string, file: string, content: string) => {
      const found = [...document.querySelectorAll('label.file')].find((one) => one.textContent === button);
      const input = found?.querySelector('input');
      if (!input) return false;
      const carried = new DataTransfer();
      carried.items.add(new File([content], file));
      input.files = carried.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    },
    label,
    name,
    text,
  );
}
const press = (at: Surface, label: string) =>
  at.evaluate((wanted: string) => {
    const found = [...document.querySelectorAll('button')].find((one) => one.textContent === wanted);
    found?.click();
    return found !== undefined;
  }, label);
const says = (at: Surface, text: string) =>
  until(`“${text}”`, () => at.evaluate((wanted: string) => document.body.textContent.includes(wanted), text), 30_000);

/** The browser's own question is out of a driver's reach in Chromium: the page is told that it was answered. */
const allow = (at: Tab, allowed: string[]) =>
  at.evaluate((patterns: string[]) => {
    type Answer = (value: unknown) => void;
    interface Permissions {
      getAll(done?: Answer): unknown;
      remove(what: object, done?: Answer): unknown;
      onAdded: { dispatch(what: object): void };
    }
    type Scope = Record<'browser' | 'chrome', { permissions?: Permissions } | undefined>;
    const { browser, chrome } = globalThis as unknown as Scope;
    const give = (value: unknown, done?: Answer) => (done ? done(value) : Promise.resolve(value));
    for (const { permissions } of [browser ?? {}, chrome ?? {}]) {
      if (!permissions) continue;
      permissions.getAll = (done) => give({ origins: patterns, permissions: [] }, done);
      permissions.remove = (_, done) => give(true, done);
    }
    chrome?.permissions?.onAdded.dispatch({ origins: patterns });
  }, allowed);

describe.each(BROWSERS)('the options, in %s', (name) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(name);
    await world.choose();
  });
  afterAll(() => world?.close());

  it('take a pack from its file to the notes on a page, and out again', async () => {
    const options = await world.driver.page('options.html');
    await says(options, 'Packs of jokes');
    await give(options, 'Look at a pack…', 'bad.pack.txt', '== launch ==\n\nroast, hedge\nA {wombat}.\n');
    await says(options, 'Line 3: “{wombat}”: there is no slot “wombat”.');
    await give(options, 'Look at a pack…', 'ours.pack.txt', PACK);
    await says(options, '“Ours” by A. Writer');
    await says(options, 'Ours, the 0th kind');
    expect(await press(options, 'Install')).toBe(true);
    await says(options, '“Ours” is in use.');
    const { tab, status } = await world.open(world.server.file(DEMO));
    const lines = status.claims.flatMap(({ note }) => note?.line ?? []);
    expect(lines.some((line) => line.startsWith('pack-'))).toBe(true);
    expect(lines.some((line) => line.startsWith('house/'))).toBe(true);
    expect(await press(options, 'Remove')).toBe(true);
    await until('the pack to be gone from the page', async () => {
      const now = await world.driver.status(tab);
      return now?.state === 'annotated' && now.claims.every(({ note }) => !note?.line.startsWith('pack-'));
    });
    await tab.close();
    await options.close();
  });

  it('take choices from a file, and nothing from half of one', async () => {
    const options = await world.driver.page('options.html');
    await says(options, 'Keep your choices');
    const file = JSON.stringify({
      peel: 'settings',
      version: 1,
      settings: { level: 'onion', spared: ['Acme'] },
      packs: [],
    });
    await give(options, 'Import a file…', 'peel.json', file.slice(0, 50));
    await says(options, 'This file breaks off, or was damaged on its way. Nothing was changed.');
    await give(options, 'Import a file…', 'peel.json', file);
    await says(options, 'Slow Roast → Full Onion');
    expect(await press(options, 'Take these')).toBe(true);
    await says(options, 'Your choices are those of the file.');
    expect((await world.driver.stored())[SETTINGS_KEY]).toMatchObject({ level: 'onion', spared: ['Acme'] });
    expect(await press(options, 'Undo')).toBe(true);
    await until('undo', async () => {
      const { level } = (await world.driver.stored())[SETTINGS_KEY] as { level: string };
      return level === 'roast';
    });
    await options.close();
  });

  it('lose no choice that is made while another window makes one', async () => {
    await world.choose();
    const windows = [await world.driver.page('options.html?1'), await world.driver.page('options.html?2')];
    const boxes = (at: Surface) => at.evaluate(() => document.querySelectorAll('.columns.checks input').length);
    for (const at of windows) await until('the kinds', async () => (await boxes(at)) === KINDS.length);
    // Every second kind here, the others there, at the same time and without a pause.
    await Promise.all(
      windows.map((at, which) =>
        at.evaluate((odd: number) => {
          const kinds = [...document.querySelectorAll<HTMLElement>('.columns.checks input')];
          for (const [i, kind] of kinds.entries()) if (i % 2 === odd) kind.click();
        }, which),
      ),
    );
    await until('all of them', async () => {
      const { kindsOff } = (await world.driver.stored())[SETTINGS_KEY] as { kindsOff: string[] };
      return new Set(kindsOff).size === KINDS.length;
    });
    for (const at of windows)
      await until('both windows to show them', () =>
        at.evaluate(() => document.querySelector('.columns.checks input:checked') === null),
      );
    for (const at of windows) await at.close();
  });
});

// What axe sees of these pages is the same in both; one browser's driver can look into an extension's page.
describe.runIf(BROWSERS.includes('chromium'))('axe', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld('chromium');
  });
  afterAll(() => world?.close());

  /** Pages of Peel's own, each in a state that the others do not show. */
  const SIGHTS: {
    what: string;
    path: string;
    until: string;
    choose?: Partial<Settings>;
    act?(tab: Tab): Promise<void>;
  }[] = [
    { what: 'how to write a pack', path: 'writing.html', until: 'h1' },
    { what: 'the welcome page', path: 'welcome.html', until: '.out' },
    { what: 'the welcome page after an update', path: 'welcome.html#scripting', until: '.new' },
    { what: 'the popup, off everywhere', path: 'popup.html', until: '.off-for', choose: { enabled: false } },
    {
      what: 'the popup, off for an hour',
      path: 'popup.html',
      until: '.off-for',
      choose: { enabled: false },
      async act(tab) {
        const said = () => tab.evaluate(() => document.querySelector('.off-for p')?.textContent ?? '');
        const before = await said();
        await tab.evaluate(() => document.querySelector<HTMLElement>('.off-for [value=hour]')?.click());
        await until('the hour', async () => (await said()) !== before);
      },
    },
    { what: 'the ledger of a page that is not read', path: 'ledger.html', until: 'main[aria-busy=false]' },
    { what: 'a picture that is gone', path: 'share.html#none', until: '.gone' },
    {
      what: 'the options with a pack, and what is wrong with another',
      path: 'options.html',
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
        await give(tab, 'Look at a pack…', 'bad.pack.txt', '== launch ==\n\nroast, hedge\nA {wombat}.\n');
        await says(tab, 'there is no slot');
      },
    },
    {
      what: 'the options with sites that were allowed, and one that is no longer',
      path: 'options.html',
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
  ];
  const cases = SIGHTS.flatMap((sight) => ['light', 'dark'].map((scheme) => ({ ...sight, scheme })));
  it.each(cases)('has nothing to say of $what, $scheme', async ({ path, until: there, choose, act, scheme }) => {
    await world.choose(choose);
    const tab = await world.driver.open(`${world.driver.origin}${path}`);
    await puppeteerPage(tab).emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await until('the page', () => tab.evaluate((sign: string) => document.querySelector(sign) !== null, there));
    await act?.(tab);
    await tab.inject(AXE);
    const violations = await tab.evaluate(async () => {
      interface Result {
        id: string;
        nodes: { html: string; failureSummary?: string }[];
      }
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Result[] }> } };
      const found = await axe.run();
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      );
    });
    expect(violations).toEqual([]);
    await tab.close();
  });
});
