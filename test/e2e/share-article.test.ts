import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserName, type Surface, type Tab, until } from '@/lib/cli/browser/driver';
import { ensureBrowsers, OVERRIDES } from '@/lib/cli/browser/find';
import { serialised, settled } from '@/lib/cli/browser/look';
import { BROWSERS, DEMO, startWorld, type World } from './harness';
import { choose, front, jobs, picture, press, said, sharePageOf, takeArticle } from './share-page';

const MAGENTA = [255, 0, 255];
const CYAN = [0, 255, 255];
const LIME = [0, 255, 0];
const BRICK = [178, 34, 34];

/** The demo's first paragraphs: an article, as far as Peel is concerned. */
const STORY = (/<p>The announcement[\s\S]*<\/article>/.exec(readFileSync(DEMO, 'utf8'))?.[0] ?? '')
  .replace(/<figure>[\s\S]*?<\/figure>/g, '')
  .match(/<p>[\s\S]*?<\/p>/g)
  ?.slice(0, 8)
  .join('');

/**
 * A page whose every row can be told from its colour, in a band at the left; a lime edge at the right, a magenta header that
 * sticks, a cyan consent bar at the foot of the window, and at the end an image that loads only when it comes near.
 */
function ruler(height: number, more = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A ruler</title><style>
    html { overflow-y: scroll; } body { position: relative; margin: 0; height: ${height}px; overflow-x: hidden; }
    canvas { position: absolute; top: 0; left: 0; width: 40px; height: ${height}px; image-rendering: pixelated; }
    #edge { position: absolute; top: 0; right: 0; width: 6px; height: 100%; background: rgb(${LIME}); }
    header { position: sticky; top: 0; height: 50px; margin: 0 60px; background: rgb(${MAGENTA}); }
    #consent { position: fixed; bottom: 0; left: 60px; right: 60px; height: 120px; background: rgb(${CYAN}); }
    article { width: 560px; margin: 60px 100px; }
    #late { position: absolute; left: 700px; top: ${height - 300}px; width: 100px; height: 100px; }
  </style></head><body><header></header><canvas id="ruler" width="1" height="${height}"></canvas><div id="edge"></div>
  <article><h1>Kelmore Pay and its AI assistant</h1>${STORY}</article>
  <img id="late" loading="lazy" src="/late.svg" alt=""><div id="consent"></div>${more}
  <script>
    const context = document.getElementById('ruler').getContext('2d');
    for (let y = 0; y < ${height}; y++) {
      context.fillStyle = 'rgb(' + [y % 256, Math.floor(y / 256), 77] + ')';
      context.fillRect(0, y, 1, 1);
    }
  </script></body></html>`;
}

const pixel = (png: PNG, x: number, y: number) => [
  ...png.data.subarray((y * png.width + x) * 4, (y * png.width + x) * 4 + 3),
];

/** Rows of the picture that are not the row of the page that they stand for; `slack` in rows of the page. */
function wrongRows(png: PNG, rows: number, scale: number, slack: number): string[] {
  const wrong: string[] = [];
  for (let y = 0; y < rows; y++) {
    const [red = 0, green = 0, blue = 0] = pixel(png, Math.round(20 * scale), y);
    const found = green * 256 + red;
    const wanted = (y + 0.5) / scale - 0.5;
    if (Math.abs(blue - 77) > 1 || Math.abs(found - wanted) > slack) wrong.push(`${y}: ${found}, not ${wanted}`);
  }
  return wrong;
}

/** Stretches of the column at `x` that have this colour. */
function stretches(png: PNG, x: number, colour: number[]): { from: number; rows: number }[] {
  const found: { from: number; rows: number }[] = [];
  for (let y = 0; y < png.height; y++) {
    if (!colour.every((one, k) => Math.abs((pixel(png, x, y)[k] ?? 0) - one) < 3)) continue;
    const last = found.at(-1);
    if (last && last.from + last.rows === y) last.rows++;
    else found.push({ from: y, rows: 1 });
  }
  return found;
}

/** What stands between the driver and each browser: a screen of another density, and the scroll bars of a desktop. */
const SCREENS: Record<BrowserName, (dpr: number) => string> = {
  chromium: (dpr) =>
    `for arg in "$@"; do [ "$arg" = --hide-scrollbars ] || args+=("$arg"); done
    args+=(--force-device-scale-factor=${dpr})`,
  firefox: (dpr) =>
    `args=("$@")
    for ((i = 0; i < $#; i++)); do
      [ "\${args[i]}" != --profile ] || echo 'user_pref("layout.css.devPixelsPerPx", "${dpr}");' >> "\${args[i + 1]}/user.js"
    done`.replaceAll('\\$', '$'),
};

/** A world on a screen of this density. Pictures of a tab know nothing of an emulated one, so the browser is told so. */
async function worldAt(name: BrowserName, dpr: number): Promise<World> {
  const program = (await ensureBrowsers([name]))[name];
  const folder = mkdtempSync(join(tmpdir(), 'peel-screen-'));
  const wrapper = join(folder, name);
  const own = OVERRIDES[name];
  const given = process.env[own];
  writeFileSync(wrapper, `#!/bin/bash\nargs=()\n${SCREENS[name](dpr)}\nexec '${program}' "\${args[@]}"\n`, {
    mode: 0o755,
  });
  process.env[own] = wrapper;
  try {
    return await startWorld(name);
  } finally {
    if (given === undefined) delete process.env[own];
    else process.env[own] = given;
    rmSync(folder, { recursive: true });
  }
}

