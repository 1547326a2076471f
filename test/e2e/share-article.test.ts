import { describe, expect, it } from 'vitest';
import { serialised } from '@/lib/cli/browser/look';
import { FULL } from '../full';
import { BROWSERS } from './harness';
import { picture, sharePageOf, takeArticle } from './share-page';
import {
  annotated,
  BRICK,
  CYAN,
  LIME,
  MAGENTA,
  onScreen,
  pixel,
  ruler,
  stretches,
  tabAt,
  wrongRows,
} from './share-ruler';

const ALL = [1, 1.25, 1.5, 2, 3];
/** At small scale a broken number of pixels stands for all, in one browser; a whole one is what the other tests of sharing have. */
const DENSITIES = FULL ? { chromium: ALL, firefox: ALL } : { chromium: [], firefox: [1.5] };

describe.each(BROWSERS)('every row of the article in %s', (name) => {
  it.each(DENSITIES[name])('is there once, at %s pixels a pixel', async (dpr) => {
    await onScreen(name, dpr, async (world, helper) => {
      const height = 3001;
      const tab = await tabAt(world);
      await tab.goto(world.server.text('ruler.html', ruler(height)));
      await annotated(world, tab);
      const before = await serialised(tab);
      await tab.evaluate(() => scrollTo(0, 333));
      const home = await tab.evaluate(() => scrollY);
      const page = await sharePageOf(world, tab, helper);
      // What was seen comes first, in the screen's own pixels.
      const view = await picture(page);
      const window = await tab.evaluate(() => innerWidth * devicePixelRatio);
      expect(Math.abs(view.width - window)).toBeLessThan(2);
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

  it.runIf(FULL)('is there once where the picture must be made smaller and the page goes on', async () => {
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
