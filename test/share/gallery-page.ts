/** Puts the renderers on a page, for tests that paint the gallery in a real browser. */
import { anatomyOf } from '@/components/card/anatomy';
import { KIND_WORDS } from '@/lib/settings/words';
import { layCard } from '@/lib/share/card';
import { FORMATS, type Format } from '@/lib/share/frame';
import type { Tone } from '@/lib/share/ink';
import { measureWith, paint, type Scene } from '@/lib/share/scene';
import { cardText } from '@/lib/share/words';
import { GALLERY, statusClaim } from './gallery';

/** Lays out and paints one card of the gallery; answers whether words were lost, and the colour of a corner. */
function card(index: number, format: Format, tone: Tone, extras: boolean) {
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

Object.assign(globalThis, { peelGallery: { card, size: GALLERY.length } });
