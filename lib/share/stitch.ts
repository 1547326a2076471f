/** The share page's half of a picture of a whole article: one screen after the other, put together on a canvas. */
import { language, t } from '../locale';
import { bytesOf } from './bytes';
import { type CaptureAnswer, type CaptureMessage, LONGEST } from './capture-page';
import { isSamePage } from './places';

/** What the stitcher needs from the browser (see camera.ts); tests bring their own. */
export interface Camera {
  /** Brings the page to the front and its half of the work into it. */
  begin(): Promise<void>;
  ask(message: CaptureMessage): Promise<CaptureAnswer>;
  /** The visible part as a data address; throws where it is refused. */
  shoot(): Promise<string>;
  /** Brings the share page back to the front. */
  finish(): Promise<void>;
}

export interface Stitched {
  canvas: HTMLCanvasElement;
  /** Pixels of the picture for one CSS pixel. */
  dpr: number;
  /** What the picture holds, in a sentence for the reader. */
  words: string;
}

/** Pictures are at most this high, in pixels: what canvases and other programs still take. */
export const TALLEST = 20_000;
/** And hold at most this many pixels in all: four bytes each, twice over while a picture is made. */
const AREA = 40_000_000;
/** Chrome allows two pictures a second (MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND). */
const PAUSE = 520;
/** Screens overlap by this many CSS pixels, so that no rounding leaves a gap. */
const OVERLAP = 2;

/** A failure with one sentence for the reader. */
export class StitchFailure extends Error {}

/** The failure of a page that went away or became another. */
export const gone = () => new StitchFailure(t('stitch_gone'));

/** Rows of the page as they gather in the picture. All lengths in pixels: of the screen, unless said otherwise. */
class Roll {
  readonly canvas: HTMLCanvasElement;
  private readonly context: CanvasRenderingContext2D;
  private readonly width: number;
  private readonly height: number;
  /** Pixels of the picture for one of the screen; below 1 only where the picture would be too large. */
  private readonly shrink: number;
  covered = 0;

  constructor(
    at: CaptureAnswer,
    total: number,
    readonly dpr: number,
    bitmapWidth: number,
  ) {
    this.width = Math.min(bitmapWidth, Math.floor(at.width * dpr));
    this.height = Math.max(1, Math.round(total * dpr));
    this.shrink = Math.min(1, TALLEST / this.height, Math.sqrt(AREA / (this.width * this.height)));
    this.canvas = document.createElement('canvas');
    this.canvas.width = Math.max(1, Math.round(this.width * this.shrink));
    this.canvas.height = Math.max(1, Math.floor(this.height * this.shrink));
    const context = this.canvas.getContext('2d');
    if (!context) throw new StitchFailure(t('stitch_too_large'));
    this.context = context;
    context.imageSmoothingQuality = 'high';
  }

  get scale(): number {
    return this.dpr * this.shrink;
  }

  get done(): boolean {
    return this.covered >= this.height;
  }

  get progress(): number {
    return Math.min(1, this.covered / this.height);
  }

  /** Where the next screen should begin, in CSS pixels. */
  get next(): number {
    return Math.max(0, this.covered / this.dpr - OVERLAP);
  }

  /** Adds the rows of `bitmap` that are not there yet. False if there are none, or if rows between would be missing. */
  add(bitmap: ImageBitmap, at: CaptureAnswer): boolean {
    const top = Math.round(at.y * this.dpr);
    const rows = Math.min(bitmap.height, Math.floor(at.height * this.dpr));
    const bottom = Math.min(this.height, top + rows);
    if (top > this.covered || bottom <= this.covered) return false;
    // Whole rows of the picture, wherever they fall on the screen: an edge between two rows would show as a seam.
    const from = Math.floor(this.covered * this.shrink);
    const to = bottom >= this.height ? this.canvas.height : Math.floor(bottom * this.shrink);
    const source = from / this.shrink - top;
    const taken = (to - from) / this.shrink;
    this.context.drawImage(bitmap, 0, source, this.width, taken, 0, from, this.canvas.width, to - from);
    this.covered = bottom;
    return true;
  }

  /** The picture, without rows that were never reached. */
  cut(): HTMLCanvasElement {
    const height = Math.floor(this.covered * this.shrink);
    if (height >= this.canvas.height) return this.canvas;
    const copy = document.createElement('canvas');
    copy.width = this.canvas.width;
    copy.height = Math.max(1, height);
    copy.getContext('2d')?.drawImage(this.canvas, 0, 0);
    return copy;
  }
}

/**
 * Pixels of the screen for one CSS pixel. The bitmap shows the window with its scroll bar. What the page says is exact, and
 * used where the bitmap bears it out; the bitmap's own ratio suffers from the rounding of the window's width.
 */
