/** Keyboard, screen reader, touch, print: Peel for those who do not point and look. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Surface, type Tab, until } from '@/lib/cli/browser/driver';
import { serialised, settled } from '@/lib/cli/browser/look';
import { puppeteerPage } from '@/lib/cli/browser/puppeteer-tab';
import { ROOT } from '@/lib/cli/build';
import type { ToPage } from '@/lib/messages';
import type { Level } from '@/lib/model';
import { byTurns, FULL } from '../full';
import { axe, card, focused, live, printed } from './access-page';
import { BROWSERS, DEMO, overlayText, startWorld, type World } from './harness';

const DARK = join(ROOT, 'test/pages/dark.html');
const NARROW = 390;

describe.each(BROWSERS)('for those who do not point and look, in %s', (name) => {
  let world: World;
  let helper: Promise<Surface> | null = null;
  beforeAll(async () => {
    world = await startWorld(name);
  });
  afterAll(() => world?.close());

  /** As the browser does when a key of the manifest's commands is pressed: no test can press those keys. */
  async function command(message: ToPage): Promise<void> {
    // One of its pages is enough, and stays: Firefox's driver knows them by address.
    helper ??= world.driver.page('options.html');
    const at = await helper;
    await at.evaluate(async (sent: ToPage) => {
      interface Api {
        tabs: {
          query(filter: object): Promise<{ id: number }[]>;
          sendMessage(id: number, m: ToPage): Promise<unknown>;
        };
      }
      const scope = globalThis as unknown as { browser?: Api; chrome?: Api };
      const { tabs } = (scope.browser ?? scope.chrome) as Api;
      for (const { id } of await tabs.query({})) await tabs.sendMessage(id, sent).catch(() => null);
    }, message);
  }
  async function read(file: string, level: Level, width = 1440): Promise<Tab> {
    await world.choose({ level });
    const tab = await world.driver.open();
    await tab.resize(width, 900);
    await tab.goto(world.server.file(file));
    await settled(world.driver, tab);
    await until('the margin', () => tab.inOverlay((root) => root.querySelector('[data-key]') !== null));
    return tab;
  }

  /** `press` is what is pressed on the open card, one after the other. */
  const SIGHTS: { what: string; file: string; level: Level; width: number; open: string | null; press?: RegExp[] }[] = [
    {
      what: 'the notes and an open card',
      file: DEMO,
      level: 'roast',
      width: 1440,
      open: '.note.note:not(.headline) .tag',
    },
    {
      what: 'a card that says why, how hot it is, and what it did',
      file: DEMO,
      level: 'roast',
      width: 1440,
      open: '.note.note:not(.headline) .tag',
      press: [/^Why this/, /^Less like this/],
    },
    {
      what: 'a word on what went, on a dark page',
      file: DARK,
      level: 'roast',
      width: 1440,
      open: '.tag',
      press: [/^Not an? /],
    },
    { what: 'dry notes', file: DEMO, level: 'eyebrow', width: 1440, open: null },
    {
      what: 'the other headline, newsprint and the end',
      file: DEMO,
      level: 'onion',
      width: 1440,
      open: '.headline .tag',
    },
    { what: 'plain faces', file: DEMO, level: 'straight', width: 1440, open: '.mark' },
    {
      what: 'marks and a card where there is no margin',
      file: DEMO,
      level: 'roast',
      width: NARROW,
      open: '.seen .mark',
    },
    { what: 'a dark page', file: DARK, level: 'roast', width: 1440, open: '.tag' },
    { what: 'newsprint on a dark page', file: DARK, level: 'onion', width: 1440, open: null },
  ];
  it.each(byTurns(SIGHTS, name))(
    'axe has nothing to say of $what',
    async ({ file, level, width, open, press = [/Not here/] }) => {
      const tab = await read(file, level, width);
      try {
        if (open) {
          const opened = await tab.inOverlay((root, selector) => {
            root.querySelector<HTMLElement>(selector)?.click();
            root.querySelector<HTMLElement>('.card summary')?.click();
            return root.querySelector('.card') !== null;
          }, open);
          expect(opened).toBe(true);
          for (const { source } of press)
            await tab.inOverlay((root, wanted) => {
              const buttons = [...root.querySelectorAll<HTMLElement>('.card button')];
              buttons.find((one) => new RegExp(wanted).test(one.textContent))?.click();
            }, source);
          if (press.some(({ source }) => source.includes('Less')))
            await until('what it did', () =>
              tab.inOverlay((root) => root.querySelector('.said button, [role=status] button') !== null),
            );
          if (press.some(({ source }) => source.includes('an?')))
            await until('what went', () => tab.inOverlay((root) => root.querySelector('.toast') !== null));
        }
        const { violations, contrasts } = await axe(world, tab, width);
        expect(violations).toEqual([]);
        // Sanity: it did look at the words.
        if (open || width > NARROW) expect(contrasts).toBeGreaterThan(1);
      } finally {
        await tab.close();
      }
    },
  );

  it('is a labelled list in reading order, in its own language, without double ids', async () => {
    const tab = await read(DEMO, 'onion');
    const said = await tab.inOverlay((root) => {
      const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
      const items = [...root.querySelectorAll('section[aria-label] ol > li')];
      return {
        label: root.querySelector('section')?.getAttribute('aria-label'),
        lang: root.querySelector('[lang]')?.getAttribute('lang'),
        double: ids.filter((id, i) => ids.indexOf(id) !== i),
        names: items.map((item) => item.querySelector('button')?.getAttribute('aria-label') ?? ''),
      };
    });
    expect(said).toMatchObject({ label: expect.stringContaining('satirical notes'), lang: 'en-GB', double: [] });
    const { claims } = (await world.driver.status(tab))!;
    expect(said?.names).toHaveLength(claims.length + 2);
    const text = await tab.evaluate(() => document.body.textContent.replace(/\s+/g, ' '));
    const quotes = said!.names.flatMap(
      (label) => / on “(.*?)”(?:$|\. [^“]+\. Open the card$)/s.exec(label)?.[1]?.replace(/\s+/g, ' ') ?? [],
    );
    expect(quotes).toHaveLength(claims.length);
    const places = quotes.map((quote) => text.indexOf(quote));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    await tab.close();
  });

  it('goes from claim to claim by the commands, reads the card out, and gives the focus back', async () => {
    const tab = await read(DEMO, 'roast');
    await tab.evaluate(() => (document.querySelector('a[href]') as HTMLElement).focus());
    const labels: string[] = [];
    for (const type of ['peel:next', 'peel:next', 'peel:next', 'peel:previous'] as const) {
      await command({ type });
      await until('a card', async () => ((await card(tab)) ?? '') !== (labels.at(-1) ?? ''));
      const label = (await card(tab))!;
      expect(await focused(tab)).toBe(`dialog ${label}`);
      labels.push(label);
    }
    expect(new Set(labels.slice(0, 3)).size).toBe(3);
    expect(labels[3]).toBe(labels[1]);
    await tab.press('Escape');
    await until('no card', async () => (await card(tab)) === '');
    expect(await tab.evaluate(() => document.activeElement?.tagName)).toBe('A');
    await tab.close();
  });

  it('opens a note by Enter, walks through its card by Tab, and closes back to the note', async () => {
    const tab = await read(DEMO, 'roast');
    await tab.inOverlay((root) => root.querySelector<HTMLElement>('.tag')?.focus());
    const tag = await focused(tab);
    expect(tag).toMatch(/^button Satire\. .* Open the card on “/);
    await tab.press('Enter');
    await until('a card', async () => (await card(tab)) !== '');
    expect(await focused(tab)).toMatch(/^dialog /);
    const stops: string[] = [];
    for (let i = 0; i < 8; i++) {
      await tab.press('Tab');
      stops.push(await focused(tab));
    }
    for (const stop of ['button Close', 'button Another one', 'button Copy', 'button Share', 'button Why this?'])
      expect(stops).toContain(stop);
    expect(stops.indexOf('button Close')).toBeLessThan(stops.indexOf('button Another one'));
    await tab.press('Escape');
    await until('no card', async () => (await card(tab)) === '');
    expect(await focused(tab)).toBe(tag);
    await tab.close();
  });

  it('another line keeps the focus where it was, and the note can still be returned to', async () => {
    const tab = await read(DEMO, 'roast');
    await tab.inOverlay((root) => root.querySelector<HTMLElement>('.tag')?.focus());
    await tab.press('Enter');
    const joke = () => tab.inOverlay((root) => root.querySelector('.joke')?.textContent ?? '');
    const before = await until('a joke', joke);
    await tab.inOverlay((root) =>
      [...root.querySelectorAll('button')].find((each) => each.textContent === 'Another one')?.focus(),
    );
    await tab.press('Enter');
    await until('another joke', async () => (await joke()) !== before);
    expect(await focused(tab)).toBe('button Another one');
    await tab.press('Escape');
    expect(await focused(tab)).toMatch(/^button Satire\. /);
    await tab.close();
  });

  // Only Chromium lets a page shut its clipboard by policy.
  const DOORS = name === 'chromium' ? [{}, { 'permissions-policy': 'clipboard-write=()' }] : [{}];
  it.each(DOORS)('copies what it says it copied (%o)', async (headers) => {
    await world.choose({ level: 'roast' });
    const { tab } = await world.open(world.server.file(DEMO, headers));
    const where = await tab.inOverlay((root) => {
      root.querySelector<HTMLElement>('.tag')?.click();
      const copy = [...root.querySelectorAll('.card button')].find((each) => each.textContent === 'Copy');
      const { left, top, width, height } = copy!.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    await tab.point(where!.x, where!.y, true);
    await until('word of it', () => tab.inOverlay((root) => root.querySelector('.said')?.textContent === 'Copied.'));
    expect(await tab.inOverlay((root) => root.querySelectorAll('textarea').length)).toBe(0);
    await tab.evaluate(() => {
      const field = document.body.appendChild(document.createElement('textarea'));
      field.focus({ preventScroll: true });
    });
    await tab.press('v', 'Control');
    const pasted = await until('a paste', () => tab.evaluate(() => document.querySelector('textarea')?.value));
    expect(pasted).toMatch(/^“.+”\n.+ \(satire\)\nhttp:[^?]+#:~:text=.+$/s);
    await tab.close();
  });

  it.runIf(FULL || name === 'firefox')('hides everything and says so, and comes back by the same key', async () => {
    const tab = await read(DEMO, 'roast');
    const shown = await overlayText(tab);
    await command({ type: 'peel:hide', hidden: 'toggle' });
    await until('the word', async () => /hidden/.test((await live(tab)) ?? ''));
    expect((await live(tab))?.length).toBeLessThan(80);
    expect(await tab.inOverlay((root) => root.querySelectorAll('.note, .spot').length)).toBe(0);
    // The word itself goes, too.
    await until('nothing of Peel', async () => (await overlayText(tab)) === null);
    expect(await serialised(tab)).not.toContain('peel-');
    await command({ type: 'peel:hide', hidden: 'toggle' });
    await until('the notes', async () => ((await overlayText(tab)) ?? '').includes((shown ?? '').slice(0, 200)));
    await until('the word', async () => /are back/.test((await live(tab)) ?? ''));
    await tab.close();
  });

  it.runIf(FULL || name === 'chromium')('prints as if it were not there', async () => {
    await world.choose({ enabled: false });
    const off = await world.open(world.server.file(DEMO));
    const without = await printed(off.tab);
    await off.tab.close();
    expect(without.pages).toBeGreaterThan(1);
    expect(without.glyphs.length).toBeGreaterThan(2_000);
    const tab = await read(DEMO, 'onion');
    expect(await printed(tab)).toEqual(without);
    await tab.close();
  });

  it('prints its notes after the page where the reader wants them', async () => {
    const { tab: plain } = await world.open(world.server.file(DEMO));
    const without = await printed(plain);
    await plain.close();
    await world.choose({ level: 'roast', print: true });
    const { tab, status } = await world.open(world.server.file(DEMO));
    const notes = status.claims.flatMap(({ note }) => (note ? [note.text] : []));
    expect(notes.length).toBeGreaterThan(3);
    const paper = (await tab.inOverlay((root) => root.querySelector('.paper')?.textContent)) ?? '';
    for (const note of notes) expect(paper).toContain(note.split(' ').slice(0, 4).join(' '));
    const seen = await tab.inOverlay((root) => root.querySelector<HTMLElement>('.paper')?.offsetHeight ?? -1);
    expect(seen).toBe(0);
    const withNotes = await printed(tab);
    expect(withNotes.glyphs.length).toBeGreaterThan(without.glyphs.length + 500);
    expect(withNotes.glyphs.startsWith(without.glyphs.slice(0, 2_000))).toBe(true);
    // Only Chromium can be told to show what it would print.
    if (name === 'chromium') {
      await puppeteerPage(tab).emulateMediaType('print');
      const type = await tab.inOverlay((root) => {
        const { fontFamily, fontSize, lineHeight } = getComputedStyle(root.querySelector('.paper') ?? root.host);
        return [fontFamily, ...[fontSize, lineHeight].map((size) => Math.round(Number.parseFloat(size) * 10) / 10)];
      });
      // 11 points, and 1.4 times as much from line to line.
      expect(type).toEqual([expect.stringContaining('Liberation Serif'), 14.7, 20.5]);
    }
    await tab.close();
    await world.choose();
  });

  // Only Chromium can be told that it has a touch screen.
  it.runIf(name === 'chromium')('has targets of at least 44 pixels where fingers are', async () => {
    const tab = await read(DEMO, 'roast', NARROW);
    await puppeteerPage(tab).setViewport({ width: NARROW, height: 844, hasTouch: true, isMobile: true });
    await tab.goto(world.server.file(DEMO));
    await until('marks', () => tab.inOverlay((root) => root.querySelectorAll('.seen .mark').length > 0));
    const small = await tab.inOverlay((root) => {
      root.querySelector<HTMLElement>('.seen .mark')?.click();
      const toggle = [...root.querySelectorAll<HTMLElement>('.card button')].find((b) =>
        /Not here/.test(b.textContent),
      );
      toggle?.click();
      const short: string[] = [];
      for (const button of root.querySelectorAll<HTMLElement>('button, summary, a')) {
        const { width, height } = button.getBoundingClientRect();
        const more = getComputedStyle(button, '::before');
        const inset = more.content === 'none' ? 0 : -Math.min(0, Number.parseFloat(more.top) || 0);
        const reach = button.className.includes('mark') ? inset : 0;
        if (height + 2 * reach < 44) short.push(`${button.className} ${button.textContent}: ${width} × ${height}`);
      }
      return short;
    });
    expect(small).toEqual([]);
    await tab.close();
  });

  it.runIf(name === 'chromium')('stands still for those who asked for that', async () => {
    const tab = await read(DEMO, 'roast');
    await puppeteerPage(tab).emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    const moving = await tab.inOverlay(
      (root) =>
        [...root.querySelectorAll('*')].filter((each) => getComputedStyle(each).transitionDuration !== '0s').length,
    );
    expect(moving).toBe(0);
    await tab.close();
  });
});
