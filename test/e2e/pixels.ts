/** Looks at pictures of a page as a reader does: by their pixels. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tab } from '@/lib/cli/browser/driver';

export interface Patch {
  text: string;
  /** Left, top, width and height in CSS pixels of the viewport. */
  at: [number, number, number, number];
}

/** The first line of each stretch of text that Peel paints, one for each stretch, where it is in sight. */
export function paintedPatches(tab: Tab): Promise<Patch[]> {
  return tab.evaluate(() => {
    const registry = (CSS as unknown as { highlights: Iterable<[string, Iterable<Range>]> }).highlights;
    return [...registry]
      .filter(([name]) => name.startsWith('peel-'))
      .flatMap(([, ranges]) => [...ranges])
      .flatMap((range) => {
        const box = range.getClientRects()[0];
        if (!box || box.top < 0 || box.bottom > innerHeight) return [];
        return [
          {
            text: range.toString(),
            at: [box.left, box.top, box.width, box.height] as [number, number, number, number],
          },
        ];
      });
  });
}

/**
 * How much of each patch has the very colour `ground` ("255,255,255"), 0 to 1: text on bare ground shows much of it, text
 * behind which something is painted none. The picture is taken of `tab` and read in `reader`, any other tab.
 */
export async function bareness(tab: Tab, reader: Tab, patches: readonly Patch[], ground: string): Promise<number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'peel-pixels-'));
  try {
    const file = join(folder, 'view.png');
    await tab.front();
    await tab.screenshot(file);
    const url = `data:image/png;base64,${readFileSync(file).toString('base64')}`;
    return await reader.evaluate(
      async (source: string, boxes: [number, number, number, number][], colour: string) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.width;
        canvas.height = image.height;
        const context = canvas.getContext('2d', { willReadFrequently: true });
        context?.drawImage(image, 0, 0);
        return boxes.map(([x, y, width, height]) => {
          const data = context?.getImageData(x + 1, y + 1, Math.max(1, width - 2), Math.max(1, height - 2)).data ?? [];
          let bare = 0;
          for (let i = 0; i < data.length; i += 4) if (`${data[i]},${data[i + 1]},${data[i + 2]}` === colour) bare += 1;
          return bare / (data.length / 4);
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
