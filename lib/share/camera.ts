/** What the browser does for a picture of a whole article: scripts in the page, pictures of its tab. */

import { browser } from 'wxt/browser';
import { t } from '../locale';
import type { CaptureAnswer, CaptureMessage } from './capture-page';
import type { Injected } from './injected';
import { type Camera, gone, StitchFailure } from './stitch';

/** The limit of pictures a second is over after this long, in ms. */
const BREATH = 1100;

async function shootOnce(tabId: number): Promise<string> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (!tab) throw new StitchFailure(t('camera_closed'));
  if (!tab.active) throw new StitchFailure(t('camera_left'));
  return browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' });
}

/** True if this browser can take pictures of a tab at all; some on telephones cannot. */
export function canCapture(): boolean {
  return typeof browser.tabs?.captureVisibleTab === 'function';
}

/** How often a page that keeps its answer back is asked whether it is still there, in ms. */
const PULSE = 1500;

/** What `work` comes to, unless the page leaves meanwhile: the browser then never answers for the script in it. */
async function whileThere<T>(tabId: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const left = new Promise<never>((_, reject) => {
    const listen = () => {
      timer = setTimeout(async () => {
        const found = await browser.scripting
          .executeScript({ target: { tabId }, func: () => typeof (globalThis as Injected).peelCapture === 'function' })
          .catch(() => []);
        if (found[0]?.result !== true) reject(gone());
        else if (!over) listen();
      }, PULSE);
    };
    listen();
  });
  try {
    return await Promise.race([work, left]);
  } finally {
    over = true;
    clearTimeout(timer);
  }
}

/** The camera for tab `tabId`, under the permission that the reader's press of the toolbar button gave for it. */
export function cameraFor(tabId: number): Camera {
  return {
    async begin() {
      if (!canCapture()) throw new StitchFailure(t('camera_unable'));
      const tab = await browser.tabs.update(tabId, { active: true }).catch(() => null);
      if (!tab) throw new StitchFailure(t('camera_not_open'));
      try {
        await browser.scripting.executeScript({ target: { tabId }, files: ['/capture.js'] });
      } catch {
        throw new StitchFailure(t('camera_refused'));
      }
    },
    async ask(message) {
      const answers = browser.scripting.executeScript({
        target: { tabId },
        func: (asked: CaptureMessage) => (globalThis as Injected).peelCapture?.(asked),
        args: [message],
      });
      const [answer] = await whileThere(tabId, answers);
      const result = answer?.result as CaptureAnswer | null | undefined;
      if (!result) throw gone();
      return result;
    },
    async shoot() {
      try {
        return await shootOnce(tabId);
      } catch (error) {
        if (error instanceof StitchFailure) throw error;
        await new Promise((done) => setTimeout(done, BREATH));
        return shootOnce(tabId).catch((again: unknown) => {
          throw again instanceof StitchFailure ? again : new StitchFailure(t('camera_refused'));
        });
      }
    },
    async finish() {
      const here = await browser.tabs.getCurrent();
      if (here?.id !== undefined) await browser.tabs.update(here.id, { active: true });
    },
  };
}
