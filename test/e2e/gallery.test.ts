import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tab } from '@/lib/cli/browser/driver';
import { scriptOf } from '@/lib/cli/browser/script';
import { ROOT } from '@/lib/cli/build';
import { INKS, type Tone } from '@/lib/share/colours';
import { FORMATS, type Format } from '@/lib/share/frame';
import { FULL } from '../full';
import { BROWSERS, startWorld, type World } from './harness';
import { rgb } from './share-page';

type Gallery = typeof import('../share/gallery-page');
interface Page {
  peelGallery: Gallery;
}

/** Every format in every tone. */
const cases = (Object.keys(FORMATS) as Format[]).flatMap((format) =>
  (['light', 'dark'] as const).map((tone) => ({ format, tone })),
);

/** Peel's faces as data addresses, by file name. */
const data = Object.fromEntries(
  ['regular', 'italic', 'semibold'].map((file) => {
    const bytes = readFileSync(join(ROOT, `public/fonts/${file}.woff2`));
    return [file, `data:font/woff2;base64,${bytes.toString('base64')}`];
  }),
);

/** Some that the faces hold, and two letters that they lack. */
const LETTERS = 'The assistant’s “work” of 700 agents — Société Générale, £9 × 3 ≥ €20 • Łódź';

const ACROSS: Record<Format, number> = { wide: 3, square: 4, story: 6 };

const WIDTHS = [11_320, 10_761, 11_905];

describe.each(BROWSERS)('forty claim cards in %s', (name) => {
  // Tones share all measures; each format in one of them is enough for one browser, in the other for the other.
  const turn = name === 'chromium' ? 1 : 0;
  const some = cases.filter((_, at) => FULL || (at + turn) % 2 === Math.floor(at / 2) % 2);
  let world: World;
  let tab: Tab;
  beforeAll(async () => {
    world = await startWorld(name);
    tab = await world.driver.open();
    await tab.goto(world.server.text('gallery.html', '<!doctype html><title>Gallery</title><body>'));
    await tab.inject(await scriptOf('test/share/gallery-page.ts', 'peelGallery'));
  });
  afterAll(() => world?.close());

  const faces = (some: Record<string, string>, patience: number) =>
    tab.evaluate(
      (from: Record<string, string>, ms: number) => (globalThis as unknown as Page).peelGallery.faces(from, ms),
      some,
      patience,
    );
  const widths = (text: string) =>
    tab.evaluate((words: string) => (globalThis as unknown as Page).peelGallery.widths(words), text);
  const paint = (format: Format, tone: Tone) =>
    tab.evaluate(
      (shape: Format, ink: Tone) => {
        const { peelGallery } = globalThis as unknown as Page;
        document.body.replaceChildren();
        return [...Array(peelGallery.size).keys()].map((index) => peelGallery.card(index, shape, ink, true));
      },
      format,
      tone,
    );
  const paintPages = (format: Format, tone: Tone) =>
    tab.evaluate(
      (shape: Format, ink: Tone) => {
        const { peelGallery } = globalThis as unknown as Page;
        document.body.replaceChildren();
        return (['bingo', 'verdict'] as const).flatMap((picture) =>
          [...Array(peelGallery.pages).keys()].map((index) => peelGallery.sum(picture, index, shape, ink)),
        );
      },
      format,
      tone,
    );
  /** Writes what is painted to the folder that PEEL_SHEETS names, `across` side by side, for somebody to look at. */
  const sheet = async (title: string, across: number) => {
    const folder = process.env.PEEL_SHEETS;
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    const height = await tab.evaluate((columns: number) => {
      const style = 'margin: 0; display: grid; gap: 8px; background: #888; grid-template-columns';
      document.body.style.cssText = `${style}: repeat(${columns}, 1fr)`;
      for (const canvas of document.querySelectorAll('canvas')) canvas.style.width = '100%';
      return Math.ceil(document.body.getBoundingClientRect().height);
    }, across);
    await tab.screenshot(join(folder, `${name}-${title}.png`), height);
  };

  /** Widths with the faces of this machine, before Peel's own are there. */
  let own: number[];

  it('do without a face that cannot be had', async () => {
    own = await widths(LETTERS);
    expect(await faces({}, 2000)).toBe(false);
    expect(await faces({ ...data, italic: '' }, 2000)).toBe(false);
    expect(await widths(LETTERS)).toEqual(own);
  });

  it.each(cases.slice(0, 1))('are whole with the faces of this machine: $format, $tone', async ({ format, tone }) => {
    expect((await paint(format, tone)).flatMap(({ cut }, index) => (cut ? [index] : []))).toEqual([]);
  });

  it('are measured in the faces that come with Peel', async () => {
    expect(await faces(data, 20_000)).toBe(true);
    const now = await widths(LETTERS);
    now.forEach((width, i) => {
      expect(Math.abs(width - (own[i] ?? 0))).toBeGreaterThan(100);
    });
    expect(new Set(now.map(Math.round)).size).toBe(3);
    // The faces' own advances and kerning: the same in both browsers, on any machine.
    const latin = await widths('The assistant’s “work” of 700 agents — AVATAR Type');
    WIDTHS.forEach((width, i) => {
      expect(latin[i]).toBeCloseTo(width, 1);
    });
  });

  it.each(some)('are whole with the faces of Peel: $format, $tone', async ({ format, tone }) => {
    const cards = await paint(format, tone);
    expect(cards).toHaveLength(40);
    expect(cards.flatMap(({ cut }, index) => (cut ? [index] : []))).toEqual([]);
    expect(cards.every(({ paper }) => paper.join() === rgb(INKS[tone].paper).join())).toBe(true);
    await sheet(`claims-${format}-${tone}`, ACROSS[format]);
  });

  it.each(some)('and what a page adds up to: $format, $tone', async ({ format, tone }) => {
    const pictures = await paintPages(format, tone);
    expect(pictures.every(({ paper }) => paper.join() === rgb(INKS[tone].paper).join())).toBe(true);
    const verdicts = pictures.slice(pictures.length / 2);
    // The last page has no claim, and nothing to score.
    expect(verdicts.map(({ words }) => words.includes('of 100 for hype'))).toEqual(
      verdicts.map((_, i) => i < verdicts.length - 1),
    );
    expect(verdicts[2]?.words).toEqual(expect.arrayContaining(['100', 'stratospheric']));
    await sheet(`pages-${format}-${tone}`, ACROSS[format]);
  });
});
