import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '@/lib/cli/browser/build';
import type { Tab } from '@/lib/cli/browser/driver';
import { FORMATS, type Format } from '@/lib/share/frame';
import { INKS, type Tone } from '@/lib/share/ink';
import { BROWSERS, startWorld, type World } from './harness';
import { rgb } from './share-page';

interface Gallery {
  size: number;
  card(index: number, format: Format, tone: Tone, extras: boolean): { cut: boolean; paper: number[] };
}

/** The renderers as one script. */
async function bundle(): Promise<string> {
  const made = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      minify: false,
      lib: { entry: `${ROOT}/test/share/gallery-page.ts`, formats: ['iife'], name: 'peelRenderers' },
    },
  });
  const [{ output }] = (Array.isArray(made) ? made : [made]) as [{ output: { code?: string }[] }];
  return output[0]?.code ?? '';
}

const cases = (Object.keys(FORMATS) as Format[]).flatMap((format) =>
  (['light', 'dark'] as const).map((tone) => ({ format, tone })),
);

describe.each(BROWSERS)('forty claim cards in %s', (name) => {
  let world: World;
  let tab: Tab;
  beforeAll(async () => {
    world = await startWorld(name);
    tab = await world.driver.open();
    await tab.goto(world.server.text('gallery.html', '<!doctype html><title>Gallery</title><body>'));
    await tab.inject(await bundle());
  });
  afterAll(() => world?.close());

  it.each(cases)('are whole with the faces of this machine: $format, $tone', async ({ format, tone }) => {
    const cards = await tab.evaluate(
      (shape: Format, ink: Tone) => {
        const { peelGallery } = globalThis as unknown as { peelGallery: Gallery };
        const made = [...Array(peelGallery.size).keys()].map((index) => peelGallery.card(index, shape, ink, true));
        document.body.replaceChildren();
        return made;
      },
      format,
      tone,
    );
    expect(cards).toHaveLength(40);
    expect(cards.flatMap(({ cut }, index) => (cut ? [index] : []))).toEqual([]);
    expect(cards.every(({ paper }) => paper.join() === rgb(INKS[tone].paper).join())).toBe(true);
  });
});