function ratioOf(bitmap: ImageBitmap, at: CaptureAnswer): number {
  const seen = bitmap.width / Math.max(1, at.innerWidth);
  return Math.abs(seen / at.dpr - 1) < 0.01 ? at.dpr : seen;
}

async function decode(dataUrl: string): Promise<ImageBitmap> {
  return createImageBitmap(new Blob([bytesOf(dataUrl)]));
}

const withoutFragment = (address: string) => address.replace(/#.*$/s, '');

interface Pass {
  roll: Roll;
  /** Where it ended: as far down as it goes, where the page would not scroll any further, or where the next story came up. */
  end: 'bottom' | 'held' | 'next';
  /** The page became longer or shorter on the way. */
  unsteady: boolean;
}

/** One way down the page at `address`; null where it was stopped. */
async function pass(
  camera: Camera,
  address: string,
  start: CaptureAnswer,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Pass | null> {
  const total = Math.min(start.total, LONGEST);
  let roll: Roll | null = null;
  let here = '';
  let unsteady = false;
  for (;;) {
    if (signal.aborted) return null;
    const at = await camera.ask({ type: 'step', y: roll?.next ?? 0, pause: PAUSE });
    if (at.stopped || signal.aborted) return null;
    if (!roll) {
      // A page that was never read has no address, and a file's is written otherwise.
      if (/^https?:/i.test(address) && !isSamePage(at.address, address)) throw gone();
      here = withoutFragment(at.address);
    } else if (withoutFragment(at.address) !== here) {
      // Where one story follows the other the page takes the next one's address as it is scrolled into sight.
      return { roll, end: 'next', unsteady };
    }
    if (Math.abs(at.total - start.total) > 1 && total < LONGEST) unsteady = true;
    const bitmap = await decode(await camera.shoot());
    roll ??= new Roll(at, total, ratioOf(bitmap, at), bitmap.width);
    const added = roll.add(bitmap, at);
    bitmap.close();
    if (!added && roll.covered === 0) throw gone();
    onProgress(roll.progress);
    const atBottom = at.y + at.height >= at.total - 1;
    if (roll.done || !added || atBottom) return { roll, end: roll.done || atBottom ? 'bottom' : 'held', unsteady };
  }
}

/** The page from top to bottom; once more where it moved on the way. Null where it was stopped. */
async function takeAll(
  camera: Camera,
  address: string,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Stitched | null> {
  await camera.begin();
  // Whoever stopped meanwhile has been answered, and the page put back: it is not to scroll by itself again.
  if (signal.aborted) return null;
  let start = await camera.ask({ type: 'start' });
  let taken = await pass(camera, address, start, signal, onProgress);
  // Something came in late and pushed the rest down: by now it is there.
  if (taken?.unsteady && !signal.aborted) {
    start = await camera.ask({ type: 'start' });
    taken = await pass(camera, address, start, signal, onProgress);
  }
  if (!taken) return null;
  const { roll, end, unsteady } = taken;
  const extent = extentWords(start, end);
  return { canvas: roll.cut(), dpr: roll.scale, words: unsteady ? t('stitch_unsteady', { extent }) : extent };
}

/** A page that is only slow answers within this many ms, and puts itself back in peace; one that hangs is not waited for. */
const PATIENCE = 4000;

const afterPatience = (done: (nothing: null) => void) => setTimeout(done, PATIENCE, null);

/**
 * Takes the whole page at `address`, and no other that has come in its place. `onProgress` gets shares from 0 to 1.
 * @returns null where `signal` aborted, or the reader pressed Escape. @throws StitchFailure
 */
export async function stitch(
  camera: Camera,
  address: string,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Stitched | null> {
  const stopped = new Promise<null>((done) => signal.addEventListener('abort', () => afterPatience(done)));
  try {
    return await Promise.race([takeAll(camera, address, signal, onProgress), stopped]);
  } catch (error) {
    if (signal.aborted) return null;
    throw error instanceof StitchFailure ? error : gone();
  } finally {
    const ended = camera.ask({ type: 'end' }).catch(() => undefined);
    await Promise.race([ended, new Promise<null>(afterPatience)]);
    await camera.finish().catch(() => undefined);
  }
}

/** What the picture holds of the page. */
function extentWords({ boxed, total }: CaptureAnswer, end: Pass['end']): string {
  if (boxed) return t('stitch_boxed');
  if (end !== 'bottom') return t(`stitch_${end}`);
  if (total <= LONGEST) return t('stitch_whole');
  return t('stitch_cut', { count: new Intl.NumberFormat(language()).format(LONGEST) });
}
