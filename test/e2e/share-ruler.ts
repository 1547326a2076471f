/** Pages whose every row is known by its colour, screens of any density, and how pictures of them are read. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PNG } from 'pngjs';
import { expect } from 'vitest';
import { type BrowserName, type Surface, type Tab, until } from '@/lib/cli/browser/driver';
import { ensureBrowsers, OVERRIDES } from '@/lib/cli/browser/find';
import { settled } from '@/lib/cli/browser/look';
import { puppeteerPage } from '@/lib/cli/browser/puppeteer-tab';
import { DEMO, startWorld, type World } from './harness';

export const MAGENTA = [255, 0, 255];
export const CYAN = [0, 255, 255];
export const LIME = [0, 255, 0];
export const BRICK = [178, 34, 34];

/** The demo's first paragraphs: an article, as far as Peel is concerned. */
const STORY = (/<p>The announcement[\s\S]*<\/article>/.exec(readFileSync(DEMO, 'utf8'))?.[0] ?? '')
  .replace(/<figure>[\s\S]*?<\/figure>/g, '')
  .match(/<p>[\s\S]*?<\/p>/g)
  ?.slice(0, 8)
  .join('');

/** Elements that answer, as globals of the page, to names that Peel and its tools use for theirs. */
const NAMESAKES = ['browser', 'chrome', 'peelCapture', 'peelPlaces', 'peelCreateOverlay', 'scheduler', 'process']
  .map((id) => `<i id="${id}"></i>`)
  .join('');

/**
 * A page whose every row can be told from its colour, in a band at the left; a lime edge at the right, a magenta header that
 * sticks, a cyan consent bar at the foot of the window, and at the end an image that loads only when it comes near.
 */
export function ruler(height: number, more = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A ruler</title><style>
    html { overflow-y: scroll; } body { position: relative; margin: 0; height: ${height}px; overflow-x: hidden; }
    canvas { position: absolute; top: 0; left: 0; width: 40px; height: ${height}px; image-rendering: pixelated; }
    #edge { position: absolute; top: 0; right: 0; width: 6px; height: 100%; background: rgb(${LIME}); }
    header { position: sticky; top: 0; height: 50px; margin: 0 60px; background: rgb(${MAGENTA}); }
    #consent { position: fixed; bottom: 0; left: 60px; right: 60px; height: 120px; background: rgb(${CYAN}); }
    article { width: 560px; margin: 60px 100px; }
    #late { position: absolute; left: 700px; top: ${height - 300}px; width: 100px; height: 100px; }
  </style></head><body>${NAMESAKES}<header></header><canvas id="ruler" width="1" height="${height}"></canvas><div id="edge"></div>
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

export const pixel = (png: PNG, x: number, y: number) => [
  ...png.data.subarray((y * png.width + x) * 4, (y * png.width + x) * 4 + 3),
];

/** Rows of the picture that are not the row of the page that they stand for; `slack` in rows of the page. */
export function wrongRows(png: PNG, rows: number, scale: number, slack: number): string[] {
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
export function stretches(png: PNG, x: number, colour: number[]): { from: number; rows: number }[] {
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
    return await startWorld(name, undefined, { alone: true });
  } finally {
    if (given === undefined) delete process.env[own];
    else process.env[own] = given;
    rmSync(folder, { recursive: true });
  }
}

/** An empty tab of a known size on the world's screen. */
export async function tabAt({ driver }: World): Promise<Tab> {
  const tab = await driver.open();
  // Zero: as the screen is.
  await puppeteerPage(tab).setViewport({ width: 1201, height: 803, deviceScaleFactor: 0 });
  return tab;
}

/** Waits for the notes themselves: they come after the underlines, and the page is compared with itself later. */
export async function annotated({ driver }: World, tab: Tab): Promise<void> {
  await settled(driver, tab);
  await until('notes', () => tab.inOverlay((root) => root.textContent !== ''));
}

export function serveLate(world: World): void {
  world.server.text(
    'late.svg',
    `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><rect width="100" height="100" fill="rgb(${BRICK})"/></svg>`,
    { 'content-type': 'image/svg+xml' },
  );
}

/** Starts a world for one test, on a screen of this density. */
export async function onScreen(name: BrowserName, dpr: number, test: (world: World, helper: Surface) => Promise<void>) {
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
