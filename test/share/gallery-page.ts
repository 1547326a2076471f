/** The renderers as a page gets them, for tests that paint the gallery in a real browser. */
import { anatomyOf } from '@/components/card/anatomy';
import { KIND_WORDS } from '@/lib/settings/words';
import { layCard } from '@/lib/share/card';
import { cssFont, loadFaces } from '@/lib/share/faces';
import { FORMATS, type Format } from '@/lib/share/frame';
import type { Tone } from '@/lib/share/ink';
import { measureWith, paint, type Scene } from '@/lib/share/scene';
import { cardText } from '@/lib/share/words';
import { GALLERY, statusClaim } from './gallery';

export const size = GALLERY.length;

/** Loads Peel's faces from data addresses, by file name; all that there are in `data`. */
export function faces(data: Record<string, string>, patience?: number): Promise<boolean> {
  return loadFaces((file) => `url(${data[file] ?? 'data:font/woff2;base64,'})`, patience);
}

/** Width of `text` in each of the faces, at 100 pixels. */
export function widths(text: string): number[] {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('no canvas');
  return [{}, { italic: true }, { weight: 600 as const }].map((how) => {
    context.font = cssFont({ size: 100, weight: 400, ...how });
    return context.measureText(text).width;
  });
}

/** Lays out and paints one card of the gallery, into the page; answers whether words were lost, and the colour of a corner. */
export function card(index: number, format: Format, tone: Tone, extras: boolean) {
  const told = GALLERY[index];
  if (!told) throw new Error(`no claim ${index}`);
  const { width, height } = FORMATS[format];
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const one = statusClaim(told, index);
  const page = { host: told.host ?? 'www.example.com', made: '2026-11-23T09:00:00Z' };
  const options = { question: extras, receipt: extras, caption: told.caption ?? '' };
  const text = cardText(one, page, KIND_WORDS, anatomyOf(one.claim), options);
  const scene: Scene = layCard(text, format, tone, measureWith(context));
  paint(context, scene);
  const pixels = context.getImageData(0, 0, 1, 1).data;
  document.body.append(canvas);
  return { cut: scene.cut, paper: [...pixels.slice(0, 3)] };
}