/** An empty tab of a known size on the world's screen. */
async function tabAt({ driver }: World): Promise<Tab> {
  const tab = await driver.open();
  const { page } = tab as unknown as { page: { setViewport(to: object): Promise<void> } };
  // Zero: as the screen is.
  await page.setViewport({ width: 1201, height: 803, deviceScaleFactor: 0 });
  return tab;
}

/** Waits for the notes themselves: they come after the underlines, and the page is compared with itself later. */
async function annotated({ driver }: World, tab: Tab): Promise<void> {
  await settled(driver, tab);
  await until('notes', () => tab.inOverlay((root) => root.textContent !== ''));
}

function serveLate(world: World): void {
  world.server.text(
    'late.svg',
    `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><rect width="100" height="100" fill="rgb(${BRICK})"/></svg>`,
    { 'content-type': 'image/svg+xml' },
  );
}

/** Starts a world for one test, on a screen of this density. */
async function onScreen(name: BrowserName, dpr: number, test: (world: World, helper: Surface) => Promise<void>) {
  const world = await worldAt(name, dpr);
  try {
    await world.choose({ level: 'roast' });
    serveLate(world);
    await test(world, await world.driver.page('options.html'));
    expect(await world.driver.errors()).toEqual([]);
  } finally {
    await world.close();
  }
}

describe.each(BROWSERS)('every row of the article in %s', (name) => {
  it.each([1, 1.25, 1.5, 2])('is there once, at %s pixels a pixel', async (dpr) => {
    await onScreen(name, dpr, async (world, helper) => {
      const height = 3001;
      const tab = await tabAt(world);
      await tab.goto(world.server.text('ruler.html', ruler(height)));
      await annotated(world, tab);
      const before = await serialised(tab);
      await tab.evaluate(() => scrollTo(0, 333));
      const home = await tab.evaluate(() => scrollY);
      const page = await sharePageOf(world, tab, helper);
      expect(await takeArticle(page)).toBe('The whole article is in the picture.');
      const { seen, width, bar } = await tab.evaluate(() => ({
        seen: devicePixelRatio,
        width: document.documentElement.clientWidth,
        bar: innerWidth - document.documentElement.clientWidth,
      }));
      expect(seen).toBeCloseTo(dpr, 2);
      expect(bar).toBeGreaterThan(5);
      const png = await picture(page);
      expect(png.width).toBe(Math.floor(width * dpr));
      expect(png.height).toBeGreaterThan(height * dpr);
      const slack = Number.isInteger(dpr) ? 0.5 : 1;
      // Where a row of the page is no whole row of the screen, its last one may be half a row.
      expect(wrongRows(png, Math.floor(height * dpr) - 1, dpr, slack).slice(0, 5)).toEqual([]);
      // The scroll bar is not in it, nor a strip of nothing in its place.
      expect(pixel(png, png.width - 2, Math.round(1700 * dpr))).toEqual(LIME);
      // The header stands once, at the top; the bar that the page lays over itself not at all; the late image has come.
      const [header, ...again] = stretches(png, Math.round(620 * dpr), MAGENTA);
      expect([header?.from, again]).toEqual([0, []]);
      expect(stretches(png, Math.round(640 * dpr), CYAN)).toEqual([]);
      const late = stretches(png, Math.round(750 * dpr), BRICK);
      expect(late.map(({ from, rows }) => [from, rows].map((n) => Math.round(n / dpr)))).toEqual([[height - 300, 100]]);
      // The page is as it was.
      expect(await serialised(tab)).toBe(before);
      expect(await tab.evaluate(() => scrollY)).toBe(home);
      expect(await tab.evaluate(() => document.getAnimations().length)).toBe(0);
    });
  });

  it('is there once where the picture must be made smaller and the page goes on', async () => {
    await onScreen(name, 2, async (world, helper) => {
      const tab = await tabAt(world);
      await tab.goto(world.server.text('endless.html', ruler(21_000)));
      await annotated(world, tab);
      const page = await sharePageOf(world, tab, helper);
      expect(await takeArticle(page)).toBe('The page goes on: the picture holds its first 20,000 pixels.');
      const png = await picture(page);
      expect(png.height).toBeGreaterThan(20_000);
      expect(png.height).toBeLessThan(20_100);
      expect(wrongRows(png, 20_000, 1, 1.5).slice(0, 5)).toEqual([]);
    });
  });
});

