/** The renderers as a page gets them, for tests that paint the gallery in a real browser. */
import '../locale/page';
import { anatomyOf } from '@/components/card/anatomy';
import { verdictOf } from '@/components/verdict';
import { kindName, markName } from '@/lib/settings/words';
import { layBingo, squaresOf } from '@/lib/share/bingo';
import { layCard } from '@/lib/share/card';
import type { Tone } from '@/lib/share/colours';
import { cssFont, loadFaces } from '@/lib/share/fonts';
import { FORMATS, type Format } from '@/lib/share/frame';
import { measureWith, paint, type Scene } from '@/lib/share/scene';
import type { Measure } from '@/lib/share/text';
import { layVerdict, verdictText } from '@/lib/share/verdict';
import { cardText } from '@/lib/share/words';
import { statusFixture } from '../status-fixture';
import { GALLERY, statusClaim } from './gallery';
import { LONG_NAME } from './gallery-names';

export const size = GALLERY.length;

/** Loads Peel's faces from data addresses, by file name; all that there are in `data`. */
export function faces(data: Record<string, string>, patience?: number): Promise<boolean> {
  return loadFaces((file) => `url(${data[file] ?? 'data:font/woff2;base64,'})`, patience);
}

/** Pixels to the em that make a unit of the faces a pixel: a machine that rounds letters to whole pixels changes nothing. */
const EM = 500;

/** Width of `text` in each of the faces, in units of the faces. */
export function widths(text: string): number[] {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('no canvas');
  return [{}, { italic: true }, { weight: 600 as const }].map((how) => {
    context.font = cssFont({ size: EM, weight: 400, ...how });
    return context.measureText(text).width;
  });
}

/** Lays out and paints one card of the gallery, into the page; answers whether words were lost, and the colour of a corner. */
export function card(index: number, format: Format, tone: Tone, extras: boolean) {
  const told = GALLERY[index];
  if (!told) throw new Error(`no claim ${index}`);
  const one = statusClaim(told, index);
  const page = { host: told.host ?? 'www.example.com', made: '2026-11-23T09:00:00Z' };
  const options = { question: extras, receipt: extras, caption: told.caption ?? '' };
  const text = cardText(one, page, markName, anatomyOf(one.claim), options);
  return show((measure) => layCard(text, format, tone, measure), format);
}

/** Titles that pages have, and how many of the gallery's claims each of them makes. */
const PAGES: readonly [title: string, host: string, from: number, claims: number][] = [
  ['The assistant that did the work of 700', 'example.com', 0, 11],
  ['Ferries', 'example.com', 0, 1],
  [
    `${LONG_NAME} introduces the world’s first fully autonomous, enterprise-grade platform for the agentic era`,
    'newsroom.corporate-communications.vantrell-international-holdings.example.co.uk',
    20,
    20,
  ],
  ['קלמור מציגה: עוזר שעושה את העבודה של שבע מאות נציגים', 'example.com', 24, 2],
  ['🚀 凯尔莫尔表示，其人工智能助手可完成七百名客服人员的工作', 'example.com', 26, 2],
  ['Nothing to see here', 'example.com', 0, 0],
];

export const pages = PAGES.length;

/** Lays out and paints what one of the pages adds up to. */
export function sum(picture: 'bingo' | 'verdict', index: number, format: Format, tone: Tone) {
  const told = PAGES[index];
  if (!told) throw new Error(`no page ${index}`);
  const [title, host, from, count] = told;
  const status = statusFixture({
    host,
    address: `https://${host}/a`,
    title,
    score: count * 5 - 0.4,
    supported: Math.floor(count / 5),
    claims: GALLERY.slice(from, from + count).map((one, i) => statusClaim(one, from + i)),
  });
  const words = { host, date: '23 November 2026', title, caption: index ? '' : 'Seen on a Tuesday.' };
  const verdict = verdictText(status, words, markName, verdictOf(status));
  const squares = squaresOf(status, kindName);
  return show(
    (measure) =>
      picture === 'bingo'
        ? layBingo(words, squares, format, tone, measure)
        : layVerdict(verdict, format, tone, measure),
    format,
  );
}

/** Paints what `lay` makes, into the page; answers whether words were lost, the colour of a corner, and all that is written. */
function show(lay: (measure: Measure) => Scene, format: Format) {
  const { width, height } = FORMATS[format];
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const scene = lay(measureWith(context));
  paint(context, scene);
  const pixels = context.getImageData(0, 0, 1, 1).data;
  document.body.append(canvas);
  const words = scene.strokes.flatMap((stroke) => (stroke.op === 'text' ? [stroke.text] : []));
  return { cut: scene.cut, paper: [...pixels.slice(0, 3)], words };
}
