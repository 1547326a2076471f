/** Where cards stand: out of their notes in the margin, on a sheet where there is none, and never at a script's bidding. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Highlights, type Tab, until } from '@/lib/cli/browser/driver';
import { painted, settled } from '@/lib/cli/browser/look';
import { puppeteerPage } from '@/lib/cli/browser/puppeteer-tab';
import { ROOT } from '@/lib/cli/build';
import { share } from '@/lib/cli/sweep/checks';
import { openCard, standing } from '@/lib/cli/sweep/inspect';
import type { Level } from '@/lib/model';
import { byTurns } from '../full';
import { card, focused } from './access-page';
import { BROWSERS, DEMO, startWorld, type World } from './harness';

const DARK = join(ROOT, 'test/pages/dark.html');

/** Boxes of the open card, of its question and of its buttons, in the window; null where none is open. */
const cardBoxes = (tab: Tab) =>
  tab.inOverlay((root) => {
    const boxed = (selector: string) => {
      const { left, top, right, bottom } = root.querySelector(selector)?.getBoundingClientRect() ?? {};
      return left === undefined ? null : { left, top: top!, right: right!, bottom: bottom! };
    };
    return { card: boxed('.card'), question: boxed('.question'), actions: boxed('.card > div > .actions, .actions') };
  });

/** Lines of the article's paragraphs, in the window. */
const textLines = (tab: Tab) =>
  tab.evaluate(() =>
    [...document.querySelectorAll('article p')].flatMap((paragraph) => {
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      return [...range.getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
    }),
  );

/** Lines of the text that stands out, in the window. */
const activeLines = (tab: Tab) =>
  tab.evaluate(() => {
    const registry = CSS.highlights as Highlights;
    const active = [...registry].find(([name]) => /^peel-active/.test(name));
    return [...(active?.[1] ?? [])].flatMap((range) =>
      [...range.getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom })),
    );
  });