describe.each(BROWSERS)('the whole article in %s', (name) => {
  let world: World;
  let helper: Surface;
  beforeAll(async () => {
    world = await startWorld(name);
    await world.choose({ level: 'roast' });
    helper = await world.driver.page('options.html');
    serveLate(world);
  });
  afterAll(() => world?.close());

  describe('when something comes between', () => {
    let tab: Tab;
    let page: Surface;
    let before: string;
    beforeAll(async () => {
      ({ tab } = await world.open(world.server.text('between.html', ruler(9000))));
      before = await serialised(tab);
      await tab.evaluate(() => scrollTo(0, 200));
      page = await sharePageOf(world, tab, helper);
      await choose(page, 'The whole article');
    });
    const begin = async () => {
      await press(page, 'Take the whole article');
      const half = () => page.evaluate(() => (document.querySelector('progress')?.value ?? 0) > 0.3);
      await until('it to be half way', half, 30_000);
    };
    const asItWas = async () => {
      await until('the page to be back', () => tab.evaluate(() => scrollY === 200), 20_000);
      expect(await serialised(tab)).toBe(before);
      expect(await tab.evaluate(() => document.getAnimations().length)).toBe(0);
    };

    it('stops at the reader’s word', async () => {
      await begin();
      await press(page, 'Cancel');
      expect(await until('words', () => said(page))).toBe('Stopped. Nothing was kept.');
      await asItWas();
    });

    it('stops at Escape in the page, where the wheel is held meanwhile', async () => {
      await begin();
      await tab.press('Escape');
      expect(await until('words', () => said(page))).toBe('Stopped. Nothing was kept.');
      await asItWas();
      await tab.evaluate(() => {
        (globalThis as { keys?: string[] }).keys = [];
        addEventListener('keydown', ({ key }) => (globalThis as { keys?: string[] }).keys?.push(key));
      });
      await tab.front();
      await tab.press('j');
      expect(await tab.evaluate(() => (globalThis as { keys?: string[] }).keys)).toEqual(['j']);
    });

    it('stops when the reader goes to another tab', async () => {
      await begin();
      await front(helper);
      expect(await until('words', () => said(page))).toBe('You went to another tab, so Peel stopped and kept nothing.');
      await asItWas();
    });

    it('stops when the page goes elsewhere', async () => {
      await begin();
      await tab.evaluate(() => {
        location.href = '/late.svg';
      });
      expect(await until('words', () => said(page), 20_000)).toContain('went away or changed');
    });

    it('says so when the page is closed', async () => {
      const kept = (await jobs(helper)).length;
      await tab.close();
      await press(page, 'Take the whole article');
      expect(await until('words', () => said(page))).toContain('That page is closed.');
      await page.close();
      await until('the job to go', async () => (await jobs(helper)).length < kept);
    });
  });

  it('says so when a page scrolls in a box of its own', async () => {
    const box = `<style>html, body { height: 100%; overflow: hidden; } #box { position: absolute; inset: 0 0 0 60px; overflow-y: auto; }
      #box div { height: 5000px; }</style><div id="box"><div></div></div>`;
    const { tab } = await world.open(world.server.text('boxed.html', ruler(500, box)));
    const page = await sharePageOf(world, tab, helper);
    expect(await takeArticle(page)).toContain('scrolls inside a box of its own');
    await page.close();
    await tab.close();
  });

  it('says so when the page keeps changing its length', async () => {
    const restless = `<div id="more"></div><script>
      let grown = 0;
      addEventListener('scroll', () => { document.body.style.height = 3000 + 20 * ++grown + 'px'; });
    </script>`;
    const { tab } = await world.open(world.server.text('restless.html', ruler(3000, restless)));
    const page = await sharePageOf(world, tab, helper);
    expect(await takeArticle(page)).toContain('changed its length');
    await page.close();
    await tab.close();
  });

  it('made no noise and no request', async () => {
    expect(await world.driver.errors()).toEqual([]);
    expect(world.driver.attempts()).toEqual([]);
  });
});
