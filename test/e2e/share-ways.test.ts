import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Surface, type Tab, until } from '@/lib/cli/browser/driver';
import { puppeteerPage } from '@/lib/cli/browser/puppeteer-tab';
import { ROOT } from '@/lib/cli/build';
import { FULL } from '../full';
import { BROWSERS, DEMO, startWorld, type World } from './harness';
import { choose, downloaded, front, jobs, press, said, share, sharePageOf } from './share-page';

/** Name of what has the focus: its words, its label or what it is. */
const focused = (page: Surface): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? element?.tagName ?? '';
  });

/** Sends a key to what has the focus, as the page hears it. */
const key = (page: Surface, name: string, held: object = {}): Promise<void> =>
  page.evaluate(
    async (pressed: string, modifiers: object) => {
      const event = new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true, ...modifiers });
      document.activeElement?.dispatchEvent(event);
      await new Promise((done) => setTimeout(done, 80));
    },
    name,
    held,
  );

const boxes = (page: Surface): Promise<string[]> =>
  page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.box')].map((box) => box.style.cssText));

describe.each(BROWSERS)('by hand and by key in %s', (name) => {
  let world: World;
  let tab: Tab;
  let helper: Surface;
  let page: Surface;

  beforeAll(async () => {
    world = await startWorld(name);
    await world.choose({ level: 'roast' });
    helper = await world.driver.page('options.html');
    ({ tab } = await world.open(world.server.file(DEMO)));
    page = await sharePageOf(world, tab, helper);
    await front(page);
  });
  afterAll(() => world?.close());

  it('edits by keys alone, keeps the focus, and takes steps back', async () => {
    await choose(page, 'What you saw');
    await press(page, 'Crop and black out');
    expect(await focused(page)).toBe('Draw black-outs');
    await key(page, 'ArrowLeft');
    expect(await focused(page)).toBe('Done');
    await key(page, 'Home');
    await key(page, 'ArrowRight');
    expect(await focused(page)).toBe('Draw a crop');
    expect(await page.evaluate(() => document.querySelectorAll('[role=toolbar] [tabindex="0"]').length)).toBe(1);

    await press(page, 'Add a black-out');
    expect(await focused(page)).toBe('Black-out 1 of 1');
    const first = await boxes(page);
    await key(page, 'ArrowDown');
    await key(page, 'ArrowDown');
    await key(page, 'ArrowRight', { shiftKey: true });
    expect(await boxes(page)).not.toEqual(first);
    await key(page, 'z', { ctrlKey: true });
    expect(await boxes(page)).toEqual(first);

    await press(page, 'Add a black-out');
    expect(await focused(page)).toBe('Black-out 2 of 2');
    await key(page, 'Delete');
    expect(await focused(page)).toBe('Black-out 1 of 1');
    await key(page, 'Delete');
    expect(await boxes(page)).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.closest('[role=toolbar]') !== null)).toBe(true);
    await press(page, 'Undo');
    expect(await boxes(page)).toEqual(first);
    await press(page, 'Crop to what is in sight');
    expect(await focused(page)).toBe('Crop');
    await press(page, 'Clear all');
    expect(await boxes(page)).toEqual([]);
    await press(page, 'Done');
    expect(await focused(page)).toBe('Crop and black out');
  });

  it('draws with the mouse, and moves what it drew', async () => {
    await press(page, 'Crop and black out');
    const drag = (selector: string, from: [number, number], to: [number, number]) =>
      page.evaluate(
        async (wanted: string, [x, y]: [number, number], [toX, toY]: [number, number]) => {
          const stage = document.querySelector('.stage') as HTMLElement;
          const target = document.querySelector(wanted) as HTMLElement;
          const edge = (document.querySelector('.paper') as HTMLElement).getBoundingClientRect();
          stage.setPointerCapture = () => undefined;
          const send = (to: HTMLElement, type: string, dx: number, dy: number) =>
            to.dispatchEvent(
              new PointerEvent(type, {
                clientX: edge.left + dx,
                clientY: edge.top + dy,
                button: 0,
                pointerId: 1,
                bubbles: true,
              }),
            );
          send(target, 'pointerdown', x, y);
          await new Promise((done) => setTimeout(done, 50));
          send(stage, 'pointermove', toX, toY);
          await new Promise((done) => setTimeout(done, 50));
          send(stage, 'pointerup', toX, toY);
          await new Promise((done) => setTimeout(done, 80));
        },
        selector,
        from,
        to,
      );
    await drag('.paper canvas', [20, 20], [220, 120]);
    const drawn = await boxes(page);
    expect(drawn).toHaveLength(1);
    await drag('.box.mask', [60, 60], [90, 80]);
    const moved = await boxes(page);
    expect(moved).toHaveLength(1);
    expect(moved).not.toEqual(drawn);
    await press(page, 'Undo');
    expect(await boxes(page)).toEqual(drawn);
    await drag('.paper canvas', [10, 10], [12, 11]);
    expect(await boxes(page)).toEqual(drawn);
    // A finger sees the rest of the picture by a tool of its own, also from on top of a box.
    await press(page, 'Scroll');
    await page.evaluate(() => (document.querySelector('.stage') as HTMLElement).style.setProperty('height', '120px'));
    await drag('.box.mask', [60, 90], [60, 50]);
    expect(await page.evaluate(() => document.querySelector('.stage')?.scrollTop)).toBe(40);
    expect(await boxes(page)).toEqual(drawn);
    await press(page, 'Draw black-outs');
    await press(page, 'Done');
    const png = PNG.sync.read((await downloaded(page)).bytes);
    expect(share(png, [0, 0, 0])).toBeGreaterThan(0.01);
    expect(png.data.subarray((40 * png.width + 40) * 4, (40 * png.width + 40) * 4 + 3).join()).toBe('0,0,0');
  });

  it('tells the truth when the clipboard is shut, and offers the next best way', async () => {
    await page.evaluate(() => {
      const shut = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { write: shut, writeText: shut } });
    });
    await press(page, 'Copy text');
    expect(await said(page)).toContain('kept the clipboard shut');
    const selected = await page.evaluate(() => {
      const box = document.activeElement as HTMLTextAreaElement;
      return box.tagName === 'TEXTAREA' && box.readOnly && box.selectionEnd - box.selectionStart === box.value.length;
    });
    expect(selected).toBe(true);
    await press(page, 'Copy image');
    expect(
      await until('words', async () => (await said(page)).includes('would not put the picture') && (await said(page))),
    ).toContain('Download it');
  });

  it('offers the next best way where the browser lacks one', async () => {
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
      Object.defineProperty(navigator, 'share', { configurable: true, value: undefined });
    });
    await choose(page, 'Bingo card');
    const words = await page.evaluate(() => document.querySelector('.controls')?.textContent);
    expect(words).toContain('This browser takes no pictures on its clipboard.');
    const buttons = await page.evaluate(() =>
      [...document.querySelectorAll('.actions button')].map((b) => b.textContent),
    );
    expect(buttons).toEqual(['Download', 'Copy text']);
    await press(page, 'Copy text');
    expect(await said(page)).toContain('copy it by hand');
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'canShare', { configurable: true, value: () => true });
      const refuse = () => Promise.reject(new DOMException('closed', 'AbortError'));
      Object.defineProperty(navigator, 'share', { configurable: true, value: refuse });
    });
    await choose(page, 'The verdict');
    await press(page, 'Share…');
    expect(await until('words', async () => (await said(page)) === 'Not shared.' && said(page))).toBe('Not shared.');
    await page.evaluate(() => {
      const refuse = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      Object.defineProperty(navigator, 'share', { configurable: true, value: refuse });
    });
    await press(page, 'Share…');
    expect(await until('words', async () => (await said(page)).includes('would not share') && said(page))).toContain(
      'Download it instead.',
    );
  });

  it('says why where the browser takes no pictures of pages', async () => {
    await page.evaluate(() => {
      const scope = globalThis as unknown as { browser?: { tabs: object }; chrome?: { tabs: object } };
      for (const api of [scope.browser, scope.chrome])
        if (api) Object.defineProperty(api.tabs, 'captureVisibleTab', { configurable: true, value: undefined });
    });
    await choose(page, 'The whole article');
    await press(page, 'Take the whole article');
    expect(await until('words', () => said(page))).toContain('lets no extension take pictures of a page');
    expect(await page.evaluate(() => document.querySelector('.missing')?.textContent)).toContain(
      'pictures that Peel composes',
    );
  });

  it('remembers the last choice', async () => {
    await choose(page, 'Bingo card');
    await choose(page, 'Tall');
    await choose(page, 'Dark');
    const other = await sharePageOf(world, tab, helper);
    const chosen = await other.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>('input[type=radio]:checked')].map(({ value }) => value),
    );
    expect(chosen).toEqual(['bingo', 'story', 'dark']);
    await other.close();
    await page.close();
    await until('the jobs to go', async () => (await jobs(helper)).length === 0);
    const kept = Object.keys(await world.driver.stored());
    expect(kept.filter((one) => !['settings', 'memory', 'share-choices'].includes(one))).toEqual([]);
  });

  it('begins with the claim where a card asked for it, and says how to get a picture of the page', async () => {
    await tab.front();
    await tab.inOverlay(async (root) => {
      root.querySelector<HTMLElement>('.note .tag')?.click();
      await new Promise((done) => setTimeout(done, 400));
      [...root.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === 'Share')?.click();
    });
    const [id = ''] = await until('a job', async () => {
      const found = await jobs(helper);
      return found.length > 0 && found;
    });
    const asked = await world.driver.page(`share.html#${id.replace('share:', '')}`);
    await until('the card', () => asked.evaluate(() => document.querySelector('canvas')?.hidden === false));
    expect(await asked.evaluate(() => document.querySelector('canvas')?.getAttribute('aria-label'))).toMatch(
      /^A claim published on 127\.0\.0\.1/,
    );
    await choose(asked, 'What you saw');
    expect(await asked.evaluate(() => document.querySelector('.missing')?.textContent)).toContain(
      'press Peel’s toolbar button',
    );
    await asked.close();
  });

  it('made no noise and no request', async () => {
    expect(await world.driver.errors()).toEqual([]);
    expect(world.driver.attempts()).toEqual([]);
  });
});