describe.each(BROWSERS)('cards, in %s', (name) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(name);
  });
  afterAll(() => world?.close());

  async function read(file: string, level: Level, width: number, height: number, hasTouch = false): Promise<Tab> {
    await world.choose({ level });
    const tab = await world.driver.open();
    // Before the page: a window that gets touch loads its page anew.
    await puppeteerPage(tab).setViewport({ width, height, hasTouch });
    await tab.goto(world.server.file(file));
    await settled(world.driver, tab);
    // A window that was made another size says so late on a busy machine.
    await until('the size', () => tab.evaluate((wide: number) => innerWidth === wide, width));
    await until('the margin', () => tab.inOverlay((root) => root.querySelector('[data-key]') !== null));
    return tab;
  }

  it.each(byTurns([1280, 1366, 1440], name))(
    'grow out of their notes, off the text, with the question in sight, at %i',
    async (width) => {
      const tab = await read(DEMO, 'roast', width, 720);
      const { claims } = (await world.driver.status(tab))!;
      const { notes } = (await standing(tab))!;
      const noted = notes.filter(({ key }) => /^c\d/.test(key)).slice(0, 3);
      expect(noted.length).toBeGreaterThan(1);
      for (const { key, box } of noted) {
        const { quote } = claims.find(({ index }) => `c${index}` === key)!.claim;
        const opened = await openCard(tab, key, quote);
        expect(opened.box, key).not.toBeNull();
        const lines = await textLines(tab);
        expect(lines.filter((line) => share(line, opened.box!))).toEqual([]);
        // Its left half is where the note's is.
        expect(Math.abs(opened.box!.left - box.left)).toBeLessThan(40);
        const { question, actions } = (await cardBoxes(tab))!;
        expect(question!.top).toBeGreaterThan(opened.box!.top);
        expect(question!.bottom).toBeLessThanOrEqual(Math.min(actions!.top, 720));
        await tab.press('Escape');
        await until('no card', async () => (await card(tab)) === '');
      }
      await tab.close();
    },
  );

  it('lie on a sheet where there is no margin, under their claims, and lead from one to the next', async () => {
    const tab = await read(DEMO, 'roast', 390, 844);
    const mark = await tab.inOverlay((root) => {
      const marks = [...root.querySelectorAll<HTMLElement>('.seen .mark')];
      const last = marks.at(-1)!;
      last.focus();
      return marks.map((each) => each.className).join();
    });
    expect(mark).toMatch(/tab|badge/);
    await tab.press('Enter');
    const clear = async () => {
      const boxes = (await cardBoxes(tab))?.card;
      const lines = await activeLines(tab);
      const low = boxes && lines.length > 0 && lines.every((line) => line.top >= 0 && line.bottom <= boxes.top + 1);
      return low ? boxes : null;
    };
    const sheet = await until('a sheet under its claim', clear);
    const wide = await tab.evaluate(() => document.documentElement.clientWidth);
    expect([sheet.left, sheet.right, sheet.bottom]).toEqual([0, wide, 844]);
    expect(await focused(tab)).toMatch(/^dialog /);
    const first = await card(tab);
    await tab.press('Tab');
    await tab.press('Tab');
    expect(await focused(tab)).toBe('button Next claim');
    await tab.press('Enter');
    await until('the next', async () => (await card(tab)) !== first);
    await until('a sheet under the next claim', clear);
    expect(await focused(tab)).toBe('button Next claim');
    await tab.press('Tab', 'Shift');
    await tab.press('Enter');
    await until('the first again', async () => (await card(tab)) === first);
    await tab.press('Escape');
    await until('no card', async () => (await card(tab)) === '');
    await tab.close();
  });

  it('are opened, led through and closed by a finger', async () => {
    const tab = await read(DEMO, 'roast', 390, 844, true);
    const { touchscreen } = puppeteerPage(tab);
    const draw = async (...points: [x: number, y: number][]) => {
      const [[x, y], ...rest] = points as [[number, number], ...[number, number][]];
      const finger = await touchscreen.touchStart(x, y);
      for (const point of rest) await finger.move(...point);
      await finger.end();
    };
    /** Draws until it has done something: a busy Firefox may take a finger for one that scrolls, and whoever it belongs to draws again. */
    const drawUntil = async <T>(what: string, points: [number, number][], probe: () => Promise<T>) => {
      for (let left = name === 'firefox' ? 2 : 0; left > 0; left--) {
        await draw(...points);
        const done = await until(what, probe, 4000).catch(() => null);
        if (done) return done;
      }
      await draw(...points);
      return until(what, probe);
    };
    /** Where it stands once it stands still: a sheet comes in from below, on a busy machine in seconds. */
    const middleOf = (selector: string) => {
      let last = '';
      return until(selector, async () => {
        const middle = await tab.inOverlay((root, wanted) => {
          const box = root.querySelector(wanted)?.getBoundingClientRect();
          return box && box.top >= 0 && box.bottom <= innerHeight
            ? { x: box.x + box.width / 2, y: box.y + box.height / 2 }
            : null;
        }, selector);
        const before = last;
        last = JSON.stringify(middle);
        return last === before && middle;
      });
    };
    const tap = async (selector: string) => {
      const { x, y } = await middleOf(selector);
      await draw([x, y]);
    };
    const opens = async () => {
      await tab.inOverlay((root) => root.querySelector('.seen .mark')?.scrollIntoView({ block: 'center' }));
      await tap('.seen .mark');
      await middleOf('.card.low .head');
      return card(tab);
    };
    const first = await opens();
    const toTheLeft: [number, number][] = [
      [300, 780],
      [200, 782],
      [120, 784],
    ];
    const second = await drawUntil('the next', toTheLeft, async () => {
      const now = await card(tab);
      return now !== first && now;
    });
    await drawUntil('the first again', toTheLeft.toReversed(), async () => (await card(tab)) === first);
    // Neither up, nor aslant, nor a little.
    await draw([200, 820], [200, 760], [200, 700]);
    await draw([200, 820], [160, 780], [120, 740]);
    await draw([200, 780], [180, 780]);
    expect(await card(tab)).toBe(first);
    expect(second).not.toBe('');
    await tap('.card.low .close');
    await until('no card', async () => (await card(tab)) === '');
    // A finger that slips still presses, and one that draws the sheet down closes it.
    await opens();
    const close = await middleOf('.card.low .close');
    await draw([close.x, close.y], [close.x - 18, close.y]);
    await until('no card after a press that slipped', async () => (await card(tab)) === '');
    if (name === 'chromium')
      await puppeteerPage(tab).emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await opens();
    const head = await middleOf('.card.low .head');
    const place = await tab.evaluate(() => scrollY);
    await draw([head.x - 60, head.y], [head.x - 60, head.y + 15], [head.x - 60, head.y + 30]);
    expect(await card(tab)).toBe(first);
    const down: [number, number][] = [0, 60, 140].map((by) => [head.x - 60, head.y + by]);
    await drawUntil('no card after it was drawn down', down, async () => (await card(tab)) === '');
    // The page did not go along.
    if (name === 'chromium') expect(await tab.evaluate(() => scrollY)).toBe(place);
    await opens();
    await draw([4, 60]);
    await until('no card after a tap on the page', async () => (await card(tab)) === '');
    await tab.close();
  });

  it('come and go by the reader’s hand alone, and a page that fades them is told on', async () => {
    const tab = await read(DARK, 'roast', 1440, 900);
    expect((await world.driver.status(tab))?.faded).toBe(false);
    const heard = await tab.evaluate(() => {
      const registry = CSS.highlights as Highlights;
      const [range] = [...registry].flatMap(([each, ranges]) => (each.startsWith('peel-') ? [...ranges] : []));
      const box = range!.getClientRects()[0]!;
      const at = { bubbles: true, composed: true, clientX: box.left + 5, clientY: box.top + 5 };
      range!.startContainer.parentElement?.dispatchEvent(new MouseEvent('click', at));
      const seen: string[] = [];
      for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click'])
        document.addEventListener(type, () => seen.push(type));
      (window as unknown as { seen: string[] }).seen = seen;
      return box.left;
    });
    expect(heard).toBeGreaterThan(0);
    expect(await card(tab)).toBe('');
    const note = await tab.inOverlay((root) => {
      const { left, top } = root.querySelector('.note:not(.headline)')!.getBoundingClientRect();
      return { x: left + 20, y: top + 10 };
    });
    await tab.point(note!.x, note!.y, true);
    await until('a card', async () => (await card(tab)) !== '');
    expect(await tab.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
    await tab.evaluate(() => {
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
      (document.querySelector('peel-margin') as HTMLElement).style.setProperty('opacity', '0.02', 'important');
    });
    expect(await card(tab)).not.toBe('');
    expect((await world.driver.status(tab))?.faded).toBe(true);
    await tab.close();
  });

  it('belong to notes that say whose words they speak of, wherever they were moved to', async () => {
    const tab = await read(DEMO, 'onion', 1440, 900);
    const moved = await tab.inOverlay((root) =>
      [...root.querySelectorAll<HTMLElement>('.note.moved')].map((each) => ({
        says: each.querySelector('.label')?.textContent ?? '',
        line: root.querySelectorAll('.leaders .moved').length > 0,
      })),
    );
    const texts = (await painted(tab)).map(({ text }) => text);
    for (const { says, line } of moved ?? []) {
      expect(line).toBe(true);
      const words = /^on “(.*)”$/s.exec(says)?.[1]?.replace(/\s+/g, ' ') ?? '-';
      expect(texts).toContain(words);
    }
    await tab.inOverlay((root) => root.querySelector<HTMLElement>('.note:not(.headline) .tag')?.focus());
    await tab.press('Tab');
    expect(await focused(tab)).toMatch(/^button /);
    await until('the words of the note with the focus', async () => (await activeLines(tab)).length > 0);
    await tab.close();
  });
});
