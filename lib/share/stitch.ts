/** The share page's half of a picture of a whole article: one screen after the other, put together on a canvas. */
import { browser } from 'wxt/browser';
import { bytesOf } from './bytes';
import { type CaptureAnswer, type CaptureMessage, LONGEST } from './capture-page';

/** What the stitcher needs from the browser; tests bring their own. */
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
  /** True if the page goes on below. */
  cut: boolean;
}

/** Pictures are at most this high, in pixels: what canvases and other programs still take. */
export const TALLEST = 20_000;
/** Chrome allows two pictures a second (MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND). */
const PAUSE = 520;

/** A failure with one sentence for the reader. */
export class StitchFailure extends Error {}

const GONE = 'The page went away or changed before Peel was done, so nothing was kept. Open it and try again.';

async function decode(dataUrl: string): Promise<ImageBitmap> {
  return createImageBitmap(new Blob([bytesOf(dataUrl)]));
}

/**
 * Takes the whole page. `onProgress` gets shares from 0 to 1.
 * @returns null where `signal` aborted. @throws StitchFailure
 */
export async function stitch(
  camera: Camera,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Stitched | null> {
  try {
    await camera.begin();
    const start = await camera.ask({ type: 'start' });
    const total = Math.min(start.total, LONGEST);
    let canvas: HTMLCanvasElement | null = null;
    let context: CanvasRenderingContext2D | null = null;
    let scale = 1;
    let covered = 0;
    while (covered < total) {
      if (signal.aborted) return null;
      const at = await camera.ask({ type: 'step', y: covered, pause: PAUSE });
      if (at.address.split('#')[0] !== start.address.split('#')[0]) throw new StitchFailure(GONE);
      if (signal.aborted) return null;
      const bitmap = await decode(await camera.shoot());
      const dpr = bitmap.width / Math.max(1, at.width);
      if (!canvas) {
        scale = Math.min(dpr, TALLEST / total);
        canvas = document.createElement('canvas');
        canvas.width = Math.round(at.width * scale);
        canvas.height = Math.round(total * scale);
        context = canvas.getContext('2d');
        if (!context) throw new StitchFailure('This browser cannot make a picture of that size.');
      }
      // Rows that are there already are left out: the last screen overlaps the one before.
      const skip = covered - at.y;
      const bottom = Math.min(total, at.y + at.height);
      if (skip < 0 || bottom <= covered) break;
      const top = Math.round(covered * scale);
      const rows = Math.round(bottom * scale) - top;
      context?.drawImage(bitmap, 0, skip * dpr, at.width * dpr, (bottom - covered) * dpr, 0, top, canvas.width, rows);
      bitmap.close();
      covered = bottom;
      onProgress(Math.min(1, covered / total));
    }
    if (!canvas || covered === 0) throw new StitchFailure(GONE);
    return {
      canvas: covered < total ? shortened(canvas, covered * scale) : canvas,
      dpr: scale,
      cut: start.total > total,
    };
  } catch (error) {
    if (signal.aborted) return null;
    throw error instanceof StitchFailure ? error : new StitchFailure(GONE);
  } finally {
    await camera.ask({ type: 'end' }).catch(() => undefined);
    await camera.finish().catch(() => undefined);
  }
}

function shortened(canvas: HTMLCanvasElement, height: number): HTMLCanvasElement {
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = Math.max(1, Math.round(height));
  copy.getContext('2d')?.drawImage(canvas, 0, 0);
  return copy;
}

/** What the injected script leaves in its world. */
interface Half {
  peelCapture?: (message: CaptureMessage) => Promise<CaptureAnswer>;
}

/** The camera for tab `tabId`, under the permission that the reader's press of the toolbar button gave for it. */
export function cameraFor(tabId: number): Camera {
  const refused = new StitchFailure(
    'The browser allows this only after a press of the toolbar button on that page. Go there, press it, and choose “Share a picture” again.',
  );
  const shoot = async (): Promise<string> => {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    if (!tab) throw new StitchFailure('The page was closed before Peel was done, so nothing was kept.');
    if (!tab.active) throw new StitchFailure('You went to another tab, so Peel stopped and kept nothing.');
    return browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' });
  };
  return {
    async begin() {
      const tab = await browser.tabs.update(tabId, { active: true }).catch(() => null);
      if (!tab)
        throw new StitchFailure(
          'That page is closed. Open it, press the toolbar button and choose “Share a picture” again.',
        );
      try {
        await browser.scripting.executeScript({ target: { tabId }, files: ['/capture.js'] });
      } catch {
        throw refused;
      }
    },
    async ask(message) {
      const [answer] = await browser.scripting.executeScript({
        target: { tabId },
        func: (asked: CaptureMessage) => (globalThis as Half).peelCapture?.(asked),
        args: [message],
      });
      const result = answer?.result as CaptureAnswer | null | undefined;
      if (!result) throw new StitchFailure(GONE);
      return result;
    },
    async shoot() {
      try {
        return await shoot();
      } catch (error) {
        if (error instanceof StitchFailure) throw error;
        // Over the rate limit, most likely: once more after a full second.
        await new Promise((done) => setTimeout(done, 1100));
        return shoot().catch((again: unknown) => {
          throw again instanceof StitchFailure ? again : refused;
        });
      }
    },
    async finish() {
      const here = await browser.tabs.getCurrent();
      if (here?.id !== undefined) await browser.tabs.update(here.id, { active: true });
    },
  };
}
