/** Looks at pictures of a page as a reader does: by their pixels. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Highlights, Tab } from '@/lib/cli/browser/driver';

/** Left, top, width and height in CSS pixels of the viewport. */
export type Area = [number, number, number, number];

export interface Patch {
  text: string;
  at: Area;
}

/** The first line of each stretch of text that Peel paints, where it is in sight. */
export function paintedPatches(tab: Tab): Promise<Patch[]> {
  return tab.evaluate(() => {
    const registry = CSS.highlights as Highlights;
    return [...registry]
      .filter(([name]) => name.startsWith('peel-'))
      .flatMap(([, ranges]) => [...ranges])
      .flatMap((range) => {
        const box = range.getClientRects()[0];
        if (!box || box.top < 0 || box.bottom > innerHeight) return [];
        return [{ text: range.toString(), at: [box.left, box.top, box.width, box.height] as Area }];
      });
  });
}

/** What of Peel's own layer matches `selector` and is in sight, with its text. */
export async function ownPatches(tab: Tab, selector: string): Promise<Patch[]> {
  const found = await tab.inOverlay((root, wanted) => {
    return [...root.querySelectorAll(wanted)].flatMap((element) => {
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
      const inSight = width > 0 && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
      const text = `${element.className} ${element.textContent}`;
      return inSight ? [{ text, at: [left, top, width, height] as Area }] : [];
    });
  }, selector);
  return found ?? [];
}

interface Look {
  /** Share of the area that has the very colour asked about, 0 to 1. */
  bare: number;
  /** Contrast between the commonest colour and the one farthest from it, 1 to 21. */
  contrast: number;
}

/** What is to be seen in parts of the visible page. The picture is taken of `tab` and read in `reader`, any other tab. */
async function look(tab: Tab, reader: Tab, patches: readonly Patch[], ground: string): Promise<Look[]> {
  const folder = await mkdtemp(join(tmpdir(), 'peel-pixels-'));
  try {
    const file = join(folder, 'view.png');
    await tab.front();
    await tab.screenshot(file);
    const url = `data:image/png;base64,${readFileSync(file).toString('base64')}`;
    return await reader.evaluate(
      async (source: string, areas: Area[], colour: string) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.width;
        canvas.height = image.height;
        const context = canvas.getContext('2d', { willReadFrequently: true });
        context?.drawImage(image, 0, 0);
        const light = (rgb: string) => {
          const [r = 0, g = 0, b = 0] = rgb.split(',').map((part) => {
            const value = Number(part) / 255;
            return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
        };
        return areas.map(([x, y, width, height]) => {
          const data = context?.getImageData(x + 1, y + 1, Math.max(1, width - 2), Math.max(1, height - 2)).data ?? [];
          const counts = new Map<string, number>();
          for (let i = 0; i < data.length; i += 4) {
            const rgb = `${data[i]},${data[i + 1]},${data[i + 2]}`;
            counts.set(rgb, (counts.get(rgb) ?? 0) + 1);
          }
          const commonest = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0])[0];
          const contrasts = [...counts.keys()].map((rgb) => {
            const ratio = light(rgb) / light(commonest);
            return Math.max(ratio, 1 / ratio);
          });
          return { bare: (counts.get(colour) ?? 0) / (data.length / 4), contrast: Math.max(...contrasts) };
        });
      },
      url,
      patches.map(({ at }) => at),
      ground,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * How much of each patch has the very colour `ground` ("255,255,255"), 0 to 1: text on bare ground shows much of it, text
 * behind which something is painted none.
 */
export async function bareness(tab: Tab, reader: Tab, patches: readonly Patch[], ground: string): Promise<number[]> {
  return (await look(tab, reader, patches, ground)).map(({ bare }) => bare);
}

/** Patches in which nothing stands out from its ground by `least` (a contrast, 1 to 21). */
export async function faint(tab: Tab, reader: Tab, patches: readonly Patch[], least: number): Promise<string[]> {
  const looks = await look(tab, reader, patches, '');
  return patches.flatMap(({ text }, i) => {
    const contrast = looks[i]?.contrast ?? 0;
    return contrast < least ? [`${contrast.toFixed(1)} ${text}`] : [];
  });
}