describe.runIf(BROWSERS.includes('chromium'))('the share page for everybody', () => {
  it('has names, roles and contrast in order, light and dark, narrow and wide', async () => {
    const world = await startWorld('chromium');
    try {
      await world.choose({ level: 'roast' });
      const helper = await world.driver.page('options.html');
      const { tab } = await world.open(world.server.file(DEMO));
      const page = await sharePageOf(world, tab, helper);
      await front(page);
      const raw = puppeteerPage(page);
      await raw.evaluate(readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8'));
      const look = async (when: string) => {
        const found = await raw.evaluate(async () => {
          const { axe } = globalThis as unknown as {
            axe: { run(how: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          };
          return (await axe.run({ resultTypes: ['violations'], selectors: false })).violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
          );
        });
        expect([when, found]).toEqual([when, []]);
        const wide = await raw.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect([when, wide <= 0]).toEqual([when, true]);
      };
      for (const scheme of ['light', 'dark'] as const) {
        await raw.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        for (const width of FULL ? [1300, 340] : [scheme === 'light' ? 1300 : 340]) {
          await raw.setViewport({ width, height: 800 });
          const rest = ['The whole article', 'Bingo card'];
          for (const picture of ['One sentence', 'What you saw', ...(FULL ? rest : []), 'The verdict']) {
            await choose(page, picture);
            await look(`${scheme} ${width} ${picture}`);
          }
          await choose(page, 'What you saw');
          await press(page, 'Crop and black out');
          await press(page, 'Add a black-out');
          await look(`${scheme} ${width} editor`);
          await press(page, 'Done');
        }
      }
      const moving = await raw.evaluate(() => document.getAnimations().length);
      expect(moving).toBe(0);
    } finally {
      await world.close();
    }
  });
});
